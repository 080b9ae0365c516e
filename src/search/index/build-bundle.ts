/**
 * Writes the Pagefind bundle of a shard: the normal forms of all words with their places, and a fragment for each article with the
 * text as it was written. Pagefind's own program would write the same, in a process beside this one to which each text is sent, and whose fragments had
 * to be read and written again for the original text. The formats are those of Pagefind 1.6.0, which is pinned; a test holds
 * what is written here to what Pagefind writes.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CborWriter } from '../format/cbor.ts';
import { META_FIELDS, writeBundleWords, type IndexChunk } from './bundle-words.ts';
import { engineFiles, ENTRY, LANGUAGE, type EngineFiles } from './pagefind-engine.ts';
import type { ReadRecord, ReadShard } from './read-shard.ts';

/** Every data file of Pagefind begins with these bytes inside its gzip. */
const SIGNATURE = Buffer.from('pagefind_dcd');

const VERSION = '1.6.0';

/** Higher levels take half as long again and more, for a fiftieth less of a fragment and a twentieth less of the words. */
const LEVEL = 4;

export interface BuiltBundle {
  /** Names of the fragments, in the order of the records. */
  readonly fragments: readonly string[];
  /** Size of all files. */
  readonly bytes: number;
}

/** Writes the bundle into a folder. Two builds of the same shard are byte-identical. */
export async function buildBundle(shard: ReadShard, folder: string): Promise<BuiltBundle> {
  const { records } = shard;
  const engine = await engineFiles();
  await Promise.all(['fragment', 'index'].map((name) => mkdir(join(folder, name), { recursive: true })));
  let size = 0;
  const write = (name: string, bytes: Uint8Array | string): void => {
    writeFileSync(join(folder, name), bytes);
    size += Buffer.byteLength(bytes);
  };
  const taken = new Set<string>();
  const fragments = records.map((record) => {
    const bytes = fragmentOf(record);
    const name = freeName(bytes, taken);
    write(`fragment/${LANGUAGE}_${name}.pf_fragment`, gzipSync(bytes, { level: LEVEL }));
    return name;
  });
  const chunks = writeBundleWords(shard).map((chunk) => {
    const name = `${LANGUAGE}_${nameOf(chunk.bytes)}`;
    write(`index/${name}.pf_index`, pack(chunk.bytes));
    return { ...chunk, name };
  });
  const list = writeList(records, fragments, chunks);
  const hash = `${LANGUAGE}_${nameOf(list)}`;
  write(`pagefind.${hash}.pf_meta`, pack(list));
  for (const [name, bytes] of engine) write(name, name === ENTRY ? entryOf(engine, hash, records.length) : bytes);
  return { fragments, bytes: size };
}

/** @returns JSON, signed. `word_count` is what Pagefind counts: tokens. */
function fragmentOf({ record: { url, shown, title }, names, summary, text }: ReadRecord): Uint8Array {
  const meta = { ...shown, ...(names.stored === '' ? {} : { names: names.stored }), ...(summary.stored === '' ? {} : { summary: summary.stored }), title };
  return Buffer.from(`${SIGNATURE.toString()}${JSON.stringify({ url, content: text.stored, word_count: text.tokens.length, filters: {}, meta, anchors: [] })}`);
}

/** What Pagefind reads first of a bundle: its articles, its files of words, filters, orders, and fields. */
function writeList(records: readonly ReadRecord[], fragments: readonly string[], chunks: readonly (IndexChunk & { readonly name: string })[]): Uint8Array {
  const writer = new CborWriter();
  writer.array(6);
  writer.text(VERSION);
  writer.array(records.length);
  for (const [at, { text }] of records.entries()) {
    writer.array(3);
    writer.text(`${LANGUAGE}_${fragments[at] ?? ''}`);
    writer.integer(text.tokens.length);
    writer.text('');
  }
  writer.array(chunks.length);
  for (const { from, to, name } of chunks) {
    writer.array(3);
    for (const text of [from, to, name]) writer.text(text);
  }
  writer.array(0);
  writer.array(0);
  writer.array(META_FIELDS.length);
  for (const field of META_FIELDS) writer.text(field);
  return writer.finish();
}

/** @param hash name of the list of the bundle */
function entryOf(engine: EngineFiles, hash: string, articles: number): string {
  const entry = JSON.parse(Buffer.from(engine.get(ENTRY) ?? []).toString()) as object;
  return JSON.stringify({ ...entry, languages: { [LANGUAGE]: { hash, wasm: null, page_count: articles } } });
}

function pack(bytes: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([SIGNATURE, bytes]), { level: LEVEL });
}

/** Digits of a name: 40 bits. */
const NAME_LENGTH = 10;

function nameOf(bytes: Uint8Array, length = NAME_LENGTH): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, length);
}

/** Two articles of a bundle that meet in a name are told apart by more digits. */
function freeName(bytes: Uint8Array, taken: Set<string>): string {
  let name = nameOf(bytes);
  while (taken.has(name)) name = nameOf(bytes, name.length + 1);
  taken.add(name);
  return name;
}
