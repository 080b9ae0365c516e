import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { daysInMonth, weekdayOf, type Day } from '../../src/calendar/day.ts';
import { hijriMonthDays } from '../../src/calendar/hijri.ts';
import { buildMonthGrid } from '../../src/calendar/month-grid.ts';
import { runs } from '../arabic/arbitraries.ts';

function monthDays(year: number, month: number): readonly Day[] {
  return Array.from({ length: daysInMonth(year, month) }, (_, index) => ({ year, month, day: index + 1 }));
}

const months = fc.record({ year: fc.integer({ min: 1800, max: 2100 }), month: fc.integer({ min: 1, max: 12 }), first: fc.constantFrom(1, 6, 7) });

test('May 2021 laid out from Sunday begins on its seventh cell', () => {
  const grid = buildMonthGrid(monthDays(2021, 5), 7);
  assert.deepEqual(grid[0]?.map((day) => day?.day), [undefined, undefined, undefined, undefined, undefined, undefined, 1]);
  assert.equal(grid.length, 6);
});

test('February 2015 laid out from Sunday fills four weeks', () => {
  assert.deepEqual(buildMonthGrid(monthDays(2015, 2), 7).map((week) => week.map((day) => day?.day)), [[1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14], [15, 16, 17, 18, 19, 20, 21], [22, 23, 24, 25, 26, 27, 28]]);
});

test('every week has seven cells', () => {
  fc.assert(fc.property(months, ({ year, month, first }) => {
    assert.ok(buildMonthGrid(monthDays(year, month), first).every((week) => week.length === 7));
  }), runs);
});

test('every day of a month stands once, in order', () => {
  fc.assert(fc.property(months, ({ year, month, first }) => {
    assert.deepEqual(buildMonthGrid(monthDays(year, month), first).flat().filter((day) => day !== undefined), monthDays(year, month));
  }), runs);
});

test('every day stands in the column of its weekday', () => {
  fc.assert(fc.property(months, ({ year, month, first }) => {
    for (const week of buildMonthGrid(monthDays(year, month), first)) {
      week.forEach((day, column) => {
        if (day !== undefined) assert.equal(weekdayOf(day), ((first - 1 + column) % 7) + 1);
      });
    }
  }), runs);
});

test('no week is empty', () => {
  fc.assert(fc.property(months, ({ year, month, first }) => {
    assert.ok(buildMonthGrid(monthDays(year, month), first).every((week) => week.some((day) => day !== undefined)));
  }), runs);
});

test('a Hijri month that crosses two Gregorian ones is laid out as one', () => {
  const days = hijriMonthDays({ year: 2024, month: 3, day: 20 });
  assert.deepEqual(buildMonthGrid(days, 7).flat().filter((day) => day !== undefined), days);
});

test('no days make no weeks', () => {
  assert.deepEqual(buildMonthGrid([], 7), []);
});
