/** Every address of the site that anything in the site names leads to a file of it, and every fragment to an id. */
import { MANIFEST } from '../../../src/search/format/manifest.ts';
import { addressOf, documentOf, fileAt, filesEnding, jsonOf, pagesOf, textOf, xmlOf, type BuiltSite } from './built-site.ts';
import { attributeOf, elementsOf, fragmentOf, jsonLdOf, type Node } from './html-tree.ts';
import { readFragments } from './search-fragments.ts';
import { childText, type XmlNode } from './xml-tree.ts';

interface Found {
  readonly file: string;
  readonly address: string;
}

export function checkLinks(site: BuiltSite): readonly string[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (page: string): ReadonlySet<string> => {
    const known = ids.get(page) ?? new Set(elementsOf(documentOf(site, page)).flatMap((element) => attributeOf(element, 'id') ?? []));
    ids.set(page, known);
    return known;
  };
  const faultOf = ({ file, address }: Found): string[] => {
    if (!URL.canParse(address, addressOf(site, file))) return [`${file}: ${address} is no address`];
    const url = new URL(address, addressOf(site, file));
    if (DOWNLOAD.test(address)) return [];
    if (url.origin !== site.origin) return /^(?:https?|mailto):$/u.test(url.protocol) ? [] : [`${file}: ${address} has an unsafe scheme`];
    const target = fileAt(site, url.href);
    if (target === undefined) return [`${file}: ${address} leads nowhere`];
    if (url.hash === '' || !target.endsWith('.html')) return [];
    return idsOf(target).has(decodeURIComponent(url.hash.slice(1))) ? [] : [`${file}: ${address} has a fragment that is no id of ${target}`];
  };
  // Most links are on every page. An address that begins with a slash means the same on each, and one that was found good stays so.
  const good = new Set<string>();
  return findAddresses(site).flatMap((found) => {
    if (good.has(found.address)) return [];
    const fault = faultOf(found);
    if (fault.length === 0 && /^(?:\/|https?:)/u.test(found.address)) good.add(found.address);
    return fault;
  });
}

/** Files for citation programs stand in the page itself; of these types none is shown by a browser. */
const DOWNLOAD = /^data:application\/(?:x-research-info-systems|x-bibtex|vnd\.citationstyles\.csl\+json);base64,[\w+/]+=*$/u;

/** All addresses in a site, with the file that names each. */
function findAddresses(site: BuiltSite): readonly Found[] {
  const found: Found[] = [];
  const add = (file: string, addresses: readonly string[]): void => {
    for (const address of addresses) found.push({ file, address });
  };
  for (const file of pagesOf(site)) {
    const document = documentOf(site, file);
    add(file, htmlAddresses(document));
    for (const text of jsonLdOf(document)) add(file, ownAddresses(site, JSON.parse(text)));
  }
  for (const file of filesEnding(site, '.xml')) add(file, xmlAddresses(xmlOf(site, file)));
  for (const file of filesEnding(site, 'feed.json')) add(file, jsonFeedAddresses(site, jsonOf(site, file)));
  for (const file of filesEnding(site, '.css')) add(file, [...textOf(site, file).matchAll(/url\(\s*["']?([^"')]+)/gu)].map(([, address = '']) => address).filter((address) => !address.startsWith('data:')));
  add('robots.txt', [...textOf(site, 'robots.txt').matchAll(/^Sitemap: (.*)$/gmu)].map(([, address = '']) => address));
  // The browser puts the base before what the search index holds.
  for (const { file, url } of readFragments(site)) add(file, [`${site.base}${url.slice(1)}`]);
  return found;
}

const ADDRESS_ATTRIBUTES = ['href', 'src', 'action', 'data', 'poster', 'cite', 'data-bundle', 'data-base'];
const ADDRESS_META = /^(?:og:url|og:image|citation_public_url|DC\.identifier|DC\.source)$/u;

function htmlAddresses(node: Node): readonly string[] {
  return elementsOf(node).flatMap((element): string[] => {
    const plain = ADDRESS_ATTRIBUTES.flatMap((name) => attributeOf(element, name) ?? []);
    const sets = (attributeOf(element, 'srcset') ?? '').split(',').flatMap((part) => part.trim().split(/\s+/u)[0] ?? []).filter((part) => part !== '');
    const meta = element.tagName === 'meta' && ADDRESS_META.test(attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '') ? [attributeOf(element, 'content') ?? ''] : [];
    // The bundles lie in a folder; the list that the script loads first stands for it.
    return [...plain, ...sets, ...meta].map((address) => (address === attributeOf(element, 'data-bundle') ? `${address}${MANIFEST}` : address));
  });
}

/** Every text of a JSON value that is an address of this site. */
function ownAddresses(site: BuiltSite, value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith(`${site.origin}/`) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((child) => ownAddresses(site, child)) : [];
}

function xmlAddresses(node: XmlNode): readonly string[] {
  const own = [...(node.name === 'link' ? [node.attributes['href'] ?? ''] : []), ...(node.name === 'Url' ? [(node.attributes['template'] ?? '').replace(/\{[^}]*\}/gu, '')] : []), ...(node.name === 'loc' ? [node.text] : [])];
  const ids = node.name === 'entry' || node.name === 'feed' ? [childText(node, 'id') ?? ''] : [];
  const html = node.name === 'content' ? htmlAddresses(fragmentOf(node.text)) : [];
  return [...own, ...ids, ...html, ...node.children.flatMap(xmlAddresses)];
}

function jsonFeedAddresses(site: BuiltSite, value: unknown): readonly string[] {
  const { items = [] } = value as { readonly items?: readonly { readonly content_html?: string }[] };
  return [...ownAddresses(site, value), ...items.flatMap(({ content_html: html = '' }) => htmlAddresses(fragmentOf(html)))];
}
