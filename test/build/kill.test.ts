/** Whatever ends a build, and whenever: what is served is the old site or the new one, whole, and the next build puts all right. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runBuild } from '../../src/build/build-site.ts';
import { startWorkers, WorkerDied } from '../../src/build/worker-pool.ts';
import { PROJECT } from '../support/build-once.ts';
import { compareTrees, digestTree } from '../support/digest-tree.ts';
import { createDice, randomArticle, writeArticle } from '../support/random-archive.ts';

const NO_CHANGE = { added: [], removed: [], changed: [] };
/** WARRAQ_ROUNDS=50 for the long form. */
const ROUNDS = Number(process.env['WARRAQ_ROUNDS'] ?? 8);
const room = mkdtempSync(join(tmpdir(), 'warraq-kill-'));
const articles = join(room, 'articles');
const out = join(room, 'public', 'site');
const options = { articles, data: join(room, 'none'), base: '/', search: false };
const dice = createDice(Number(process.env['WARRAQ_SEED'] ?? 11));

before(() => {
  process.chdir(PROJECT);
  for (let at = 0; at < 30; at += 1) writeArticle(articles, `a${String(at)}.md`, randomArticle(dice, `article-${String(at)}`));
});
after(() => {
  rmSync(room, { recursive: true, force: true });
});

interface Killed {
  readonly ended: boolean;
  readonly milliseconds: number;
}

/** Runs a build and kills it, with all that it started, after some time. */
function killedBuild(after: number): Promise<Killed> {
  const began = Date.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--articles', articles, '--data', options.data, '--out', out, '--no-search', '--quiet'], { cwd: PROJECT, stdio: 'ignore', detached: true });
  const timer = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, after);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => {
      clearTimeout(timer);
      resolve({ ended: status === 0, milliseconds: Date.now() - began });
    });
  });
}

async function cleanTree(): Promise<ReadonlyMap<string, string>> {
  const clean = join(room, 'clean');
  await runBuild({ ...options, out: clean, clean: true });
  return digestTree(clean);
}

test(`a build that is killed at ${String(ROUNDS)} random moments leaves a whole site each time, and the next build is right`, async (context) => {
  await runBuild({ ...options, out });
  let old = digestTree(out);
  let { milliseconds: length } = await killedBuild(120_000);
  let killed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let step = 0; step < 3; step += 1) writeArticle(articles, `b${String(dice(40))}.md`, randomArticle(dice, `article-b${String(round * 3 + step)}`));
    const next = await cleanTree();
    const result = await killedBuild(100 + dice(Math.max(200, length)));
    if (result.ended) length = Math.max(length, result.milliseconds);
    else killed += 1;
    const served = digestTree(out);
    const [fromOld, fromNew] = [compareTrees(old, served), compareTrees(next, served)];
    assert.ok([fromOld, fromNew].some((change) => JSON.stringify(change) === JSON.stringify(NO_CHANGE)), `round ${String(round)}: ${JSON.stringify(fromOld)} ${JSON.stringify(fromNew)}`);
    await runBuild({ ...options, out });
    assert.deepEqual(compareTrees(next, digestTree(out)), NO_CHANGE, `round ${String(round)}`);
    old = next;
  }
  context.diagnostic(`${String(killed)} of ${String(ROUNDS)} builds were killed before their end`);
  assert.ok(killed > 0);
  assert.deepEqual(readdirSync(join(room, 'public')), ['site', 'site.build']);
  assert.deepEqual(readdirSync(join(room, 'public', 'site.build')).filter((name) => !['a', 'a.json', 'b', 'b.json', 'cache'].includes(name)), []);
});

test('damaged notes of earlier builds cost time and nothing else', async () => {
  const right = await cleanTree();
  const cache = join(`${out}.build`, 'cache');
  for (const [folder, name] of [[cache, 'scan.json'], [cache, 'parsed-01.json'], [cache, 'assets.json'], [cache, 'report.json'], [`${out}.build`, 'a.json'], [`${out}.build`, 'b.json']] as const) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40));
    await runBuild({ ...options, out });
    assert.deepEqual(compareTrees(right, digestTree(out)), NO_CHANGE, name);
  }
});

test('a disk that takes no more leaves the old site and says so', async () => {
  const old = digestTree(out);
  writeArticle(articles, 'large.md', `---\nid: large-one\ntitle: طويل\ndate: 2020-02-05\n---\n\n${'كلمة '.repeat(20_000)}\n`);
  // No file may be larger than 40 kB: the system refuses to write as it does on a full disk.
  const child = spawn('bash', ['-c', 'ulimit -f 40; exec "$0" "$@"', process.execPath, '--import', 'tsx', 'scripts/build.ts', '--articles', articles, '--data', options.data, '--out', out, '--no-search', '--quiet'], { cwd: PROJECT, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const status = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(status, 1, said);
  assert.match(said, /^error: EFBIG: file too large, write\n$/u);
  assert.deepEqual(compareTrees(old, digestTree(out)), NO_CHANGE);
  await runBuild({ ...options, out });
  assert.deepEqual(compareTrees(await cleanTree(), digestTree(out)), NO_CHANGE);
});

test('a worker that dies is named with what it worked on', async () => {
  const pool = startWorkers(1);
  try {
    mkdirSync(join(room, 'empty'), { recursive: true });
    const run = pool.run([{ label: 'the pages of shard 2015', task: { kind: 'parse', folder: room, files: [] } }], () => {
      pool.close();
    });
    await run;
    await assert.rejects(pool.run([{ label: 'the pages of shard 2016', task: { kind: 'parse', folder: room, files: [] } }], () => undefined), (error: unknown) => error instanceof WorkerDied && error.message.includes('shard 2016 died (SIGKILL); nothing was published'));
  } finally {
    pool.close();
  }
});

test('what goes wrong in a worker is told with what it worked on', async () => {
  const pool = startWorkers(1);
  try {
    await assert.rejects(pool.run([{ label: 'the pages of shard 2015', task: { kind: 'render', outputs: [] } }], () => undefined), /^Error: the pages of shard 2015: The worker was given work before its site$/u);
  } finally {
    pool.close();
  }
});
