/** All search files of records at once, for archives that are not built in parts: a Pagefind bundle for each shard, and the word index. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { MANIFEST, type SearchManifest } from '../format/manifest.ts';
import { assembleSearch, type NameOf, type ShardSource, type SearchSource } from './assemble-search.ts';
import { buildBundle, withPagefind } from './build-bundle.ts';
import { readRecord } from './read-record.ts';
import type { SearchRecord } from './search-record.ts';
import { indexShard } from './shard-index.ts';
import { FileWriter } from './write-files.ts';

export interface RecordShard {
  /** Folder of its bundle. */
  readonly key: string;
  /** By date. */
  readonly records: readonly SearchRecord[];
}

export interface BuildSearchOptions {
  readonly nameOf?: NameOf;
  /** Called with the number of records that are indexed. */
  readonly onProgress?: (done: number) => void;
}

/** Shards under way together, each with a Pagefind of its own, which takes more than half of the time. */
const LANES = 2;

/** @param shards oldest first */
export async function buildSearch(shards: readonly RecordShard[], folder: string, source: SearchSource, { nameOf, onProgress }: BuildSearchOptions = {}): Promise<void> {
  await mkdir(folder, { recursive: true });
  const indexed = await indexShards(shards, folder, onProgress);
  const files = new FileWriter(folder);
  const manifest = await assembleSearch(indexed, source, files, { nameOf });
  await files.finish();
  await writeFile(join(folder, MANIFEST), packManifest(manifest));
}

/** Apart from the assembly, which does without the texts and takes the memory that they leave. */
async function indexShards(shards: readonly RecordShard[], folder: string, onProgress: BuildSearchOptions['onProgress']): Promise<readonly ShardSource[]> {
  const indexed: ShardSource[] = [];
  let done = 0;
  const queue = [...shards.entries()];
  const drain = (lane: number): Promise<void> =>
    withPagefind(async (makeIndex) => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [at, { key, records }] = next;
        const read = records.map(readRecord);
        const index = indexShard(read, await buildBundle(read, join(folder, key), makeIndex));
        indexed[at] = { key, digest: key, articles: records.length, newest: records.at(-1)?.date ?? '', read: () => index };
        done += records.length;
        onProgress?.(done);
      }
    }, lane);
  await Promise.all(Array.from({ length: LANES }, (_, lane) => drain(lane)));
  return indexed;
}

export function packManifest(manifest: SearchManifest): Uint8Array {
  return gzipSync(JSON.stringify(manifest), { level: 9 });
}
