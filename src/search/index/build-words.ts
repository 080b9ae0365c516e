/** The word index: the classes of all words with their articles, segment by segment. */
import type { Analyser } from '../../arabic/analyser.ts';
import { ByteWriter } from '../format/bytes.ts';
import type { Segment } from '../format/manifest.ts';
import { weightOf, writeForms, type FormPostings } from '../format/postings.ts';
import { NAMED_BIT, type ShardIndex } from './shard-index.ts';
import { orderForms, sumsOf, writePlaceFiles, type SegmentPlaces } from './write-places.ts';
import { hashText, writeChunks, type FileWriter } from './write-files.ts';

/**
 * Bytes of a file before compression, up to so many articles of a segment: a search fetches one or two a word and segment. A small segment
 * has few files, so that to name them costs little, while a large one of them would hold hundreds of words that nobody asked for. In
 * steps, since another size cuts all files of the segment anew.
 */
const SIZES: readonly (readonly [articles: number, bytes: number])[] = [[2_000, 5_000], [12_000, 10_000]];
const LARGEST_SIZE = 20_000;

function fileSize(articles: number): number {
  return SIZES.find(([most]) => articles <= most)?.[1] ?? LARGEST_SIZE;
}

/** Share of a text's length that speaks against its words (the b of BM25). */
const LENGTH_SHARE = 0.75;

/** How often each form stands in all shards. */
export function countForms(shards: readonly ShardIndex[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { forms, entries } of shards) {
    const own = new Uint32Array(forms.length);
    for (let at = 0; at < entries.form.length; at += 1) {
      const place = entries.form[at] ?? 0;
      own[place] = (own[place] ?? 0) + (entries.text[at] ?? 0) + ((entries.head[at] ?? 0) & (NAMED_BIT - 1));
    }
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
 * Writes the classes and the places of one segment.
 * @param shards its shards, oldest first
 * @param average words of an average text
 */
export async function writeSegment(shards: readonly ShardIndex[], average: number, { classesOf, stemOf }: Analyser, files: FileWriter): Promise<Pick<Segment, 'words' | 'places'>> {
  const { postings, places: allPlaces } = groupByForm(shards, average);
  const size = fileSize(shards.reduce((sum, { articles }) => sum + articles.length, 0));
  // Nothing of the one is in the other: a thread writes the places of a large segment while this one writes the words.
  const placing = writePlaceFiles(allPlaces, size, files);
  // Whoever fails first is told of; the other is waited for below, or by nobody.
  placing.catch(() => undefined);
  const classes = new Map<string, string[]>();
  for (const form of postings.keys()) {
    for (const name of classesOf(form)) {
      const forms = classes.get(name);
      if (forms === undefined) classes.set(name, [form]);
      else forms.push(form);
    }
  }
  const names = [...classes.keys()].sort();
  const body = new ByteWriter();
  const words = await writeChunks(files, names, size, (name) => name, (writer, name) => {
    writer.text(name);
    const forms = (classes.get(name) ?? []).sort().map((form) => ({ ...(postings.get(form)?.() ?? missing(form)), stem: stemByte(stemOf(form)) }));
    body.clear();
    writeForms(body, forms);
    writer.varint(body.length);
    writer.append(body);
  });
  return { words, places: files.write(Buffer.from(JSON.stringify(await placing))) };
}

/** FNV-1a, folded to a byte: now and then two stems share one, which costs a little order and no hit. */
function stemByte(stem: string): number {
  const hash = hashText(stem);
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & 0xff;
}

function missing(form: string): never {
  throw new Error(`No articles for ${form}`);
}

/** What is known of a form in a segment. */
type FormGroup = Omit<FormPostings, 'stem'>;

/** The articles of each form, made when they are asked for, and the places of all. */
function groupByForm(shards: readonly ShardIndex[], average: number): { readonly postings: ReadonlyMap<string, () => FormGroup>; readonly places: SegmentPlaces } {
  // A counting sort by form: the entries of an archive are many, so nothing is made for each, and loops count by themselves.
  const numbers = new Map<string, number>();
  const lengths: number[] = [];
  const placeCounts: number[] = [];
  const numbered = shards.map(({ forms, entries }) => {
    const global = Int32Array.from(forms, (word) => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, lengths.length);
      placeCounts.push(0);
      return lengths.push(0) - 1;
    });
    for (let at = 0; at < entries.form.length; at += 1) {
      const number = global[entries.form[at] ?? 0] ?? 0;
      lengths[number] = (lengths[number] ?? 0) + 1;
      placeCounts[number] = (placeCounts[number] ?? 0) + (entries.held[at] ?? 0);
    }
    return global;
  });
  const starts = sumsOf(lengths);
  const placeStarts = sumsOf(placeCounts);
  const total = starts[lengths.length] ?? 0;
  const [articles, weights, zones] = [new Int32Array(total), new Uint8Array(total), new Uint16Array(total)];
  const [places, neighbours, held] = [new Uint32Array(placeStarts.at(-1) ?? 0), new Uint8Array(placeStarts.at(-1) ?? 0), new Uint32Array(total)];
  const next = starts.slice(0, lengths.length);
  const nextPlace = placeStarts.slice(0, lengths.length);
  let before = 0;
  for (const [shard, { articles: own, entries }] of shards.entries()) {
    const norms = Float64Array.from(own, ({ length }) => 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / average);
    let read = 0;
    const global = numbered[shard] ?? new Int32Array();
    for (let at = 0; at < entries.form.length; at += 1) {
      const number = global[entries.form[at] ?? 0] ?? 0;
      const to = next[number] ?? 0;
      next[number] = to + 1;
      const article = entries.article[at] ?? 0;
      const head = entries.head[at] ?? 0;
      articles[to] = before + article;
      weights[to] = weightOf((entries.text[at] ?? 0) / (norms[article] ?? 1), head & (NAMED_BIT - 1), head >= NAMED_BIT);
      zones[to] = entries.zones[at] ?? 0;
      const many = entries.held[at] ?? 0;
      held[to] = many;
      const toPlace = nextPlace[number] ?? 0;
      for (let item = 0; item < many; item += 1) {
        places[toPlace + item] = entries.places[read + item] ?? 0;
        neighbours[toPlace + item] = entries.neighbours[read + item] ?? 0;
      }
      nextPlace[number] = toPlace + many;
      read += many;
    }
    before += own.length;
  }
  const groups = new Map<string, () => FormGroup>();
  for (const [form, number] of numbers) {
    const [start, end] = [starts[number], starts[number + 1]];
    groups.set(form, () => ({ form, articles: articles.subarray(start, end), weights: weights.subarray(start, end), zones: zones.subarray(start, end) }));
  }
  return { postings: groups, places: { ...orderForms(numbers), starts, held, placeStarts, places, neighbours } };
}
