/** Where packs go: nothing that is there is lost, and nothing but a whole pack is left there. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../../scripts/support/command-line.ts';
import { intoFile, intoFolder } from '../../scripts/support/pack-place.ts';
import { runCommandLine } from '../support/run-command.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-place-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

const place = (): string => mkdtempSync(join(room, 'place-'));
const never = (): never => assert.fail('it was begun');

test('a folder is not put in the place of a file, nor of a folder that holds something', async () => {
  const home = place();
  const file = join(home, 'site.yaml');
  writeFileSync(file, 'name: x\n');
  await assert.rejects(intoFolder(file, '--disk', never), (error) => error instanceof UserError && /^--disk: \S+site\.yaml is a file; choose a folder/u.test(error.message));
  await assert.rejects(intoFolder(home, '--disk', never), /is not empty; choose another folder/u);
  assert.equal(readFileSync(file, 'utf8'), 'name: x\n');
});

test('a file is not put in the place of a folder, which is said before anything is made', async () => {
  const folder = join(place(), 'a.zip');
  mkdirSync(folder);
  await assert.rejects(intoFile(folder, '--disk', never), (error) => error instanceof UserError && /^--disk: \S+a\.zip is a folder; choose another name/u.test(error.message));
});

test('an older pack stays until the new one is whole', async () => {
  const home = place();
  const file = join(home, 'a.zip');
  writeFileSync(file, 'old');
  await assert.rejects(intoFile(file, '--disk', (_, made) => {
    writeFileSync(made, 'half');
    throw new Error('the disk is full');
  }), /the disk is full/u);
  assert.deepEqual([readdirSync(home), readFileSync(file, 'utf8')], [['a.zip'], 'old']);
  await intoFile(file, '--disk', (_, made) => writeFile(made, 'new'));
  assert.deepEqual([readdirSync(home), readFileSync(file, 'utf8')], [['a.zip'], 'new']);
});

/** A process that has begun a pack and goes on for ever. */
async function packing(target: string): Promise<ChildProcess> {
  const work = `import { intoFolder } from ${JSON.stringify(import.meta.resolve('../../scripts/support/pack-place.ts'))}; await intoFolder(${JSON.stringify(target)}, '--disk', async () => { console.log('begun'); await new Promise((resolve) => setTimeout(resolve, 1e6)); });`;
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', work], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

test('a pack that is stopped leaves nothing', async () => {
  const home = place();
  const child = await packing(join(home, 'pack'));
  assert.equal(readdirSync(home).length, 1);
  child.kill('SIGINT');
  assert.deepEqual(await once(child, 'close'), [130, null]);
  assert.deepEqual(readdirSync(home), []);
});

test('what a pack that was killed left is cleared by the next, and what one under way has is not', async () => {
  const home = place();
  const [killed, going] = await Promise.all([packing(join(home, 'a')), packing(join(home, 'b'))]);
  killed.kill('SIGKILL');
  await once(killed, 'close');
  while (existsSync(`/proc/${String(killed.pid)}`)) await setTimeout(10);
  assert.equal(readdirSync(home).length, 2);
  await intoFolder(join(home, 'c'), '--disk', () => Promise.resolve());
  assert.deepEqual(readdirSync(home).filter((name) => !name.endsWith(`-${String(going.pid)}`)), ['c']);
  assert.equal(readdirSync(home).length, 2);
  going.kill('SIGINT');
  await once(going, 'close');
});

for (const [args, message] of [
  [['--disk', ''], /^error: --disk: no name was given/u],
  [['--bag', 'x', '--year', '2021'], /^error: --year goes with --disk/u],
] as const) {
  test(`pack ${args.map((arg) => JSON.stringify(arg)).join(' ')} is wrong usage`, async () => {
    const { status, stderr } = await runCommandLine('pack', args);
    assert.equal(status, 2);
    assert.match(stderr, message);
  });
}
