import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { compareProblems, formatProblem, isPublishable, quote, type Problem } from '../../src/article/problem.ts';
import { suggest } from '../../src/article/suggest.ts';
import { runs, wildText } from '../arabic/arbitraries.ts';

const problem: Problem = { code: 'date-form', severity: 'error', file: 'a.md', line: 4, field: 'date', got: '"x"', expected: 'a date', fix: 'write one' };

test('a problem is one line with place, field, three parts and code', () => {
  assert.equal(formatProblem(problem), 'a.md:4 date: got "x"; expected a date; fix: write one [date-form]');
});

test('a warning says that it is one', () => {
  assert.equal(formatProblem({ ...problem, severity: 'warning' }), 'a.md:4 date: warning: got "x"; expected a date; fix: write one [date-form]');
});

test('problems are ordered by file, line, field and code', () => {
  const ordered: Problem[] = [problem, { ...problem, field: 'title' }, { ...problem, line: 10 }, { ...problem, file: 'b.md', line: 1, code: 'body-empty' }, { ...problem, file: 'b.md', line: 1 }];
  assert.deepEqual([...ordered].reverse().sort(compareProblems), ordered);
});

test('only warnings let an article be published', () => {
  assert.deepEqual([[], [{ ...problem, severity: 'warning' as const }], [problem]].map(isPublishable), [true, true, false]);
});

test('invisible characters of a quoted value are made visible', () => {
  assert.equal(quote('أ\u200Fب\n\u202E'), '"أ\\u{200F}ب\\u{A}\\u{202E}"');
});

test('what is not a text is named, not printed', () => {
  assert.deepEqual([quote(['a', 'b']), quote({ a: 'b' }), quote(null), quote(undefined)], ['a list of 2', 'a mapping', 'nothing', 'nothing']);
});

test('a quoted value is one line of at most 80 characters with its marks', () => {
  fc.assert(fc.property(fc.array(wildText, { maxLength: 8 }).map((texts) => texts.join('')), (text) => {
    assert.ok(quote(text).length <= 82);
    assert.doesNotMatch(quote(text), /[\n\r\p{Cf}]/u);
  }), runs);
});

for (const [written, meant] of [['titel', 'title'], ['tilte', 'title'], ['TITLE', 'title'], ['titles', 'title'], ['x', undefined], ['', undefined], ['permalink', undefined]] as const) {
  test(`${written === '' ? 'an empty word' : written} is taken for ${meant ?? 'nothing'}`, () => {
    assert.equal(suggest(written, ['date', 'title', 'summary']), meant);
  });
}

test('of two names as near, the first of the alphabet is suggested', () => {
  assert.equal(suggest('bat', ['cat', 'aat']), 'aat');
});

test('there is no suggestion among no names', () => {
  assert.equal(suggest('title', []), undefined);
});
