/**
 * Where a pack goes. It is made in a folder beside its place and put there when all is done, so that nobody takes half a pack
 * for a whole one; a pack that is stopped takes that folder along, and one that was killed leaves it to the next.
 */
import { rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { constants, hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { isRunning } from '../../src/machine/is-running.ts';
import { UserError } from './command-line.ts';

const WORKSHOP = `.packing-${hostname()}-`;

/** Fills a folder that is empty or new. @throws UserError */
export async function intoFolder<T>(target: string, option: string, fill: (folder: string) => Promise<T>): Promise<T> {
  const found = await kindOf(target);
  if (found === 'file') throw new UserError(`${option}: ${target} is a file; choose a folder that is empty or new`);
  if (found === 'folder' && (await readdir(target)).length > 0) throw new UserError(`${option}: ${target} is not empty; choose another folder, or delete it yourself`);
  return inWorkshop(target, async (workshop) => {
    const folder = join(workshop, 'files');
    await mkdir(folder);
    const result = await fill(folder);
    // Gives an error where something has been put there meanwhile.
    if (found === 'folder') await rmdir(target);
    await rename(folder, target);
    return result;
  });
}

/** Makes a file, in place of an older one where there is one. @param make gets an empty folder for files on their way, and the file to write @throws UserError */
export async function intoFile<T>(target: string, option: string, make: (folder: string, file: string) => Promise<T>): Promise<T> {
  if ((await kindOf(target)) === 'folder') throw new UserError(`${option}: ${target} is a folder; choose another name for the file`);
  return inWorkshop(target, async (workshop) => {
    const [folder, file] = [join(workshop, 'files'), join(workshop, 'made')];
    await mkdir(folder);
    const result = await make(folder, file);
    await rename(file, target);
    return result;
  });
}

async function kindOf(path: string): Promise<'folder' | 'file' | undefined> {
  const found = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return found === undefined ? undefined : found.isDirectory() ? 'folder' : 'file';
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function inWorkshop<T>(target: string, work: (workshop: string) => Promise<T>): Promise<T> {
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  await clearDead(parent);
  const workshop = join(parent, `${WORKSHOP}${String(process.pid)}`);
  await mkdir(workshop);
  const stop = (signal: (typeof SIGNALS)[number]): void => {
    // What is being written at this moment may make a file once more.
    rmSync(workshop, { recursive: true, force: true, maxRetries: 5 });
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work(workshop);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    await rm(workshop, { recursive: true, force: true });
  }
}

/** What packs of this machine left there when they were killed. */
async function clearDead(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (name.startsWith(WORKSHOP) && /^\d+$/u.test(name.slice(WORKSHOP.length)) && !isRunning(Number(name.slice(WORKSHOP.length)))) await rm(join(parent, name), { recursive: true, force: true });
  }
}
