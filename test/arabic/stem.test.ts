import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { stem } from '../../src/arabic/stem.ts';
import { normalForm } from '../../src/arabic/words.ts';
import { arabicWord, runs } from './arbitraries.ts';
import { readTable } from './read-table.ts';

const classOf = (word: string): string => stem(normalForm(word));

for (const { first, second, result, why } of readTable(import.meta.dirname, 'stems.tsv', ['first', 'second', 'result', 'why'])) {
  test(`${first} and ${second} ${result}: ${why}`, () => {
    assert.equal(classOf(first) === classOf(second) ? 'meet' : 'part', result, `${classOf(first)} / ${classOf(second)}`);
  });
}

test('a stem is part of its word and has at least two letters unless the word has fewer', () => {
  fc.assert(fc.property(arabicWord, (word) => {
    const normal = normalForm(word);
    assert.ok(normal.includes(stem(normal)));
    assert.ok(stem(normal).length >= Math.min(2, normal.length));
  }), runs);
});

test('a word with the article meets the word without it', () => {
  fc.assert(fc.property(arabicWord.map(normalForm).filter((word) => word.length === 4 && !/^(?:[وفبكل]|ا)/u.test(word)), (word) => {
    assert.equal(stem(`ال${word}`), stem(word));
  }), runs);
});
