/** A build that uses the last one makes the same bytes as one that starts over, whatever happened in between. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runBuild } from '../../src/build/build-site.ts';
import { PROJECT } from '../support/build-once.ts';
import { compareTrees, digestTree } from '../support/digest-tree.ts';
import { changeArchive, createDice } from '../support/random-archive.ts';

const NO_CHANGE = { added: [], removed: [], changed: [] };
/** WARRAQ_ROUNDS=100 for the long form. */
const ROUNDS = Number(process.env['WARRAQ_ROUNDS'] ?? 12);
/** A clean build takes some seconds; one compares what several changes made. */
const STRIDE = 4;

const room = mkdtempSync(join(tmpdir(), 'warraq-incremental-'));
const options = { articles: join(room, 'articles'), data: join(room, 'data'), base: '/' };

before(() => {
  process.chdir(PROJECT);
  mkdirSync(options.data);
});
after(() => {
  rmSync(room, { recursive: true, force: true });
});

test(`an incremental build equals a clean one after each of ${String(ROUNDS)} rounds of random changes`, async (context) => {
  const seed = Number(process.env['WARRAQ_SEED'] ?? 7);
  context.diagnostic(`WARRAQ_SEED=${String(seed)}`);
  const dice = createDice(seed);
  const said: string[] = [];
  mkdirSync(options.articles);
  for (let at = 0; at < 20; at += 1) changeArchive(options.articles, dice, at);
  let spared = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let step = 0; step < STRIDE; step += 1) {
      said.push(changeArchive(options.articles, dice, 100 + round * STRIDE + step));
      if (dice(10) === 0) writeFileSync(join(options.data, 'tags.yaml'), `أحمد:\n  description: وصف ${String(dice(9))}\n`);
      // Search is built in the last step of a round only: it takes longer than all pages.
      const report = await runBuild({ ...options, out: join(room, 'site'), search: step === STRIDE - 1 });
      spared += report.unchanged;
    }
    const clean = join(room, 'clean');
    await runBuild({ ...options, out: clean, clean: true });
    assert.deepEqual(compareTrees(digestTree(clean), digestTree(join(room, 'site'))), NO_CHANGE, `round ${String(round)}: ${said.slice(-STRIDE).join('; ')}`);
  }
  context.diagnostic(`${String(spared)} files were left alone`);
  assert.ok(spared > ROUNDS * 50);
});

test('the first build after a cold one makes few files, none of them for the program or the settings', async () => {
  const own = { ...options, articles: join(room, 'first'), out: join(room, 'first-site'), search: false };
  const write = (id: string, day: number): void => {
    writeFileSync(join(own.articles, `${id}.md`), `---\nid: ${id}\ntitle: "خبر ${String(day)}"\ndate: "2021-03-${String(day).padStart(2, '0')}"\ntags: ["وسم"]\n---\n\nنص الخبر.\n`);
  };
  mkdirSync(own.articles);
  for (let day = 1; day <= 20; day += 1) write(`article-${String(day)}`, day);
  const cold = await runBuild(own);
  write('article-new', 21);
  const { changes } = await runBuild(own);
  assert.ok(changes.length > 5 && changes.length < 100 && cold.outputs > 800, `${String(changes.length)} of ${String(cold.outputs)}`);
  assert.deepEqual(changes.filter(({ reason }) => reason !== 'new' && reason !== 'content'), []);
  assert.ok(changes.filter(({ kind }) => kind === 'article').length <= 2);
});
