/** The cut of the archive into shards. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { divideShards, shardSizes, type Dated } from '../../src/plan/shards.ts';

const SIZES = { closed: 20, growing: 5 };
const keys = (articles: readonly Dated[]): readonly string[] => divideShards(articles, SIZES).map(({ key }) => key);

const date = fc.oneof(
  fc.date({ min: new Date('1998-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  fc.constantFrom('2015', '2015-07', '2015-07-04', '2024-12-31', '2024-12', '2015-07-04T10:30:00+03:00'),
);
const archive = fc.array(date, { maxLength: 200 }).map((dates) => dates.map((day, at): Dated => ({ id: `id-${String(at)}`, date: day })));

test('every article is in just one shard, shards have names of their own and are not too large', () => {
  fc.assert(
    fc.property(archive, (articles) => {
      const shards = divideShards(articles, SIZES);
      assert.deepEqual(shards.flatMap((shard) => shard.articles.map(({ id }) => id)).sort(), articles.map(({ id }) => id).sort());
      assert.equal(new Set(shards.map(({ key }) => key)).size, shards.length);
      for (const { key, articles: own } of shards) assert.ok(own.length > 0 && own.length <= SIZES.closed * 2, `${key}: ${String(own.length)}`);
    }),
  );
});

test('shards follow each other in time, and so do the articles of each, whatever is known of their dates', () => {
  fc.assert(
    fc.property(archive, (articles) => {
      const shards = divideShards(articles, SIZES);
      const days = shards.map((shard) => shard.articles.map((article) => article.date.slice(0, 10)));
      assert.deepEqual(days.flat(), [...days.flat()].sort());
      for (const { articles: own } of shards) assert.deepEqual(own, [...own].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1)));
      // The index says of each month how many articles it has, in runs.
      const months = days.flat().map((day) => day.slice(0, 7));
      assert.equal(months.filter((month, at) => month !== months[at - 1]).length, new Set(months).size);
      // Parts of one day may share its hours, and nothing else.
      for (const [at, { key, articles: own }] of shards.slice(1).entries()) {
        const before = shards[at];
        if (before === undefined || (before.articles.at(-1)?.date ?? '') <= (own[0]?.date ?? '')) continue;
        assert.equal(key.replace(/\+\d+$/u, ''), before.key.replace(/\+\d+$/u, ''));
      }
    }),
  );
});

test('the cut does not depend on the order of the articles', () => {
  fc.assert(fc.property(archive, (articles) => {
    assert.deepEqual(divideShards([...articles].reverse(), SIZES), divideShards(articles, SIZES));
  }));
});

test('an older article changes its own shard and leaves the names and contents of all others', () => {
  fc.assert(
    fc.property(archive, date, (articles, late) => {
      const newest = articles.map((article) => article.date.slice(0, 10)).sort().at(-1) ?? '';
      fc.pre(late.slice(0, 10) < newest);
      const before = divideShards(articles, SIZES);
      const after = divideShards([...articles, { id: 'late', date: late }], SIZES);
      const same = new Set(before.map((shard) => JSON.stringify(shard)));
      // The parts of a crowd are one cell, which is cut anew when it has doubled.
      const cell = (key: string): string => key.replace(/\+\d+$/u, '');
      const cellOf = new Map(before.flatMap(({ key, articles: own }) => own.map(({ id }) => [id, cell(key)] as const)));
      const count = (key: string): number => [...cellOf.values()].filter((each) => each === key).length;
      // The shard that got it, and those that its cell was cut into when it had become too large; the rest is as it was.
      const changed = after.filter((shard) => !same.has(JSON.stringify(shard)));
      const cells = new Set(changed.flatMap(({ articles: own }) => own.flatMap(({ id }) => cellOf.get(id) ?? [])));
      assert.ok(cells.size <= 1, [...cells].join(' '));
      const [own] = cells;
      if (changed.length > 1) assert.ok(own === undefined || count(own) >= SIZES.growing, 'only a full cell is divided');
    }),
  );
});

test('an old archive is cut coarsely, its growing end finely', () => {
  const many = (day: string, count: number): readonly Dated[] => Array.from({ length: count }, (_, at) => ({ id: `${day}-${String(at)}`, date: day }));
  assert.deepEqual(keys([]), []);
  assert.deepEqual(keys(many('2020-01-01', 5)), ['all']);
  assert.deepEqual(keys([...many('2003-01-01', 15), ...many('2014-01-01', 18), ...many('2015-01-01', 18), ...many('2024-05-01', 4)]), ['200x', '2014', '2015', '202x']);
  assert.deepEqual(keys([...many('2024-04-01', 18), ...many('2024-05-01', 4), ...many('2024-05-11', 4), ...many('2024-05-12', 3)]), ['2024-04', '2024-05-0x', '2024-05-11', '2024-05-12']);
  assert.deepEqual(keys([...many('2015', 9), ...many('2015-07', 9), ...many('2015-07-03', 9), ...many('2024', 1)]), ['2015', '2015-07', '202x']);
});

test('a crowded day is cut by ids', () => {
  const crowd = Array.from({ length: 100 }, (_, at): Dated => ({ id: `id-${String(at)}`, date: '2015-07-03' }));
  const shards = divideShards([...crowd, { id: 'newer', date: '2024-01-01' }], SIZES);
  assert.ok(shards.length > 5 && shards.every(({ articles }) => articles.length <= 40), shards.map(({ key, articles }) => `${key}: ${String(articles.length)}`).join(' '));
  assert.match(shards[0]?.key ?? '', /^2015-07-03\+\d+$/u);
});

test('the growing end is an eighth', () => {
  assert.deepEqual(shardSizes(2_000), { closed: 2_000, growing: 250 });
  assert.deepEqual(shardSizes(1), { closed: 1, growing: 1 });
});
