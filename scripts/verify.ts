/** npm run verify: is a bag, or a built site, still as it was made? */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { parseState, STATE_FILE } from '../src/deploy/deploy-state.ts';
import { NoManifest, verifyFolder } from '../src/offline/verify-folder.ts';
import { runCommand, UserError } from './support/command-line.ts';
import { userPath } from './support/project.ts';

const program = new Command('npm run verify --').description('Checks a bag or a built site, or any copy of one, against its manifest.').argument('[dir]', 'the folder', '_site').option('--json', 'write the result as JSON');

await runCommand(program, async () => {
  const [folder = '_site'] = program.args;
  const verdict = await verifyFolder(userPath(folder), await leftByDeploys(userPath(folder))).catch((error: unknown) => {
    throw error instanceof NoManifest ? new UserError(`${error.message}; expected a bag from npm run pack -- --bag, or a built site`) : error;
  });
  const { kind, checked, faults } = verdict;
  if (program.opts<{ readonly json?: boolean }>().json === true) console.log(JSON.stringify(verdict, null, 1));
  else {
    for (const { path, what, detail } of faults) console.log(`${what}: ${path}${detail === undefined ? '' : ` (${detail})`}`);
    console.log(`${kind}: ${String(checked)} files checked, ${faults.length === 0 ? 'all as they were' : `${String(faults.length)} not as they were`}.`);
  }
  return faults.length === 0 ? 0 : 1;
});

/** Where a deploy sends a site it leaves a note of what it sent, and files with a digest in their name that pages in caches may ask for. */
async function leftByDeploys(folder: string): Promise<ReadonlySet<string>> {
  const state = parseState(await readFile(join(folder, STATE_FILE), 'utf8').catch(() => ''));
  return new Set(state === undefined ? [] : [STATE_FILE, ...state.stale]);
}
