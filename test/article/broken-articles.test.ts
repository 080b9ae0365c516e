/**
 * What an editor is told about mistakes. Each file of `fixtures/articles/broken/` has one or more; all messages stand in
 * one golden file, to be read as a text. After a change that is meant: UPDATE_GOLDEN=1, then read what changed.
 * A remark `# ! code` in a file marks the line on which that problem must be reported.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parseArticle } from '../../src/article/parse-article.ts';
import { compareProblems, formatProblem, PROBLEM_CODES, type Problem } from '../../src/article/problem.ts';

const folder = join(import.meta.dirname, '../fixtures/articles/broken');
const golden = join(import.meta.dirname, '../fixtures/articles/broken.expected.txt');

const files = readdirSync(folder).sort().map((name) => {
  const bytes = readFileSync(join(folder, name));
  return { name, text: bytes.toString('utf8'), problems: [...parseArticle(`broken/${name}`, bytes).problems].sort(compareProblems) };
});

test('the messages about broken articles are those that were reviewed', () => {
  const messages = files.map(({ problems }) => problems.map((problem) => `${formatProblem(problem)}\n`).join('')).join('\n');
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, messages);
  assert.equal(messages, readFileSync(golden, 'utf8'));
});

for (const { name, text, problems } of files) {
  test(`${name} has a problem`, () => {
    assert.ok(problems.length > 0);
  });

  const marked = text.split(/\r?\n/u).flatMap((line, index) => {
    const code = /# ! ([a-z-]+)/u.exec(line)?.[1];
    // A remark on a line of its own speaks of the next line: a plain text may not be followed by one.
    return code === undefined ? [] : [`${code} on line ${String(index + (line.startsWith('#') ? 2 : 1))}`];
  });
  for (const place of marked) {
    test(`${name}: ${place}`, () => {
      assert.ok(problems.map(({ code, line }) => `${code} on line ${String(line)}`).includes(place), problems.map(formatProblem).join('\n'));
    });
  }
}

/** Codes that a single file cannot show, or not at this size. */
const ELSEWHERE: readonly Problem['code'][] = ['file-too-large', 'file-link', 'file-ignored', 'file-unreadable', 'date-future', 'date-folder', 'id-twice', 'image-missing', 'tag-spelling', 'slug-twice', 'slug-empty', 'path-unsafe', 'name-alike', 'article-alike', 'text-forms', 'settings-field', 'dossier-article', 'archive-empty', 'redirect-form', 'redirect-loop', 'redirect-chain', 'redirect-taken', 'redirect-target', 'redirect-no-page', 'address-lost'];

test('every problem that a single file can have is shown by a broken article', () => {
  const seen = new Set(files.flatMap(({ problems }) => problems.map(({ code }) => code)));
  const codes = Object.keys(PROBLEM_CODES) as Problem['code'][];
  assert.deepEqual(codes.filter((code) => !seen.has(code)), codes.filter((code) => ELSEWHERE.includes(code)));
});

test('no message speaks the language of a library', () => {
  for (const { problems } of files) for (const problem of problems) assert.doesNotMatch(formatProblem(problem), /Invalid input|received|undefined|\bnull\b|NaN|\[object/u);
});
