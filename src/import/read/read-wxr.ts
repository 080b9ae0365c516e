/** The export of WordPress (WXR): posts and pages, streamed, with authors, categories, tags, dates and old addresses. */
import { withZone } from '../dates/with-zone.ts';
import { emptyArticle, presentLines, type Found, type ForeignArticle, type ForeignDate, type Refusal, type Remark } from '../foreign-article.ts';
import { resolveLink } from './html-to-markdown.ts';
import { childrenOf, childText, readXmlItems, textOf, type XmlNode } from './xml-items.ts';
import { stripShortcodes } from './shortcodes.ts';

const ITEMS: ReadonlySet<string> = new Set(['item']);

export async function* readWxr(chunks: AsyncIterable<string>, file: string): AsyncGenerator<Found> {
  const { head, items } = readXmlItems(chunks, ITEMS);
  let record = 0;
  let posts = 0;
  for await (const { node, line } of items) {
    record += 1;
    const place = { file, record, line, alone: false };
    if (node === undefined) {
      yield { refusal: { place, code: 'too-long', reason: 'the post is longer than an article can be', fix: 'look at the file' } };
      continue;
    }
    const passed = passOver(node, place);
    if (passed !== undefined) {
      yield { refusal: passed };
      continue;
    }
    posts += 1;
    yield { article: toArticle(node, head, place) };
  }
  if (posts === 0) yield { refusal: { place: { file }, code: 'empty', reason: 'the export holds no posts or pages', fix: 'export all content in WordPress (Tools, Export)' } };
}

/** Menus, revisions, attachments and what lies in the bin are no articles. */
function passOver(item: XmlNode, place: ForeignArticle['place']): Refusal | undefined {
  const type = childText(item, 'wp:post_type') ?? 'post';
  const status = childText(item, 'wp:status') ?? 'publish';
  if (type !== 'post' && type !== 'page') return { place, code: 'not-an-article', reason: `it is of the type ${type}`, fix: 'nothing', expected: true };
  if (status === 'trash' || status === 'auto-draft' || status === 'inherit') return { place, code: 'not-an-article', reason: `its status is ${status}`, fix: 'nothing', expected: true };
  return undefined;
}

function toArticle(item: XmlNode, head: readonly XmlNode[], place: ForeignArticle['place']): ForeignArticle {
  const remarks: Remark[] = [];
  const sites = ['wp:base_blog_url', 'wp:base_site_url', 'link'].flatMap((name) => head.filter((node) => node.name === name).map((node) => textOf(node).trim())).filter((site) => site !== '');
  const site = sites[0];
  const address = resolveLink(childText(item, 'link') ?? '', site);
  const content = stripShortcodes(childText(item, 'content:encoded') ?? '', 'wordpress', remarks);
  const status = childText(item, 'wp:status') ?? 'publish';
  const hidden = childText(item, 'wp:post_password') === undefined ? (status === 'publish' ? undefined : status) : 'protected by a password';
  const id = childText(item, 'wp:post_id');
  const guid = childText(item, 'guid');
  if (hidden !== undefined) remarks.push({ kind: 'eye', code: 'unpublished', text: `it was ${hidden} and comes in as a draft, which no site shows` });
  return {
    ...emptyArticle(place, 'wxr'),
    // An unpublished post has no lasting address (`/?p=7`): its number on its site is what stays. On some sites it is the address of all.
    ...(address === undefined || (hidden !== undefined && /[?&](?:p|page_id)=\d+/u.test(address)) ? {} : { address }),
    ...(site === undefined ? {} : { base: address ?? site }),
    ...(guid === undefined && id === undefined ? {} : { foreignId: guid ?? `${site ?? ''}#${id ?? ''}` }),
    lines: presentLines({
      title: childText(item, 'title'),
      summary: childText(item, 'excerpt:encoded')?.replace(/<[^<>]*>/gu, ' ').replace(/\s+/gu, ' ').trim(),
      section: categories(item, 'category')[0],
      source: head.filter(({ name }) => name === 'title').map((node) => textOf(node).trim())[0],
      language: head.filter(({ name }) => name === 'language').map((node) => textOf(node).trim())[0],
    }),
    authors: authorsOf(item, head),
    tags: [...categories(item, 'category').slice(1), ...categories(item, 'post_tag')],
    dates: datesOf(item, status),
    ...modified(item),
    body: { kind: 'html', text: withParagraphs(content) },
    oldPaths: hidden === undefined ? oldPaths(item, address, sites) : [],
    ...(hidden === undefined ? {} : { unpublished: hidden }),
    leftOut: childrenOf(item, 'wp:comment').length > 0 ? ['wp:comment'] : [],
    remarks,
  };
}

/** WordPress's own marks for «none» are no categories. */
function categories(item: XmlNode, domain: string): readonly string[] {
  return [...new Set(childrenOf(item, 'category').filter(({ attributes }) => (attributes['domain'] ?? 'category') === domain && attributes['nicename'] !== 'uncategorized').map((node) => textOf(node).trim()).filter((name) => name !== '' && name !== 'غير مصنف'))];
}

function authorsOf(item: XmlNode, head: readonly XmlNode[]): readonly string[] {
  const login = childText(item, 'dc:creator');
  if (login === undefined) return [];
  const known = head.find((node) => node.name === 'wp:author' && childText(node, 'wp:author_login') === login);
  if (known === undefined) return [login];
  const shown = childText(known, 'wp:author_display_name');
  const full = ['wp:author_first_name', 'wp:author_last_name'].flatMap((name) => childText(known, name) ?? []).join(' ');
  // Who never chose a name is shown by the login.
  return [shown !== undefined && shown !== login ? shown : full !== '' ? full : login];
}

const NO_DATE = '0000-00-00';

/** WordPress writes the time of the place and that of Greenwich; together they say the zone, which neither says alone. */
function datesOf(item: XmlNode, status: string): readonly ForeignDate[] {
  const local = childText(item, 'wp:post_date');
  const universal = childText(item, 'wp:post_date_gmt');
  if (local !== undefined && !local.startsWith(NO_DATE)) {
    const text = universal === undefined || universal.startsWith(NO_DATE) ? local.slice(0, 10) : withZone(local, universal);
    // The date of a draft is when it was begun.
    return status === 'publish' || status === 'future' || status === 'private' ? [{ text, from: 'wp:post_date' }] : [];
  }
  const date = childText(item, 'pubDate');
  return date === undefined || /-0001|1970 00:00:00/u.test(date) ? [] : [{ text: date, from: 'pubDate' }];
}

function modified(item: XmlNode): Pick<Partial<ForeignArticle>, 'updated'> {
  const local = childText(item, 'wp:post_modified');
  const universal = childText(item, 'wp:post_modified_gmt');
  if (local === undefined || local.startsWith(NO_DATE)) return {};
  return { updated: { text: universal === undefined || universal.startsWith(NO_DATE) ? local.slice(0, 10) : withZone(local, universal), from: 'wp:post_modified' } };
}

/** The address and the former names of a post, when they lie on the exported site itself. */
function oldPaths(item: XmlNode, address: string | undefined, sites: readonly string[]): readonly string[] {
  if (address === undefined) return [];
  const url = new URL(address);
  if (!sites.some((site) => URL.canParse(site) && new URL(site).host === url.host)) return [];
  const slugs = childrenOf(item, 'wp:postmeta').filter((meta) => childText(meta, 'wp:meta_key') === '_wp_old_slug').flatMap((meta) => childText(meta, 'wp:meta_value') ?? []);
  const current = childText(item, 'wp:post_name');
  const former = current === undefined ? [] : slugs.map((slug) => url.pathname.replace(encodeURI(current), slug)).filter((path) => path !== url.pathname);
  return [`${url.pathname}${url.search}`, ...former];
}

/** WordPress keeps classic posts without `<p>`: a blank line is a paragraph, a line end a break. */
export function withParagraphs(html: string): string {
  if (/<p[\s>]/iu.test(html)) return html;
  const block = /^<(?:div|ul|ol|li|table|blockquote|h[1-6]|figure|pre|hr|iframe|section)/iu;
  return html.replace(/<!--[^]*?-->/gu, '').replace(/\r\n?/gu, '\n').split(/\n\s*\n/u).map((part) => part.trim()).filter((part) => part !== '').map((part) => (block.test(part) ? part : `<p>${part.replaceAll('\n', '<br>\n')}</p>`)).join('\n');
}
