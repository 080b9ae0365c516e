import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readTokenWords } from '../../src/arabic/forms.ts';
import { normalForm, splitWords } from '../../src/arabic/words.ts';
import { arabicWord, runs, wildText } from './arbitraries.ts';
import { readTable, shown } from './read-table.ts';

for (const { text, words, normal } of readTable(import.meta.dirname, 'words.tsv', ['text', 'words', 'normal'])) {
  test(`the words of ${shown(text)} are ${shown(words)}`, () => {
    assert.equal(splitWords(text).join(' '), words);
  });
  test(`the normal forms of ${shown(text)} are ${normal}`, () => {
    assert.equal(splitWords(text).map(normalForm).join(' '), normal);
  });
}

test('the normal form of a normal form is the same', () => {
  fc.assert(fc.property(wildText, (text) => {
    for (const word of splitWords(text)) assert.equal(normalForm(normalForm(word)), normalForm(word), shown(word));
  }), runs);
});

test('a word of plain letters, which is read in fewer steps, is read as it is with a stroke that says nothing', () => {
  fc.assert(fc.property(arabicWord, (word) => {
    assert.equal(normalForm(word), normalForm(`${word}\u0640`), shown(word));
    assert.deepEqual(readTokenWords(word), readTokenWords(`${word}\u0640`), shown(word));
  }), runs);
});

test('a word has no space, no tatweel and no punctuation but a sign inside a number', () => {
  fc.assert(fc.property(wildText, (text) => {
    for (const word of splitWords(text)) assert.match(word, /^(?:(?!\u0640)[\p{L}\p{M}\p{N}]|(?<=\p{Nd})[.,\u066B\u066C](?=\p{Nd}))+$/u);
  }), runs);
});

test('words come in the order of the text', () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^[\u0628-\u063A]{1,8}$/), { maxLength: 12 }), (words) => {
    assert.deepEqual(splitWords(words.join(' ، ')), words);
  }), runs);
});

test('a megabyte of digits and commas is split in under a second', () => {
  const start = performance.now();
  splitWords('1,'.repeat(500_000));
  assert.ok(performance.now() - start < 1000);
});
