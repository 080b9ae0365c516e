/** An import that is killed outright, at any moment: no half file, and the next import brings in all that is wanting. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { PROJECT } from '../support/build-once.ts';
import { runCommandLine } from '../support/run-command.ts';
import { importInto, listFiles, readArticle } from './import-into.ts';

const ARTICLES = 1500;
/** So many files stand when the import is killed: within its first pieces, in the middle, near the end. */
const MOMENTS = [1, 500, 1300];

const room = mkdtempSync(join(tmpdir(), 'warraq-import-kill-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

test('an import that is killed leaves whole files only, and goes on where it was', async () => {
  const source = join(room, 'a.jsonl');
  const line = (at: number): string => JSON.stringify({ url: `https://a.example/${String(at)}`, title: `خبر رقم ${String(at)}`, body: `نص الخبر رقم ${String(at)}.\n\n${'وأضاف المصدر أن الأعمال مستمرة. '.repeat(20)}`, date: '2020-01-01' });
  writeFileSync(source, Array.from({ length: ARTICLES }, (_, at) => `${line(at)}\n`).join(''));
  const undisturbed = join(room, 'undisturbed', 'articles');
  await importInto(undisturbed, [source]);
  const to = join(room, 'killed', 'articles');
  const month = join(to, '2020', '01');
  mkdirSync(month, { recursive: true });

  let killed = 0;
  for (const moment of MOMENTS) {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(PROJECT, 'scripts/import.ts'), source, '--to', to], { stdio: 'ignore' });
    const ended = new Promise<boolean>((resolve) => child.once('exit', (_, signal) => { resolve(signal === 'SIGKILL'); }));
    const state = { running: true };
    void ended.then(() => (state.running = false));
    while (state.running && readdirSync(month).length < moment) await setTimeout(2);
    child.kill('SIGKILL');
    if (await ended) killed += 1;
    // What stands is what the undisturbed import made, byte by byte.
    const whole = listFiles(undisturbed);
    for (const [file, text] of listFiles(to)) {
      assert.equal(text, whole.get(file), file);
      readArticle(file, text);
    }
  }
  assert.ok(killed >= 2, `${String(killed)} of ${String(MOMENTS.length)} imports were killed while they ran`);

  const before = listFiles(to).size;
  const { status, stdout, stderr } = await runCommandLine('import', [source, '--to', to, '--json']);
  assert.equal(status, 0, stderr);
  const { counts } = JSON.parse(stdout) as { readonly counts: Readonly<Record<string, number>> };
  assert.deepEqual(listFiles(to), listFiles(undisturbed));
  assert.ok((counts['unchanged'] ?? 0) >= before, `${JSON.stringify(counts)} of ${String(before)} that stood: none was made again`);
  assert.equal((counts['unchanged'] ?? 0) + (counts['new'] ?? 0), ARTICLES);
  assert.deepEqual(readdirSync(join(to, '.import')).filter((name) => name === 'unfinished' || name === 'lock'), []);
});
