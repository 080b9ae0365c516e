import assert from 'node:assert/strict';
import test from 'node:test';
import { editDistance } from '../../src/search/query/suggest.ts';

test('the distance of two words counts letters that are more, fewer, others, or swapped', () => {
  for (const [one, other, distance] of [['زلزال', 'زلزال', 0], ['زلزال', 'زلزل', 1], ['زلزال', 'زلزالي', 1], ['زلزال', 'زلزان', 1], ['زلزال', 'زلازل', 1], ['زلزال', 'زلال', 1], ['زلزال', 'سلسال', 2], ['زلزال', 'بركان', 3]] as const) {
    assert.equal(editDistance(one, other, 2), distance, `${one} ${other}`);
    assert.equal(editDistance(other, one, 2), distance, `${other} ${one}`);
  }
});
