import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Command } from 'commander';
import { commandStatus, UserError, WRONG_USAGE, type Main } from '../../scripts/support/command-line.ts';

async function call(args: readonly string[], main: Main = () => undefined): Promise<{ status: number; said: string }> {
  let said = '';
  const program = new Command('npm run try --').option('--out <folder>', 'where to').configureOutput({ writeOut: () => undefined });
  const status = await commandStatus(program, main, args, (text) => (said += text));
  return { status, said };
}

test('a command that does its work has status 0 and says nothing', async () => {
  assert.deepEqual(await call(['--out', 'x']), { status: 0, said: '' });
});

test('what the work returns is the status', async () => {
  assert.equal((await call([], () => 1)).status, 1);
});

test('--help is no mistake, and does no work', async () => {
  const result = await call(['--help'], () => {
    throw new Error('worked');
  });
  assert.deepEqual(result, { status: 0, said: '' });
});

test('an unknown option is wrong usage: one line, and where to look', async () => {
  assert.deepEqual(await call(['--ouy', 'x']), {
    status: WRONG_USAGE,
    said: "error: unknown option '--ouy' (Did you mean --out?)\nSee: npm run try -- --help\n",
  });
});

test('an option without its value, and an argument too many, are wrong usage', async () => {
  assert.equal((await call(['--out'])).status, WRONG_USAGE);
  assert.equal((await call(['surplus'])).status, WRONG_USAGE);
});

test('what the user can put right is said without a stack trace', async () => {
  const result = await call([], () => {
    throw new UserError('articles/ is not there', 1);
  });
  assert.deepEqual(result, { status: 1, said: 'error: articles/ is not there\n' });
});

test('the work itself can find the usage wrong', async () => {
  const result = await call([], () => {
    throw new UserError('no such shard', WRONG_USAGE);
  });
  assert.deepEqual(result, { status: 2, said: 'error: no such shard\nSee: npm run try -- --help\n' });
});

test('a bug shows its stack trace, sync or not', async () => {
  const { status, said } = await call([], () => Promise.reject(new TypeError('undefined is not a page')));
  assert.equal(status, 1);
  assert.match(said, /^TypeError: undefined is not a page\n {4}at /);
});
