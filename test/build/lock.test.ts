/** Two builds of one site: the second says so and stops; a dead one is in nobody's way. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { OutputLocked, takeLock } from '../../src/build/lock.ts';
import { FIXTURE_SOURCES } from '../support/build-once.ts';
import { runCommandLine, STACK_TRACE } from '../support/run-command.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-lock-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

test('of many that want a lock at one moment just one gets it', async () => {
  const file = join(room, 'many', 'lock');
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(file)));
  const taken = results.filter((result) => result.status === 'fulfilled');
  assert.equal(taken.length, 1);
  assert.ok(results.every((result) => result.status === 'fulfilled' || result.reason instanceof OutputLocked));
  await taken[0]?.value.release();
  await (await takeLock(file)).release();
  assert.ok(!existsSync(file));
});

test('of many that find a dead lock just one takes it over', async () => {
  for (const text of [JSON.stringify({ pid: spawnSync('true').pid, host: hostname(), started: '1' }), JSON.stringify({ pid: process.pid, host: hostname(), started: 'another time' }), 'half a lo']) {
    const file = join(room, 'dead');
    writeFileSync(file, text);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(file)));
    const taken = results.filter((result) => result.status === 'fulfilled');
    assert.equal(taken.length, 1, text);
    await taken[0]?.value.release();
  }
});

test('the lock of another machine stands, and the message says how to end it', async () => {
  const file = join(room, 'elsewhere');
  writeFileSync(file, JSON.stringify({ pid: 1, host: 'another-machine', started: '' }));
  await assert.rejects(takeLock(file), /process 1 on another-machine\).*delete .*elsewhere/u);
});

test('a build beside another ends with 1, one line, and touches nothing', async () => {
  const out = join(room, 'site');
  mkdirSync(`${out}.build`);
  const lock = await takeLock(join(`${out}.build`, 'lock'));
  const { status, stderr } = await runCommandLine('build', ['--articles', FIXTURE_SOURCES.articles, '--data', FIXTURE_SOURCES.data, '--out', out, '--quiet']);
  assert.equal(status, 1);
  assert.match(stderr, /^error: Another build of this site is running \(process \d+\); wait for its end\. If it is not, delete .*lock\n$/u);
  assert.doesNotMatch(stderr, STACK_TRACE);
  assert.ok(!existsSync(out));
  await lock.release();
});
