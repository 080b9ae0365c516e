/** npm run check: everything that is checked before a change is taken. */
import { spawnSync } from 'node:child_process';
import { Command } from 'commander';
import { runCommand } from './support/command-line.ts';
import { PROJECT } from './support/project.ts';

const program = new Command('npm run check').description('Types, lint, import rules, the sample archive’s articles, all tests (with the checks on built sites) and a build of the sample archive.');

const STEPS: readonly (readonly [name: string, ...npm: string[]])[] = [
  ['types', 'run', '--silent', 'types'],
  ['lint and import rules', 'run', '--silent', 'lint'],
  ['articles', 'run', '--silent', 'validate'],
  ['tests, with the checks on built sites', 'test'],
  ['build of the sample archive', 'run', '--silent', 'build'],
];

await runCommand(program, () => {
  for (const [name, ...args] of STEPS) {
    console.log(`\n— ${name}`);
    const { status } = spawnSync('npm', args, { cwd: PROJECT, stdio: 'inherit' });
    if (status !== 0) {
      console.error(`\nFailed: ${name}`);
      return 1;
    }
  }
  console.log('\nEverything passed.');
  return 0;
});
