/** All search files of records at once, for archives that are not built in parts: a Pagefind bundle for each shard, and the word index. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { MANIFEST, type SearchManifest } from '../format/manifest.ts';
import { assembleSearch, type NameOf, type ShardSource, type SearchSource } from './assemble-search.ts';
import { buildBundle } from './build-bundle.ts';
import { readShard } from './read-shard.ts';
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

/** @param shards oldest first */
export async function buildSearch(shards: readonly RecordShard[], folder: string, source: SearchSource, { nameOf, onProgress }: BuildSearchOptions = {}): Promise<void> {
  await mkdir(folder, { recursive: true });
  const indexed = await indexShards(shards, folder, onProgress);
  const files = new FileWriter(folder);
  const manifest = await assembleSearch(indexed, source, files, { nameOf });
  await writeFile(join(folder, MANIFEST), packManifest(manifest));
}

/** Apart from the assembly, which does without the texts and takes the memory that they leave. */
async function indexShards(shards: readonly RecordShard[], folder: string, onProgress: BuildSearchOptions['onProgress']): Promise<readonly ShardSource[]> {
  const indexed: ShardSource[] = [];
  let done = 0;
  for (const { key, records } of shards) {
    const read = readShard(records);
    const { fragments } = await buildBundle(read, join(folder, key));
    const index = indexShard(read, fragments);
    indexed.push({ key, digest: key, articles: records.length, newest: records.at(-1)?.date ?? '', read: () => index });
    done += records.length;
    onProgress?.(done);
  }
  return indexed;
}

export function packManifest(manifest: SearchManifest): Uint8Array {
  return gzipSync(JSON.stringify(manifest), { level: 9 });
}
