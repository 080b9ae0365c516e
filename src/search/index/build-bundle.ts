/**
 * Builds a Pagefind bundle of one shard: Pagefind indexes the normal forms of all words with their places, then each of its
 * fragments is given the original text back, so that results show what was written. This relies on the fragment format
 * of Pagefind 1.6.0, which is pinned and held by a test.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import type * as Pagefind from 'pagefind';
import type { Token } from '../tokens.ts';
import { originalOf, type ReadRecord } from './read-record.ts';

/** Every data file of Pagefind begins with these bytes inside its gzip. */
const SIGNATURE = 'pagefind_dcd';

const FRAGMENT = /^unknown_([0-9a-z]+)\.pf_fragment$/u;

/** Records on their way to Pagefind at one time. */
const BATCH = 64;

/** Files of Pagefind's own interface, which this site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/u;

/** Makes an empty index; `deleteIndex` is called when its bundle stands. */
export type MakeIndex = () => Promise<Pagefind.PagefindIndex>;

/**
 * Lends Pagefind, which is a process of its own, and ends it.
 * @param lane another number, another process: one alone does one thing at a time
 */
export async function withPagefind<T>(work: (makeIndex: MakeIndex) => Promise<T>, lane = 0): Promise<T> {
  // Pagefind's package keeps its process in the module; the same module under another address has another.
  const { close, createIndex } = (await import(`${import.meta.resolve('pagefind')}?lane=${String(lane)}`)) as typeof Pagefind;
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
export async function buildBundle(records: readonly ReadRecord[], folder: string, makeIndex: MakeIndex): Promise<readonly string[]> {
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

function toPagefind({ record: { url }, title, text, names, summary }: ReadRecord) {
  const write = (tokens: readonly Token[]): string => tokens.map(({ written }) => written).join(' ');
  // Pagefind searches all meta fields; `restoreOriginals` puts the ones to be shown in their place.
  return { url, content: write(text), language: 'unknown', meta: { title: write(title), ...(names.length === 0 ? {} : { names: write(names) }), ...(summary.length === 0 ? {} : { summary: write(summary) }) } };
}

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

async function restoreOriginals(records: readonly ReadRecord[], folder: string): Promise<readonly string[]> {
  const byUrl = new Map(records.map((read) => [read.record.url, read]));
  const names = new Map<string, string>();
  const files = await readdir(folder);
  for (let start = 0; start < files.length; start += BATCH) {
    for (const file of files.slice(start, start + BATCH)) {
      const [, name] = FRAGMENT.exec(file) ?? [];
      if (name === undefined) throw new Error(`${file} is not the name of a fragment of the pinned Pagefind version`);
      names.set(restoreOriginal(join(folder, file), byUrl), name);
    }
    // Another shard may have answers of Pagefind waiting.
    await setImmediate();
  }
  return records.map(({ record: { url } }) => {
    const name = names.get(url);
    if (name === undefined) throw new Error(`Pagefind wrote no fragment for ${url}`);
    return name;
  });
}

/** A fragment is so small that to hand it to other threads takes longer than the work. @returns the address of its article */
function restoreOriginal(file: string, byUrl: ReadonlyMap<string, ReadRecord>): string {
  const plain = gunzipSync(readFileSync(file)).toString('utf8');
  if (!plain.startsWith(SIGNATURE)) throw new Error(`${file} is not a fragment of the pinned Pagefind version`);
  const fragment = JSON.parse(plain.slice(SIGNATURE.length)) as Fragment;
  const read = byUrl.get(fragment.url);
  if (read === undefined) throw new Error(`${file} belongs to ${fragment.url}, which was not indexed`);
  const content = originalOf(read.text);
  if (content.split(' ').length !== fragment.content.split(' ').length) throw new Error(`The tokens of ${fragment.url} do not line up with its text`);
  const [names, summary] = [originalOf(read.names), originalOf(read.summary)];
  const { shown, title } = read.record;
  const restored = { ...fragment, content, meta: { ...shown, ...(names === '' ? {} : { names }), ...(summary === '' ? {} : { summary }), title } };
  writeFileSync(file, gzipSync(`${SIGNATURE}${JSON.stringify(restored)}`));
  return fragment.url;
}
