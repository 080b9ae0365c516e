/**
 * Builds the search bundle: Pagefind indexes the analysed text, then each of its fragments is given the original text
 * back, so that results show what was written. This relies on the fragment format of Pagefind 1.6.0, which is pinned
 * and held by a test.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { originalText, type Tokens } from '../tokens.ts';
import type { SearchRecord } from './search-record.ts';

const unzip = promisify(gunzip);
const zip = promisify(gzip);

/** Every data file of Pagefind begins with these bytes inside its gzip. */
const SIGNATURE = 'pagefind_dcd';

/** Records on their way to Pagefind at one time. */
const BATCH = 64;

/** Files of Pagefind's own interface, which this site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/u;

/** Writes the bundle into a folder. Two builds of the same records are byte-identical. */
export async function buildBundle(records: readonly SearchRecord[], folder: string, tokens: Tokens): Promise<void> {
  try {
    const { index, errors } = await createIndex({ writePlayground: false });
    if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    for (let start = 0; start < records.length; start += BATCH) {
      const answers = await Promise.all(records.slice(start, start + BATCH).map((record) => index.addCustomRecord(toPagefind(record, tokens))));
      const failed = answers.flatMap((answer) => answer.errors);
      if (failed.length > 0) throw new Error(`Pagefind refused a record: ${failed.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind could not write its files: ${written.errors.join('; ')}`);
    await index.deleteIndex();
  } finally {
    await close();
  }
  await removeUnused(folder);
  await restoreOriginals(records, join(folder, 'fragment'));
}

function toPagefind({ url, title, text, names }: SearchRecord, { analysedText }: Tokens) {
  // Pagefind searches all meta fields; `restoreOriginals` puts the ones to be shown in their place.
  return { url, content: analysedText(text), language: 'unknown', meta: { title: analysedText(title), ...(names === '' ? {} : { names: analysedText(names) }) } };
}

async function removeUnused(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (UNUSED.test(name)) await rm(join(folder, name));
}

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

async function restoreOriginals(records: readonly SearchRecord[], folder: string): Promise<void> {
  const byUrl = new Map(records.map((record) => [record.url, record]));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.pf_fragment'));
  for (let start = 0; start < names.length; start += BATCH) {
    await Promise.all(names.slice(start, start + BATCH).map((name) => restoreOriginal(join(folder, name), byUrl)));
  }
}

async function restoreOriginal(file: string, byUrl: ReadonlyMap<string, SearchRecord>): Promise<void> {
  const plain = (await unzip(await readFile(file))).toString('utf8');
  if (!plain.startsWith(SIGNATURE)) throw new Error(`${file} is not a fragment of the pinned Pagefind version`);
  const fragment = JSON.parse(plain.slice(SIGNATURE.length)) as Fragment;
  const record = byUrl.get(fragment.url);
  if (record === undefined) throw new Error(`${file} belongs to ${fragment.url}, which was not indexed`);
  const content = originalText(record.text);
  if (content.split(' ').length !== fragment.content.split(' ').length) throw new Error(`The tokens of ${fragment.url} do not line up with its text`);
  const restored = { ...fragment, content, meta: { ...record.shown, title: record.title } };
  await writeFile(file, await zip(`${SIGNATURE}${JSON.stringify(restored)}`));
}
