/** What is kept of a shard comes back as it was. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readShard } from '../../src/search/index/read-shard.ts';
import { indexShard, readShardIndex, writeShardIndex } from '../../src/search/index/shard-index.ts';
import { searchRecord } from '../support/search-index.ts';

const text = fc.array(fc.oneof(fc.constantFrom('في', 'من', 'كتاب', 'الكتاب', 'F-16', 'ﷺ', '\u{20000}', '—', 'و'), fc.string({ maxLength: 6 })), { maxLength: 30 }).map((words) => words.join(' '));

test('a shard is read as it was written, whatever stands in its articles', () => {
  fc.assert(fc.property(fc.array(fc.record({ title: text, text, names: text }), { maxLength: 4 }), (articles) => {
    const records = articles.map((article, at) => searchRecord(`a${String(at)}`, { date: '2020-01-02', ...article }));
    const index = indexShard(readShard(records), records.map(({ url }) => url));
    // As a build keeps it: in the middle of a larger piece of memory.
    assert.deepEqual(readShardIndex(gunzipSync(gzipSync(writeShardIndex(index)))), index);
  }), { seed: 1442, numRuns: 200 });
});
