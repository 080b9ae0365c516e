/** `npm test`: every test, or those under the paths given. A browser is found, or fetched, first: no test is skipped for want of it. */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { glob } from 'tinyglobby';
import { findBrowser } from '../test/support/find-browser.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { selectTests } from './support/select-tests.ts';

const root = dirname(import.meta.dirname);

const program = new Command('npm test --')
  .description('Runs the tests.')
  .argument('[paths...]', 'test files, or folders of them; all where none is given')
  .addHelpText('after', '\nExample: npm test -- test/arabic\n\nWARRAQ_BROWSER is the path of the Chromium that the browser tests use.\nFAST_CHECK_SEED=random has the properties draw other cases than those of every run.');

await runCommand(program, async () => {
  // Node 20 does not expand patterns for --test.
  const files = await glob('test/**/*.test.ts', { cwd: root });
  const { selected, unmatched } = selectTests(files, program.args, root);
  if (unmatched.length > 0) throw new UserError(`no tests at ${unmatched.join(', ')}`, WRONG_USAGE);
  if (selected.length === 0) throw new UserError('there are no tests');
  return runTests(selected, await findBrowser());
});

function runTests(files: readonly string[], browser: string): Promise<number> {
  // Two at a time: tests that build sites use several processes each.
  const flags = ['--import', 'tsx', '--import', './test/support/same-draws.ts', '--test', '--test-concurrency=2', '--test-reporter=spec'];
  const child = spawn(process.execPath, [...flags, ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, WARRAQ_BROWSER: browser },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      resolve(status === 0 ? 0 : 1);
    });
  });
}
