/** All search bundles of a site, one after the other, and the list that tells the browser of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLE_LIST, type BundleList } from '../bundle-list.ts';
import { buildBundle } from './build-bundle.ts';
import { divideRecords } from './divide-records.ts';
import type { SearchRecord } from './search-record.ts';

/** @param onProgress called with the number of records that are indexed */
export async function buildBundles(records: readonly SearchRecord[], folder: string, onProgress?: (done: number) => void): Promise<void> {
  const bundles = divideRecords(records);
  let done = 0;
  for (const bundle of bundles) {
    await buildBundle(bundle.records, join(folder, bundle.key));
    done += bundle.records.length;
    onProgress?.(done);
  }
  const list: BundleList = { format: 1, bundles: bundles.map(({ key }) => key).reverse() };
  await writeFile(join(folder, BUNDLE_LIST), `${JSON.stringify(list)}\n`);
}
