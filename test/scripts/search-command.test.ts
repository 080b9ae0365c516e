/** npm run search and search-eval as their users see them. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runCommandLine, STACK_TRACE } from '../support/run-command.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-search-'));
const out = join(room, 'site');

before(async () => {
  const { status, stderr } = await runCommandLine('build', ['--out', out, '--quiet']);
  assert.equal(status, 0, stderr);
});

after(() => {
  rmSync(room, { recursive: true, force: true });
});

interface Answer {
  readonly query: string;
  readonly mode: string;
  readonly total: number;
  readonly results: readonly { readonly id: string; readonly url: string; readonly title: string; readonly excerpt: string; readonly marks: readonly (readonly [number, number])[] }[];
}

async function search(...args: readonly string[]): Promise<Answer> {
  const { status, stdout, stderr } = await runCommandLine('search', [...args, '--out', out, '--json']);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Answer;
}

test('search finds a plural by its singular, and its marks are the hits in the excerpt', async () => {
  const { mode, total, results } = await search('سعر');
  assert.equal(mode, 'all');
  assert.ok(total > 3);
  const marked = results.flatMap(({ excerpt, marks }) => marks.map(([start, end]) => excerpt.slice(start, end)));
  assert.ok(marked.some((word) => word.includes('أسعار')), marked.join(' '));
  assert.ok(marked.every((word) => /سعر|سعار/u.test(word)), marked.join(' '));
});

test('the limit cuts the list and not the count; 0 gives all', async () => {
  const [short, long] = [await search('المناخ', '--limit', '1'), await search('المناخ', '--limit', '0')];
  assert.equal(short.results.length, 1);
  assert.equal(long.results.length, long.total);
  assert.equal(short.total, long.total);
});

test('where no article has all words the mode says so', async () => {
  assert.equal((await search('الكاراتيه بلوتو')).mode, 'any');
});

test('a folder without a site and a limit that is no number are mistakes of the user', async () => {
  const missing = await runCommandLine('search', ['مصر', '--out', room]);
  assert.deepEqual([missing.status, STACK_TRACE.test(missing.stderr)], [1, false]);
  const wrong = await runCommandLine('search', ['مصر', '--out', out, '--limit', 'x']);
  assert.deepEqual([wrong.status, STACK_TRACE.test(wrong.stderr)], [2, false]);
});

test('search-eval writes a run of its documents only and scores it', async () => {
  const file = (name: string, rows: readonly object[]): string => {
    const path = join(room, name);
    writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return path;
  };
  const docs = file('docs.jsonl', [{ id: 'd1', title: 'المناخ', text: 'مؤتمر عن تغير المناخ' }, { id: 'd2', text: 'أسعار النفط في السوق' }]);
  const background = file('background.jsonl', [{ id: 'b1', body: 'مؤتمر المناخ ومؤتمر المناخ' }]);
  const queries = file('queries.jsonl', [{ id: 'q1', text: 'ما هو مؤتمر المناخ؟' }, { id: 'q2', text: 'سعر النفط' }, { id: 'q3', text: 'الزنجبيل' }]);
  const [run, qrels] = [join(room, 'run.trec'), join(room, 'qrels.tsv')];
  writeFileSync(qrels, 'q1\td1\t1\nq2\td2\t1\nq3\td1\t1\n');

  const made = await runCommandLine('search-eval', ['--docs', docs, '--background', background, '--queries', queries, '--run', run]);
  assert.equal(made.status, 0, made.stderr);
  assert.deepEqual(readFileSync(run, 'utf8').trim().split('\n').map((line) => line.split(' ').slice(0, 4)), [['q1', 'Q0', 'd1', '1'], ['q2', 'Q0', 'd2', '1']]);

  const scored = await runCommandLine('search-eval', ['--score', run, '--qrels', qrels]);
  assert.match(scored.stdout, /^mrr10 +0\.6667$/mu);
  assert.match(scored.stdout, /^empty +0\.3333$/mu);
});
