/**
 * Where every normal form stands in the articles of a shard, as Pagefind 1.6 keeps it: a list of arrays in CBOR that was read from
 * what it writes itself, and is held to that by a test.
 */
import { CborWriter } from '../format/cbor.ts';
import { writtenForm } from '../tokens.ts';
import { orderTexts } from './order-texts.ts';
import type { ReadShard } from './read-shard.ts';

/** Fields beside the text, in the order of their numbers. */
export const META_FIELDS = ['names', 'summary', 'title'] as const;

const TEXT_FIELD = META_FIELDS.length;
/** An article and one of its fields share a number, whose lowest bits are the field's. */
const FIELD_BITS = 2;

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

/** In the order of Pagefind’s words, which is that of their bytes in UTF-8: that of code units, but for letters beyond 16 bits. */
function inOrder(words: ReadShard['words']): readonly { readonly number: number; readonly written: string }[] {
  const all = words.map(({ form }, number) => ({ number, written: writtenForm(form) }));
  if (words.some(({ form }) => BEYOND.test(form))) return all.map((word) => ({ ...word, bytes: Buffer.from(word.written) })).sort((a, b) => a.bytes.compare(b.bytes));
  return Array.from(orderTexts(all.map(({ written }) => written)), (number) => all[number] ?? { number, written: '' });
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

/** A counting sort by word, which keeps the order of articles, fields and tokens. */
function findWords({ words, tokens: { starts: wordStarts, words: tokenWords }, records }: ReadShard): FoundWords {
  const read = records.flatMap(({ text, ...record }, at) => [{ field: (at << FIELD_BITS) | TEXT_FIELD, tokens: text.tokens }, ...META_FIELDS.map((name, meta) => ({ field: (at << FIELD_BITS) | meta, tokens: record[name].tokens }))]);
  const starts = new Uint32Array(words.length + 1);
  for (const { tokens } of read) {
    for (const token of tokens) {
      for (let own = wordStarts[token] ?? 0; own < (wordStarts[token + 1] ?? 0); own += 1) {
        const word = tokenWords[own] ?? 0;
        starts[word + 1] = (starts[word + 1] ?? 0) + 1;
      }
    }
  }
  for (let word = 0; word < words.length; word += 1) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const next = starts.slice();
  const [fields, places] = [new Uint32Array(starts.at(-1) ?? 0), new Uint32Array(starts.at(-1) ?? 0)];
  for (const { field, tokens } of read) {
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at] ?? 0;
      for (let own = wordStarts[token] ?? 0; own < (wordStarts[token + 1] ?? 0); own += 1) {
        const word = tokenWords[own] ?? 0;
        const to = next[word] ?? 0;
        next[word] = to + 1;
        fields[to] = field;
        places[to] = at;
      }
    }
  }
  return { starts, fields, tokens: places };
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
  return field >>> FIELD_BITS;
}

function fieldOf(field: number): number {
  return field & ((1 << FIELD_BITS) - 1);
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
