import { execFile } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly minutes?: number;
}

/** Runs a program in silence. True when it could be started and ended with status 0 in time. */
export function runProgram(path: string, args: readonly string[], { cwd, env, minutes = 1 }: RunOptions = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, timeout: minutes * 60_000, maxBuffer: Infinity };
    execFile(path, args, options, (error) => {
      resolve(error === null);
    });
  });
}
