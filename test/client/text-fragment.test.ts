import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Passage } from '../../src/client/page-text.ts';
import { textFragment } from '../../src/client/text-fragment.ts';

/** A page of which a passage is chosen: its paragraphs, with `[` and `]` about what is chosen. */
function chosen(...marked: readonly string[]): Passage {
  const place = (mark: string): { readonly block: number; readonly at: number } => {
    const block = marked.findIndex((text) => text.includes(mark));
    return { block, at: marked[block]?.replace(mark === ']' ? '[' : ']', '').indexOf(mark) ?? -1 };
  };
  return { blocks: marked.map((text) => text.replace(/[[\]]/gu, '')), start: place('['), end: place(']') };
}

const fragment = (...marked: readonly string[]): string => decodeURIComponent(textFragment(chosen(...marked)).replace(':~:text=', ''));

test('a short passage is named whole, a long one by its ends', () => {
  assert.equal(fragment('[وقّع الطرفان الوثيقة]'), 'وقّع الطرفان الوثيقة');
  const words = Array.from({ length: 20 }, (_, index) => `كلمة${String(index)}`);
  assert.equal(fragment(`قبلها [${words.join(' ')}] وبعدها`), `${words.slice(0, 5).join(' ')},${words.slice(-5).join(' ')}`);
});

test('words that are half chosen are taken whole, since browsers find no others', () => {
  assert.equal(fragment('قال الوز[ير للصحفي]ين أمس'), 'الوزير للصحفيين');
});

test('a passage over several paragraphs is named by its ends', () => {
  assert.equal(fragment('أول النص', 'قال [نعم.', 'فقرة وسطى', 'ثم مضى] إلى بيته'), 'نعم.,ثم مضى');
});

test('where the words stand before on the page, with marks of vowels or without, those beside the passage tell it', () => {
  assert.equal(fragment('قال سنفعل ذلك اليوم', 'ثم [سنفعلُ ذلك] غدًا'), 'سنفعلُ ذلك,-غدًا');
  assert.equal(fragment('قال سنفعل ذلك غدًا', 'ثم [سنفعلُ ذلك] غدًا'), 'ثم-,سنفعلُ ذلك');
  assert.equal(fragment('عنوان عاجل', '[عنوان عاجل] من القاهرة'), 'عنوان عاجل,-من');
});

test('hyphens, commas and ampersands of the text do not part the directive', () => {
  assert.equal(textFragment(chosen('[أ-ب, ج & د]')).replace(':~:text=', '').replace(/%[0-9A-F]{2}/gu, ''), '');
});
