import assert from 'node:assert/strict';
import test from 'node:test';
import { ALIKE, createLikenessIndex, likeness, printText, type Sketch } from '../../src/arabic/likeness.ts';

const words = (from: number, count: number): string => Array.from({ length: count }, (_, index) => `كلمة${String.fromCodePoint(0x628 + ((from + index) % 20))}${String.fromCodePoint(0x641 + (Math.floor((from + index) / 20) % 9))}`).join(' ');

function sketch(text: string): Sketch {
  const found = printText(text).sketch;
  assert.ok(found);
  return found;
}

test('spelling, marks and punctuation make no difference', () => {
  const plain = `${words(0, 40)} احمد الي المكتبه 1234`;
  const marked = `${words(0, 40).replaceAll(' ', '، ')} أَحْمَد إلى «المكتبة» ١٢٣٤`;
  assert.deepEqual(printText(plain), printText(marked));
});

test('the share of common words is estimated', () => {
  assert.equal(likeness(sketch(words(0, 100)), sketch(words(0, 100))), 1);
  assert.ok(likeness(sketch(words(0, 100)), sketch(words(5, 100))) > 0.7);
  assert.ok(likeness(sketch(words(0, 80)), sketch(words(90, 80))) < 0.2);
});

test('short texts are compared as wholes only', () => {
  assert.equal(printText('نص قصير من ست كلمات هنا').sketch, undefined);
  assert.notEqual(printText('نص قصير من ست كلمات هنا').digest, printText('نص طويل من ست كلمات هنا').digest);
  assert.equal(printText('نص قصير').digest, undefined);
  assert.equal(printText(' . ').digest, undefined);
});

test('the index finds the text that is most alike, and nothing where none is', () => {
  const index = createLikenessIndex();
  assert.equal(index.add(sketch(words(0, 100))), undefined);
  assert.equal(index.add(sketch(words(100, 80))), undefined);
  const found = index.add(sketch(words(2, 100)));
  assert.equal(found?.number, 0);
  assert.ok(found.likeness >= ALIKE);
});
