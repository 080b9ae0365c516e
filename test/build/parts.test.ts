/** Shards built one by one and joined make the same bytes as a build on one machine. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runBuild } from '../../src/build/build-site.ts';
import { buildPart, PartsMissing, planShards, ShardMissing } from '../../src/build/parts.ts';
import { PROJECT, SAMPLE } from '../support/build-once.ts';
import { compareTrees, digestTree } from '../support/digest-tree.ts';
import { runCommandLine, STACK_TRACE } from '../support/run-command.ts';

const NO_CHANGE = { added: [], removed: [], changed: [] };
const room = mkdtempSync(join(tmpdir(), 'warraq-parts-'));
const options = { ...SAMPLE, base: '/', shardSize: 30 };
const cacheOf = (machine: string): string => join(room, machine, 'cache');
let keys: readonly string[] = [];
let parts: readonly string[] = [];
let whole: ReadonlyMap<string, string>;

before(async () => {
  process.chdir(PROJECT);
  await runBuild({ ...options, out: join(room, 'whole'), jobs: 1 });
  whole = digestTree(join(room, 'whole'));
  const shards = await planShards({ ...options, cache: cacheOf('planner') });
  keys = shards.map(({ key }) => key);
  parts = keys.map((key) => join(room, 'parts', key));
  // Another machine for each, in another order than the plan's.
  for (const key of [...keys].reverse()) await buildPart({ ...options, cache: cacheOf(key), jobs: 1 }, key, join(room, 'parts', key));
});
after(() => {
  rmSync(room, { recursive: true, force: true });
});

test('the joined site is byte-identical to that of one machine', async () => {
  assert.ok(keys.length > 3, keys.join(' '));
  await runBuild({ ...options, out: join(room, 'joined'), parts });
  assert.deepEqual(compareTrees(whole, digestTree(join(room, 'joined'))), NO_CHANGE);
});

test('so is a build of several processes', async () => {
  await runBuild({ ...options, out: join(room, 'processes'), jobs: 3 });
  assert.deepEqual(compareTrees(whole, digestTree(join(room, 'processes'))), NO_CHANGE);
});

test('a part that is not there is named, and nothing is published', async () => {
  const out = join(room, 'lacking');
  await assert.rejects(runBuild({ ...options, out, parts: parts.slice(1) }), (error: unknown) => error instanceof PartsMissing && error.message.includes(keys[0] ?? '?'));
  assert.ok(!existsSync(out));
});

test('a part in which a page was damaged on its way is named too', async () => {
  const damaged = join(room, 'damaged');
  cpSync(parts[0] ?? '', damaged, { recursive: true });
  const page = join(damaged, 'files', readdirSync(join(damaged, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('index.html')).sort()[0] ?? '');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<html', '<html '));
  await assert.rejects(runBuild({ ...options, out: join(room, 'of-damaged'), parts: [damaged, ...parts.slice(1)] }), (error: unknown) => error instanceof PartsMissing && error.message.includes(keys[0] ?? '?'));
});

test('after a change the parts of untouched shards fit, and the others are told by their digests', async () => {
  const articles = join(room, 'changed');
  cpSync(SAMPLE.articles, articles, { recursive: true });
  mkdirSync(join(articles, '2024/11'), { recursive: true });
  writeFileSync(join(articles, '2024/11/later-one.md'), '---\nid: later-one\ntitle: لاحق\ndate: 2024-11-02\n---\n\nنص.\n');
  const changed = { ...options, articles, cache: cacheOf('planner') };
  const old = new Map((await planShards({ ...options, cache: cacheOf('planner') })).map(({ key, digest }) => [key, digest]));
  const now = await planShards(changed);
  const stale = now.filter(({ key, digest }) => old.get(key) !== digest).map(({ key }) => key);
  assert.ok(stale.length >= 2 && stale.length < now.length, `${stale.join(' ')} of ${String(now.length)}`);
  await assert.rejects(runBuild({ ...options, articles, out: join(room, 'early'), parts }), PartsMissing);
  for (const key of stale) await buildPart(changed, key, join(room, 'later', key));
  await runBuild({ ...options, articles, out: join(room, 'later-joined'), parts: [...parts, ...stale.map((key) => join(room, 'later', key))] });
  await runBuild({ ...options, articles, out: join(room, 'later-whole') });
  assert.deepEqual(compareTrees(digestTree(join(room, 'later-whole')), digestTree(join(room, 'later-joined'))), NO_CHANGE);
});

test('a shard that does not exist is named with those that do', async () => {
  await assert.rejects(buildPart({ ...options, cache: cacheOf('planner') }, '1850', join(room, 'none')), ShardMissing);
});

test('the commands of many machines print JSON, build a part, join, and say what is wrong in one line', async () => {
  const sources = ['--articles', SAMPLE.articles, '--data', SAMPLE.data, '--shard-size', '30'];
  const planned = await runCommandLine('build', [...sources, '--plan-json', '--quiet']);
  assert.equal(planned.status, 0, planned.stderr);
  const { shards } = JSON.parse(planned.stdout) as { readonly shards: readonly Readonly<Record<string, unknown>>[] };
  assert.deepEqual(shards.map(({ key }) => key), keys);
  assert.deepEqual(Object.keys(shards[0] ?? {}), ['key', 'articles', 'files', 'digest']);
  const built = await runCommandLine('build', [...sources, '--only-shard', keys[0] ?? '', '--out', join(room, 'one-part')]);
  assert.equal(built.status, 0, built.stderr);
  assert.match(built.stdout, /^Shard .*: \d+ files/u);
  const joined = await runCommandLine('build', [...sources, '--out', join(room, 'by-command'), '--assemble', join(room, 'one-part'), ...parts.slice(1), '--quiet']);
  assert.equal(joined.status, 0, joined.stderr);
  for (const args of [['--only-shard', 'nothing', '--out', join(room, 'x')], ['--assemble', join(room, 'one-part'), '--out', join(room, 'y')]]) {
    const { status, stderr } = await runCommandLine('build', [...sources, '--quiet', ...args]);
    assert.equal(status, 1);
    assert.match(stderr, /^error: (?:There is no shard|The parts lack) [^\n]+\n$/u);
    assert.doesNotMatch(stderr, STACK_TRACE);
  }
  assert.equal((await runCommandLine('build', [...sources, '--plan-json', '--dry-run'])).status, 2);
});
