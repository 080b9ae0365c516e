/** npm run history as its user sees it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runCommandLine, STACK_TRACE, type CommandResult } from '../support/run-command.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-history-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

const record = (...args: readonly string[]): Promise<CommandResult> => runCommandLine('history', args, { cwd: room });
const write = (id: string, body: string): void => {
  mkdirSync(join(room, 'articles'), { recursive: true });
  writeFileSync(join(room, 'articles', `${id}.md`), `---\nid: ${id}\ntitle: عنوان\ndate: 2021-05-04\n---\n${body}\n`);
};

test('the record grows by what has changed, and by nothing else', async () => {
  mkdirSync(join(room, '_data'));
  write('news-a', 'أ');
  assert.match((await record('--date', '2026-01-01', '--dry-run')).stdout, /^1 added \(nothing was written\)\.$/mu);
  assert.equal((await record('--date', '2026-01-01')).stdout, '1 added.\n');
  write('news-a', 'أخرى');
  write('news-b', 'ب');
  assert.equal((await record('--date', '2026-01-02')).stdout, '1 edited, 1 added.\n');
  const kept = readFileSync(join(room, '_data/history.tsv'), 'utf8');
  assert.match(kept, /^2026-01-01\tadded\tnews-a\t[0-9a-f]{16}\n2026-01-02\tedited\tnews-a\t[0-9a-f]{16}\n2026-01-02\tadded\tnews-b\t[0-9a-f]{16}\n$/u);
  assert.equal((await record('--date', '2026-01-03')).stdout, 'Nothing has changed since the last time.\n');
  assert.equal(readFileSync(join(room, '_data/history.tsv'), 'utf8'), kept);

  for (const [args, status, message] of [[['--date', '2025-01-01'], 1, /goes on to 2026-01-02/u], [['--date', 'غدًا'], 2, /is no day/u], [['--articles', 'nowhere'], 1, /There is no folder/u]] as const) {
    const result = await record(...args);
    assert.equal(result.status, status, result.stderr);
    assert.match(result.stderr, message);
    assert.doesNotMatch(result.stderr, STACK_TRACE);
  }
});
