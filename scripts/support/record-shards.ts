/** Records without a site, cut into shards as a build cuts articles. */
import { divideShards, shardSizes } from '../../src/plan/shards.ts';
import type { RecordShard } from '../../src/search/index/build-search.ts';
import type { SearchRecord } from '../../src/search/index/search-record.ts';

/** @param size most records of a closed shard. Oldest first. */
export function recordShards(records: readonly SearchRecord[], size?: number): readonly RecordShard[] {
  const dated = records.map((record) => ({ id: record.url, date: record.date, record }));
  return divideShards(dated, shardSizes(size)).map(({ key, articles }) => ({ key, records: articles.map(({ record }) => record) }));
}
