/** Canonical addresses and sitemaps say the same: every page that wants to be found, under one address, and no other. */
import { addressOf, documentOf, filesEnding, pagesOf, xmlOf, type BuiltSite } from './built-site.ts';
import { isNoindex, linksOf, metaOf } from './html-tree.ts';
import { childrenOf, childText, type XmlNode } from './xml-tree.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** sitemaps.org: addresses and bytes a file may have. */
const MOST = 50_000;
const MOST_BYTES = 50 * 1024 * 1024;

export function checkSitemaps(site: BuiltSite): readonly string[] {
  const index = xmlOf(site, 'sitemap.xml');
  const files = filesEnding(site, '.xml').filter((path) => path.startsWith('sitemaps/'));
  const listed = locations(index, 'sitemap');
  const addresses = files.flatMap((file) => locations(xmlOf(site, file), 'url'));
  const canonical = pagesOf(site).flatMap((page) => linksOf(documentOf(site, page), 'canonical'));
  return [
    ...pagesOf(site).flatMap((page) => checkCanonical(site, page)),
    ...(index.name === 'sitemapindex' && index.namespace === NAMESPACE ? [] : ['sitemap.xml: no sitemap index']),
    ...differences('the sitemap index', listed, 'the sitemap files', files.map((file) => addressOf(site, file))),
    ...differences('the sitemaps', addresses, 'the canonical addresses', canonical),
    ...files.flatMap((file) => checkFile(site, file)),
  ];
}

function checkCanonical(site: BuiltSite, page: string): readonly string[] {
  const document = documentOf(site, page);
  const canonical = linksOf(document, 'canonical');
  if (isNoindex(document)) return [...canonical, ...metaOf(document, 'og:url')].length === 0 ? [] : [`${page}: noindex, but it has a canonical address`];
  const own = addressOf(site, page);
  return [
    ...(canonical.length === 1 && canonical[0] === own ? [] : [`${page}: canonical is ${canonical.join(' ') || 'missing'}, not ${own}`]),
    ...(metaOf(document, 'og:url').join(' ') === own ? [] : [`${page}: og:url is not ${own}`]),
  ];
}

function checkFile(site: BuiltSite, file: string): readonly string[] {
  const root = xmlOf(site, file);
  const count = childrenOf(root, 'url').length;
  return [
    ...(root.name === 'urlset' && root.namespace === NAMESPACE ? [] : [`${file}: no urlset`]),
    ...(count > 0 && count <= MOST ? [] : [`${file}: ${String(count)} addresses`]),
    ...((site.files.get(file)?.length ?? 0) <= MOST_BYTES ? [] : [`${file}: too large`]),
  ];
}

function locations(root: XmlNode, name: string): readonly string[] {
  return childrenOf(root, name).map((child) => childText(child, 'loc') ?? '');
}

function differences(name: string, own: readonly string[], otherName: string, other: readonly string[]): readonly string[] {
  const [ownSet, otherSet] = [new Set(own), new Set(other)];
  return [
    ...own.filter((item, index) => own.indexOf(item) !== index).map((item) => `${item} is twice in ${name}`),
    ...[...ownSet].filter((item) => !otherSet.has(item)).map((item) => `${item} is in ${name}, not in ${otherName}`),
    ...[...otherSet].filter((item) => !ownSet.has(item)).map((item) => `${item} is in ${otherName}, not in ${name}`),
  ];
}
