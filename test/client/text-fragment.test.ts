import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textFragment } from '../../src/client/text-fragment.ts';

test('a short passage is named whole, a long one by its ends', () => {
  assert.equal(decodeURIComponent(textFragment('وقّع الطرفان الوثيقة')), ':~:text=وقّع الطرفان الوثيقة');
  const words = Array.from({ length: 20 }, (_, index) => `كلمة${String(index)}`);
  assert.equal(decodeURIComponent(textFragment(words.join(' '))), `:~:text=${words.slice(0, 5).join(' ')},${words.slice(-5).join(' ')}`);
});

test('hyphens, commas and ampersands of the text do not part the directive', () => {
  assert.equal(textFragment('أ-ب, ج & د').replace(':~:text=', '').replace(/%[0-9A-F]{2}/gu, ''), '');
});
