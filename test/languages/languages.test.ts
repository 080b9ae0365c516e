/** Each language says all that Arabic says, counts by its own rule, and writes both calendars. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nouns, pluralCategory } from '../../src/arabic/plural.ts';
import { parseArchiveDate, isDateFault } from '../../src/calendar/archive-date.ts';
import type { NounName } from '../../src/languages/language.ts';
import { LANGUAGES, LANGUAGE_CODES, nounName } from '../../src/languages/languages.ts';
import * as english from '../../src/languages/english.ts';
import { createDateText } from '../../src/site/date-text.ts';
import { readTable } from '../arabic/read-table.ts';

const STYLE = { digits: 'western', months: 'gulf' } as const;

/** Every text under its path; functions are called with texts that tell them apart. */
function textsOf(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String((value as (...values: readonly unknown[]) => unknown)(...(/unknown|instead|tooMany|uncounted$|covers/u.test(path) ? [['A']] : ['A', 'B', 'C', 'D'])))]];
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${path}.${key}`));
  return [];
}

const groups = Object.keys(LANGUAGES.ar.texts).filter((name) => name !== 'default');

describe('the texts', () => {
  for (const code of LANGUAGE_CODES) {
    test(`${code} has every text of the interface, and none is empty`, () => {
      const own = new Map(groups.flatMap((group) => textsOf((LANGUAGES[code].texts as unknown as Record<string, unknown>)[group], group)));
      const all = groups.flatMap((group) => textsOf((LANGUAGES.ar.texts as unknown as Record<string, unknown>)[group], group)).map(([path]) => path);
      assert.ok(all.length > 200);
      assert.deepEqual(all.filter((path) => (own.get(path) ?? '').trim() === ''), []);
    });
  }

  test('English holds no Arabic but what a reader types into the search', () => {
    const found = groups.flatMap((group) => textsOf((english as unknown as Record<string, unknown>)[group], group)).filter(([path, text]) => /\p{Script=Arabic}/u.test(text) && !/^searchHelp\.rows\.\d\.0$|\.example$/u.test(path));
    assert.deepEqual(found, []);
  });

  test('an Arabic name in an English sentence is isolated', () => {
    assert.equal(english.sentence.topicPeriod('Tag', 'مصر', '2021', '3 articles'), 'Tag “\u2068مصر\u2069” in 2021: 3 articles.');
    assert.equal(english.sentence.topicInPeriod('BBC', '2021'), 'BBC, 2021');
  });
});

describe('counted nouns', () => {
  for (const { number: n, noun, Arabic: arabic, English: inEnglish } of readTable(import.meta.dirname, 'counts.tsv', ['number', 'noun', 'Arabic', 'English'])) {
    test(`${n} ${noun}`, () => {
      assert.equal(LANGUAGES.ar.count(Number(n), noun as NounName, 'western'), arabic);
      assert.equal(LANGUAGES.en.count(Number(n), noun as NounName, 'western'), inEnglish);
    });
  }

  test('the forms are those of CLDR, in each language', () => {
    const [arabicRules, englishRules] = [new Intl.PluralRules('ar'), new Intl.PluralRules('en')];
    for (let n = 0; n <= 1200; n += 1) {
      assert.equal(pluralCategory(n), arabicRules.select(n), String(n));
      assert.equal(LANGUAGES.en.count(n, 'person', 'western').endsWith(englishRules.select(n) === 'one' ? 'person' : 'people'), true, String(n));
    }
  });

  test('every noun is known by its name', () => {
    for (const name of Object.keys(nouns) as NounName[]) assert.equal(nounName(nouns[name]), name);
    assert.throws(() => nounName({ ...nouns.day }), /No language counts/u);
  });
});

describe('dates in English', () => {
  const text = createDateText(STYLE, LANGUAGES.en);
  for (const { date: written, Gregorian: gregorian, Hijri: hijri } of readTable(import.meta.dirname, 'dates.tsv', ['date', 'Gregorian', 'Hijri'])) {
    test(written, () => {
      const date = parseArchiveDate(written);
      assert.ok(!isDateFault(date));
      const shown = text.date(date);
      assert.deepEqual([shown.gregorian, shown.hijri ?? ''], [gregorian, hijri]);
    });
  }

  test('all month names are those of CLDR, whatever set the site chose', () => {
    for (let month = 1; month <= 12; month += 1) {
      const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2021, month - 1, 15));
      assert.deepEqual([createDateText({ ...STYLE, months: 'levant' }, LANGUAGES.en).monthName(month), text.shortMonthName(month)], [name, name.slice(0, 3)]);
    }
    assert.deepEqual(Array.from({ length: 7 }, (_, day) => text.weekdayName(day + 1)), Array.from({ length: 7 }, (_, day) => new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day + 1))));
  });

  test('a reference in the Arabic manner stays Arabic', () => {
    assert.equal(text.arabic.day({ year: 2021, month: 5, day: 4 }), '4 مايو 2021');
    assert.equal(text.arabic.arabic, text.arabic);
  });
});
