import assert from 'node:assert/strict';
import test from 'node:test';
import { formatBoth, formatDay, formatHijriDay, formatHijriMonth, formatHijriYear, formatMonth, formatYear } from '../../src/calendar/format-date.ts';
import { readTable } from '../arabic/read-table.ts';

const GULF = { digits: 'western', months: 'gulf' } as const;

for (const { day, gregorian, hijri } of readTable(import.meta.dirname, 'days.tsv', ['day', 'weekday', 'gregorian', 'hijri'])) {
  test(`${day} is written ${gregorian}, ${hijri}`, () => {
    const [year = 0, month = 0, number = 0] = day.split('-').map(Number);
    assert.deepEqual(formatBoth({ year, month, day: number }, GULF), { gregorian, hijri });
  });
}

test('a day is written with the digits and months of the style', () => {
  const day = { year: 2021, month: 7, day: 4 };
  assert.equal(formatDay(day, { digits: 'arabic', months: 'levant' }), '٤ تموز ٢٠٢١');
  assert.equal(formatDay(day, { digits: 'western', months: 'maghreb' }), '4 جويلية 2021');
  assert.equal(formatDay(day, { digits: 'western', months: 'dual' }), '4 يوليو/تموز 2021');
});

test('a year is never grouped', () => {
  assert.deepEqual([formatYear(2021, { digits: 'western' }), formatYear(2021, { digits: 'arabic' })], ['2021', '٢٠٢١']);
});

test('a month is written with its year', () => {
  assert.equal(formatMonth(2021, 1, { digits: 'arabic', months: 'morocco' }), 'يناير ٢٠٢١');
});

test('a Hijri year carries its letter', () => {
  assert.deepEqual(
    [formatHijriDay({ year: 1442, month: 9, day: 22 }, { digits: 'arabic' }), formatHijriMonth(1442, 9, { digits: 'western' }), formatHijriYear(1442, { digits: 'western' })],
    ['٢٢ رمضان ١٤٤٢هـ', 'رمضان 1442هـ', '1442هـ'],
  );
});
