import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { buildArchive, compareArticles, findGaps, groupBy, periodDay, type Archive } from '../../src/archive/archive.ts';
import { TOPIC_KINDS } from '../../src/archive/settings.ts';
import { namesOf } from '../../src/archive/topics.ts';
import type { Article } from '../../src/article/article.ts';
import { dayOf } from '../../src/calendar/archive-date.ts';
import { isoDay } from '../../src/calendar/day.ts';
import { toHijri } from '../../src/calendar/hijri.ts';
import { runs } from '../arabic/arbitraries.ts';
import { articleOf, settingsOf, someArticles } from './articles.ts';

const settings = settingsOf({ 'sections.yaml': 'مصر:\nالعراق:\n  aliases: [عراق]\n', 'tags.yaml': 'العراق:\n  slug: iraq\n  aliases: [عراق]\n' });
const build = (articles: readonly Article[]): Archive => buildArchive(articles, settings);
const ids = (articles: readonly Article[]): readonly string[] => articles.map(({ id }) => id);

/** The whole archive as text, maps in their own order. */
function written(archive: Archive): string {
  return JSON.stringify(archive, (_, value: unknown) => (value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value));
}

const few = { numRuns: Math.ceil(runs.numRuns / 3) };

test('an archive does not depend on the order of its articles', () => {
  fc.assert(fc.property(someArticles.chain((articles) => fc.tuple(fc.constant(articles), fc.shuffledSubarray([...articles], { minLength: articles.length }))), ([articles, shuffled]) => {
    assert.equal(written(build(shuffled)), written(build(articles)));
  }), few);
});

test('building an archive leaves its input as it was', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const before = ids(articles);
    build(articles);
    assert.deepEqual(ids(articles), before);
  }), few);
});

test('published, withdrawn and draft articles are the whole', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const { articles: published, withdrawn } = build(articles);
    assert.deepEqual([...ids(published), ...ids(withdrawn), ...ids(articles.filter(({ draft }) => draft))].sort(), [...ids(articles)].sort());
  }), few);
});

test('the years hold every article once', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const archive = build(articles);
    assert.deepEqual(archive.years.flatMap((year) => ids(year.articles)).sort(), [...ids(archive.articles)].sort());
  }), few);
});

test('the months hold every article whose month is known once', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const archive = build(articles);
    assert.deepEqual(archive.months.flatMap((month) => ids(month.articles)).sort(), [...ids(archive.articles.filter(({ date }) => date.month !== undefined))].sort());
  }), few);
});

test('the days, and the Hijri months, hold every article whose day is known once', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const archive = build(articles);
    const wanted = [...ids(archive.articles.filter(({ date }) => date.day !== undefined))].sort();
    assert.deepEqual(archive.days.flatMap((day) => ids(day.articles)).sort(), wanted);
    assert.deepEqual(archive.hijriMonths.flatMap((month) => ids(month.articles)).sort(), wanted);
  }), few);
});

for (const kind of TOPIC_KINDS) {
  test(`every article stands once in the topic of each ${kind} that it names`, () => {
    fc.assert(fc.property(someArticles, (articles) => {
      const archive = build(articles);
      const topics = archive.topics[kind];
      for (const article of archive.articles) {
        for (const name of namesOf(article, kind)) {
          assert.equal(topics.filter((topic) => topic.spellings.includes(name)).flatMap((topic) => topic.articles.filter(({ id }) => id === article.id)).length, 1, name);
        }
      }
      assert.ok(topics.every((topic) => topic.articles.every((article) => namesOf(article, kind).some((name) => topic.spellings.includes(name)))));
    }), few);
  });
}

test('everything is newest first', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const archive = build(articles);
    const lists = [archive.articles, archive.withdrawn, ...[...archive.years, ...archive.months, ...archive.days, ...archive.hijriMonths, ...Object.values(archive.topics).flat()].map((part) => part.articles)];
    for (const list of lists) assert.deepEqual(ids([...list].sort(compareArticles)), ids(list));
    for (const periods of [archive.years, archive.months, archive.days, archive.hijriMonths]) {
      const keys = periods.map(({ key }) => key);
      assert.deepEqual(keys, [...new Set(keys)].sort().reverse());
    }
  }), few);
});

test('positions are the places in the list', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const { articles: published, positions } = build(articles);
    assert.equal(positions.size, published.length);
    published.forEach(({ id }, index) => {
      assert.equal(positions.get(id), index);
    });
  }), few);
});

test('an id finds its article, withdrawn ones too, drafts never', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const { byId } = build(articles);
    for (const article of articles) assert.equal(byId.get(article.id), article.draft ? undefined : article);
  }), few);
});

test('every Hijri month holds the articles of its own days', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    for (const { year, month, within, articles: own } of build(articles).hijriMonths) {
      for (const day of [within, ...own.map(({ date }) => dayOf(date))]) {
        assert.ok(day !== undefined);
        const hijri = toHijri(day);
        assert.deepEqual([hijri.year, hijri.month], [year, month]);
      }
    }
  }), few);
});

test('an article of a month stands in its month and year and in no day', () => {
  const { years, months, days, hijriMonths } = build([articleOf({ id: 'only-month', date: '2015-08' })]);
  assert.deepEqual([years.map(({ key }) => key), months.map(({ key }) => key), days, hijriMonths], [['2015'], ['2015-08'], [], []]);
});

test('a time after midnight elsewhere belongs to the day of its own place', () => {
  assert.deepEqual(build([articleOf({ id: 'late-here', date: '2015-08-04T00:30+03:00' })]).days.map(({ key }) => key), ['2015-08-04']);
});

test('articles of one moment are ordered by id', () => {
  const articles = ['cccc', 'aaaa', 'bbbb'].map((id) => articleOf({ id, date: '2015-08-04' }));
  assert.deepEqual(ids(build(articles).articles), ['aaaa', 'bbbb', 'cccc']);
});

test('an empty archive is empty in every part', () => {
  assert.deepEqual(written(build([])), '{"articles":[],"withdrawn":[],"byId":[],"positions":[],"years":[],"months":[],"days":[],"hijriMonths":[],"topics":{"section":[],"tag":[],"source":[],"author":[],"person":[],"place":[]}}');
});

test('the longest stretches without an article come first', () => {
  const archive = build(['2020-01-01', '2020-01-02', '2020-01-05', '2020-03-01', '2020-03'].map((date, index) => articleOf({ id: `gap-${String(index)}`, date })));
  assert.deepEqual(findGaps(archive, 5).map(({ after, before, days }) => [isoDay(after), isoDay(before), days]), [['2020-01-05', '2020-03-01', 55], ['2020-01-02', '2020-01-05', 2]]);
});

test('no more gaps are named than were asked for', () => {
  const archive = build(['2020-01-01', '2020-01-03', '2020-01-06'].map((date, index) => articleOf({ id: `gap-${String(index)}`, date })));
  assert.deepEqual(findGaps(archive, 1).map(({ days }) => days), [2]);
});

test('gaps and days with articles fill the whole stretch', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const archive = build(articles);
    const [last, first] = [periodDay(archive.days[0]), periodDay(archive.days.at(-1))];
    if (first === undefined || last === undefined) return;
    const stretch = (Date.parse(isoDay(last)) - Date.parse(isoDay(first))) / 86_400_000 + 1;
    assert.equal(findGaps(archive, Infinity).reduce((sum, { days }) => sum + days, 0) + archive.days.length, stretch);
  }), few);
});

test('groups keep the order of their items, and items without a key are left out', () => {
  assert.deepEqual([...groupBy([3, 1, 4, 1, 5, 9, 2, 6], (n) => (n > 5 ? undefined : n % 2))], [[1, [3, 1, 1, 5]], [0, [4, 2]]]);
});
