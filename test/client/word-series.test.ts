/** Words through time: the address, the periods, the file. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { countPeriods, formatWordsCsv, readWordsState, roundUp, splitWords, suitableStep, valueOf, writeWordsState } from '../../src/client/word-series.ts';
import type { MonthSum } from '../../src/search/query/narrow.ts';

test('a state is written and read again, and nonsense is left out', () => {
  for (const address of ['', '?q=%D9%86%D9%81%D8%B7', '?q=%D9%86%D9%81%D8%B7&q=%22a+b%22&measure=share&step=year', '?q=%D9%86%D9%81%D8%B7&measure=rate']) assert.equal(writeWordsState(readWordsState(address)), address);
  assert.deepEqual(readWordsState('?q=&q=نفط، غاز&measure=x&step=day'), { words: ['نفط', 'غاز'], measure: 'count', step: undefined });
});

test('words stand between commas of any kind, each once', () => {
  assert.deepEqual(splitWords(' النفط ، الغاز,النفط;  «وزير   الخارجية»؛ … '), ['النفط', 'الغاز', '«وزير الخارجية»']);
});

const ALL: readonly MonthSum[] = [['2014', 3], ['2015-11', 10], ['2016-02', 4]];
const WORD: readonly MonthSum[] = [['2014', 1], ['2016-02', 2]];

test('months go on without gaps, and articles without a month are in none', () => {
  assert.deepEqual(countPeriods(ALL, [WORD], 'month'), [
    { period: '2015-11', all: 10, counts: [0] },
    { period: '2015-12', all: 0, counts: [0] },
    { period: '2016-01', all: 0, counts: [0] },
    { period: '2016-02', all: 4, counts: [2] },
  ]);
  assert.deepEqual(countPeriods([], [[]], 'year'), []);
});

test('years hold everything, and a share is of the articles of the period', () => {
  const years = countPeriods(ALL, [WORD], 'year');
  assert.deepEqual(years, [{ period: '2014', all: 3, counts: [1] }, { period: '2015', all: 10, counts: [0] }, { period: '2016', all: 4, counts: [2] }]);
  assert.deepEqual(years.map((period) => valueOf(period, 0, 'share')), [1 / 3, 0, 0.5]);
  assert.equal(valueOf({ period: '2015', all: 0, counts: [0] }, 0, 'share'), 0);
  assert.deepEqual((['count', 'share', 'times', 'rate'] as const).map((measure) => valueOf({ period: '2016', all: 40_000, counts: [6] }, 0, measure)), [6, 0.00015, 6, 1.5]);
});

test('long archives are shown by years', () => {
  assert.equal(suitableStep(ALL), 'month');
  assert.equal(suitableStep([['2000-01', 1], ['2015-11', 1]]), 'year');
  assert.equal(suitableStep([['1925', 1]]), 'year');
});

test('axes end in round numbers that are not below', () => {
  assert.deepEqual([0, 1, 3, 5, 7, 9, 11, 45, 0.04, 0.33].map(roundUp).map((value) => Number(value.toFixed(6))), [1, 1, 4, 6, 8, 10, 20, 60, 0.04, 0.4]);
});

test('the file has every period, and no cell that a spreadsheet would run', () => {
  const periods = countPeriods([...ALL, ['2018-01', 1]], [WORD], 'year');
  const measures = { count: 'عدد', share: 'نسبة', times: 'مرات', rate: 'معدل' };
  const csv = formatWordsCsv(periods, ['=نفط,"خام"'], 'share', { period: 'الفترة', all: 'كل المقالات', measures });
  assert.equal(csv, '\uFEFFالفترة,كل المقالات,"\'=نفط,""خام"" (عدد)","\'=نفط,""خام"" (نسبة, %)"\r\n2014,3,1,33.33\r\n2015,10,0,0.00\r\n2016,4,2,50.00\r\n2017,0,0,\r\n2018,1,0,0.00\r\n');
  assert.equal(formatWordsCsv(periods.slice(2, 4), ['نفط'], 'rate', { period: 'الفترة', all: 'الكلمات', measures }), '\uFEFFالفترة,الكلمات,نفط (مرات),نفط (معدل)\r\n2016,4,2,5000.00\r\n2017,0,0,\r\n');
});
