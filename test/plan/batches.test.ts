/** The order in which the files of a build are made. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutBatches } from '../../src/plan/batches.ts';
import type { Output } from '../../src/plan/blocks.ts';
import type { Page } from '../../src/site/pages.ts';

const page = (kind: Page['kind'], subject: string, more: Partial<Page> = {}): Output => ({ file: `${kind}-${subject}-${more.period ?? ''}`, block: 'shared', page: { kind, path: '/', subject, ...more } });
const machine = (path: string, block: string): Output => ({ file: path, block, machine: { path: `/${path}`, render: () => '' } });

const ARTICLES = Array.from({ length: 5_000 }, (_, at) => page('article', `id-${String(at)}`));
const OF_2019 = [page('day', '2019-05-04'), page('month', '2019-05'), machine('data/2019.csv', 'year/2019'), page('topicPeriod', 'economy', { topic: 'tag', period: '2019-05' }), page('hijriMonth', '1440-09')];
const OF_2020 = [page('year', '2020'), page('topicPeriod', 'economy', { topic: 'tag', period: '2020' }), page('hijriMonth', '1441-09')];
const OTHERS = [page('home', ''), page('topic', 'economy', { topic: 'tag' }), machine('tags/economy/feed.xml', 'tags/economy')];
const WORK = [
  { key: '2015', articles: ARTICLES.length, outputs: ARTICLES },
  { key: 'overview-1', articles: 0, outputs: [...OTHERS, ...OF_2020] },
  { key: 'overview-2', articles: 0, outputs: OF_2019 },
];

test('what lists the articles of a year is made in one place, before all else', () => {
  const batches = cutBatches(WORK, 2);
  assert.deepEqual(batches.slice(0, 2), [{ key: 'the year 2020', outputs: OF_2020 }, { key: 'the year 2019', outputs: OF_2019 }]);
  assert.deepEqual(batches.at(-1), { key: 'shard overview-1', outputs: OTHERS });
});

test('every file is in one batch, and no process gets much more than another', () => {
  const batches = cutBatches(WORK, 2);
  assert.deepEqual(batches.flatMap(({ outputs }) => outputs).map(({ file }) => file).sort(), WORK.flatMap(({ outputs }) => outputs).map(({ file }) => file).sort());
  const sizes = batches.filter(({ key }) => key === 'shard 2015').map(({ outputs }) => outputs.length);
  assert.ok(sizes.length > 20 && Math.max(...sizes) <= 250, sizes.join(' '));
});
