/** Everything a program reads can be read: XML strictly, JSON, JSON-LD, robots.txt, the OpenSearch description. */
import { addressOf, documentOf, filesEnding, jsonOf, pagesOf, textOf, xmlOf, type BuiltSite } from './built-site.ts';
import { jsonLdOf } from './html-tree.ts';
import { childText, childrenOf } from './xml-tree.ts';

export function checkWellFormed(site: BuiltSite): readonly string[] {
  const attempt = (path: string, read: () => unknown): readonly string[] => {
    try {
      read();
      return [];
    } catch (error) {
      return [`${path}: ${error instanceof Error ? error.message.trim() : String(error)}`];
    }
  };
  return [
    ...[...filesEnding(site, '.xml'), ...filesEnding(site, '.svg')].flatMap((path) => attempt(path, () => xmlOf(site, path))),
    ...filesEnding(site, '.json').flatMap((path) => attempt(path, () => jsonOf(site, path))),
    ...pagesOf(site).flatMap((path) => attempt(path, () => jsonLdOf(documentOf(site, path)).map((text) => JSON.parse(text) as unknown))),
    ...[...site.files].filter(([path]) => /\.(?:html|xml|json|txt|css|js|svg)$/u.test(path)).flatMap(([path, bytes]) => attempt(path, () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))),
  ];
}

export function checkRobots(site: BuiltSite): readonly string[] {
  const lines = textOf(site, 'robots.txt').split('\n');
  const sitemap = `Sitemap: ${addressOf(site, 'sitemap.xml')}`;
  return [
    ...(lines.includes('User-agent: *') ? [] : ['robots.txt: says nothing to all robots']),
    ...(lines.some((line) => /^Disallow: \S/u.test(line)) ? ['robots.txt: forbids a part of the archive'] : []),
    ...(lines.includes(sitemap) ? [] : [`robots.txt: no line ${sitemap}`]),
  ];
}

/** OpenSearch 1.1 draft 6: the members that must be there, and their limits. */
export function checkOpenSearch(site: BuiltSite): readonly string[] {
  const root = xmlOf(site, 'opensearch.xml');
  const name = childText(root, 'ShortName') ?? '';
  const description = childText(root, 'Description') ?? '';
  const templates = childrenOf(root, 'Url').filter(({ attributes }) => attributes['type'] === 'text/html').map(({ attributes }) => attributes['template'] ?? '');
  return [
    ...(root.name === 'OpenSearchDescription' && root.namespace === 'http://a9.com/-/spec/opensearch/1.1/' ? [] : ['opensearch.xml: no OpenSearch description']),
    ...(name !== '' && [...name].length <= 16 ? [] : [`opensearch.xml: the short name has ${String([...name].length)} characters`]),
    ...(description !== '' && [...description].length <= 1024 ? [] : ['opensearch.xml: the description is empty or too long']),
    ...(templates.length === 1 && templates[0] === `${addressOf(site, 'search/index.html')}?q={searchTerms}` ? [] : [`opensearch.xml: the template is ${templates.join(' ') || 'missing'}`]),
  ];
}
