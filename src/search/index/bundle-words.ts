/**
 * Where every normal form stands in the articles of a shard, as Pagefind 1.6 keeps it: a list of arrays in CBOR that was read from
 * what it writes itself, and is held to that by a test.
 */
import { CborWriter } from '../format/cbor.ts';
import { writtenForm } from '../tokens.ts';
import { Growing } from './growing.ts';
import type { ReadField, ReadShard } from './read-shard.ts';

/** Fields beside the text, in the order of their numbers. */
export const META_FIELDS = ['names', 'summary', 'title'] as const;

const TEXT_FIELD = META_FIELDS.length;
const FIELDS = TEXT_FIELD + 1;

/** Bytes of a file before compression. Pagefind’s own are of about this size. */
const CHUNK = 60_000;

/** Says that all places behind it weigh alike, namely as a word of plain text: Pagefind counts in 24ths, and tells weights by negative numbers from −1 on. */
const PLAIN_WEIGHT = -25;

export interface IndexChunk {
  /** First and last word in it. */
  readonly from: string;
  readonly to: string;
  /** CBOR. */
  readonly bytes: Uint8Array;
}

/** @returns words in order, cut into files */
export function writeBundleWords(shard: ReadShard): readonly IndexChunk[] {
  const found = findWords(shard);
  const chunks: IndexChunk[] = [];
  let body = new CborWriter();
  let held: string[] = [];
  const close = (): void => {
    const [from] = held;
    const to = held.at(-1);
    if (from === undefined || to === undefined) return;
    const whole = new CborWriter();
    whole.array(1);
    whole.array(held.length);
    whole.append(body);
    chunks.push({ from, to, bytes: whole.finish() });
    body = new CborWriter();
    held = [];
  };
  for (const { number, written } of inOrder(shard.words)) {
    writeWord(body, written, found, number);
    held.push(written);
    if (body.length >= CHUNK) close();
  }
  close();
  return chunks;
}

/** In the order of Pagefind’s words, which is that of their bytes in UTF-8. `<` compares code units, which is the same but for letters beyond 16 bits. */
function inOrder(words: ReadShard['words']): readonly { readonly number: number; readonly written: string }[] {
  const order = words.map(({ form }, number) => ({ number, written: writtenForm(form) }));
  if (!words.some(({ form }) => BEYOND.test(form))) return order.sort((a, b) => (a.written < b.written ? -1 : 1));
  return order.map((word) => ({ ...word, bytes: Buffer.from(word.written) })).sort((a, b) => a.bytes.compare(b.bytes));
}

const BEYOND = /[\u{10000}-\u{10FFFF}]/u;

interface FoundWords {
  /** Where the places of each word begin; one more than words. */
  readonly starts: Uint32Array;
  /** Of each place: the article and its field in one number. */
  readonly fields: Uint32Array;
  /** Of each place: which token of its field. */
  readonly tokens: Uint32Array;
}

function findWords({ words, records }: ReadShard): FoundWords {
  const [met, fields, tokens] = [new Growing(Uint32Array), new Growing(Uint32Array), new Growing(Uint32Array)];
  const readField = (field: number, { tokens: own }: ReadField): void => {
    for (let at = 0; at < own.length; at += 1) {
      for (const word of own[at]?.words ?? []) {
        met.push(word);
        fields.push(field);
        tokens.push(at);
      }
    }
  };
  for (const [at, { text, ...record }] of records.entries()) {
    readField(at * FIELDS + TEXT_FIELD, text);
    for (const [meta, name] of META_FIELDS.entries()) readField(at * FIELDS + meta, record[name]);
  }
  return sortByWord(met.finish(), fields.finish(), tokens.finish(), words.length);
}

/** A counting sort, which keeps the order of articles, fields and tokens. */
function sortByWord(met: Uint32Array, fields: Uint32Array, tokens: Uint32Array, words: number): FoundWords {
  const starts = new Uint32Array(words + 1);
  for (const word of met) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  for (let word = 0; word < words; word += 1) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const next = starts.slice();
  const [sortedFields, sortedTokens] = [new Uint32Array(met.length), new Uint32Array(met.length)];
  for (let at = 0; at < met.length; at += 1) {
    const word = met[at] ?? 0;
    const to = next[word] ?? 0;
    next[word] = to + 1;
    sortedFields[to] = fields[at] ?? 0;
    sortedTokens[to] = tokens[at] ?? 0;
  }
  return { starts, fields: sortedFields, tokens: sortedTokens };
}

/** `[word, [[articles since the last, [places in the text], [places in fields beside it]]…], []]` */
function writeWord(writer: CborWriter, written: string, { starts, fields, tokens }: FoundWords, word: number): void {
  const [start, end] = [starts[word] ?? 0, starts[word + 1] ?? 0];
  writer.array(3);
  writer.text(written);
  writer.array(countRuns(fields, start, end, articleOf));
  let last = 0;
  for (let at = start; at < end; ) {
    const article = articleOf(fields[at] ?? 0);
    const next = runEnd(fields, at, end, articleOf);
    const text = fieldOf(fields[at] ?? 0) === TEXT_FIELD ? runEnd(fields, at, next, fieldOf) : at;
    writer.array(3);
    writer.integer(article - last);
    writer.array(text === at ? 0 : text - at + 1);
    if (text > at) writer.integer(PLAIN_WEIGHT);
    writePlaces(writer, tokens, at, text);
    writer.array(countRuns(fields, text, next, fieldOf) + next - text);
    for (let place = text; place < next; ) {
      const behind = runEnd(fields, place, next, fieldOf);
      writer.integer(-1 - fieldOf(fields[place] ?? 0));
      writePlaces(writer, tokens, place, behind);
      place = behind;
    }
    last = article;
    at = next;
  }
  // Spellings beside the form, which there are none of.
  writer.array(0);
}

/** Each place since the one before. */
function writePlaces(writer: CborWriter, tokens: Uint32Array, start: number, end: number): void {
  let last = 0;
  for (let at = start; at < end; at += 1) {
    const token = tokens[at] ?? 0;
    writer.integer(token - last);
    last = token;
  }
}

function articleOf(field: number): number {
  return Math.floor(field / FIELDS);
}

function fieldOf(field: number): number {
  return field % FIELDS;
}

function runEnd(fields: Uint32Array, start: number, end: number, of: (field: number) => number): number {
  const value = of(fields[start] ?? 0);
  let at = start + 1;
  while (at < end && of(fields[at] ?? 0) === value) at += 1;
  return at;
}

function countRuns(fields: Uint32Array, start: number, end: number, of: (field: number) => number): number {
  let runs = 0;
  for (let at = start; at < end; at = runEnd(fields, at, end, of)) runs += 1;
  return runs;
}
