/** The bundle as we write it, beside what Pagefind itself writes of the same articles, and as Pagefind’s engine reads it. All of this stands on the formats of one version of Pagefind. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { close, createIndex } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { loadArticles } from '../../src/build/load-articles.ts';
import { buildBundle } from '../../src/search/index/build-bundle.ts';
import { writeBundleWords } from '../../src/search/index/bundle-words.ts';
import { readShard } from '../../src/search/index/read-shard.ts';
import type { SearchRecord } from '../../src/search/index/search-record.ts';
import { bodyText } from '../../src/article/markdown.ts';
import { storedText, writtenForm } from '../../src/search/tokens.ts';
import { readWords } from '../../src/arabic/forms.ts';
import { searchRecord } from '../support/search-index.ts';
import { writtenText } from '../support/tokens.ts';
import { PROJECT } from '../../scripts/support/project.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveSite, type ServedSite } from '../support/serve-site.ts';

const ARTICLES = 30;

let temporary: string;
let records: readonly SearchRecord[];
let names: readonly string[];
let served: ServedSite;
let browser: Browser;

before(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'warraq-bundle-'));
  const { articles } = await loadArticles(join(PROJECT, 'articles'));
  records = articles.slice(0, ARTICLES).map(
    ({ id, title, body, tags, date }): SearchRecord => searchRecord(id, { date: date.iso, title, text: bodyText(body), names: tags.join(' ، '), shown: { date: date.iso } }),
  );
  names = (await buildBundle(readShard(records), join(temporary, 'site/one'))).fragments;
  await buildBundle(readShard(records), join(temporary, 'two'));
  [served, browser] = await Promise.all([serveSite(join(temporary, 'site')), launchBrowser()]);
});

after(async () => {
  await browser.close();
  await served.close();
  await rm(temporary, { recursive: true, force: true });
});

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

async function fragments(): Promise<readonly Fragment[]> {
  const folder = join(temporary, 'site/one/fragment');
  return Promise.all((await readdir(folder)).map(async (name) => JSON.parse(gunzipSync(await readFile(join(folder, name))).toString('utf8').replace(/^pagefind_dcd/u, '')) as Fragment));
}

test('the version of Pagefind is exactly the one whose formats are known', async () => {
  const own = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
  const installed = JSON.parse(await readFile(join(PROJECT, 'node_modules/pagefind/package.json'), 'utf8')) as { readonly version: string };
  assert.deepEqual([own.dependencies['pagefind'], installed.version], ['1.6.0', '1.6.0']);
});

test('two builds of the same articles are the same, byte for byte', async () => {
  const [one, two] = [join(temporary, 'site/one'), join(temporary, 'two')];
  const files = await filesOf(one);
  assert.ok(files.length > ARTICLES);
  assert.deepEqual(await filesOf(two), files);
  for (const name of files) assert.ok((await readFile(join(one, name))).equals(await readFile(join(two, name))), name);
});

type Places = readonly number[];
type WordRow = readonly [word: string, articles: readonly (readonly [since: number, text: Places, fields: Places])[], spellings: readonly unknown[]];
type ListRow = readonly [version: string, articles: readonly (readonly [name: string, words: number, sort: string])[], chunks: readonly (readonly [from: string, to: string, name: string])[], filters: unknown, sorts: unknown, fields: readonly string[]];

async function readCbor(file: string): Promise<unknown> {
  const bytes = gunzipSync(await readFile(file));
  assert.equal(bytes.subarray(0, 12).toString(), 'pagefind_dcd', file);
  return decode(bytes.subarray(12));
}

/** All that a bundle’s index says, its articles by their address and not by a number. */
async function readBundle(folder: string) {
  const files = await filesOf(folder);
  const [version, articles, chunks, filters, sorts, fields] = (await readCbor(join(folder, files.find((name) => name.endsWith('.pf_meta')) ?? ''))) as ListRow;
  const addresses = await Promise.all(articles.map(async ([name]) => (JSON.parse(gunzipSync(await readFile(join(folder, 'fragment', `${name}.pf_fragment`))).subarray(12).toString()) as Fragment).url));
  const words = new Map<string, { readonly byAddress: readonly (readonly [address: string, text: Places, fields: Places])[]; readonly spellings: readonly unknown[] }>();
  for (const [from, to, name] of chunks) {
    const [rows] = (await readCbor(join(folder, 'index', `${name}.pf_index`))) as readonly [readonly WordRow[]];
    assert.deepEqual([rows[0]?.[0], rows.at(-1)?.[0]], [from, to]);
    for (const [word, held, spellings] of rows) {
      let at = 0;
      const byAddress = held.map(([since, text, own]) => [addresses[(at += since)] ?? '', text, own] as const).sort(([a], [b]) => (a < b ? -1 : 1));
      words.set(word, { byAddress, spellings });
    }
  }
  return { version, counts: new Map(articles.map(([, count, sort], at) => [addresses[at], { count, sort }])), filters, sorts, fields, words };
}

/** From a place each since the last; negative numbers tell how much those behind them weigh. */
function placesOf(steps: Places): Places {
  let at = 0;
  return steps.filter((step) => step >= 0).map((step) => (at += step));
}

/** What Pagefind makes of them itself. */
async function buildByPagefind(folder: string): Promise<void> {
  const { index } = await createIndex({ writePlayground: false });
  assert.ok(index !== undefined);
  for (const { url, title, text, names: own, summary } of records) {
    const meta = { title: writtenText(title), names: writtenText(own), summary: writtenText(summary) };
    assert.deepEqual((await index.addCustomRecord({ url, content: writtenText(text), language: 'unknown', meta })).errors, []);
  }
  await index.writeFiles({ outputPath: folder });
  await close();
}

test('the index says what Pagefind itself writes of the same articles', async () => {
  const folder = join(temporary, 'pagefind');
  await buildByPagefind(folder);
  const [own, theirs] = await Promise.all([readBundle(join(temporary, 'site/one')), readBundle(folder)]);
  // Of a token with several words Pagefind knows the whole beside its parts, and weighs the parts by their number: no question asks for either.
  const joined = new Set(records.flatMap(({ title, text, names: tags }) => [title, text, tags].flatMap((part) => writtenText(part).split(' '))).filter((token) => token !== '-' && token.includes('-')));
  const parts = new Set([...joined].flatMap((token) => [...token.split('-'), token.replaceAll('-', '')]));
  let compared = 0;
  for (const [word, rows] of own.words) {
    if (parts.has(word)) continue;
    assert.deepEqual(rows, theirs.words.get(word), word);
    compared += 1;
  }
  assert.ok(compared > 1000, String(compared));
  const byUrl = new Map(records.map((record) => [record.url, writtenText(record.text).split(' ')]));
  for (const [word, { byAddress }] of theirs.words) {
    if (own.words.has(word)) continue;
    for (const [address, text] of byAddress) assert.ok(placesOf(text).every((place) => joined.has(byUrl.get(address)?.[place] ?? '')), `${word} in ${address}`);
  }
  assert.deepEqual({ ...own, words: undefined }, { ...theirs, words: undefined });
  const entries = await Promise.all([join(temporary, 'site/one'), folder].map(async (where) => JSON.parse((await readFile(join(where, 'pagefind-entry.json'), 'utf8')).replace(/unknown_[0-9a-f]+/u, 'hash')) as unknown));
  assert.deepEqual(entries[0], entries[1]);
});

test('words are in the order of their bytes, also letters beyond 16 bits', () => {
  const words = ['\u{20000}', '\uFA0E', 'كتاب'];
  const chunks = writeBundleWords(readShard([searchRecord('beyond', { date: '2020-01-01', title: 'ب', text: words.join(' ') })]));
  const found = chunks.flatMap(({ bytes }) => (decode(bytes) as readonly [readonly WordRow[]])[0].map(([word]) => word));
  assert.deepEqual(found, ['ب', 'كتاب', '\uFA0E', '\u{20000}'].map(writtenForm));
});

test('the bundle has what search needs and nothing of Pagefind’s own interface', async () => {
  const files = await filesOf(join(temporary, 'site/one'));
  const kinds = new Set(files.map((name) => name.replace(/^fragment\/.*\.pf_fragment$/u, 'fragment').replace(/^index\/.*\.pf_index$/u, 'index').replace(/\.[a-z0-9_]+(?=\.pf_meta$)/u, '')));
  assert.deepEqual([...kinds].sort(), ['fragment', 'index', 'pagefind-entry.json', 'pagefind-worker.js', 'pagefind.js', 'pagefind.pf_meta', 'wasm.unknown.pagefind']);
});

test('each article has a fragment that holds its text and headline as they were written', async () => {
  const found = new Map((await fragments()).map((fragment) => [fragment.url, fragment]));
  assert.equal(found.size, ARTICLES);
  for (const { url, text, title, shown, names: own } of records) {
    assert.equal(found.get(url)?.content, storedText(text), url);
    assert.deepEqual(found.get(url)?.meta, { ...shown, names: storedText(own), title }, url);
  }
});

test('the text of a fragment has as many tokens as the text that was indexed', async () => {
  const byUrl = new Map(records.map((record) => [record.url, record]));
  for (const { url, content } of await fragments()) assert.equal(content.split(' ').length, writtenText(byUrl.get(url)?.text ?? '').split(' ').length, url);
});

interface Hit {
  readonly url: string;
  readonly words: readonly number[];
  readonly content: string;
}

/** Asks the bundle's own engine, in a page where it was loaded. */
async function hits(page: Page, term: string): Promise<readonly Hit[]> {
  return page.evaluate(async (text) => {
    const { engine } = globalThis as unknown as { readonly engine: { readonly search: (text: string) => Promise<{ readonly results: readonly { readonly data: () => Promise<{ raw_url?: string; url: string; locations: readonly number[]; raw_content?: string; content: string }> }[] }> } };
    const { results } = await engine.search(text);
    const data = await Promise.all(results.map((result) => result.data()));
    return data.map(({ url, raw_url, locations, content }) => ({ url: raw_url ?? url, words: locations, content })).sort((a, b) => (a.url < b.url ? -1 : 1));
  }, term);
}

async function freshEngine(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${served.url}one/pagefind-entry.json`);
  await page.evaluate(async (address) => {
    const engine = (await import(address)) as { readonly init: () => Promise<void> };
    await engine.init();
    Object.assign(globalThis, { engine });
  }, `${served.url}one/pagefind.js`);
  return page;
}

/** The word as Pagefind was given it. */
function termOf(word: string): string {
  return writtenForm(readWords(word)[0]?.form ?? '');
}

test('the names of the fragments are known, in the order of the articles', async () => {
  assert.equal(names.length, ARTICLES);
  for (const [at, name] of names.entries()) {
    const file = join(temporary, 'site/one/fragment', `unknown_${name}.pf_fragment`);
    const { url } = JSON.parse(gunzipSync(await readFile(file)).toString('utf8').replace(/^pagefind_dcd/u, '')) as Fragment;
    assert.equal(url, records[at]?.url);
  }
});

const WORDS = ['مصر', 'العراق', 'اتفاق', 'الرئيس', 'مليون', 'دولة', 'العالم', '2019', 'علم', 'في'];

test('the words at the positions that are highlighted are the form that was asked for', async () => {
  const page = await freshEngine();
  let looked = 0;
  for (const word of WORDS) {
    const term = termOf(word);
    for (const { url, words, content } of await hits(page, term)) {
      const tokens = content.split(' ');
      const holders = new Set(tokens.flatMap((token, index) => (writtenText(token).split('-').includes(term) ? [index] : [])));
      for (const position of words) assert.ok(holders.has(position), `${word} in ${url} at ${String(position)}: ${String(tokens[position])}`);
      assert.deepEqual([...new Set(words)].sort((a, b) => a - b), [...holders], `${word} in ${url}: every place is known`);
      looked += words.length;
    }
  }
  assert.ok(looked > 100, 'there were words to look at');
  await page.close();
});

test('a word is found in the same articles by a fresh engine and after other searches', async () => {
  const used = await freshEngine();
  for (const word of WORDS) await hits(used, termOf(word));
  for (const word of WORDS) {
    const term = termOf(word);
    const expected = records.filter(({ title, text, names }) => [title, text, names].some((part) => writtenText(part).split(/[ -]/u).includes(term))).map(({ url }) => url).sort();
    const fresh = await freshEngine();
    assert.deepEqual((await hits(fresh, term)).map(({ url }) => url), expected, word);
    await fresh.close();
    assert.deepEqual((await hits(used, term)).map(({ url }) => url), expected, `${word}, after other searches`);
  }
  await used.close();
});
