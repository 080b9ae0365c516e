/** The word index: the classes of all words with their articles, segment by segment, and the vocabulary that leads to them. */
import type { Analyser } from '../../arabic/analyser.ts';
import { ByteWriter } from '../format/bytes.ts';
import type { ChunkList } from '../format/chunks.ts';
import { writeForms, type FormPostings } from '../format/postings.ts';
import { stepOf, writeVocabularyEntry, type VocabularyEntry } from '../format/vocabulary.ts';
import type { ShardWords } from './collect-words.ts';
import { hashText, writeChunks, type FileWriter } from './write-files.ts';

/** Bytes of a file before compression: a search fetches one or two a word and segment. */
const WORDS_SIZE = 28_000;
const VOCABULARY_SIZE = 12_000;

/** How often each form stands in all shards. */
export function countForms(shards: readonly ShardWords[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { forms, counts: own } of shards) for (const [place, form] of forms.entries()) counts.set(form, (counts.get(form) ?? 0) + (own[place] ?? 0));
  return counts;
}

/** Writes the classes of one segment. @param shards its shards, oldest first */
export function writeSegment(shards: readonly ShardWords[], { classesOf, stemOf }: Analyser, files: FileWriter): ChunkList {
  const postings = groupByForm(shards);
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
function groupByForm(shards: readonly ShardWords[]): ReadonlyMap<string, () => Omit<FormPostings, 'stem'>> {
  // A counting sort by form: the entries of an archive are many, so nothing is made for each.
  const numbers = new Map<string, number>();
  const lengths: number[] = [];
  for (const { forms, form } of shards) {
    const global = forms.map((word) => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, lengths.length);
      return lengths.push(0) - 1;
    });
    for (const place of form) lengths[global[place] ?? 0] = (lengths[global[place] ?? 0] ?? 0) + 1;
  }
  const starts = new Uint32Array(lengths.length + 1);
  for (const [number, length] of lengths.entries()) starts[number + 1] = (starts[number] ?? 0) + length;
  const total = starts[lengths.length] ?? 0;
  const [articles, weights, zones] = [new Int32Array(total), new Uint8Array(total), new Uint16Array(total)];
  const next = starts.slice(0, lengths.length);
  let before = 0;
  for (const shard of shards) {
    const global = Int32Array.from(shard.forms, (word) => numbers.get(word) ?? 0);
    for (const [at, place] of shard.form.entries()) {
      const number = global[place] ?? 0;
      const to = next[number] ?? 0;
      next[number] = to + 1;
      articles[to] = before + (shard.article[at] ?? 0);
      weights[to] = shard.weight[at] ?? 0;
      zones[to] = shard.zones[at] ?? 0;
    }
    before += shard.articles;
  }
  const groups = new Map<string, () => Omit<FormPostings, 'stem'>>();
  for (const [form, number] of numbers) {
    const [start, end] = [starts[number], starts[number + 1]];
    groups.set(form, () => ({ form, articles: articles.subarray(start, end), weights: weights.subarray(start, end), zones: zones.subarray(start, end) }));
  }
  return groups;
}

/** Writes the vocabulary of the whole archive. */
export function writeVocabularyFiles(shards: readonly ShardWords[], { classesOf }: Analyser, files: FileWriter): ChunkList {
  const articles = new Map<string, number>();
  const spellings = new Map<string, string>();
  for (const { forms, spellings: own } of shards) for (const [place, word] of forms.entries()) if (!spellings.has(word)) spellings.set(word, own[place] ?? word);
  for (const { forms, form } of shards) {
    const own = new Uint32Array(forms.length);
    for (const place of form) own[place] = (own[place] ?? 0) + 1;
    for (const [place, word] of forms.entries()) articles.set(word, (articles.get(word) ?? 0) + (own[place] ?? 0));
  }
  const entries = [...articles.keys()].sort().map((form): VocabularyEntry => ({ form, step: stepOf(articles.get(form) ?? 0), spelling: spellings.get(form) ?? form, classes: classesOf(form) }));
  return writeChunks(files, entries, VOCABULARY_SIZE, ({ form }) => form, (writer, entry, before) => {
    writeVocabularyEntry(writer, entry, before?.form ?? '');
  });
}
