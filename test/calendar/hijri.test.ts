import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { dayFromNumber, dayNumber, isoDay, pad2, pad4, type Day } from '../../src/calendar/day.ts';
import { HIJRI_CALENDAR, hijriMonthDays, toHijri, type HijriDay } from '../../src/calendar/hijri.ts';
import { readTable } from '../arabic/read-table.ts';

function toDay(iso: string): Day {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
}

const written = ({ year, month, day }: HijriDay): string => `${pad4(year)}-${pad2(month)}-${pad2(day)}`;
const rows = readTable(import.meta.dirname, 'hijri.tsv', ['gregorian', 'hijri', 'note']);

for (const { gregorian, hijri, note } of rows) {
  test(`${gregorian} is ${hijri} of the Hijra${note === '' ? '' : `: ${note}`}`, () => {
    assert.equal(written(toHijri(toDay(gregorian))), hijri);
  });
}

test('the table of Hijri days has at least thirty pairs', () => {
  assert.ok(rows.length >= 30);
});

test('the calendar is Umm al-Qura and not the arithmetical one', () => {
  assert.equal(HIJRI_CALENDAR, 'islamic-umalqura');
  const civil = new Intl.DateTimeFormat('en-u-nu-latn', { calendar: 'islamic-civil', timeZone: 'UTC', day: 'numeric' });
  const apart = rows.filter(({ gregorian, hijri }) => Number(civil.format(new Date(`${gregorian}T12:00Z`))) !== Number(hijri.slice(8)));
  assert.ok(apart.length >= 15, `${String(apart.length)} rows tell the two calendars apart`);
});

/** Why two days are not one after the other in the Hijri calendar; `undefined` when they are. */
function breach(before: HijriDay, after: HijriDay): string | undefined {
  const sameMonth = after.year === before.year && after.month === before.month && after.day === before.day + 1;
  const nextMonth = before.month === 12 ? after.year === before.year + 1 && after.month === 1 : after.year === before.year && after.month === before.month + 1;
  const turned = nextMonth && after.day === 1 && (before.day === 29 || before.day === 30);
  return sameMonth || turned ? undefined : `${written(before)} → ${written(after)}`;
}

test('Hijri days of consecutive days are consecutive from 1800 to 2200, the ends of the table included', () => {
  const last = dayNumber({ year: 2200, month: 12, day: 31 });
  let before = toHijri({ year: 1800, month: 1, day: 1 });
  for (let number = dayNumber({ year: 1800, month: 1, day: 2 }); number <= last; number += 1) {
    const after = toHijri(dayFromNumber(number));
    assert.equal(breach(before, after), undefined, isoDay(dayFromNumber(number)));
    before = after;
  }
});

for (const [zone, language] of [['Pacific/Kiritimati', 'ar_SA.UTF-8'], ['Pacific/Pago_Pago', 'fa_IR.UTF-8']] as const) {
  test(`dates come out the same on a machine in ${zone} that speaks ${language}`, () => {
    const script = `
      import { toHijri } from './src/calendar/hijri.ts';
      import { parseArchiveDate } from './src/calendar/archive-date.ts';
      console.log(JSON.stringify([toHijri({ year: 2031, month: 1, day: 1 }), ...['2015-08-04', '2015-08-04T23:30+03:00', '2015-08-04T00:30Z'].map((text) => parseArchiveDate(text).sort)]));`;
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language },
      encoding: 'utf8',
    });
    assert.equal(stdout.trim(), '[{"year":1452,"month":9,"day":7},1438646400000,1438731000000,1438648200000]');
  });
}

test('the days of Ramadan 1445 run from 11 March to 9 April 2024', () => {
  const days = hijriMonthDays({ year: 2024, month: 3, day: 20 });
  assert.deepEqual([days.length, days[0], days.at(-1)].map((value) => (typeof value === 'object' ? isoDay(value) : value)), [30, '2024-03-11', '2024-04-09']);
});

test('every day of a Hijri month finds the same month', () => {
  for (const within of hijriMonthDays({ year: 2024, month: 6, day: 16 })) {
    assert.deepEqual(hijriMonthDays(within), hijriMonthDays({ year: 2024, month: 6, day: 16 }));
  }
});

test('Hijri months have 29 or 30 days and follow one another without a gap', () => {
  let start = dayNumber({ year: 1899, month: 1, day: 1 });
  for (let months = 0; months < 1600; months += 1) {
    const days = hijriMonthDays(dayFromNumber(start));
    assert.ok(days.length === 29 || days.length === 30, isoDay(dayFromNumber(start)));
    const last = days.at(-1);
    assert.ok(last !== undefined);
    start = dayNumber(last) + 1;
  }
});
