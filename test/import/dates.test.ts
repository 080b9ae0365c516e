import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { hijriMonthName } from '../../src/calendar/months.ts';
import { dayFromNumber, dayNumber, isoDay } from '../../src/calendar/day.ts';
import { toHijri } from '../../src/calendar/hijri.ts';
import { findCandidateDates } from '../../src/import/dates/candidate-dates.ts';
import { findPathDate, readDateField } from '../../src/import/dates/find-dates.ts';
import { findDateLine } from '../../src/import/dates/find-date-line.ts';
import { hijriToDay } from '../../src/import/dates/hijri-to-day.ts';
import { parseNames } from '../../src/import/news/dateline.ts';
import { readTable, shown } from '../arabic/read-table.ts';

for (const { written, iso, note } of readTable(import.meta.dirname, 'dates.tsv', ['written', 'iso', 'note'])) {
  test(`${shown(written)} is ${iso === '' ? 'no date' : iso}${note === '' ? '' : ` (${note})`}`, () => {
    const read = readDateField(written);
    assert.equal(read?.date.iso ?? '', iso);
    assert.equal(read?.note ?? '', note);
  });
}

test('every Hijri day leads back to its Gregorian day', () => {
  fc.assert(fc.property(fc.integer({ min: -40_000, max: 40_000 }), (number) => {
    const day = dayFromNumber(number);
    assert.deepEqual(hijriToDay(toHijri(day)), day);
  }));
});

test('a Hijri day that the month does not have is none', () => {
  assert.equal(hijriToDay({ year: 1442, month: 13, day: 1 }), undefined);
  assert.equal(hijriToDay({ year: 1442, month: 9, day: 31 }), undefined);
});

test('a written Hijri date is read back', () => {
  fc.assert(fc.property(fc.integer({ min: -20_000, max: 25_000 }), (number) => {
    const hijri = toHijri(dayFromNumber(number));
    assert.equal(readDateField(`${String(hijri.day)} ${hijriMonthName(hijri.month)} ${String(hijri.year)}هـ`)?.date.iso, isoDay(dayFromNumber(number)));
  }), { numRuns: 300 });
});

for (const [path, iso] of [['2021-05-04-title.md', '2021-05-04'], ['news/2021/05/04/a.txt', '2021-05-04'], ['2021/05/a.md', '2021-05'], ['scan-20210504.txt', '2021-05-04'], ['000_25790e769cd239ba.txt', undefined], ['https://a.example/ar/2018/07/30/x', '2018-07-30'], ['https://a.example/1069983', undefined]] as const) {
  test(`the path ${path} says ${iso ?? 'no date'}`, () => {
    assert.equal(findPathDate(path)?.iso, iso);
  });
}

const names = parseNames('واس\tو.ا.س', 'الرياض');

for (const [line, iso] of [['نشر في 4 مايو 2021', '2021-05-04'], ['تاريخ النشر: ٠٤/٠٥/٢٠٢١ - 10:30', '2021-05-04'], ['الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس', '2015-08-11'], ['قال إنه سيزور بغداد في 4 مايو 2021', undefined], ['حرب عام 1973', undefined]] as const) {
  test(`the line «${line}» ${iso === undefined ? 'is text' : `says ${iso} and no more`}`, () => {
    assert.equal(findDateLine(line, names)?.date.date.iso, iso);
  });
}

const todayNumber = dayNumber({ year: 2026, month: 11, day: 24 });
const candidatesOf = (...paragraphs: readonly string[]): readonly string[] => findCandidateDates(paragraphs, [], todayNumber).map(({ iso }) => iso);

test('a dateline with day and month but no year: the year comes from the text, or from a weekday that fits', () => {
  assert.deepEqual(candidatesOf('البرلمان يناقش القانون', 'لندن - 5 مايو (رويترز) - ناقش البرلمان قانونًا من عام 2019.').slice(0, 2), ['2019-05-05', '2020-05-05']);
  assert.deepEqual(candidatesOf('الوزراء يقرون الموازنة', 'بغداد، الثلاثاء 18 آذار: أقر المجلس الموازنة.')[0], '2025-03-18');
  assert.ok(candidatesOf('انفجار في السوق', 'قتل عشرة في انفجار وقع في 3 آذار - وهو الثاني عام 2019. والتقى الوزيران الثلاثاء.').includes('2019-01-01'), 'a day within a sentence is no dateline');
  // A day alone fits every year, and a dateline with its year is no matter of candidates of other years.
  assert.deepEqual(candidatesOf('عنوان', 'لندن - 5 مايو - ناقش البرلمان القانون.'), []);
  assert.ok(candidatesOf('عنوان', 'لندن - 5 مايو 2020 - ناقش البرلمان القانون.').every((iso) => iso.startsWith('2020')));
});

test('a whole date in the lead stands first among the candidates, and days in figures open a dateline too', () => {
  assert.equal(candidatesOf('الرئيس يصل إلى العاصمة', 'وصل الرئيس، يوم الثلاثاء (18 أيار 2021)، إلى العاصمة في زيارة تستمر يومين.')[0], '2021-05-18');
  assert.equal(candidatesOf('الوزير يبحث العلاقات', 'الكويت - 18 - 5 (كونا) -- بحث الوزير اليوم الثلاثاء مع نظيره العلاقات.')[0], '2021-05-18');
});
