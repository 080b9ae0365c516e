/** JSON Lines, JSON arrays and JSON feeds. */
import { JSONParser } from '@streamparser/json';
import type { Found, ForeignArticle } from '../foreign-article.ts';
import { splitLines } from './decode-stream.ts';
import { resolveLink } from './html-to-markdown.ts';
import { MAX_RECORD } from './limits.ts';
import { SourceRefused } from './open-source.ts';
import { createRecordReader, type ColumnField } from './read-records.ts';

/** @param head beginning of the file, which tells lines from one large value */
export async function* readJson(chunks: AsyncIterable<string>, head: string, file: string, given: ReadonlyMap<ColumnField, string>): AsyncGenerator<Found> {
  const records = createRecordReader(file, given);
  let found = 0;
  const feed = isFeed(head);
  const lines = isLines(head) && !isOneObject(head);
  const values = lines ? readLines(chunks, file) : readValues(chunks, feed ? ['$.items.*'] : [pathOfRecords(head)]);
  for await (const value of values) {
    if ('refusal' in value) {
      yield value;
      continue;
    }
    found += 1;
    if (!isRecord(value.value)) {
      yield { refusal: { place: { file, record: value.record }, code: 'not-a-record', reason: 'this is no object of named values', fix: 'each article must be an object such as {"title": …, "body": …}' } };
      continue;
    }
    const article = records.read(value.value, { file, record: value.record, ...(lines ? { line: value.record } : {}), alone: false }, feed ? 'feed' : 'jsonl');
    yield { article: feed ? feedItem(article, value.value) : article };
  }
  if (found > 0) yield { mapping: records.mapping() };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Where the records of one large value stand: in the array that it is, in an array within it (`{"articles": [{…}]}`, `{"hits": {"hits": [{…}]}}`,
 * the tables of phpMyAdmin), or it is the record itself.
 */
function pathOfRecords(head: string): string {
  const text = head.trimStart().replace(/^\uFEFF/u, '');
  if (text.startsWith('[')) return /^\[\s*\{\s*"type"\s*:\s*"header"/u.test(text) ? '$.*.data.*' : '$.*';
  const keys: string[] = [];
  let key = '';
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"(?=(\s*:)?)|[{}[\]:,]|[^\s{}[\]:,"]+/gu)) {
    if (token === '{') keys.push(key);
    else if (token === '}') keys.pop();
    else if (token === '[') return keys.length > 0 && keys.length <= 3 && RECORDS.test(key) ? `$.${[...keys.slice(1), key].join('.')}.*` : '$';
    else if (token.startsWith('"')) key = token.slice(1, -1);
    if (keys.length === 0) break;
    // A record with a headline or a text of its own is one article, whatever lists it holds.
    if (keys.length === 1 && /^"(?:title|headline|body|content|text)"$/iu.test(token)) return '$';
  }
  return '$';
}

/** Names of lists of articles. */
const RECORDS = /^(?:articles|items|posts|data|results?|records|rows|entries|news|docs|documents|hits|response|nodes|stories|content|values|الأخبار|المقالات)$/iu;

function isFeed(head: string): boolean {
  return head.trimStart().startsWith('{') && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/u.test(head);
}

/** An object that ends on its own line, or is longer than the sample, stands one a line. */
function isLines(head: string): boolean {
  const text = head.trimStart();
  if (!text.startsWith('{')) return !text.startsWith('[');
  if (isFeed(head)) return false;
  const end = text.search(/[\r\n]/u);
  if (end === -1) return true;
  const line = text.slice(0, end).trim();
  return line.endsWith('}') || line.length > 2000 || /^\{[^]+[^,{[]$/u.test(line);
}

/** One line that is an object around a list of articles. */
function isOneObject(head: string): boolean {
  return head.trimStart().startsWith('{') && !/[\r\n]\s*\{/u.test(head) && pathOfRecords(head) !== '$';
}

type Value = { readonly value: unknown; readonly record: number } | Extract<Found, { refusal: unknown }>;

async function* readLines(chunks: AsyncIterable<string>, file: string): AsyncGenerator<Value> {
  for await (const { text, line } of splitLines(chunks)) {
    const place = { file, record: line, line };
    if (text === undefined) {
      yield { refusal: { place, code: 'too-long', reason: `the line is longer than ${String(MAX_RECORD)} characters`, fix: 'look at the file: an article is not that long' } };
      continue;
    }
    const json = line === 1 ? text.replace(/^\uFEFF/u, '') : text;
    if (json.trim() === '') continue;
    try {
      yield { value: JSON.parse(json) as unknown, record: line };
    } catch (error) {
      yield { refusal: { place, code: 'json-broken', reason: `the line is not JSON: ${error instanceof Error ? error.message.slice(0, 120) : ''}`, fix: 'correct the line, or export the file again' } };
    }
  }
}

/** Values of one large JSON text, each let go when it has been read. */
async function* readValues(chunks: AsyncIterable<string>, paths: string[]): AsyncGenerator<Value> {
  const ready: unknown[] = [];
  let since = 0;
  const parser = new JSONParser({ paths, keepStack: false, stringBufferSize: 65_536 });
  parser.onValue = ({ value }) => {
    since = 0;
    ready.push(value);
  };
  let record = 0;
  let failed: Error | undefined;
  parser.onError = (error) => {
    failed = error;
  };
  for await (const chunk of chunks) {
    since += chunk.length;
    if (since > MAX_RECORD) throw new SourceRefused('too-long', `a value is longer than ${String(MAX_RECORD)} characters`, 'look at the file: an article is not that long');
    parser.write(record === 0 && ready.length === 0 ? chunk.replace(/^\uFEFF/u, '') : chunk);
    for (const value of ready.splice(0)) yield { value, record: (record += 1) };
    if (failed !== undefined) break;
  }
  if (failed === undefined && !parser.isEnded) failed = new Error('the file ends in the middle');
  if (failed !== undefined) throw new SourceRefused('json-broken', `after ${String(record)} articles: ${failed.message.slice(0, 120)}`, 'export the file again; what came before was imported');
}

/** What JSON Feed names in its own way: authors as objects, attachments, `external_url`. */
function feedItem(article: ForeignArticle, item: Readonly<Record<string, unknown>>): ForeignArticle {
  const address = typeof item['url'] === 'string' ? resolveLink(item['url'], undefined) : undefined;
  return { ...article, ...(address === undefined ? {} : { address }), leftOut: article.leftOut.filter((name) => name !== 'external_url' && name !== 'url') };
}
