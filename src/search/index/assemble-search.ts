/** From what is known of each shard to the word index of the whole archive, and the manifest that leads a search through it. */
import { createAnalyser, type Analyser, type WordLists } from '../../arabic/analyser.ts';
import { writeFacetColumn } from '../format/facet-column.ts';
import { FACETS, FORMAT, NAMES_PER_FILE, type Bundle, type Facet, type NameRow, type SearchManifest, type Segment } from '../format/manifest.ts';
import { averageLength, countForms, writeSegment, writeVocabularyFiles } from './build-words.ts';
import type { ShardArticle, ShardIndex } from './shard-index.ts';
import type { FileWriter } from './write-files.ts';

export interface SearchSource {
  readonly lists: WordLists;
  /** How often normal forms stand in a large body of news; evidence for archives that are too small to have their own. */
  readonly baseCounts: ReadonlyMap<string, number>;
}

/** The name under which the site shows a spelling of it. */
export type NameOf = (facet: Facet, spelling: string) => string;

export interface IndexedShard {
  /** Folder of its bundle. */
  readonly key: string;
  readonly index: ShardIndex;
}

/** @param shards oldest first, their articles ordered by date */
export function assembleSearch(shards: readonly IndexedShard[], { lists, baseCounts }: SearchSource, files: FileWriter, nameOf: NameOf = (_, spelling) => spelling): SearchManifest {
  const indexes = shards.map(({ index }) => ({ ...index, articles: index.articles.map((article) => ({ ...article, facets: shownNames(article.facets, nameOf) })) }));
  const counts = countForms(indexes);
  const analyser = rememberClasses(createAnalyser(lists, (form) => (counts.get(form) ?? 0) + (baseCounts.get(form) ?? 0)));
  const average = averageLength(indexes);
  return {
    format: FORMAT,
    articles: indexes.reduce((sum, { articles }) => sum + articles.length, 0),
    segments: divideSegments(indexes).map((segment) => buildSegment(segment, average, analyser, files)),
    vocabulary: writeVocabularyFiles(indexes, analyser, files),
    names: files.write(Buffer.from(JSON.stringify(nameRows(indexes)))),
    lists: files.write(Buffer.from(JSON.stringify(lists))),
    bundles: shards.map(({ key, index: { articles } }): Bundle => ({ key, articles: articles.length, names: writeNames(articles, files) })),
  };
}

function shownNames(facets: ShardArticle['facets'], nameOf: NameOf): ShardArticle['facets'] {
  const shown = (facet: Facet): readonly string[] => facets[facet].map((spelling) => nameOf(facet, spelling));
  return { section: shown('section'), source: shown('source'), tag: shown('tag'), author: shown('author') };
}

/**
 * The past, the year and the month of the newest article: what is added at the growing end leaves the files of the past as they are.
 */
function divideSegments(shards: readonly ShardIndex[]): readonly (readonly ShardIndex[])[] {
  const newest = shards.at(-1)?.articles.at(-1)?.date ?? '';
  const segments = new Map<number, ShardIndex[]>();
  for (const shard of shards) {
    const last = shard.articles.at(-1)?.date ?? '';
    const tier = [4, 7].filter((length) => last.slice(0, length) === newest.slice(0, length)).length;
    const segment = segments.get(tier);
    if (segment === undefined) segments.set(tier, [shard]);
    else segment.push(shard);
  }
  return [...segments.values()];
}

function buildSegment(shards: readonly ShardIndex[], average: number, analyser: Analyser, files: FileWriter): Segment {
  const articles = shards.flatMap((shard) => shard.articles);
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, files.write(writeFacetColumn(articles.map((article) => article.facets[facet])))])) as Record<Facet, string>;
  return { articles: articles.length, ...writeSegment(shards, average, analyser, files), months: monthRuns(articles), facets };
}

function monthRuns(articles: readonly ShardArticle[]): Segment['months'] {
  const runs: [string, number][] = [];
  for (const { date } of articles) {
    const label = date.slice(0, 7);
    const last = runs.at(-1);
    if (last?.[0] === label) last[1] += 1;
    else runs.push([label, 1]);
  }
  return runs;
}

function writeNames(articles: readonly ShardArticle[], files: FileWriter): readonly string[] {
  return Array.from({ length: Math.ceil(articles.length / NAMES_PER_FILE) }, (_, at) => {
    const part = articles.slice(at * NAMES_PER_FILE, (at + 1) * NAMES_PER_FILE);
    return files.write(Buffer.from(part.map(({ fragment }) => fragment).join('\n')));
  });
}

/** So many names are suggested; their file is fetched whole. */
const MOST_NAMES = 1_500;

function nameRows(shards: readonly ShardIndex[]): readonly NameRow[] {
  const rows = FACETS.flatMap((facet) => {
    const counts = new Map<string, number>();
    for (const { articles } of shards) for (const { facets } of articles) for (const name of facets[facet]) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].map(([name, articles]): NameRow => [facet, roundCount(articles), name]);
  });
  return rows.sort((a, b) => b[1] - a[1] || (a[2] < b[2] ? -1 : 1)).slice(0, MOST_NAMES);
}

/** One digit is enough for a suggestion, and lets the file stay as it is from day to day. */
function roundCount(articles: number): number {
  return Number(articles.toPrecision(1));
}

/** The classes of a form are asked for by each segment and by the vocabulary. */
function rememberClasses({ classesOf, stemOf }: Analyser): Analyser {
  const known = new Map<string, readonly string[]>();
  return {
    stemOf,
    classesOf: (form) => {
      const found = known.get(form);
      if (found !== undefined) return found;
      const classes = classesOf(form);
      known.set(form, classes);
      return classes;
    },
  };
}
