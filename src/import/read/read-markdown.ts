/** Markdown with the front matter of other generators: YAML (Jekyll, Eleventy, journal editions), TOML (Hugo), JSON (Hugo). */
import MarkdownIt from 'markdown-it';
import { load as loadYaml, FAILSAFE_SCHEMA } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import { displayForm } from '../../arabic/normalize.ts';
import type { Found, ForeignArticle, Place, Remark } from '../foreign-article.ts';
import { joinText } from './decode-stream.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { MAX_FRONT_MATTER, MAX_TEXT } from './limits.ts';
import { SourceRefused } from './open-source.ts';
import { createRecordReader, type ColumnField } from './read-records.ts';
import { stripShortcodes } from './shortcodes.ts';

/** @throws SourceRefused */
export async function* readMarkdown(chunks: AsyncIterable<string>, file: string, given: ReadonlyMap<ColumnField, string>): AsyncGenerator<Found> {
  const text = await joinText(chunks, MAX_TEXT + MAX_FRONT_MATTER);
  if (text === undefined) throw new SourceRefused('too-long', `the file is longer than ${String(MAX_TEXT)} characters`, 'split it into articles');
  const { fields, body } = splitFrontMatter(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'));
  if (body.trim() === '' && Object.keys(fields).length === 0) throw new SourceRefused('empty', 'the file holds no text', 'nothing, if it should be empty');
  const place: Place = { file, record: 1, alone: true };
  const records = createRecordReader(file, given);
  // Hugo's `_index.md` is the page of a list, not an article of it.
  if (/(?:^|\/)_index(?:\.[a-z]{2})?\.(?:md|markdown)$/iu.test(file)) {
    yield { refusal: { place, code: 'not-an-article', reason: 'it is the page of a list (_index)', fix: 'nothing', expected: true } };
    return;
  }
  const article = records.read(isJekyll(file, fields) ? jekyllLists(flatten(fields)) : flatten(fields), place, 'markdown');
  const converted = convertBody(body);
  yield { article: asEdition({ ...withoutCollections(article), ...ownFields(fields, article), ...converted, remarks: [...article.remarks, ...converted.remarks] }, fields) };
}

/** `tags: posts`: how Eleventy's own examples gather all articles; it says nothing of one. */
function withoutCollections(article: ForeignArticle): ForeignArticle {
  const collections = article.tags.filter((tag) => /^(?:posts?|blog|articles?|all)$/u.test(tag));
  return collections.length === 0 ? article : { ...article, tags: article.tags.filter((tag) => !collections.includes(tag)), leftOut: [...article.leftOut, ...collections.map((tag) => `tags: ${tag}`)] };
}

interface SplitFile {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function splitFrontMatter(text: string): SplitFile {
  const spoken = /^---[ \t]*(json|js|javascript|toml|yaml)[ \t]*\n([^]*?)\n---[ \t]*(?:\n|$)/iu.exec(text.slice(0, MAX_FRONT_MATTER));
  if (spoken !== null) {
    const [whole, language = '', inner = ''] = spoken;
    if (/^j(?:s|avascript)$/iu.test(language)) throw new SourceRefused('front-matter', 'the front matter is a program in JavaScript, which is not run', 'write its fields as YAML between two lines of ---');
    return { fields: parseFields(inner, /^json$/iu.test(language) ? 'JSON' : /^toml$/iu.test(language) ? 'TOML' : 'YAML'), body: text.slice(whole.length) };
  }
  const fence = /^(---|\+\+\+)[ \t]*\n/u.exec(text);
  if (fence !== null) {
    const mark = fence[1] === '---' ? /^(?:---|\.\.\.)[ \t]*$/mu : /^\+\+\+[ \t]*$/mu;
    const rest = text.slice(fence[0].length);
    const close = mark.exec(rest.slice(0, MAX_FRONT_MATTER));
    if (close === null) {
      if (rest.length > MAX_FRONT_MATTER) throw new SourceRefused('front-matter', `the front matter is not closed within ${String(MAX_FRONT_MATTER)} characters`, 'close it with a line of its own like the first one');
      // A text that begins with a line of hyphens is a text.
      return { fields: {}, body: text };
    }
    return { fields: parseFields(rest.slice(0, close.index), fence[1] === '---' ? 'YAML' : 'TOML'), body: rest.slice(close.index + close[0].length) };
  }
  if (/^\{\s*"/u.test(text)) {
    const end = text.indexOf('\n}\n');
    if (end !== -1 && end < MAX_FRONT_MATTER) return { fields: parseFields(text.slice(0, end + 2), 'JSON'), body: text.slice(end + 2) };
  }
  return { fields: {}, body: text };
}

function parseFields(text: string, kind: 'YAML' | 'TOML' | 'JSON'): Readonly<Record<string, unknown>> {
  try {
    // Anchors and aliases nest to sizes that no memory holds; dates must stay as they were written.
    if (kind === 'YAML' && /(?:^|[\s[{,:])[&*][\w-]+(?:$|[\s,\]}])/mu.test(text) && /&[\w-]+\s/u.test(text)) throw new Error('anchors and aliases are not read');
    const value: unknown = kind === 'YAML' ? loadYaml(text, { schema: FAILSAFE_SCHEMA }) : kind === 'TOML' ? parseToml(text) : JSON.parse(text);
    if (value === null || value === undefined || value === '') return {};
    if (typeof value !== 'object' || Array.isArray(value)) throw new Error('it holds no fields');
    return value as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new SourceRefused('front-matter', `the front matter is not valid ${kind}: ${(error instanceof Error ? error.message : '').split('\n', 1)[0]?.slice(0, 160) ?? ''}`, 'correct it; texts with colons or quotation marks stand inside quotation marks');
  }
}

/** Dates of TOML are objects; tables such as `[taxonomies]` and `[extra]` hold fields one level down. */
function flatten(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Date) flat[name] = value.toISOString().replace(/T00:00:00\.000Z$/u, '');
    else if (typeof value === 'object' && value !== null && !Array.isArray(value) && ['taxonomies', 'extra', 'params'].includes(name)) Object.assign(flat, flatten(value as Readonly<Record<string, unknown>>));
    else if (!OWN_FIELDS.has(name)) flat[name] = value;
  }
  return flat;
}

function isJekyll(file: string, fields: Readonly<Record<string, unknown>>): boolean {
  return /(?:^|\/)_posts\//u.test(file) || (fields['layout'] !== undefined && /(?:^|\/)\d{4}-\d{1,2}-\d{1,2}-[^/]+$/u.test(file));
}

/** Jekyll parts categories and tags that are one text by their spaces; whoever has commas in them means commas. */
function jekyllLists(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, (name === 'categories' || name === 'tags') && typeof value === 'string' && !/[,،;|\n]/u.test(value) && value.trim().includes(' ') ? value.trim().split(/\s+/u) : value]));
}

/** Fields of generators that are read here and not by the guess from names. */
const OWN_FIELDS = new Set(['draft', 'published', 'aliases', 'redirect_from', 'permalink', 'slug', 'layout', 'type', 'url']);

function ownFields(fields: Readonly<Record<string, unknown>>, article: ForeignArticle): Partial<ForeignArticle> {
  const list = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string' && item !== '');
  const url = typeof fields['url'] === 'string' ? fields['url'] : undefined;
  const paths = [...list(fields['aliases']), ...list(fields['redirect_from']), ...list(fields['permalink']), ...(url?.startsWith('/') === true ? [url] : [])];
  const flag = (value: unknown): boolean => value === true || value === 'true';
  const hidden = flag(fields['draft']) || fields['published'] === 'false' || fields['published'] === false;
  const published = typeof fields['published'] === 'string' && !/^(?:true|false)$/u.test(fields['published']) ? fields['published'] : undefined;
  return {
    oldPaths: paths.filter((path) => !/[:{}*]/u.test(path.replace(/^https?:/u, ''))),
    ...(hidden ? { unpublished: 'draft' } : {}),
    ...(url !== undefined && /^https?:/u.test(url) ? { address: url } : {}),
    ...(published !== undefined && article.dates.length === 0 ? { dates: [{ text: published, from: 'published' }] } : {}),
  };
}

const TAGS = /<\/?(?:p|br|div|span|a|b|i|u|strong|em|img|h[1-6]|ul|ol|li|table|tr|td|th|font|blockquote|center|iframe|figure|figcaption|sup|sub|hr|video|audio|script|style|section|article)\b[^<>]*>/iu;
const withHtml = new MarkdownIt({ html: true });

function convertBody(raw: string): Pick<ForeignArticle, 'body' | 'remarks'> {
  const remarks: Remark[] = [];
  const text = stripShortcodes(raw, 'templates', remarks);
  if (!TAGS.test(text) && !text.includes('<!--')) return { body: { kind: 'markdown', text }, remarks };
  // HTML in Markdown would be printed as it stands; read as a page, its words and links stay.
  const converted = htmlToMarkdown(withHtml.render(text));
  return { body: { kind: 'markdown', text: converted.markdown }, remarks: [...remarks, { kind: 'cleaned', code: 'html-in-markdown', text: 'HTML in the text was turned into Markdown' }, ...converted.remarks] };
}

/** `*سير العلم : وصية للعلم*. المقتبس 2(10)`: how editions of journals write rubric, title, journal, volume and issue. */
const EDITION = /^\*(?<work>[^*]+)\*\.\s+(?:(?<journal>[^\d(]+?)\s+)?(?<issue>\d+(?:\s*\([\d-]+\))?)$/u;

function asEdition(article: ForeignArticle, fields: Readonly<Record<string, unknown>>): ForeignArticle {
  const found = EDITION.exec(displayForm(article.lines.title ?? ''))?.groups;
  if (found === undefined || fields['bibliography'] === undefined) return article;
  const { work = '', journal = '', issue = '' } = found;
  const [rubric, ...rest] = work.split(/\s+:\s+/u);
  const title = rest.length === 0 ? work : rest.join(' : ');
  const authors = article.authors.length === 2 && typeof fields['author'] === 'string' && /^[^,]+,\s[^,]+$/u.test(fields['author']) ? [[...article.authors].reverse().join(' ')] : article.authors;
  return {
    ...article,
    authors,
    lines: { ...article.lines, title: title.trim(), ...(journal === '' ? {} : { source: article.lines.source ?? journal.trim() }), datePrinted: `${journal} ${issue}`.trim(), ...(rest.length === 0 || rubric === undefined ? {} : { section: rubric.trim() }) },
    remarks: [...article.remarks, { kind: 'moved', code: 'edition', text: article.lines.title ?? '' }],
  };
}
