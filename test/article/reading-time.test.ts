/** How much there is to read. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { countWords, readingMinutes } from '../../src/article/reading-time.ts';
import { runs, wildText } from '../arabic/arbitraries.ts';

for (const [body, words] of [
  ['', 0],
  ['***\n\n—', 0],
  ['وقّع وزيرُ الصحّةِ القرارَ', 4],
  ['القـــرار صدر.', 2],
  ['في 4 مايو 2021، بنسبة 3.5٪', 6],
  ['[بيان الوزارة](https://x.example/some/long-path "عنوان") هنا https://x.example/a', 3],
  ['![صورة الميناء](/m.png)', 2],
  ['شركة F-16 و«رويترز»', 4],
] as const) {
  test(`${JSON.stringify(body)} has ${String(words)} words`, () => {
    assert.equal(countWords(body), words);
  });
}

test('minutes are whole', () => {
  assert.deepEqual([0, 60, 100, 180, 420].map(readingMinutes), [0, 0, 1, 1, 2]);
});

/** What a word is, as a pattern; the program counts without one, which takes a tenth of the time. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u0640]|['’.,-](?=[\p{L}\p{N}]))*/gu;

test('words are those that the pattern finds', () => {
  const texts = fc.oneof(wildText, fc.array(fc.constantFrom('كلمة', 'وَ', '\u064B', 'ـ', '3', '٣', '.', ',', '-', '’', "'", ' ', '\n', '😀', '𝒜', '\uD83D', 'é', '٪'), { maxLength: 40 }).map((parts) => parts.join('')));
  fc.assert(fc.property(texts.filter((text) => !/\]\(|:\/\//u.test(text)), (text) => {
    assert.equal(countWords(text), text.match(WORD)?.length ?? 0);
  }), { numRuns: runs.numRuns * 10 });
});
