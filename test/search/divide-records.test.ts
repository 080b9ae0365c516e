import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { divideRecords, type Shard } from '../../src/search/index/divide-records.ts';
import { searchRecord } from '../support/search-index.ts';

const records = (dates: readonly string[]) => dates.map((date, at) => searchRecord(`${date}-${String(at)}`, { date }));
const shape = (shards: readonly Shard[]): readonly string[] => shards.map(({ key, records: own, tier }) => `${key} ${String(own.length)} ${String(tier)}`);
/** So many articles on the 1st of each month. */
const months = (year: number, each: number, until = 12): readonly string[] => Array.from({ length: until * each }, (_, at) => `${String(year)}-${String(1 + Math.floor(at / each)).padStart(2, '0')}-01`);

test('a small archive is one shard', () => {
  assert.deepEqual(shape(divideRecords(records(['2010-01-01', '1999', '2024-05']), 10, 5)), ['199 3 0']);
});

test('years that are small are joined, years that are large are cut by month', () => {
  const shards = divideRecords(records([...months(2010, 1), ...months(2011, 1), ...months(2012, 10), '2013-01-01']), 60, 5);
  assert.deepEqual(shape(shards), ['2010 24 0', '2012-01 60 0', '2012-07 60 0', '2013 1 1']);
});

test('the growing end is cut fine: the year, the month, the day of the newest article', () => {
  const shards = divideRecords(records([...months(2012, 2), ...months(2013, 4, 5), '2013-06-01', '2013-06-02', '2013-06-03', '2013-06-03']), 60, 3);
  assert.deepEqual(shape(shards), ['2012 24 0', '2013-01 20 1', '2013-06-01 2 2', '2013-06-03 2 3']);
});

const dates = fc.array(fc.tuple(fc.integer({ min: 1998, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 2 })).map(([year, month, day, precision]) => [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].slice(0, 1 + precision).join('-')), { minLength: 1, maxLength: 200 });

test('every record is in one shard, in order of time, under a key of its own', () => {
  fc.assert(fc.property(dates, (all) => {
    const shards = divideRecords(records(all), 20, 6);
    const ordered = shards.flatMap(({ records: own }) => own.map(({ date }) => date));
    assert.deepEqual(ordered, [...all].sort());
    assert.equal(new Set(shards.map(({ key }) => key)).size, shards.length);
    const tiers = shards.map(({ tier }) => tier);
    assert.deepEqual(tiers, [...tiers].sort((a, b) => a - b));
  }));
});

test('an older article changes the shards of its own year and no others', () => {
  const before = [...months(2010, 10), ...months(2011, 10), ...months(2012, 10), ...months(2013, 10), '2014-01-01'];
  const keys = (shards: readonly Shard[]): readonly string[] => shards.map(({ key, records: own }) => `${key} ${own.map(({ date }) => date).join()}`);
  const [old, now] = [keys(divideRecords(records(before), 60, 5)), keys(divideRecords(records([...before, '2011-03-09']), 60, 5))];
  for (const shard of now.filter((key) => !old.includes(key))) assert.match(shard, /^2011/u);
});
