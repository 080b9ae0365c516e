import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dayOf, isDateFault, parseArchiveDate, type ArchiveDate } from '../../src/calendar/archive-date.ts';
import { dayFromNumber, dayNumber, isoDay } from '../../src/calendar/day.ts';
import { runs, wildText } from '../arabic/arbitraries.ts';
import { readTable } from '../arabic/read-table.ts';

function dateOf(text: string): ArchiveDate {
  const date = parseArchiveDate(text);
  assert.ok(!isDateFault(date), text);
  return date;
}

for (const { text, read, note } of readTable(import.meta.dirname, 'dates.tsv', ['text', 'read', 'note'])) {
  test(`the date "${text}" is read as ${read}: ${note}`, () => {
    const date = parseArchiveDate(text);
    assert.equal(isDateFault(date) ? date.reason : date.iso, read);
  });
}

test('a date has the precision that was written and no field beyond it', () => {
  assert.deepEqual(
    ['2015', '2015-08', '2015-08-04', '2015-08-04T10:30+03:00'].map((text) => {
      const { precision, month, day, time } = dateOf(text);
      return [precision, month, day, time];
    }),
    [['year', undefined, undefined, undefined], ['month', 8, undefined, undefined], ['day', 8, 4, undefined], ['time', 8, 4, '10:30']],
  );
});

test('a day that does not exist is answered with the length of its month', () => {
  const fault = parseArchiveDate('2024-02-30');
  assert.ok(isDateFault(fault));
  assert.match(fault.expected, /01 to 29 in 2024-02/u);
});

test('a time without a zone is answered with the same time and a zone', () => {
  const fault = parseArchiveDate('2015-08-04T10:30');
  assert.ok(isDateFault(fault));
  assert.ok(fault.expected.includes('2015-08-04T10:30+03:00'));
});

test('what is expected is always more than a word', () => {
  fc.assert(fc.property(wildText, (text) => {
    const date = parseArchiveDate(text);
    if (isDateFault(date)) assert.ok(date.expected.length > 10);
  }), runs);
});

test('the written form of a date is read as the same date', () => {
  for (const text of ['2015', '2015-08', '2015-08-04', '2015-08-04T10:30+03:00', '2015-08-04T10:30:59Z']) {
    assert.deepEqual(dateOf(dateOf(text).iso), dateOf(text));
  }
});

test('every day of the range is read as itself', () => {
  fc.assert(fc.property(fc.integer({ min: dayNumber({ year: 1500, month: 1, day: 1 }), max: dayNumber({ year: 2999, month: 12, day: 31 }) }), (number) => {
    const day = dayFromNumber(number);
    assert.deepEqual(dayOf(dateOf(isoDay(day))), day);
  }), runs);
});

test('dates sort by their calendar day, then by the clock of the place', () => {
  const texts = ['2015', '2015-08-03T23:59-12:00', '2015-08-04T00:01+14:00', '2015-08-04T10:30:01+03:00', '2015-08-04T10:31Z', '2015-08-05'];
  const sorted = [...texts].sort((a, b) => dateOf(a).sort - dateOf(b).sort);
  assert.deepEqual(sorted, texts);
});

test('an unsure date stands at the first moment of what is known', () => {
  assert.equal(dateOf('2015').sort, dateOf('2015-01-01').sort);
  assert.equal(dateOf('2015-08').sort, dateOf('2015-08-01').sort);
});

test('summer time of Cairo and Riyadh does not move a day', () => {
  // Cairo put its clocks forward at midnight of 28 April 2023; the hour after it did not exist there, but is a written time.
  for (const text of ['2023-04-28T00:30+02:00', '2023-04-28T00:30+03:00']) {
    assert.deepEqual(dayOf(dateOf(text)), { year: 2023, month: 4, day: 28 });
    assert.equal(dateOf(text).time, '00:30');
  }
});

test('a year or a month has no day', () => {
  assert.deepEqual([dayOf(dateOf('2015')), dayOf(dateOf('2015-08'))], [undefined, undefined]);
});
