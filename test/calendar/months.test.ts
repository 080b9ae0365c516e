import assert from 'node:assert/strict';
import test from 'node:test';
import { gregorianMonthName, hijriMonthName, weekdayName, type MonthNames } from '../../src/calendar/months.ts';
import { readTable } from '../arabic/read-table.ts';

const SETS = ['gulf', 'levant', 'maghreb', 'morocco', 'dual'] as const satisfies readonly MonthNames[];
const rows = readTable(import.meta.dirname, 'months.tsv', ['number', ...SETS, 'hijri']);

for (const row of rows) {
  for (const set of SETS) {
    test(`month ${row.number} of the set ${set} is ${row[set]}`, () => {
      assert.equal(gregorianMonthName(Number(row.number), set), row[set]);
    });
  }
  test(`Hijri month ${row.number} is ${row.hijri}`, () => {
    assert.equal(hijriMonthName(Number(row.number)), row.hijri);
  });
}

test('the table of months has twelve rows in order', () => {
  assert.deepEqual(rows.map(({ number }) => Number(number)), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('weekdays begin with Monday', () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7].map(weekdayName), ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد']);
});

test('a number that is no month has no name', () => {
  for (const number of [0, 13]) assert.deepEqual([gregorianMonthName(number, 'dual'), hijriMonthName(number)], ['', '']);
});
