/** How much there is to read. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { countWords, readingMinutes } from '../../src/article/reading-time.ts';

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
