/** What is remembered of what was made lately. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { rememberRecent } from '../../src/site/recent.ts';

test('what was asked for lately is not made again, and no more is kept than twice the number', () => {
  const made: number[] = [];
  const squareOf = rememberRecent(3, (key: number) => {
    made.push(key);
    return { square: key * key };
  });
  const one = squareOf(1);
  for (const key of [2, 3, 4, 1, 5]) squareOf(key);
  assert.equal(squareOf(1), one, 'asked for in between');
  assert.deepEqual(made, [1, 2, 3, 4, 5]);
  for (const key of [6, 7, 8, 9, 10, 11]) squareOf(key);
  assert.notEqual(squareOf(1), one);
  assert.deepEqual(made, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1]);
});
