/** Where the tests get their Chromium from. */
import { delimiter, join } from 'node:path';
import { UserError } from '../../scripts/support/command-line.ts';
import { installNpmBrowser, NPM_BROWSER } from './npm-browser.ts';
import { runProgram, type RunOptions } from './run-program.ts';

/** What the search needs of the machine, so that tests can stand in for it. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** True when the program can be started and ends with status 0. */
  readonly run: (path: string, args: readonly string[], options?: RunOptions) => Promise<boolean>;
  /** Path of the browser from an npm package, or `undefined` where it cannot be had. */
  readonly installNpmBrowser: () => Promise<string | undefined>;
  readonly say: (line: string) => void;
}

export const thisMachine: Machine = {
  env: process.env,
  isRoot: process.getuid?.() === 0,
  run: runProgram,
  installNpmBrowser,
  say: (line) => process.stderr.write(`${line}\n`),
};

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where they are when the PATH is a bare one. */
const FOLDERS = ['/usr/bin', '/usr/local/bin'];
const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium that starts: the one chosen, one that is there, Debian's package, or an npm package's. Throws `UserError`. */
export async function findBrowser(machine: Machine = thisMachine): Promise<string> {
  const chosen = machine.env['WARRAQ_BROWSER'];
  if (chosen !== undefined && chosen !== '') {
    if (await starts(machine, chosen)) return chosen;
    throw new UserError(`WARRAQ_BROWSER is "${chosen}", which does not start as a browser; set it to the path of a Chromium or unset it`);
  }
  const present = await findPresent(machine);
  if (present !== undefined) return present;

  machine.say('No Chromium here: fetching one for the browser tests, once; this can take some minutes.');
  const fetched = (await installDebianBrowser(machine)) ?? (await machine.installNpmBrowser());
  if (fetched !== undefined) return fetched;
  throw new UserError('the tests need a Chromium and none could be fetched; install Chromium or Chrome, or set WARRAQ_BROWSER to its path');
}

async function findPresent(machine: Machine): Promise<string | undefined> {
  const onPath = (machine.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const folders = [...new Set([...onPath, ...FOLDERS])];
  const places = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC_PLACES, NPM_BROWSER];
  for (const place of places) {
    if (await starts(machine, place)) return place;
  }
  return undefined;
}

/** Being there is not enough: Ubuntu's `chromium-browser` can be a script that only says to install a snap. */
function starts(machine: Machine, path: string): Promise<boolean> {
  return machine.run(path, ['--version']);
}

async function installDebianBrowser(machine: Machine): Promise<string | undefined> {
  const asRoot = machine.isRoot ? [] : ['sudo', '-n'];
  const aptGet = (...args: string[]): Promise<boolean> => {
    const [program, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'Acquire::Retries=2', ...args];
    return machine.run(program ?? 'env', rest, { minutes: 8 });
  };
  if (!(await aptGet('--version'))) return undefined;
  // The update fails as a whole when one of many sources does; the package may be had all the same.
  await aptGet('update');
  const installed = await aptGet('install', '-y', '--no-install-recommends', 'chromium');
  return installed ? findPresent(machine) : undefined;
}
