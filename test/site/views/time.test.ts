/** Charts and days of the year: every article is in one cell, and every cell leads to it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { buildArchive } from '../../../src/archive/archive.ts';
import type { Article } from '../../../src/article/article.ts';
import { dayNumber, weekdayOf } from '../../../src/calendar/day.ts';
import { ANNIVERSARIES } from '../../../src/site/anniversary.ts';
import { buildSite, type Site } from '../../../src/site/site.ts';
import { buildAnniversaryView, anniversariesOf } from '../../../src/site/views/on-this-day.ts';
import { buildHeatMap } from '../../../src/site/views/heat-map.ts';
import { buildMonthChart } from '../../../src/site/views/month-chart.ts';
import { monthPath } from '../../../src/site/urls.ts';
import { articleOf, settingsOf, someArticles } from '../../archive/articles.ts';

function siteOf(articles: readonly Article[]): Site {
  const settings = settingsOf();
  return buildSite(buildArchive(articles, settings), settings, { origin: 'https://archive.example', base: '/' });
}

const dated = (...dates: readonly string[]): readonly Article[] => dates.map((date, index) => articleOf({ id: `article-${String(index)}`, date }));

describe('the bars of the months', () => {
  const { archive, text } = siteOf(dated('2019-12-31', '2020-01-01', '2020-01-02', '2020-03', '2020', '2024-12-01'));
  const chart = buildMonthChart(text, archive.months, monthPath);

  test('each month stands in its five years, at its place, as high as it has articles', () => {
    assert.deepEqual(chart?.strips.map(({ years, bars }) => [years[0], years.at(-1), bars.map(({ column, height, path }) => [column, height, path])]), [
      ['2015', '2019', [[59, 0.5, '/2019/12/']]],
      ['2020', '2024', [[59, 0.5, '/2024/12/'], [2, 0.5, '/2020/03/'], [0, 1, '/2020/01/']]],
    ]);
  });

  test('the table says the same in words', () => {
    assert.deepEqual(chart?.rows.map(({ month, count }) => `${month}: ${count}`), ['ديسمبر 2024: مقال واحد', 'مارس 2020: مقال واحد', 'يناير 2020: مقالان', 'ديسمبر 2019: مقال واحد']);
    assert.equal(chart.highest, 'يناير 2020، مقالان');
  });

  test('of two months no chart is drawn', () => {
    const few = siteOf(dated('2020-01-01', '2021-01-01'));
    assert.equal(buildMonthChart(few.text, few.archive.months, monthPath), undefined);
  });
});

describe('the map of a year', () => {
  test('every day of a leap year has its cell under its weekday, and only days with articles lead anywhere', () => {
    const map = buildHeatMap(siteOf(dated('2020-02-29', '2020-02-29', '2020-12-31')), 2020);
    assert.equal(map.cells.length, 366);
    assert.equal(new Set(map.cells.map(({ week, row }) => `${String(week)} ${String(row)}`)).size, 366);
    assert.deepEqual(map.cells.flatMap(({ day }) => (day === undefined ? [] : [day])), [
      { path: '/2020/02/29/', label: 'السبت 29 فبراير 2020، مقالان', weight: 2 },
      { path: '/2020/12/31/', label: 'الخميس 31 ديسمبر 2020، مقال واحد', weight: 1 },
    ]);
    const start = dayNumber({ year: 2020, month: 1, day: 1 });
    for (const [index, { row }] of map.cells.entries()) {
      // The sample's week begins on Sunday, ISO weekday 7.
      const date = new Date((start + index) * 86_400_000);
      assert.equal(row, weekdayOf({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }) % 7);
    }
  });

  test('the legend counts in correct Arabic', () => {
    assert.deepEqual(buildHeatMap(siteOf([]), 2021).legend.map(({ label }) => label), ['مقال واحد', 'حتى 10 مقالات', 'حتى 100 مقال', 'أكثر من 100 مقال']);
  });
});

describe('in the course of the year', () => {
  test('there are 366 Gregorian and 360 Hijri days, each once', () => {
    assert.deepEqual([...new Set(ANNIVERSARIES.map(({ key }) => key))].length, 726);
    assert.equal(ANNIVERSARIES.filter(({ calendar }) => calendar === 'gregorian').length, 366);
  });

  test('an article with a day is found on one day of each calendar, others on none', () => {
    fc.assert(fc.property(someArticles, (articles) => {
      const { archive } = siteOf(articles);
      const index = anniversariesOf(archive);
      const keys = new Set(ANNIVERSARIES.map(({ key }) => key));
      assert.ok([...index.keys()].every((key) => keys.has(key)));
      const found = [...index].flatMap(([key, periods]) => periods.flatMap((period) => period.articles.map(({ id }) => `${key.startsWith('h') ? 'h' : 'g'} ${id}`)));
      const expected = archive.articles.filter(({ date }) => date.day !== undefined).flatMap(({ id }) => [`g ${id}`, `h ${id}`]);
      assert.deepEqual(found.sort(), expected.sort());
    }));
  });

  test('a day shows its years newest first, leads to the days beside it, and says when it has nothing', () => {
    const site = siteOf(dated('2019-05-04', '2021-05-04', '2020-05-05'));
    const view = buildAnniversaryView(site, '05-04');
    assert.equal(view?.heading, 'في مثل هذا اليوم: 4 مايو');
    assert.equal(view.count, 'مقالان');
    assert.deepEqual(view.groups.map(({ path }) => path), ['/2021/05/04/', '/2019/05/04/']);
    assert.deepEqual([view.neighbours.earlier?.path, view.neighbours.later?.path], ['/on-this-day/05/03/', '/on-this-day/05/05/']);
    const hijri = buildAnniversaryView(site, 'h09-22');
    assert.deepEqual(hijri?.groups.map(({ path }) => path), ['/2021/05/04/']);
    const empty = buildAnniversaryView(site, '02-29');
    assert.deepEqual([empty?.groups, empty?.indexed], [[], false]);
    assert.equal(buildAnniversaryView(site, '02-30'), undefined);
    assert.equal(buildAnniversaryView(site, '01-01')?.neighbours.earlier, undefined);
    assert.equal(buildAnniversaryView(site, 'h01-01')?.neighbours.earlier, undefined);
  });
});
