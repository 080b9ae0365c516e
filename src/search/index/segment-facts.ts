/**
 * What the rest of the index has to know of a segment without its articles: kept from build to build while its shards stay the same, so
 * that a new article costs the segment that it is in and not the whole past.
 */
import { FACETS, NAMES_PER_FILE, type Bundle, type Facet } from '../format/manifest.ts';
import type { SegmentForms } from './number-forms.ts';
import type { ShardArticle } from './shard-index.ts';
import type { FileWriter } from './write-files.ts';

export interface SegmentFacts {
  readonly articles: number;
  /** Words of all texts. */
  readonly length: number;
  /** Sorted by code units; this list and the next three are of one length. */
  readonly forms: readonly string[];
  /** How each form was written when it was met first. */
  readonly spellings: readonly string[];
  /** How often each form stands in headlines, summaries and texts. */
  readonly counts: readonly number[];
  /** How many articles hold it. */
  readonly holders: readonly number[];
  /** As the site shows them. */
  readonly names: readonly (readonly [facet: Facet, name: string, articles: number])[];
  readonly bundles: readonly Bundle[];
}

/**
 * @param keys of the bundles of its shards, oldest first
 * @param files receives the names of the fragments
 */
export function gatherFacts(keys: readonly string[], words: SegmentForms, files: FileWriter): SegmentFacts {
  const articles = words.articles.flat();
  const inOrder = <T>(values: ArrayLike<T>, none: T): readonly T[] => Array.from(words.sorted, (number) => values[number] ?? none);
  return {
    articles: articles.length,
    length: articles.reduce((sum, { length }) => sum + length, 0),
    forms: inOrder(words.forms, ''),
    spellings: inOrder(words.spellings, ''),
    counts: inOrder(words.counts, 0),
    holders: inOrder(words.holders, 0),
    names: FACETS.flatMap((facet) => countNames(articles, facet)),
    bundles: words.articles.map((own, shard): Bundle => ({ key: keys[shard] ?? '', articles: own.length, names: writeNames(own, files) })),
  };
}

function countNames(articles: readonly ShardArticle[], facet: Facet): SegmentFacts['names'] {
  const counts = new Map<string, number>();
  for (const { facets } of articles) for (const name of facets[facet]) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => [facet, name, count]);
}

function writeNames(articles: readonly ShardArticle[], files: FileWriter): readonly string[] {
  return Array.from({ length: Math.ceil(articles.length / NAMES_PER_FILE) }, (_, at) => {
    const part = articles.slice(at * NAMES_PER_FILE, (at + 1) * NAMES_PER_FILE);
    return files.write(Buffer.from(part.map(({ fragment }) => fragment).join('\n')));
  });
}
