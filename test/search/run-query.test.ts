import assert from 'node:assert/strict';
import test from 'node:test';
import type { Query } from '../../src/search/query/parse-query.ts';
import { runQuery, type Engine } from '../../src/search/query/run-query.ts';

/** An engine that knows scores of articles by word, and writes down what it was asked. */
function fakeEngine(index: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  const asked: string[] = [];
  const engine: Engine<string> = {
    search: async (text) => {
      asked.push(text);
      return { results: Object.entries(index[text] ?? {}).map(([id, score]) => ({ id, score, words: [score], data: async () => id })) };
    },
  };
  return { engine, asked };
}

const query = (...terms: readonly string[]): Query => ({ kind: 'words', terms });

async function ask(index: Parameters<typeof fakeEngine>[0], asked: Query) {
  const { results, partial } = await runQuery(fakeEngine(index).engine, asked);
  return { ids: results.map(({ id }) => id), partial };
}

test('articles must have all words, and stand in the order of the sum of their scores', async () => {
  const index = { one: { a: 1, b: 5, c: 9 }, two: { a: 7, b: 2 } };
  assert.deepEqual(await ask(index, query('one', 'two')), { ids: ['a', 'b'], partial: false });
});

test('a result carries the hits of all words', async () => {
  const { results } = await runQuery(fakeEngine({ one: { a: 1 }, two: { a: 7 } }).engine, query('one', 'two'));
  assert.deepEqual(results.map(({ words }) => words), [[1, 7]]);
});

test('each word is asked alone', async () => {
  const { engine, asked } = fakeEngine({});
  await runQuery(engine, query('one', 'two', 'three'));
  assert.deepEqual(asked, ['one', 'two', 'three']);
});

test('where no article has all words, the best come first and the answer says so', async () => {
  const index = { one: { a: 8, b: 9 }, two: { a: 8 }, three: { c: 20 } };
  assert.deepEqual(await ask(index, query('one', 'two', 'three')), { ids: ['c', 'a', 'b'], partial: true });
});

test('a long query is a headline or a question: the best come first, whether they have every word or not', async () => {
  const index = { one: { a: 1, b: 9 }, two: { a: 1, b: 9 }, three: { a: 1, b: 9 }, four: { a: 1 } };
  assert.deepEqual(await ask(index, query('one', 'two', 'three', 'four')), { ids: ['b', 'a'], partial: false });
});

test('words that stand side by side as in the query speak for an article, wherever else they stand', async () => {
  const at = (positions: Readonly<Record<string, readonly number[]>>): Engine<string> => ({
    search: async () => ({ results: Object.entries(positions).map(([id, words]) => ({ id, score: 10, words, data: async () => id })) }),
  });
  const engine: Engine<string> = { search: (text) => (text === 'one' ? at({ near: [4, 50], far: [4] }) : at({ near: [51], far: [90] })).search(text) };
  const { results } = await runQuery(engine, query('one', 'two'));
  assert.deepEqual(results.map(({ id, score }) => [id, score > 20]), [['near', true], ['far', false]]);
});

test('an unknown word is not silently left out: the answer is partial', async () => {
  assert.deepEqual(await ask({ one: { a: 1 } }, query('one', 'nothing')), { ids: ['a'], partial: true });
});

test('only unknown words give nothing, and nothing is not partial', async () => {
  assert.deepEqual(await ask({ one: { a: 1 } }, query('nothing', 'either')), { ids: [], partial: false });
});

test('articles of the same score stand in the order of their ids, however the engine lists them', async () => {
  const forwards = await ask({ one: { a: 1, b: 1, c: 1 } }, query('one'));
  const backwards = await ask({ one: { c: 1, b: 1, a: 1 } }, query('one'));
  assert.deepEqual(forwards.ids, ['a', 'b', 'c']);
  assert.deepEqual(backwards, forwards);
});

test('a phrase is asked whole, between the quotation marks that Pagefind knows', async () => {
  const { engine, asked } = fakeEngine({ '"one two"': { b: 1 }, one: { a: 1 }, two: { a: 1 } });
  const { results, partial } = await runQuery(engine, { kind: 'phrase', terms: ['one', 'two'] });
  assert.deepEqual(asked, ['"one two"']);
  assert.deepEqual([results.map(({ id }) => id), partial], [['b'], false]);
});

test('an empty query asks nothing', async () => {
  const { engine, asked } = fakeEngine({});
  assert.deepEqual(await runQuery(engine, { kind: 'empty', terms: [] }), { results: [], partial: false });
  assert.deepEqual(asked, []);
});

test('an engine that fails makes the query fail', async () => {
  const engine: Engine<string> = {
    search: async () => {
      throw new Error('no network');
    },
  };
  await assert.rejects(runQuery(engine, query('one')), /no network/u);
});
