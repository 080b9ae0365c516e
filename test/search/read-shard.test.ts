/** A shard is read as if it were the first, though what was met in those before it is remembered. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { readShard, type ReadShard } from '../../src/search/index/read-shard.ts';
import { searchRecord } from '../support/search-index.ts';

/** Of each token of a text the words under which it is found. */
function wordsOf({ words, tokens: { starts, words: own }, records }: ReadShard, at = 0): readonly (readonly string[])[] {
  return Array.from(records[at]?.text.tokens ?? [], (token) => Array.from(own.subarray(starts[token], starts[token + 1]), (word) => words[word]?.form ?? ''));
}

test('words have the numbers and the spelling of their first coming in the shard', () => {
  const shard = readShard([searchRecord('a', { title: 'حرب إيران', text: 'في إيران' })]);
  assert.deepEqual(shard.words, [{ form: 'حرب', spelling: 'حرب' }, { form: 'ايران', spelling: 'إيران' }, { form: 'في', spelling: 'في' }]);
  const next = readShard([searchRecord('b', { title: 'في', text: 'ايران إيران حرب' })]);
  assert.deepEqual(next.words, [{ form: 'في', spelling: 'في' }, { form: 'ايران', spelling: 'ايران' }, { form: 'حرب', spelling: 'حرب' }]);
  assert.deepEqual(wordsOf(next), [['ايران'], ['ايران'], ['حرب']]);
  assert.deepEqual(shard, readShard([searchRecord('a', { title: 'حرب إيران', text: 'في إيران' })]));
});

test('a token is found under all its words, and one without a word keeps its place', () => {
  const shard = readShard([searchRecord('a', { text: 'طائرة F-16 – (بغداد،والبصرة)' })]);
  assert.deepEqual(wordsOf(shard), [['طاءره'], ['f', '16', 'f16'], [], ['بغداد', 'والبصره']]);
  assert.deepEqual(shard.records[0]?.summary.tokens.length, 0);
});

test('the most usual words of tokens are told', () => {
  const { tokens, records } = readShard([searchRecord('a', { text: '«في» بيت، من' })]);
  assert.deepEqual(Array.from(records[0]?.text.tokens ?? [], (token) => tokens.usual[token]), [1, 0, 2]);
});
