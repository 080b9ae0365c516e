/** Runs one of the project's command lines as its user would. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const PROJECT = join(import.meta.dirname, '../..');
const TSX = import.meta.resolve('tsx');

/** @param name `build` for `scripts/build.ts` */
export function runCommandLine(name: string, args: readonly string[], { cwd = PROJECT, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {}): Promise<CommandResult> {
  const child = spawn(process.execPath, ['--import', TSX, join(PROJECT, 'scripts', `${name}.ts`), ...args], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status, stdout, stderr });
    });
  });
}

/** A line of a stack trace: what no user is to see. */
export const STACK_TRACE = /^\s+at .+:\d+:\d+\)?$/mu;
