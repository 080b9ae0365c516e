/** The word index: the classes of all words with their articles, segment by segment. */
import { ByteWriter } from '../format/bytes.ts';
import type { Segment } from '../format/manifest.ts';
import { weightOf, writeForms, type FormPostings } from '../format/postings.ts';
import type { SegmentForms } from './number-forms.ts';
import { NAMED_BIT, type ShardEntries } from './shard-index.ts';
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

/**
 * Words of an archive's average text, to the nearest of a scale whose steps are √2: the articles of tomorrow should not change
 * the weights of today's.
 */
export function averageLength(parts: readonly { readonly articles: number; readonly length: number }[]): number {
  const articles = parts.reduce((sum, part) => sum + part.articles, 0);
  const average = parts.reduce((sum, part) => sum + part.length, 0) / Math.max(1, articles);
  return 2 ** (Math.round(2 * Math.log2(Math.max(8, average))) / 2);
}

/** What the analysis says of a form. */
export interface AnalysedForm {
  readonly classes: readonly string[];
  /** See `FormPostings`. */
  readonly stem: number;
}

export interface WrittenSegment extends Pick<Segment, 'words' | 'places'> {
  /** Of each form, in the order of the forms. */
  readonly classes: readonly (readonly string[])[];
}

/**
 * Writes the classes and the places of one segment.
 * @param shards what its shards hold, oldest first; each is read when it is its turn
 * @param words their forms
 * @param average words of an average text
 */
export async function writeSegment(shards: readonly (() => ShardEntries)[], words: SegmentForms, average: number, analyse: (form: string) => AnalysedForm, files: FileWriter): Promise<WrittenSegment> {
  const { postingsOf, places: allPlaces } = groupByForm(shards, words, average);
  const size = fileSize(words.articles.flat().length);
  // Nothing of the one is in the other: a thread writes the places of a large segment while this one writes the words.
  const placing = writePlaceFiles(allPlaces, size, files);
  // Whoever fails first is told of; the other is waited for below, or by nobody.
  placing.catch(() => undefined);
  // Numbers of forms, in the order of the forms.
  const classes = new Map<string, number[]>();
  const stems = new Uint8Array(words.forms.length);
  const classesOf = Array.from(words.sorted, (number) => {
    const analysed = analyse(words.forms[number] ?? '');
    stems[number] = analysed.stem;
    for (const name of analysed.classes) {
      const forms = classes.get(name);
      if (forms === undefined) classes.set(name, [number]);
      else forms.push(number);
    }
    return analysed.classes;
  });
  const names = [...classes.keys()].sort();
  const body = new ByteWriter();
  const written = writeChunks(files, names, size, (name) => name, (writer, name) => {
    writer.text(name);
    const forms = (classes.get(name) ?? []).map((number) => ({ ...postingsOf(number), stem: stems[number] ?? 0 }));
    body.clear();
    writeForms(body, forms);
    writer.varint(body.length);
    writer.append(body);
  });
  return { words: written, places: files.write(Buffer.from(JSON.stringify(await placing))), classes: classesOf };
}

/** FNV-1a, folded to a byte: now and then two stems share one, which costs a little order and no hit. */
export function stemByte(stem: string): number {
  const hash = hashText(stem);
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & 0xff;
}

/** What is known of a form in a segment. */
type FormGroup = Omit<FormPostings, 'stem'>;

/** The articles of each form by its number, made when they are asked for, and the places of all. */
function groupByForm(shards: readonly (() => ShardEntries)[], words: SegmentForms, average: number): { readonly postingsOf: (number: number) => FormGroup; readonly places: SegmentPlaces } {
  // A counting sort by form: the entries of an archive are many, so nothing is made for each, and loops count by themselves.
  const starts = sumsOf(words.holders);
  const placeStarts = sumsOf(words.places);
  const total = starts.at(-1) ?? 0;
  const [articles, weights, zones] = [new Int32Array(total), new Uint8Array(total), new Uint16Array(total)];
  const [places, neighbours, held] = [new Uint32Array(placeStarts.at(-1) ?? 0), new Uint8Array(placeStarts.at(-1) ?? 0), new Uint32Array(total)];
  const next = starts.slice(0, -1);
  const nextPlace = placeStarts.slice(0, -1);
  let before = 0;
  for (const [shard, readEntries] of shards.entries()) {
    const entries = readEntries();
    const own = words.articles[shard] ?? [];
    const norms = Float64Array.from(own, ({ length }) => 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / average);
    let read = 0;
    const global = words.numbers[shard] ?? new Uint32Array();
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
  const postingsOf = (number: number): FormGroup => {
    const [start, end] = [starts[number], starts[number + 1]];
    return { form: words.forms[number] ?? '', articles: articles.subarray(start, end), weights: weights.subarray(start, end), zones: zones.subarray(start, end) };
  };
  return { postingsOf, places: { ...orderForms(words), starts, held, placeStarts, places, neighbours } };
}
