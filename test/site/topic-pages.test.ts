/** The pages of a topic are told from numbers; they are those of its articles. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildArchive } from '../../src/archive/archive.ts';
import { listTopics, TOPIC_YEAR_LIMIT, topicMonths, topicPages, topicYears } from '../../src/site/pages.ts';
import { buildSite } from '../../src/site/site.ts';
import { articleOf, settingsOf } from '../archive/articles.ts';

const DATES = ['2019', '2019-01', '2019-01-01', '2020-05-04', '2020-05', '2021-01-01T00:10:00+14:00', '2021-12-31'];

test('a topic has pages for its years and the months of its crowded ones, whatever is known of its dates', () => {
  const crowd = Array.from({ length: TOPIC_YEAR_LIMIT + 9 }, (_, at) => articleOf({ id: `crowd-${String(at)}`, date: ['2022', '2022-03', '2022-03-09', '2022-11-01', '2022-01'][at % 5] ?? '', tags: ['زحام'] }));
  const few = DATES.map((date, at) => articleOf({ id: `few-${String(at)}`, date, tags: ['قليل', 'زحام'] }));
  const settings = settingsOf();
  const site = buildSite(buildArchive([...crowd, ...few], settings), settings, { origin: 'https://example.org', base: '/' });
  const topics = listTopics(site).filter(({ kind }) => kind === 'tag');
  assert.equal(topics.length, 2);
  for (const topic of topics) {
    const wanted = topicYears(topic).flatMap((year) => [year.key, ...(year.articles.length > TOPIC_YEAR_LIMIT ? topicMonths(year).map(({ key }) => key) : [])]);
    assert.deepEqual(topicPages(topic).flatMap(({ period }) => period ?? []), wanted, topic.name);
  }
});
