/** What a build keeps of the search: used while it is there and whole, made again when not. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runBuild } from '../../src/build/build-site.ts';
import { FIXTURE_SOURCES, PROJECT } from '../support/build-once.ts';
import { compareTrees, digestTree } from '../support/digest-tree.ts';

const NO_CHANGE = { added: [], removed: [], changed: [] };
const room = mkdtempSync(join(tmpdir(), 'warraq-search-step-'));
const articles = join(room, 'articles');
const data = join(room, 'data');
const out = join(room, 'site');
const kept = `${out}.build/cache/words`;
const options = { articles, data, out, base: '/', shardSize: 8 };
const add = (name: string): void => {
  writeFileSync(join(articles, `${name}.md`), `---\nid: ${name}\ntitle: خبر جديد\ndate: 2024-05-06\n---\n\nنص الخبر.\n`);
};

before(async () => {
  process.chdir(PROJECT);
  cpSync(FIXTURE_SOURCES.articles, articles, { recursive: true });
  cpSync(FIXTURE_SOURCES.data, data, { recursive: true });
  await runBuild(options);
});
after(() => {
  rmSync(room, { recursive: true, force: true });
});

test('a new article leaves the bundles of other times alone; files of the index that stay the same stay the same file', async () => {
  const inodes = () => new Map(readdirSync(join(out, 'pagefind/words')).map((name) => [name, statSync(join(out, 'pagefind/words', name)).ino]));
  const old = inodes();
  assert.ok(readdirSync(kept).length > 1);
  add('one-more');
  const { bundles } = await runBuild(options);
  assert.ok(bundles.built.length > 0 && bundles.built.length < readdirSync(kept).length, bundles.built.join(' '));
  const now = inodes();
  const shared = [...now].filter(([name]) => old.has(name));
  assert.ok(shared.length > 0 && shared.length < now.size);
  for (const [name, inode] of shared) assert.equal(inode, old.get(name), name);
});

test('pieces of the index that are damaged, or are lost, are made again', async () => {
  const pieces = `${out}.build/cache/pieces`;
  const tree = digestTree(out);
  const names = readdirSync(pieces).sort();
  assert.ok(names.length >= 4, names.join(' '));
  for (const [at, name] of names.entries()) {
    if (at % 2 === 0) rmSync(join(pieces, name));
    else writeFileSync(join(pieces, name), '{"value":');
  }
  add('for-a-moment');
  await runBuild(options);
  rmSync(join(articles, 'for-a-moment.md'));
  await runBuild(options);
  assert.deepEqual(readdirSync(pieces).sort(), names);
  assert.deepEqual(compareTrees(tree, digestTree(out)), NO_CHANGE);
});

test('what was kept of a shard and is lost is made again, and of shards that are no more nothing is kept', async () => {
  const names = readdirSync(kept);
  const tree = digestTree(out);
  rmSync(join(kept, names[0] ?? ''));
  add('second');
  rmSync(join(articles, 'one-more.md'));
  assert.ok((await runBuild(options)).bundles.built.length >= 1);
  add('one-more');
  rmSync(join(articles, 'second.md'));
  await runBuild(options);
  assert.deepEqual(readdirSync(kept).sort(), names.sort());
  assert.deepEqual(compareTrees(tree, digestTree(out)), NO_CHANGE);
});

test('what was kept and is damaged ends the build with advice, and the next one is right', async () => {
  for (const name of readdirSync(kept)) writeFileSync(join(kept, name), 'damaged');
  // Where nothing asks for it, it does no harm; a word of the editor asks for everything.
  add('third');
  await runBuild(options);
  mkdirSync(join(data, 'words'), { recursive: true });
  writeFileSync(join(data, 'words/spellings.tsv'), 'زمزما\tزمزمى\n');
  const tree = digestTree(out);
  await assert.rejects(runBuild(options), /was damaged and has been deleted \(.*\); build again$/u);
  assert.deepEqual(compareTrees(tree, digestTree(out)), NO_CHANGE);
  await runBuild(options);
  const clean = join(room, 'clean');
  await runBuild({ ...options, out: clean });
  assert.deepEqual(compareTrees(digestTree(clean), digestTree(out)), NO_CHANGE);
});

test('a word of the editor makes the index anew and no bundle', async () => {
  writeFileSync(join(data, 'words/spellings.tsv'), 'زمزمات\tزمزماط\n');
  const before = digestTree(join(out, 'pagefind'));
  const { bundles } = await runBuild(options);
  assert.deepEqual(bundles.built, []);
  assert.ok(compareTrees(before, digestTree(join(out, 'pagefind'))).changed.includes('manifest.wq'));
});
