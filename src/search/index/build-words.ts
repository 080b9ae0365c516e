/** The word index: the classes of all words with their articles, segment by segment. */
import type { Analyser } from '../../arabic/analyser.ts';
import { ByteWriter } from '../format/bytes.ts';
import type { ChunkList } from '../format/chunks.ts';
import { weightOf, writeForms, type FormPostings } from '../format/postings.ts';
import { NAMED_BIT, type ShardIndex } from './shard-index.ts';
import { hashText, writeChunks, type FileWriter } from './write-files.ts';

/** Bytes of a file before compression: a search fetches one or two a word and segment. */
const WORDS_SIZE = 28_000;

/** Share of a text's length that speaks against its words (the b of BM25). */
const LENGTH_SHARE = 0.75;

/** How often each form stands in all shards. */
export function countForms(shards: readonly ShardIndex[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { forms, entries } of shards) {
    const own = new Uint32Array(forms.length);
    for (const [at, place] of entries.form.entries()) own[place] = (own[place] ?? 0) + (entries.text[at] ?? 0) + ((entries.head[at] ?? 0) & (NAMED_BIT - 1));
    for (const [place, form] of forms.entries()) counts.set(form, (counts.get(form) ?? 0) + (own[place] ?? 0));
  }
  return counts;
}

/**
 * Words of an archive's average text, to the nearest of a scale whose steps are √2: the articles of tomorrow should not change
 * the weights of today's.
 */
export function averageLength(parts: readonly { readonly articles: number; readonly length: number }[]): number {
  const articles = parts.reduce((sum, part) => sum + part.articles, 0);
  const average = parts.reduce((sum, part) => sum + part.length, 0) / Math.max(1, articles);
  return 2 ** (Math.round(2 * Math.log2(Math.max(8, average))) / 2);
}

/**
 * Writes the classes of one segment.
 * @param shards its shards, oldest first
 * @param average words of an average text
 */
export function writeSegment(shards: readonly ShardIndex[], average: number, { classesOf, stemOf }: Analyser, files: FileWriter): ChunkList {
  const postings = groupByForm(shards, average);
  const classes = new Map<string, string[]>();
  for (const form of postings.keys()) {
    for (const name of classesOf(form)) {
      const forms = classes.get(name);
      if (forms === undefined) classes.set(name, [form]);
      else forms.push(form);
    }
  }
  const names = [...classes.keys()].sort();
  return writeChunks(files, names, WORDS_SIZE, (name) => name, (writer, name) => {
    writer.text(name);
    const forms = (classes.get(name) ?? []).sort().map((form) => ({ ...(postings.get(form)?.() ?? missing(form)), stem: stemByte(stemOf(form)) }));
    const body = new ByteWriter();
    writeForms(body, forms);
    writer.varint(body.length);
    writer.bytes(body.finish());
  });
}

/** FNV-1a, folded to a byte: now and then two stems share one, which costs a little order and no hit. */
function stemByte(stem: string): number {
  const hash = hashText(stem);
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & 0xff;
}

function missing(form: string): never {
  throw new Error(`No articles for ${form}`);
}

/** The articles of each form, made when they are asked for. */
function groupByForm(shards: readonly ShardIndex[], average: number): ReadonlyMap<string, () => Omit<FormPostings, 'stem'>> {
  // A counting sort by form: the entries of an archive are many, so nothing is made for each.
  const numbers = new Map<string, number>();
  const lengths: number[] = [];
  const numbered = shards.map(({ forms, entries }) => {
    const global = Int32Array.from(forms, (word) => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, lengths.length);
      return lengths.push(0) - 1;
    });
    for (const place of entries.form) lengths[global[place] ?? 0] = (lengths[global[place] ?? 0] ?? 0) + 1;
    return global;
  });
  const starts = new Uint32Array(lengths.length + 1);
  for (const [number, length] of lengths.entries()) starts[number + 1] = (starts[number] ?? 0) + length;
  const total = starts[lengths.length] ?? 0;
  const [articles, weights, zones] = [new Int32Array(total), new Uint8Array(total), new Uint16Array(total)];
  const next = starts.slice(0, lengths.length);
  let before = 0;
  for (const [shard, { articles: own, entries }] of shards.entries()) {
    const norms = Float64Array.from(own, ({ length }) => 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / average);
    for (const [at, place] of entries.form.entries()) {
      const number = numbered[shard]?.[place] ?? 0;
      const to = next[number] ?? 0;
      next[number] = to + 1;
      const article = entries.article[at] ?? 0;
      const head = entries.head[at] ?? 0;
      articles[to] = before + article;
      weights[to] = weightOf((entries.text[at] ?? 0) / (norms[article] ?? 1), head & (NAMED_BIT - 1), head >= NAMED_BIT);
      zones[to] = entries.zones[at] ?? 0;
    }
    before += own.length;
  }
  const groups = new Map<string, () => Omit<FormPostings, 'stem'>>();
  for (const [form, number] of numbers) {
    const [start, end] = [starts[number], starts[number + 1]];
    groups.set(form, () => ({ form, articles: articles.subarray(start, end), weights: weights.subarray(start, end), zones: zones.subarray(start, end) }));
  }
  return groups;
}
