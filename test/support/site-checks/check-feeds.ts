/** Feeds have what Atom (RFC 4287) and JSON Feed 1.1 require, and the two forms of one feed say the same. */
import { addressOf, documentOf, fileAt, filesEnding, jsonOf, xmlOf, type BuiltSite } from './built-site.ts';
import { linksOf } from './html-tree.ts';
import { childrenOf, childText, type XmlNode } from './xml-tree.ts';

const ATOM = 'http://www.w3.org/2005/Atom';

export function checkFeeds(site: BuiltSite): readonly string[] {
  const atom = filesEnding(site, 'feed.xml');
  const json = filesEnding(site, 'feed.json');
  return [
    ...(atom.length > 0 && atom.map((path) => path.replace(/xml$/u, 'json')).join() === json.join() ? [] : ['Not every feed is there in both forms']),
    ...atom.flatMap((path) => checkAtom(site, path)),
    ...json.flatMap((path) => checkJsonFeed(site, path)),
    ...atom.flatMap((path) => checkSame(site, path)),
  ];
}

function checkAtom(site: BuiltSite, path: string): readonly string[] {
  const feed = xmlOf(site, path);
  const wrong = (what: string): string => `${path}: ${what}`;
  const entries = childrenOf(feed, 'entry');
  const own = addressOf(site, path);
  return [
    ...(feed.name === 'feed' && feed.namespace === ATOM ? [] : [wrong('no Atom feed')]),
    ...['id', 'title', 'updated'].filter((name) => (childText(feed, name) ?? '') === '' || childrenOf(feed, name).length > 1).map((name) => wrong(`not one ${name}`)),
    ...(linkOf(feed, 'self') === own ? [] : [wrong(`rel=self is ${String(linkOf(feed, 'self'))}`)]),
    ...(linkOf(feed, 'alternate') === addressOf(site, path.replace(/feed\.xml$/u, 'index.html')) ? [] : [wrong(`rel=alternate is ${String(linkOf(feed, 'alternate'))}`)]),
    ...(childrenOf(feed, 'author').some((author) => (childText(author, 'name') ?? '') !== '') ? [] : [wrong('no author')]),
    ...checkDates([childText(feed, 'updated') ?? '']).map(wrong),
    ...(entries.length > 0 ? [] : [wrong('no entry')]),
    ...doubles(entries.map((entry) => childText(entry, 'id') ?? '')).map((id) => wrong(`the id ${id} twice`)),
    ...entries.flatMap((entry) => checkEntry(site, entry)).map(wrong),
    ...(newest(entries) === Date.parse(childText(feed, 'updated') ?? '') ? [] : [wrong('updated is not the newest change of its entries')]),
  ];
}

function checkEntry(site: BuiltSite, entry: XmlNode): readonly string[] {
  const id = childText(entry, 'id') ?? '';
  return [
    ...['id', 'title', 'updated', 'published', 'content'].filter((name) => childrenOf(entry, name).length !== 1).map((name) => `${id} has not one ${name}`),
    ...((childText(entry, 'title') ?? '').trim() === '' ? [`${id} has no title`] : []),
    ...(childrenOf(entry, 'content').every(({ attributes }) => attributes['type'] === 'html') ? [] : [`${id} has content that is not html`]),
    ...(childrenOf(entry, 'author').every((author) => (childText(author, 'name') ?? '') !== '') ? [] : [`${id} has an author without a name`]),
    ...checkDates(['updated', 'published'].map((name) => childText(entry, name) ?? '')).map((fault) => `${id} ${fault}`),
    ...checkId(site, id, linkOf(entry, 'alternate')),
  ];
}

/** An id that is the permanent address stays as long as the article does. */
function checkId(site: BuiltSite, id: string, url: string | undefined): readonly string[] {
  if (id !== url) return [`${id} is not the article's address ${String(url)}`];
  // An entry of the history of changes is a part of a page, which has its id.
  const [page = '', part] = id.split('#');
  const file = URL.canParse(page) ? fileAt(site, page) : undefined;
  return file !== undefined && linksOf(documentOf(site, file), 'canonical')[0] === page && (part === undefined || (site.files.get(file) ?? '').includes(`id="${part}"`)) ? [] : [`${id} is not a permanent address`];
}

function checkJsonFeed(site: BuiltSite, path: string): readonly string[] {
  const feed = jsonOf(site, path) as Readonly<Record<string, unknown>>;
  const items = (Array.isArray(feed['items']) ? feed['items'] : []) as readonly Readonly<Record<string, unknown>>[];
  const wrong = (what: string): string => `${path}: ${what}`;
  const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
  const namedAuthors = (value: unknown): boolean => Array.isArray(value) && value.every((author: Readonly<Record<string, unknown>>) => isText(author['name']));
  return [
    ...(feed['version'] === 'https://jsonfeed.org/version/1.1' ? [] : [wrong(`the version is ${String(feed['version'])}`)]),
    ...['title', 'home_page_url', 'feed_url', 'language'].filter((key) => !isText(feed[key])).map((key) => wrong(`no ${key}`)),
    ...(feed['feed_url'] === addressOf(site, path) ? [] : [wrong('feed_url is not its own address')]),
    ...(feed['home_page_url'] === addressOf(site, path.replace(/feed\.json$/u, 'index.html')) ? [] : [wrong('home_page_url is not its page')]),
    ...(items.length > 0 ? [] : [wrong('no item')]),
    ...(namedAuthors(feed['authors']) && items.every(({ authors = [] }) => namedAuthors(authors)) ? [] : [wrong('an author without a name')]),
    ...doubles(items.map(({ id }) => String(id))).map((id) => wrong(`the id ${id} twice`)),
    ...items.flatMap((item) => {
      const name = String(item['id']);
      return [
        ...(['id', 'url', 'title', 'language'].every((key) => isText(item[key])) ? [] : [wrong(`${name} lacks id, url, title or language`)]),
        ...(typeof item['content_html'] === 'string' || typeof item['content_text'] === 'string' ? [] : [wrong(`${name} has no content`)]),
        ...(Array.isArray(item['tags']) && item['tags'].every(isText) ? [] : [wrong(`${name} has tags that are no texts`)]),
        ...checkDates([String(item['date_published']), String(item['date_modified'])]).map((fault) => wrong(`${name} ${fault}`)),
        ...checkId(site, name, String(item['url'])).map(wrong),
      ];
    }),
  ];
}

function checkSame(site: BuiltSite, path: string): readonly string[] {
  const atom = childrenOf(xmlOf(site, path), 'entry').map((entry) => [childText(entry, 'id'), childText(entry, 'title'), childText(entry, 'content'), childText(entry, 'updated')]);
  const { items } = jsonOf(site, path.replace(/xml$/u, 'json')) as { readonly items: readonly Readonly<Record<string, string>>[] };
  const json = items.map((item) => [item['id'], item['title'], item['content_html'], item['date_modified']]);
  return JSON.stringify(atom) === JSON.stringify(json) ? [] : [`${path}: says something else than its JSON form`];
}

function linkOf(node: XmlNode, rel: string): string | undefined {
  return childrenOf(node, 'link').find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'];
}

/** RFC 3339, and a day that exists. */
function checkDates(dates: readonly string[]): readonly string[] {
  return dates
    .filter((date) => !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u.test(date) || Number.isNaN(Date.parse(date)))
    .map((date) => `has the date ${date}, which is not RFC 3339`);
}

function newest(entries: readonly XmlNode[]): number {
  return Math.max(...entries.map((entry) => Date.parse(childText(entry, 'updated') ?? '')));
}

function doubles(items: readonly string[]): readonly string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}
