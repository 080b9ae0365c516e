/** Small search indexes for tests: records without the trouble of articles, built as a site's are. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSearch } from '../../src/search/index/build-search.ts';
import type { SearchRecord } from '../../src/search/index/search-record.ts';
import { openSources, type OpenedSources } from '../../scripts/support/node-engine.ts';
import { recordShards } from '../../scripts/support/record-shards.ts';
import { baseCounts, lists } from './tokens.ts';

export function searchRecord(id: string, fields: Partial<Omit<SearchRecord, 'facets'>> & { readonly facets?: Partial<SearchRecord['facets']> } = {}): SearchRecord {
  return { date: '2015-07-01', title: '', summary: '', text: '', names: '', shown: {}, url: `/${id}/`, ...fields, facets: { section: [], source: [], tag: [], author: [], ...fields.facets } };
}

export interface TestIndex {
  readonly folder: string;
  /** Sources that have read nothing yet. */
  readonly open: () => OpenedSources;
  readonly remove: () => Promise<void>;
}

export async function buildTestIndex(records: readonly SearchRecord[]): Promise<TestIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'warraq-index-'));
  await buildSearch(recordShards(records), folder, { lists, baseCounts });
  return { folder, open: () => openSources(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}
