/** Texts in the order in which comparing puts them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { orderTexts } from '../../src/search/index/order-texts.ts';

function byComparing(texts: readonly string[]): readonly number[] {
  return [...texts.keys()].sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : (texts[a] ?? '') > (texts[b] ?? '') ? 1 : a - b));
}

test('any texts, equal ones too, are in the order of their code units', () => {
  const letters = fc.oneof(fc.constantFrom('ا', 'ل', 'و', '\0', '\uFFFF', '\uD800', '\uDC00', '\u{20000}'), fc.string({ unit: 'binary', maxLength: 2 }));
  const text = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(fc.property(fc.array(text, { maxLength: 120 }), (texts) => {
    assert.deepEqual([...orderTexts(texts)], byComparing(texts));
  }), { seed: 1442, numRuns: 1000 });
});

test('many texts that begin alike are told apart by what follows, however far behind', () => {
  const start = 'والمستشفيات';
  const texts = Array.from({ length: 300 }, (_, at) => `${start.slice(0, at % 12)}${'ا'.repeat((7 * at) % 200)}${String.fromCharCode(0x627 + ((13 * at) % 30))}`);
  const all = [...texts, ...texts, '', ...Array.from({ length: 50 }, () => 'ط'.repeat(100_000))];
  assert.deepEqual([...orderTexts(all)], byComparing(all));
});

test('letters of many scripts leave room for a few of each text', () => {
  const texts = Array.from({ length: 20_000 }, (_, at) => String.fromCharCode(...[0x4e00, 0x600, 0x21].map((base, place) => base + (((at + 1) * (7919 + place)) % 9_000))));
  assert.deepEqual([...orderTexts(texts)], byComparing(texts));
});
