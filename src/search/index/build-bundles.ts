/** All search files of a site: the bundles, one after the other, and what the browser needs to know of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAnalyser, type WordLists } from '../../arabic/analyser.ts';
import { BUNDLE_LIST, WORD_LISTS, type BundleList } from '../bundle-list.ts';
import { createTokens } from '../tokens.ts';
import { buildBundle } from './build-bundle.ts';
import { divideRecords } from './divide-records.ts';
import type { SearchRecord } from './search-record.ts';

/** @param onProgress called with the number of records that are indexed */
export async function buildBundles(records: readonly SearchRecord[], folder: string, lists: WordLists, onProgress?: (done: number) => void): Promise<void> {
  const tokens = createTokens(createAnalyser(lists));
  const bundles = divideRecords(records);
  let done = 0;
  for (const bundle of bundles) {
    await buildBundle(bundle.records, join(folder, bundle.key), tokens);
    done += bundle.records.length;
    onProgress?.(done);
  }
  const list: BundleList = { format: 1, bundles: bundles.map(({ key }) => key).reverse() };
  await writeFile(join(folder, BUNDLE_LIST), `${JSON.stringify(list)}\n`);
  await writeFile(join(folder, WORD_LISTS), `${JSON.stringify(lists)}\n`);
}
