/** All search files of records at once, for archives that are not built in parts: a Pagefind bundle for each shard, and the word index. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { MANIFEST, type SearchManifest } from '../format/manifest.ts';
import { assembleSearch, type NameOf, type ShardSource, type SearchSource } from './assemble-search.ts';
import { buildBundle, withPagefind } from './build-bundle.ts';
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
  const indexed: ShardSource[] = [];
  let done = 0;
  await withPagefind(async (makeIndex) => {
    for (const { key, records } of shards) {
      const index = indexShard(records, await buildBundle(records, join(folder, key), makeIndex));
      indexed.push({ key, digest: key, articles: records.length, newest: records.at(-1)?.date ?? '', read: () => index });
      done += records.length;
      onProgress?.(done);
    }
  });
  const files = new FileWriter(folder);
  const manifest = assembleSearch(indexed, source, files, { nameOf });
  await files.finish();
  await writeFile(join(folder, MANIFEST), packManifest(manifest));
}

export function packManifest(manifest: SearchManifest): Uint8Array {
  return gzipSync(JSON.stringify(manifest), { level: 9 });
}
