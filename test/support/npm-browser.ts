/** A Chromium that comes as an npm package: for machines that have npm's registry but no package manager to use. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

/** Later versions need Node 22. */
const PACKAGE = '@sparticuz/chromium@143.0.4';

const FOLDER = join(import.meta.dirname, '../../.cache/browser');
const UNPACKED = join(FOLDER, 'unpacked');

/** Starts the package's browser; there once all is unpacked. */
export const NPM_BROWSER = join(FOLDER, 'chromium');

/** The package brings NSS and Expat for machines that lack them. */
const LAUNCHER = `#!/bin/sh
unpacked=$(cd "$(dirname "$0")" && pwd)/unpacked
LD_LIBRARY_PATH="$unpacked/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "$unpacked/chromium" "$@"
`;

/** Installs the browser: its path, or `undefined` where it cannot be had. */
export async function installNpmBrowser(): Promise<string | undefined> {
  // The package has a binary for this platform only.
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;

  // Whatever is there is of an attempt that was cut short.
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(UNPACKED, { recursive: true });
  const npm = ['install', '--prefix', FOLDER, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE];
  if (!(await runProgram('npm', npm, { minutes: 8 })) || !(await unpack())) return undefined;
  await writeFile(NPM_BROWSER, LAUNCHER, { mode: 0o755 });
  return (await runProgram(NPM_BROWSER, ['--version'])) ? NPM_BROWSER : undefined;
}

/**
 * In a process of its own, because the package takes its orders from the environment: it unpacks into the folder for
 * temporary files, and takes its libraries along only where it believes to run at Amazon.
 */
function unpack(): Promise<boolean> {
  const code = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  return runProgram(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: FOLDER,
    env: { TMPDIR: UNPACKED, CODEBUILD_BUILD_IMAGE: 'nodejs20' },
    minutes: 3,
  });
}
