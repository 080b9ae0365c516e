/** All search files of a site: a Pagefind bundle for each shard, the word index over all of them, and the manifest. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { createAnalyser, type Analyser, type WordLists } from '../../arabic/analyser.ts';
import { FACETS, FORMAT, MANIFEST, NAMES_PER_FILE, type Bundle, type Facet, type NameRow, type SearchManifest, type Segment } from '../format/manifest.ts';
import { writeFacetColumn } from '../format/facet-column.ts';
import { buildBundle, type MakeIndex } from './build-bundle.ts';
import { countForms, writeSegment, writeVocabularyFiles } from './build-words.ts';
import { averageLength, collectWords, type ShardWords } from './collect-words.ts';
import { divideRecords, type Shard } from './divide-records.ts';
import type { SearchRecord } from './search-record.ts';
import { FileWriter } from './write-files.ts';

/** How often normal forms stand in a large body of news; evidence for archives that are too small to have their own. */
export type BaseCounts = ReadonlyMap<string, number>;

export interface SearchSource {
  readonly lists: WordLists;
  readonly baseCounts: BaseCounts;
}

/** @param onProgress called with the number of records that are indexed */
export async function buildSearch(records: readonly SearchRecord[], folder: string, source: SearchSource, onProgress?: (done: number) => void): Promise<void> {
  const shards = divideRecords(records);
  await mkdir(folder, { recursive: true });
  const files = new FileWriter(folder);
  const words: ShardWords[] = [];
  const average = averageLength(records);
  const bundles = await buildBundles(shards, folder, files, (done, shard) => {
    words.push(collectWords(shard.records, average));
    onProgress?.(done);
  });
  const manifest = await buildManifest(shards, words, bundles, source, files);
  await files.finish();
  await writeFile(join(folder, MANIFEST), gzipSync(JSON.stringify(manifest), { level: 9 }));
}

async function buildBundles(shards: readonly Shard[], folder: string, files: FileWriter, onShard: (done: number, shard: Shard) => void): Promise<readonly Bundle[]> {
  const bundles: Bundle[] = [];
  let done = 0;
  try {
    for (const shard of shards) {
      const building = buildBundle(shard.records, join(folder, shard.key), makeIndex);
      // Pagefind is a process of its own: the words are collected while it works.
      done += shard.records.length;
      const [names] = await Promise.all([building, Promise.resolve().then(() => { onShard(done, shard); })]);
      bundles.push({ key: shard.key, articles: shard.records.length, names: writeNames(names, files) });
    }
  } finally {
    await close();
  }
  return bundles;
}

const makeIndex: MakeIndex = async () => {
  const { index, errors } = await createIndex({ writePlayground: false });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  return index;
};

function writeNames(names: readonly string[], files: FileWriter): readonly string[] {
  const written: string[] = [];
  for (let start = 0; start < names.length; start += NAMES_PER_FILE) written.push(files.write(Buffer.from(names.slice(start, start + NAMES_PER_FILE).join('\n'))));
  return written;
}

async function buildManifest(shards: readonly Shard[], words: readonly ShardWords[], bundles: readonly Bundle[], { lists, baseCounts }: SearchSource, files: FileWriter): Promise<SearchManifest> {
  const counts = countForms(words);
  const analyser = rememberClasses(createAnalyser(lists, (form) => (counts.get(form) ?? 0) + (baseCounts.get(form) ?? 0)));
  const segments: Segment[] = [];
  for (const tier of [...new Set(shards.map((shard) => shard.tier))]) {
    segments.push(buildSegment(shards.filter((shard) => shard.tier === tier), words.filter((_, place) => shards[place]?.tier === tier), analyser, files));
    await files.finish();
  }
  return {
    format: FORMAT,
    articles: shards.reduce((sum, { records }) => sum + records.length, 0),
    segments,
    vocabulary: writeVocabularyFiles(words, analyser, files),
    names: files.write(Buffer.from(JSON.stringify(nameRows(shards)))),
    lists: files.write(Buffer.from(JSON.stringify(lists))),
    bundles,
  };
}

function buildSegment(shards: readonly Shard[], words: readonly ShardWords[], analyser: Analyser, files: FileWriter): Segment {
  const records = shards.flatMap((shard) => shard.records);
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, files.write(writeFacetColumn(records.map((record) => record.facets[facet])))])) as Record<Facet, string>;
  return { articles: records.length, words: writeSegment(words, analyser, files), months: monthRuns(records), facets };
}

/** So many names are suggested; their file is fetched whole. */
const MOST_NAMES = 1_500;

function nameRows(shards: readonly Shard[]): readonly NameRow[] {
  const rows = FACETS.flatMap((facet) => {
    const counts = new Map<string, number>();
    for (const { records } of shards) for (const { facets } of records) for (const name of facets[facet]) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].map(([name, articles]): NameRow => [facet, roundCount(articles), name]);
  });
  return rows.sort((a, b) => b[1] - a[1] || (a[2] < b[2] ? -1 : 1)).slice(0, MOST_NAMES);
}

/** One digit is enough for a suggestion, and lets the file stay as it is from day to day. */
function roundCount(articles: number): number {
  return Number(articles.toPrecision(1));
}

function monthRuns(records: readonly SearchRecord[]): Segment['months'] {
  const runs: [string, number][] = [];
  for (const { date } of records) {
    const label = date.slice(0, 7);
    const last = runs.at(-1);
    if (last?.[0] === label) last[1] += 1;
    else runs.push([label, 1]);
  }
  return runs;
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
