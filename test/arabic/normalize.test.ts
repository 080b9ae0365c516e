import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { hasArabic } from '../../src/arabic/letters.ts';
import { displayForm, identityForm } from '../../src/arabic/normalize.ts';
import { runs, wildText } from './arbitraries.ts';
import { readTable, shown } from './read-table.ts';

for (const { first, second, same, why } of readTable(import.meta.dirname, 'identity.tsv', ['first', 'second', 'same', 'why'])) {
  test(`${shown(first)} and ${shown(second)} are ${same === 'yes' ? 'one name' : 'two names'}: ${why}`, () => {
    assert.equal(identityForm(first) === identityForm(second), same === 'yes', `${identityForm(first)} / ${identityForm(second)}`);
  });
}

test('folding a name twice changes nothing more', () => {
  fc.assert(fc.property(wildText, (text) => {
    assert.equal(identityForm(identityForm(text)), identityForm(text));
  }), runs);
});

test('a name and its composed or decomposed form have one identity', () => {
  fc.assert(fc.property(wildText, (text) => {
    assert.equal(identityForm(text.normalize('NFD')), identityForm(text.normalize('NFC')));
  }), runs);
});

test('an identity has no white space at its ends and none doubled', () => {
  fc.assert(fc.property(wildText, (text) => {
    assert.doesNotMatch(identityForm(text), /^\s|\s$|\s\s/u);
  }), runs);
});

test('the display form keeps marks, tatweel, hamza and invisible characters', () => {
  const text = 'مَرَّاكُش عـــاجل أحمد \u200Fمكتبة ١٢٣';
  assert.equal(displayForm(text), text);
});

test('the display form composes', () => {
  assert.equal(displayForm('ا\u0654حمد'), 'أحمد');
});

test('a text has Arabic when it has an Arabic letter, not a digit or a comma', () => {
  assert.deepEqual(['ع', 'abع', '٣', '۳', '،', 'abc', ''].map(hasArabic), [true, true, false, false, false, false, false]);
});
