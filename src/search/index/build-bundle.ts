/**
 * Builds a Pagefind bundle of one shard: Pagefind indexes the normal forms of all words with their places, then each of its
 * fragments is given the original text back, so that results show what was written. This relies on the fragment format
 * of Pagefind 1.6.0, which is pinned and held by a test.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { originalText, readTokens } from '../tokens.ts';
import type { SearchRecord } from './search-record.ts';

const unzip = promisify(gunzip);
const zip = promisify(gzip);

/** Every data file of Pagefind begins with these bytes inside its gzip. */
const SIGNATURE = 'pagefind_dcd';

const FRAGMENT = /^unknown_([0-9a-z]+)\.pf_fragment$/u;

/** Records on their way to Pagefind at one time. */
const BATCH = 64;

/** Files of Pagefind's own interface, which this site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/u;

/** Makes an empty index; `deleteIndex` is called when its bundle stands. */
export type MakeIndex = () => Promise<PagefindIndex>;

/** Lends Pagefind, which is a process of its own, and ends it. */
export async function withPagefind<T>(work: (makeIndex: MakeIndex) => Promise<T>): Promise<T> {
  try {
    return await work(async () => {
      const { index, errors } = await createIndex({ writePlayground: false });
      if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
      return index;
    });
  } finally {
    await close();
  }
}

/**
 * Writes the bundle into a folder. Two builds of the same records are byte-identical.
 * @returns the names of the fragments, in the order of the records
 */
export async function buildBundle(records: readonly SearchRecord[], folder: string, makeIndex: MakeIndex): Promise<readonly string[]> {
  const index = await makeIndex();
  for (let start = 0; start < records.length; start += BATCH) {
    const answers = await Promise.all(records.slice(start, start + BATCH).map((record) => index.addCustomRecord(toPagefind(record))));
    const failed = answers.flatMap((answer) => answer.errors);
    if (failed.length > 0) throw new Error(`Pagefind refused a record: ${failed.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(`Pagefind could not write its files: ${written.errors.join('; ')}`);
  await index.deleteIndex();
  for (const name of await readdir(folder)) if (UNUSED.test(name)) await rm(join(folder, name));
  return restoreOriginals(records, join(folder, 'fragment'));
}

function toPagefind({ url, title, text, names, summary }: SearchRecord) {
  const write = (original: string): string => readTokens(original).map(({ written }) => written).join(' ');
  // Pagefind searches all meta fields; `restoreOriginals` puts the ones to be shown in their place.
  return { url, content: write(text), language: 'unknown', meta: { title: write(title), ...(names === '' ? {} : { names: write(names) }), ...(summary === '' ? {} : { summary: write(summary) }) } };
}

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

async function restoreOriginals(records: readonly SearchRecord[], folder: string): Promise<readonly string[]> {
  const byUrl = new Map(records.map((record) => [record.url, record]));
  const names = new Map<string, string>();
  const files = await readdir(folder);
  for (let start = 0; start < files.length; start += BATCH) {
    await Promise.all(
      files.slice(start, start + BATCH).map(async (file) => {
        const [, name] = FRAGMENT.exec(file) ?? [];
        if (name === undefined) throw new Error(`${file} is not the name of a fragment of the pinned Pagefind version`);
        names.set(await restoreOriginal(join(folder, file), byUrl), name);
      }),
    );
  }
  return records.map(({ url }) => {
    const name = names.get(url);
    if (name === undefined) throw new Error(`Pagefind wrote no fragment for ${url}`);
    return name;
  });
}

/** @returns the address of the fragment's article */
async function restoreOriginal(file: string, byUrl: ReadonlyMap<string, SearchRecord>): Promise<string> {
  const plain = (await unzip(await readFile(file))).toString('utf8');
  if (!plain.startsWith(SIGNATURE)) throw new Error(`${file} is not a fragment of the pinned Pagefind version`);
  const fragment = JSON.parse(plain.slice(SIGNATURE.length)) as Fragment;
  const record = byUrl.get(fragment.url);
  if (record === undefined) throw new Error(`${file} belongs to ${fragment.url}, which was not indexed`);
  const content = originalText(record.text);
  if (content.split(' ').length !== fragment.content.split(' ').length) throw new Error(`The tokens of ${fragment.url} do not line up with its text`);
  const [names, summary] = [originalText(record.names), originalText(record.summary)];
  const restored = { ...fragment, content, meta: { ...record.shown, ...(names === '' ? {} : { names }), ...(summary === '' ? {} : { summary }), title: record.title } };
  await writeFile(file, await zip(`${SIGNATURE}${JSON.stringify(restored)}`));
  return fragment.url;
}
