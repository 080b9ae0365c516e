import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dayFromNumber, dayNumber, daysInMonth, isoDay, weekdayOf, type Day } from '../../src/calendar/day.ts';
import { runs } from '../arabic/arbitraries.ts';
import { readTable } from '../arabic/read-table.ts';

const dayNumbers = fc.integer({ min: -171_000, max: 376_000 });

function toDay(iso: string): Day {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
}

for (const { day, weekday } of readTable(import.meta.dirname, 'days.tsv', ['day', 'weekday', 'gregorian', 'hijri'])) {
  test(`${day} is the weekday ${weekday}, counted from Monday`, () => {
    assert.equal(weekdayOf(toDay(day)), Number(weekday));
  });
}

test('days are counted from 1 January 1970', () => {
  assert.deepEqual(['1970-01-01', '1969-12-31', '2000-03-01', '1900-03-01'].map((iso) => dayNumber(toDay(iso))), [0, -1, 11_017, -25_508]);
});

test('the number of a day leads back to it', () => {
  fc.assert(fc.property(dayNumbers, (number) => {
    assert.equal(dayNumber(dayFromNumber(number)), number);
  }), runs);
});

test('written days sort as their numbers do', () => {
  fc.assert(fc.property(dayNumbers, dayNumbers, (a, b) => {
    assert.equal(isoDay(dayFromNumber(a)) < isoDay(dayFromNumber(b)), a < b);
  }), runs);
});

test('weekdays follow one another without end', () => {
  fc.assert(fc.property(dayNumbers, (number) => {
    assert.equal(weekdayOf(dayFromNumber(number + 1)), (weekdayOf(dayFromNumber(number)) % 7) + 1);
  }), runs);
});

test('months have their lengths, February by the rule of 4, 100 and 400', () => {
  assert.deepEqual(Array.from({ length: 12 }, (_, index) => daysInMonth(2023, index + 1)), [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  assert.deepEqual([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2)), [28, 29, 28, 29]);
});

test('a day before the year 1000 is written with four digits', () => {
  assert.equal(isoDay({ year: 622, month: 7, day: 1 }), '0622-07-01');
});
