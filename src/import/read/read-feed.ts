/** RSS 0.9 to 2.0, RDF and Atom. */
import { emptyArticle, presentLines, type Found, type ForeignArticle } from '../foreign-article.ts';
import { resolveLink } from './html-to-markdown.ts';
import { bodyKind } from './read-records.ts';
import { childrenOf, childText, innerHtml, readXmlItems, textOf, type XmlNode } from './xml-items.ts';

const ITEMS: ReadonlySet<string> = new Set(['item', 'entry']);

export async function* readFeed(chunks: AsyncIterable<string>, file: string): AsyncGenerator<Found> {
  const { head, root, items } = readXmlItems(chunks, ITEMS);
  let record = 0;
  for await (const { node, line } of items) {
    record += 1;
    const place = { file, record, line, alone: false };
    if (node === undefined) yield { refusal: { place, code: 'too-long', reason: 'the item is longer than an article can be', fix: 'look at the file' } };
    else yield { article: node.name === 'entry' ? atomEntry(node, head, root(), place) : rssItem(node, head, place) };
  }
  if (record === 0) yield { refusal: { place: { file }, code: 'empty', reason: 'the feed holds no items', fix: 'nothing, if it should be empty' } };
}

const KNOWN_RSS = new Set(['title', 'link', 'description', 'content:encoded', 'pubDate', 'dc:date', 'dc:creator', 'author', 'category', 'guid', 'source', 'enclosure', 'media:content', 'media:thumbnail', 'media:credit', 'dc:subject', 'dc:language', 'dc:rights', 'comments', 'dc:publisher']);

function rssItem(item: XmlNode, head: readonly XmlNode[], place: ForeignArticle['place']): ForeignArticle {
  const link = childText(item, 'link');
  const guid = childrenOf(item, 'guid')[0];
  const guidText = guid === undefined ? undefined : textOf(guid).trim();
  const site = headText(head, 'link');
  const permalink = guid?.attributes['isPermaLink'] !== 'false' && guidText !== undefined && /^https?:/u.test(guidText) ? guidText : undefined;
  const address = resolveLink(link ?? permalink ?? '', site);
  const content = childText(item, 'content:encoded');
  const description = childText(item, 'description');
  const body = content ?? description ?? '';
  const date = childText(item, 'pubDate', 'dc:date');
  return {
    ...emptyArticle(place, 'feed'),
    ...(address === undefined ? {} : { address }),
    ...(site === undefined ? {} : { base: site }),
    ...(guidText === undefined ? {} : { foreignId: guidText }),
    lines: presentLines({
      title: childText(item, 'title'),
      summary: content === undefined ? undefined : plainSummary(description),
      source: childText(item, 'source', 'dc:publisher') ?? headText(head, 'title'),
      image: mediaOf(item),
      imageCredit: childText(item, 'media:credit'),
      language: childText(item, 'dc:language') ?? headText(head, 'language', 'dc:language'),
      rights: childText(item, 'dc:rights'),
    }),
    authors: namesOf(item, 'dc:creator', 'author'),
    tags: namesOf(item, 'category', 'dc:subject'),
    dates: date === undefined ? [] : [{ text: date, from: 'pubDate' }],
    body: { kind: bodyKind(body), text: body },
    leftOut: namesLeft(item, KNOWN_RSS),
  };
}

const KNOWN_ATOM = new Set(['title', 'subtitle', 'link', 'id', 'published', 'updated', 'author', 'category', 'summary', 'content', 'rights', 'source', 'contributor']);

function atomEntry(entry: XmlNode, head: readonly XmlNode[], root: XmlNode['attributes'], place: ForeignArticle['place']): ForeignArticle {
  const site = resolveLink(root['xml:base'] ?? alternateLink(head.filter(({ name }) => name === 'link')) ?? '', undefined);
  const base = resolveLink(entry.attributes['xml:base'] ?? '', site) ?? site;
  const address = resolveLink(alternateLink(childrenOf(entry, 'link')) ?? '', base);
  const content = childrenOf(entry, 'content')[0];
  const summary = childrenOf(entry, 'summary')[0];
  const published = childText(entry, 'published');
  const updated = childText(entry, 'updated');
  const id = childText(entry, 'id');
  const body = content === undefined ? atomText(summary) : atomText(content);
  const source = childrenOf(entry, 'source')[0];
  return {
    ...emptyArticle(place, 'feed'),
    ...(address === undefined ? {} : { address }),
    ...(base === undefined ? {} : { base }),
    ...(id === undefined ? {} : { foreignId: id }),
    lines: presentLines({
      title: atomLine(childrenOf(entry, 'title')[0]),
      summary: content === undefined ? undefined : atomLine(summary),
      source: (source === undefined ? undefined : childText(source, 'title')) ?? headText(head, 'title'),
      language: content?.attributes['xml:lang'] ?? entry.attributes['xml:lang'] ?? root['xml:lang'],
      rights: childText(entry, 'rights'),
    }),
    // The author of a feed is that of its entries that name none.
    authors: (childrenOf(entry, 'author').length > 0 ? childrenOf(entry, 'author') : head.filter(({ name }) => name === 'author')).flatMap((author) => childText(author, 'name') ?? []),
    tags: childrenOf(entry, 'category').flatMap(({ attributes }) => attributes['label'] ?? attributes['term'] ?? []),
    // A feed without `published` knows only when the entry was last touched.
    dates: published !== undefined ? [{ text: published, from: 'published' }] : updated !== undefined ? [{ text: updated, from: 'updated' }] : [],
    ...(published !== undefined && updated !== undefined ? { updated: { text: updated, from: 'updated' } } : {}),
    body,
    leftOut: namesLeft(entry, KNOWN_ATOM),
  };
}

function alternateLink(links: readonly XmlNode[]): string | undefined {
  return (links.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate') ?? links.find(({ attributes }) => attributes['rel'] === undefined))?.attributes['href'];
}

function atomText(node: XmlNode | undefined): ForeignArticle['body'] {
  if (node === undefined) return { kind: 'text', text: '' };
  const type = node.attributes['type'] ?? 'text';
  if (type === 'xhtml' || type.endsWith('+xml')) return { kind: 'html', text: innerHtml(node) };
  const text = textOf(node);
  return { kind: type === 'html' || type === 'text/html' ? 'html' : 'text', text };
}

/** A title or summary as one line, whatever its type. */
function atomLine(node: XmlNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  return node.attributes['type'] === 'html' || node.attributes['type'] === 'xhtml' ? plainSummary(textOf(node)) : textOf(node);
}

function plainSummary(html: string | undefined): string | undefined {
  return html?.replace(/<[^<>]*>/gu, ' ').replace(/\s+/gu, ' ').trim();
}

function namesOf(item: XmlNode, ...names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => childrenOf(item, name)).map((node) => textOf(node).trim().replace(/^\S+@\S+\s+\((.+)\)$/u, '$1')).filter((text) => text !== ''))];
}

function mediaOf(item: XmlNode): string | undefined {
  const media = [...childrenOf(item, 'media:content'), ...childrenOf(item, 'media:thumbnail'), ...childrenOf(item, 'enclosure')];
  return media.find(({ name, attributes }) => name === 'media:thumbnail' || (attributes['type'] ?? attributes['medium'] ?? '').startsWith('image'))?.attributes['url'];
}

function headText(head: readonly XmlNode[], ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const node = head.find((own) => own.name === name);
    const text = node === undefined ? '' : textOf(node).trim();
    if (text !== '') return text;
  }
  return undefined;
}

function namesLeft(item: XmlNode, known: ReadonlySet<string>): readonly string[] {
  return [...new Set(item.children.flatMap((child) => (typeof child === 'string' || known.has(child.name) ? [] : [child.name])))];
}
