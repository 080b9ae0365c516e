/** From what is known of each shard to the word index of the whole archive, and the manifest that leads a search through it. */
import { createAnalyser, type WordLists } from '../../arabic/analyser.ts';
import { writeFacetColumn } from '../format/facet-column.ts';
import { FACETS, FORMAT, type Facet, type NameRow, type SearchManifest, type Segment } from '../format/manifest.ts';
import { averageLength, stemByte, writeSegment, type AnalysedForm } from './build-words.ts';
import { numberForms, type SegmentForms } from './number-forms.ts';
import type { ShardArticle, ShardIndex } from './shard-index.ts';
import { gatherFacts, type SegmentFacts } from './segment-facts.ts';
import { keyOf, type FileWriter } from './write-files.ts';
import { writeVocabularyFiles, type SegmentWords } from './write-vocabulary.ts';

export interface SearchSource {
  readonly lists: WordLists;
  /** How often normal forms stand in a large body of news; evidence for archives that are too small to have their own. */
  readonly baseCounts: ReadonlyMap<string, number>;
}

/** The name under which the site shows a spelling of it. */
export type NameOf = (facet: Facet, spelling: string) => string;

export interface ShardSource {
  /** Folder of its bundle. */
  readonly key: string;
  /** Equal digests, equal index and equal names shown for it. */
  readonly digest: string;
  readonly articles: number;
  /** Date of its newest article. */
  readonly newest: string;
  /** Asked only where something that needs it is not known from before. */
  readonly read: () => ShardIndex;
}

/** Where pieces of the index are remembered. Without it all are made. */
export interface KeptPieces {
  readonly read: (key: string) => unknown;
  readonly write: (key: string, piece: unknown) => void;
}

export interface AssembleOptions {
  readonly nameOf?: NameOf | undefined;
  readonly kept?: KeptPieces | undefined;
}

/** A segment whose words are not written yet. */
interface OpenSegment {
  readonly key: string;
  readonly facts: SegmentFacts;
  readonly shards: readonly ShardSource[];
  readonly words: () => SegmentForms;
  /** Lets go of its articles. */
  readonly forget: () => void;
}

interface WrittenWords extends SegmentWords {
  readonly segment: Segment;
}

/** @param shards oldest first, their articles ordered by date */
export async function assembleSearch(shards: readonly ShardSource[], { lists, baseCounts }: SearchSource, files: FileWriter, { nameOf = (_, spelling) => spelling, kept }: AssembleOptions = {}): Promise<SearchManifest> {
  const segments: OpenSegment[] = [];
  for (const own of divideSegments(shards)) {
    // Its words are numbered once, for whatever of the segment has to be made.
    let known: SegmentForms | undefined;
    const words = (): SegmentForms => (known ??= numberForms(own.map(({ read }) => () => withShownNames(read(), nameOf))));
    const key = keyOf(own.flatMap((shard) => [shard.key, shard.digest]));
    const facts = await recall(kept, files, `facts-${key}`, () => Promise.resolve(gatherFacts(own.map((shard) => shard.key), words(), files)));
    segments.push({ key, facts, shards: own, words, forget: () => (known = undefined) });
  }
  const evidence = chooseEvidence(segments);
  const average = averageLength(evidence.map(({ facts }) => facts));
  let analysis: Analysis | undefined;
  const makeAnalysis = (): Analysis => (analysis ??= createAnalysis(evidence.map(({ facts }) => facts), { lists, baseCounts }));
  const common = keyOf([JSON.stringify(lists), JSON.stringify([...baseCounts]), String(average), ...evidence.map(({ key }) => key)]);
  const written: WrittenWords[] = [];
  for (const { key, facts, shards: own, words, forget } of segments) {
    const piece = await recall(kept, files, `words-${keyOf([common, key])}`, () => buildSegment(own, words(), average, makeAnalysis(), files));
    forget();
    written.push({ ...piece, facts });
  }
  return {
    format: FORMAT,
    articles: segments.reduce((sum, { facts }) => sum + facts.articles, 0),
    segments: written.map(({ segment }) => segment),
    vocabulary: writeVocabularyFiles(written, files),
    names: files.write(Buffer.from(JSON.stringify(nameRows(segments.map(({ facts }) => facts))))),
    lists: files.write(Buffer.from(JSON.stringify(lists))),
    bundles: segments.flatMap(({ facts }) => facts.bundles),
  };
}

/** A piece that is known from before, with the files that it needs, or is made now. */
async function recall<T>(kept: KeptPieces | undefined, files: FileWriter, key: string, make: () => Promise<T>): Promise<T> {
  // Under this key nothing else was ever written: the piece is what `make` would give.
  const known = kept?.read(key) as { readonly value: T; readonly names: readonly string[] } | undefined;
  if (known !== undefined && files.keep(known.names)) return known.value;
  const fresh = await files.during(make);
  kept?.write(key, fresh);
  return fresh.value;
}

/** Share of all articles that is enough to tell how words are written. */
const ENOUGH = 0.75;

/**
 * The segments whose words are evidence for the analysis: the settled ones where they hold most of the archive. Else each new article
 * would give new evidence, and with it perhaps other classes everywhere.
 */
function chooseEvidence<T extends { readonly facts: SegmentFacts }>(segments: readonly T[]): readonly T[] {
  const total = segments.reduce((sum, { facts }) => sum + facts.articles, 0);
  let held = 0;
  for (const [at, { facts }] of segments.entries()) {
    held += facts.articles;
    if (held >= total * ENOUGH) return segments.slice(0, at + 1);
  }
  return segments;
}

type Analysis = (form: string) => AnalysedForm;

/** Segments have most of their forms in common: what is said of one is remembered. */
function createAnalysis(evidence: readonly SegmentFacts[], { lists, baseCounts }: SearchSource): Analysis {
  const counts = new Map(baseCounts);
  for (const { forms, counts: own } of evidence) for (const [at, form] of forms.entries()) counts.set(form, (counts.get(form) ?? 0) + (own[at] ?? 0));
  const { classesOf, stemOf } = createAnalyser(lists, (form) => counts.get(form) ?? 0);
  const known = new Map<string, AnalysedForm>();
  return (form) => {
    const found = known.get(form);
    if (found !== undefined) return found;
    // Together, since both ask for nearly the same.
    const analysed = { stem: stemByte(stemOf(form)), classes: classesOf(form) };
    known.set(form, analysed);
    return analysed;
  };
}

function withShownNames(index: ShardIndex, nameOf: NameOf): ShardIndex {
  return { ...index, articles: index.articles.map((article) => ({ ...article, facets: shownNames(article.facets, nameOf) })) };
}

function shownNames(facets: ShardArticle['facets'], nameOf: NameOf): ShardArticle['facets'] {
  const shown = (facet: Facet): readonly string[] => facets[facet].map((spelling) => nameOf(facet, spelling));
  return { section: shown('section'), source: shown('source'), tag: shown('tag'), author: shown('author') };
}

/**
 * The past, the year and the month of the newest article: what is added at the growing end leaves the files of the past as they are.
 */
function divideSegments(shards: readonly ShardSource[]): readonly (readonly ShardSource[])[] {
  const newest = shards.at(-1)?.newest ?? '';
  const segments = new Map<number, ShardSource[]>();
  for (const shard of shards) {
    const tier = [4, 7].filter((length) => shard.newest.slice(0, length) === newest.slice(0, length)).length;
    const segment = segments.get(tier);
    if (segment === undefined) segments.set(tier, [shard]);
    else segment.push(shard);
  }
  return [...segments.values()];
}

async function buildSegment(shards: readonly ShardSource[], words: SegmentForms, average: number, analysis: Analysis, files: FileWriter): Promise<Omit<WrittenWords, 'facts'>> {
  const articles = words.articles.flat();
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, files.write(writeFacetColumn(articles.map((article) => article.facets[facet])))])) as Record<Facet, string>;
  const { classes, ...written } = await writeSegment(shards.map(({ read }) => () => read().entries), words, average, analysis, files);
  return { segment: { articles: articles.length, ...written, months: monthRuns(articles), facets }, classes };
}

function monthRuns(articles: readonly ShardArticle[]): Segment['months'] {
  const runs: [label: string, articles: number, words: number][] = [];
  for (const { date, length } of articles) {
    const label = date.slice(0, 7);
    const last = runs.at(-1);
    if (last?.[0] === label) {
      last[1] += 1;
      last[2] += length;
    } else runs.push([label, 1, length]);
  }
  return runs;
}

/** So many names are suggested; their file is fetched whole. */
const MOST_NAMES = 1_500;

function nameRows(segments: readonly SegmentFacts[]): readonly NameRow[] {
  const counts = new Map(FACETS.map((facet) => [facet, new Map<string, number>()]));
  for (const { names } of segments) for (const [facet, name, articles] of names) counts.get(facet)?.set(name, (counts.get(facet)?.get(name) ?? 0) + articles);
  const rows = FACETS.flatMap((facet) => [...(counts.get(facet) ?? [])].map(([name, articles]): NameRow => [facet, roundCount(articles), name]));
  return rows.sort((a, b) => b[1] - a[1] || (a[2] < b[2] ? -1 : 1)).slice(0, MOST_NAMES);
}

/** One digit is enough for a suggestion, and lets the file stay as it is from day to day. */
function roundCount(articles: number): number {
  return Number(articles.toPrecision(1));
}
