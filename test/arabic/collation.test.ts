import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { compareNames, indexLetter, sortKey } from '../../src/arabic/collation.ts';
import { arabicWord, runs, wildText } from './arbitraries.ts';
import { readTable } from './read-table.ts';

const rows = readTable(import.meta.dirname, 'sort-order.tsv', ['letter', 'name']);

rows.slice(1).forEach(({ name }, index) => {
  const before = rows[index]?.name ?? '';
  test(`${before} stands before ${name}`, () => {
    assert.ok(compareNames(before, name) < 0, `${sortKey(before)} / ${sortKey(name)}`);
  });
});

for (const { letter, name } of rows) {
  test(`${name} stands under ${letter}`, () => {
    assert.equal(indexLetter(name), letter);
  });
}

test('the order of a list does not depend on the order it came in', () => {
  const names = rows.map(({ name }) => name);
  fc.assert(fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
    assert.deepEqual(shuffled.sort(compareNames), names);
  }), runs);
});

test('spellings of one name lie side by side', () => {
  assert.deepEqual(['بدر', 'احمد', 'أمل', 'أحمد', 'إبراهيم', 'ابراهيم'].sort(compareNames), ['إبراهيم', 'ابراهيم', 'أحمد', 'احمد', 'أمل', 'بدر']);
});

test('only a name itself compares as equal to it', () => {
  fc.assert(fc.property(wildText, wildText, (a, b) => {
    assert.equal(compareNames(a, b) === 0, a === b);
  }), runs);
});

test('comparing the other way round gives the opposite', () => {
  fc.assert(fc.property(wildText, wildText, (a, b) => {
    assert.equal(Math.sign(compareNames(a, b)), -Math.sign(compareNames(b, a)) + 0);
  }), runs);
});

test('marks, tatweel and quotation marks before a name do not move it', () => {
  for (const name of ['الحَيَاة', 'الحـــياة', '«الحياة', '"الحياة']) assert.equal(sortKey(name), 'حياة');
});

test('an article before a single letter is part of the word', () => {
  assert.deepEqual(['الم', 'ال', 'الا'].map(sortKey), ['الم', 'ال', 'الا']);
});

test('an article before two letters is passed over', () => {
  assert.equal(sortKey('الأب'), 'أب');
});

test('every Arabic word stands under one letter', () => {
  fc.assert(fc.property(arabicWord, (word) => {
    assert.match(indexLetter(word), /^\p{L}$/u);
  }), runs);
});

test('a name without letters or digits stands under #', () => {
  assert.deepEqual(['', '…', '😀'].map(indexLetter), ['#', '#', '#']);
});
