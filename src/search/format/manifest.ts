/** What a search must know of an archive's index before its first word; written by the build, read by the browser. */
import type { ChunkList } from './chunks.ts';

/** Its file, in the folder of the bundles: gzip of JSON, so that no host needs to compress it. */
export const MANIFEST = 'manifest.wq';

/** Changes when a reader of the older format would read it wrongly. */
export const FORMAT = 5;

export const FACETS = ['section', 'source', 'tag', 'author'] as const;
export type Facet = (typeof FACETS)[number];

export interface SearchManifest {
  readonly format: typeof FORMAT;
  /** Number of articles. */
  readonly articles: number;
  /** Oldest first. Articles are numbered through all segments by date and address. */
  readonly segments: readonly Segment[];
  readonly vocabulary: ChunkList;
  /** File with the archive's own names, for suggestions: JSON of `NameRow[]`. */
  readonly names: string;
  /** File with the word lists that the index was made with. */
  readonly lists: string;
  /** Pagefind bundles, oldest first; they divide the articles in the same order. */
  readonly bundles: readonly Bundle[];
}

export type NameRow = readonly [facet: Facet, articles: number, name: string];

/** Articles whose words share files. A build that adds articles at the end leaves the older segments as they are. */
export interface Segment {
  readonly articles: number;
  readonly words: ChunkList;
  /** File with the list of those that tell where each form stands, which only exact words ask for: JSON of a `ChunkList`. */
  readonly places: string;
  /** Runs of articles of one month, or of one year where no month is known (`2015-07` or `2015`), with the words of their texts. */
  readonly months: readonly MonthRun[];
  readonly facets: Readonly<Record<Facet, string>>;
}

export type MonthRun = readonly [label: string, articles: number, words: number];

export interface Bundle {
  /** Its folder. */
  readonly key: string;
  readonly articles: number;
  /** Files with the names of its fragments, `NAMES_PER_FILE` articles each. */
  readonly names: readonly string[];
}

export const NAMES_PER_FILE = 256;
