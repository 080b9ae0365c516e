/** A search so large that it is built by processes of its own, before the pages. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { BuildRefused, runBuild } from '../../src/build/build-site.ts';
import { PROJECT } from '../support/build-once.ts';
import { compareTrees, digestTree } from '../support/digest-tree.ts';

const MANY = 660;

const room = mkdtempSync(join(tmpdir(), 'warraq-many-bundles-'));
const options = { articles: join(room, 'articles'), data: join(room, 'data'), base: '/', shardSize: 200 };

before(() => {
  process.chdir(PROJECT);
  for (const folder of [options.articles, options.data]) mkdirSync(folder);
  for (let at = 0; at < MANY; at += 1) {
    const date = new Date(Date.UTC(2012, 0, 1) + at * 5 * 86_400_000).toISOString().slice(0, 10);
    writeFileSync(join(options.articles, `day-${String(1000 + at)}.md`), `---\nid: day-${String(1000 + at)}\ntitle: خبر رقم ${String(at)}\ndate: "${date}"\n---\n\nنص الخبر من المدينة في اليوم ${String(at)}.\n`);
  }
});
after(() => {
  rmSync(room, { recursive: true, force: true });
});

test('one process and two write the same, the search before the pages', async () => {
  const trees = [];
  for (const jobs of [1, 2]) {
    const out = join(room, `jobs-${String(jobs)}`);
    const steps: string[] = [];
    const { bundles } = await runBuild({ ...options, out, jobs, onProgress: ({ step }) => steps.push(step) });
    assert.ok(bundles.built.length > 2, bundles.built.join(' '));
    assert.ok(steps.indexOf('search') < steps.indexOf('pages'), steps.join(' '));
    trees.push(digestTree(out));
  }
  const [one = new Map(), two = new Map()] = trees;
  assert.deepEqual(compareTrees(one, two), { added: [], removed: [], changed: [] });
});

test('a build that would lose an address is refused before the search is built, and its processes end', async () => {
  const out = join(room, 'refused');
  const done: number[] = [];
  const lost = runBuild({ ...options, out, jobs: 2, published: { listed: ['/2011/01/01/gone/'] }, onProgress: (progress) => {
    if (progress.step === 'search' && progress.done !== undefined) done.push(progress.done);
  } });
  await assert.rejects(lost, (error: unknown) => error instanceof BuildRefused && error.problems.some(({ got }) => got.includes('/2011/01/01/gone/')));
  assert.deepEqual(done.filter((articles) => articles > 0), [], 'no bundle was waited for');
  assert.equal(existsSync(out), false);
});
