import assert from 'node:assert/strict';
import test from 'node:test';
import { parseQuery } from '../support/tokens.ts';
import { queryTerms } from '../support/tokens.ts';

const words = (text: string): readonly string[] => queryTerms(text);

test('words are words, whatever stands between them', () => {
  for (const text of ['مؤتمر المناخ', 'مؤتمر، المناخ؟', '(مؤتمر) \u200Fالمناخ!', 'مؤتمر/المناخ']) assert.deepEqual(parseQuery(text), { kind: 'words', terms: words('مؤتمر المناخ') }, text);
});

test('a word that comes twice, or in two forms of one class, is asked once', () => {
  assert.deepEqual(parseQuery('مصر ومصر مصر'), { kind: 'words', terms: [...new Set(words('مصر ومصر'))] });
  assert.deepEqual(parseQuery('المناخ للمناخ مناخ').terms.length, 1);
});

test('a query wholly between quotation marks is a phrase, and keeps its doubles', () => {
  for (const text of ['«مؤتمر المناخ»', '"مؤتمر المناخ"', '“مؤتمر المناخ”', '„مؤتمر المناخ“', '  « مؤتمر المناخ »  ']) assert.deepEqual(parseQuery(text), { kind: 'phrase', terms: words('مؤتمر المناخ') }, text);
  assert.equal(parseQuery('«يومًا بعد يومًا»').terms.length, 3);
});

test('one word between quotation marks is a word', () => {
  assert.deepEqual(parseQuery('«المناخ»'), { kind: 'words', terms: words('المناخ') });
});

test('quotation marks round a part of a query do not make it a phrase', () => {
  assert.equal(parseQuery('مؤتمر «المناخ»').kind, 'words');
  assert.equal(parseQuery('«مؤتمر المناخ» باريس').kind, 'words');
});

test('a query without a word is empty', () => {
  for (const text of ['', '  ', '؟!…', '«»', '\u200F', '😀']) assert.deepEqual(parseQuery(text), { kind: 'empty', terms: [] }, JSON.stringify(text));
});

test('words that say nothing alone are left out where there are others, and kept in phrases', () => {
  assert.deepEqual(parseQuery('متى عقد مؤتمر المناخ في مراكش؟'), parseQuery('عقد مؤتمر المناخ مراكش'));
  assert.equal(parseQuery('من هو').kind, 'words');
  assert.equal(parseQuery('«من المناخ إلى النفط»').terms.length, 4);
});
