/** A saved page: the main text by Mozilla's Readability, the rest by what the page says of itself. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { emptyArticle, presentLines, type Found, type ForeignArticle, type ForeignDate, type Remark } from '../foreign-article.ts';
import { joinText } from './decode-stream.ts';
import { htmlToMarkdown, resolveLink } from './html-to-markdown.ts';
import { MAX_PAGE_BYTES } from './limits.ts';
import { SourceRefused } from './open-source.ts';
import { findPageDates } from './page-dates.ts';
import { refuseWildHtml } from './refuse-wild-html.ts';
import { asNames } from './record-shapes.ts';

/** @throws SourceRefused */
export async function* readHtml(chunks: AsyncIterable<string>, file: string): AsyncGenerator<Found> {
  const html = await joinText(chunks, MAX_PAGE_BYTES);
  if (html === undefined) throw new SourceRefused('too-long', `the page is larger than ${String(MAX_PAGE_BYTES / 1e6)} MB`, 'save the page again without its images and scripts');
  refuseWildHtml(html);
  try {
    yield { article: readPage(html, file) };
  } catch (error) {
    if (error instanceof RangeError) throw new SourceRefused('html-deep', 'the elements of the page are nested too deeply', 'save the page again from a browser');
    throw error;
  }
}

function readPage(html: string, file: string): ForeignArticle {
  const { document } = parseHTML(html);
  // An empty text gives a document without any element, whatever the types say.
  if (document.querySelector('*') === null) throw new SourceRefused('empty', 'the page holds no elements', 'save the page again from a browser');
  const about = describePage(document, html);
  const base = about.address ?? resolveLink(document.querySelector('base')?.getAttribute('href') ?? '', undefined);
  const heading = headingOf(document);
  const lead = about.lines.image === undefined ? leadFigure(document, base) : {};
  const times = timesOf(document);
  const printed = about.dates.length + times.length === 0 ? findPageDates(document) : [];
  const main = mainText(document);
  const { markdown, remarks } = htmlToMarkdown(main.html, base);
  const named = about.lines.title ?? heading;
  const { title, site } = named === undefined ? (boldHeadline(main.title, markdown) ?? splitTitle(main.title, markdown)) : { title: named, site: undefined };
  refuseErrorPage(title ?? '', markdown);
  return {
    ...emptyArticle({ file, record: 1, alone: true }, 'html'),
    ...about,
    lines: presentLines({ ...lead, ...about.lines, title, source: about.lines.source ?? site }),
    authors: about.authors.length > 0 ? about.authors : asNames(main.byline),
    dates: [...about.dates, ...times, ...printed],
    body: { kind: 'markdown', text: withoutHeading(markdown, title) },
    remarks: [...remarks, ...main.remarks],
  };
}

/** The headline on the page. Without an `h1` it is what templates call the title of an entry. */
function headingOf(document: Document): string | undefined {
  for (const selector of ['article h1, main h1, h1', '[itemprop~="headline"], .entry-title, .post-title, .article-title, .news-title, .story-title']) {
    const text = document.querySelector(selector)?.textContent.replace(/\s+/gu, ' ').trim();
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
}

/** The picture above a text, which the search for the main text often passes over, with the words below it. */
function leadFigure(document: Document, base: string | undefined): Partial<Record<'image' | 'imageAlt', string>> {
  const figure = document.querySelector('article figure, main figure');
  const source = figure?.querySelector('img')?.getAttribute('data-src') ?? figure?.querySelector('img')?.getAttribute('src') ?? '';
  const image = resolveLink(source, base);
  if (figure === null || image === undefined || !/^https?:/u.test(image)) return {};
  const words = [figure.querySelector('figcaption')?.textContent, figure.querySelector('img')?.getAttribute('alt')].map((text) => text?.replace(/\s+/gu, ' ').trim() ?? '').find((text) => text !== '');
  return { image, ...(words === undefined ? {} : { imageAlt: words }) };
}

/** Old pages bear the name of the site in their title, and the headline as a bold line above the text. */
function boldHeadline(title: string | undefined, markdown: string): { readonly title: string; readonly site: string | undefined } | undefined {
  if (title !== undefined && plain(markdown.slice(0, 600)).includes(plain(title))) return undefined;
  const bold = /^(?:[^\n]{0,40}\n+){0,3}\*\*(?<head>[^*\n]{12,140})\*\*\s*(?:\\?\n|$)/u.exec(markdown)?.groups?.['head'];
  if (bold === undefined || bold.trim().split(/\s+/u).length < 3 || (title !== undefined && plain(title).includes(plain(bold)))) return undefined;
  return { title: bold.trim(), site: title !== undefined && title.split(/\s+/u).length <= 5 ? title : undefined };
}

/** `عنوان الخبر - جريدة الموقع`: what the page also shows above its text is the headline, the rest is the site. */
function splitTitle(title: string | undefined, markdown: string): { readonly title: string | undefined; readonly site: string | undefined } {
  const { head, site } = /^(?<head>.{8,}?)\s+[-–—|:»]\s+(?<site>.{2,60})$/u.exec(title ?? '')?.groups ?? {};
  return head !== undefined && plain(markdown.slice(0, 600)).includes(plain(head)) ? { title: head, site } : { title, site: undefined };
}

const ERROR_TITLE = /^(?:\s*(?:HTTP\s*)?(?:خطأ\s*)?(?:40[0134]|410|50[0234])(?:\D|$)|.*(?:not found|access denied|forbidden|just a moment|are you a robot|attention required|service unavailable|bad gateway|الصفحة غير موجودة|لم يتم العثور على|الصفحة المطلوبة غير|عفوا.{0,20}غير موجود|المحتوى غير متوفر))/iu;

/** What a site answers when it has no such page was often saved with the rest. */
function refuseErrorPage(title: string, markdown: string): void {
  if (markdown.length < 600 && ERROR_TITLE.test(title)) throw new SourceRefused('error-page', `this is the answer of a site that had no such page: ${JSON.stringify(title.slice(0, 60))}`, 'fetch the page again, or leave it out');
}

/** The main text often begins with the headline once more. */
function withoutHeading(markdown: string, title: string | undefined): string {
  const first = /^(?:#{1,3} |(?=\*\*))(.+)\n*/u.exec(markdown);
  return first !== null && title !== undefined && plain(first[1] ?? '') === plain(title) ? markdown.slice(first[0].length) : markdown;
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

interface MainText {
  readonly html: string;
  readonly title: string | undefined;
  readonly byline: string | undefined;
  readonly remarks: readonly Remark[];
}

function mainText(document: Document): MainText {
  let found: ReturnType<Readability['parse']> | undefined;
  try {
    // It changes the document, so everything else was read before.
    found = new Readability(document, { charThreshold: 150, maxElemsToParse: 200_000, keepClasses: false }).parse();
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new SourceRefused('html-large', error instanceof Error ? error.message.slice(0, 120) : 'the page cannot be read', 'save the article alone');
  }
  if (found?.content === null || found?.content === undefined || (found.textContent ?? '').trim() === '') throw new SourceRefused('no-main-text', 'no main text was found on the page', 'save the text of the article as a text file');
  if (linkShare(found.content) > 0.7) throw new SourceRefused('no-main-text', 'the page holds little but links', 'save the page of the article itself');
  const short = (found.textContent ?? '').trim().length < 150;
  return { html: found.content, title: found.title?.trim(), byline: found.byline ?? undefined, remarks: short ? [{ kind: 'eye', code: 'short-main-text', text: 'the main text found on the page is very short' }] : [] };
}

/** Share of the letters that stand in links. */
function linkShare(html: string): number {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`);
  const letters = (text: string): number => text.replace(/\s+/gu, '').length;
  const all = letters(document.body.textContent);
  // A long text with many links is a text.
  return all === 0 || all > 3000 ? 0 : [...document.querySelectorAll('a')].reduce((sum, link) => sum + letters(link.textContent), 0) / all;
}

type About = Pick<ForeignArticle, 'lines' | 'authors' | 'tags' | 'dates' | 'remarks'> & Pick<Partial<ForeignArticle>, 'address' | 'updated'>;

function describePage(document: Document, html: string): About {
  const linked = newsObject(document);
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      for (const element of document.querySelectorAll('meta')) {
        const own = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? '';
        const content = element.getAttribute('content')?.trim() ?? '';
        if (own.toLowerCase() === name && content !== '') return content;
      }
    }
    return undefined;
  };
  const all = (name: string): string[] => [...document.querySelectorAll('meta')].filter((element) => (element.getAttribute('property') ?? element.getAttribute('name') ?? '').toLowerCase() === name).flatMap((element) => asNames(element.getAttribute('content') ?? ''));
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url') ?? textOf(linked['url']) ?? textOf(linked['mainEntityOfPage']) ?? savedFrom(html);
  const address = canonical === undefined ? undefined : resolveLink(canonical, undefined);
  const published: ForeignDate[] = [
    [textOf(linked['datePublished']), 'JSON-LD'], [meta('article:published_time'), 'Open Graph'], [meta('datepublished', 'date', 'dc.date', 'dc.date.issued', 'pubdate', 'publishdate', 'publish-date', 'sailthru.date', 'parsely-pub-date', 'citation_publication_date'), 'meta'],
  ].flatMap(([text, from]) => (text === undefined || from === undefined ? [] : [{ text, from }]));
  const modified = textOf(linked['dateModified']) ?? meta('article:modified_time', 'og:updated_time');
  const authors = namesIn(linked['author']);
  const tags = namesIn(linked['keywords']);
  return {
    ...(address === undefined ? {} : { address }),
    ...(modified === undefined ? {} : { updated: { text: modified, from: 'JSON-LD or Open Graph' } }),
    lines: presentLines({
      title: textOf(linked['headline']) ?? meta('og:title', 'twitter:title'),
      kicker: textOf(linked['alternativeHeadline']),
      summary: textOf(linked['description']) ?? meta('og:description', 'description'),
      source: namesIn(linked['publisher'])[0] ?? meta('og:site_name', 'citation_journal_title'),
      section: namesIn(linked['articleSection'])[0] ?? meta('article:section'),
      image: imageOf(linked['image']) ?? meta('og:image'),
      imageAlt: meta('og:image:alt'),
      language: document.documentElement.getAttribute('lang') ?? undefined,
      rights: textOf(linked['copyrightHolder']),
    }),
    authors: authors.length > 0 ? authors : [...new Set([...all('author'), ...all('article:author')])].filter((name) => !/^https?:/u.test(name)),
    tags: tags.length > 0 ? tags : [...new Set([...all('article:tag'), ...all('keywords')])],
    dates: published,
    remarks: [],
  };
}

/** `<!-- saved from url=(0042)https://… -->`, as browsers write into the pages they save. */
function savedFrom(html: string): string | undefined {
  return /saved from url=\(\d+\)(https?:\/\/\S+)/u.exec(html.slice(0, 2000))?.[1];
}

/** The article among the JSON-LD of a page; an empty object without one. */
function newsObject(document: Document): Readonly<Record<string, unknown>> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(script.textContent.slice(0, 500_000));
    } catch {
      // Many pages write it wrongly; the other sources of metadata remain.
      continue;
    }
    const article = findArticle(value, 0);
    if (article !== undefined) return article;
  }
  return {};
}

function findArticle(value: unknown, depth: number): Readonly<Record<string, unknown>> | undefined {
  if (depth > 4 || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = findArticle(item, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const record = value as Readonly<Record<string, unknown>>;
  const types = [record['@type']].flat();
  if (types.some((type) => typeof type === 'string' && /(?:Article|BlogPosting|Report)$/u.test(type))) return record;
  return findArticle(record['@graph'] ?? record['mainEntity'], depth + 1);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'object' && value !== null && '@id' in value && typeof value['@id'] === 'string') return value['@id'];
  return undefined;
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value === 'object' && value !== null && 'name' in value) return namesIn(value.name);
  return asNames(typeof value === 'string' ? value : undefined);
}

function imageOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'object' && first !== null && 'url' in first) return textOf(first.url);
  return textOf(first);
}

/** Times of the article itself, not of links to others. */
function timesOf(document: Document): readonly ForeignDate[] {
  const own = document.querySelector('article time, main time, header time') ?? document.querySelector('time');
  const text = own?.getAttribute('datetime') ?? own?.textContent.trim();
  return text === undefined || text === '' ? [] : [{ text, from: 'time' }];
}
