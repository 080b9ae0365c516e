import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { formatCount, nouns, pluralCategory } from '../../src/arabic/plural.ts';
import { runs } from './arbitraries.ts';
import { readTable } from './read-table.ts';

const EDGES = [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 110, 111, 1000, 1003, 1011];
type Noun = keyof typeof nouns;

const rows = readTable(import.meta.dirname, 'plurals.tsv', ['noun', 'count', 'text']);

for (const { noun, count, text } of rows) {
  test(`${count} of the noun ${noun} is written ${text}`, () => {
    assert.equal(formatCount(Number(count), nouns[noun as Noun], 'western'), text);
  });
}

test('the table of plurals has every noun at every edge', () => {
  const wanted = Object.keys(nouns).flatMap((noun) => EDGES.map((count) => `${noun} ${String(count)}`));
  assert.deepEqual(rows.map(({ noun, count }) => `${noun} ${count}`).sort(), wanted.sort());
});

test('the dual after a preposition ends in ين', () => {
  const written = Object.values(nouns).map((noun) => `في ${formatCount(2, noun, 'western', { oblique: true })}`);
  assert.deepEqual(written, ['في مقالين', 'في وسمين', 'في قسمين', 'في مصدرين', 'في كاتبين', 'في شخصين', 'في مكانين', 'في ملفين', 'في يومين', 'في شهرين', 'في سنتين', 'في ملفين', 'في نتيجتين', 'في كلمتين', 'في مرتين', 'في دقيقتين']);
});

test('a preposition changes no count but the dual', () => {
  for (const count of EDGES.filter((edge) => edge !== 2)) {
    assert.equal(formatCount(count, nouns.article, 'western', { oblique: true }), formatCount(count, nouns.article, 'western'));
  }
});

test('a count in Arabic digits takes the same form of the noun', () => {
  assert.deepEqual([3, 11, 100, 1003].map((count) => formatCount(count, nouns.article, 'arabic')), ['٣ مقالات', '١١ مقالًا', '١٠٠ مقال', '١٠٠٣ مقالات']);
});

test('a count from ten thousand on is grouped', () => {
  assert.equal(formatCount(31_030, nouns.article, 'western'), '31,030 مقالًا');
});

test('the plural category is that of CLDR for every number up to 10,000', () => {
  const cldr = new Intl.PluralRules('ar');
  for (let n = 0; n <= 10_000; n += 1) assert.equal(pluralCategory(n), cldr.select(n), String(n));
});

test('from 100 on only the last two digits decide the plural category', () => {
  fc.assert(fc.property(fc.integer({ min: 103, max: 1e9 }), (n) => {
    assert.equal(pluralCategory(n), pluralCategory((n % 100) + 100));
  }), runs);
});
