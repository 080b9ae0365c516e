/** One at a time: builds of an output, deploys to a target. A lock whose process is gone is taken over. */
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { isRunning } from '../machine/is-running.ts';

const ownerSchema = z.object({ pid: z.number(), host: z.string(), started: z.string() });
type Owner = z.output<typeof ownerSchema>;

export interface Lock {
  release(): Promise<void>;
}

/** Another is at the same work. */
export class OutputLocked extends Error {
  constructor(file: string, work: string, { pid, host }: Owner) {
    const where = host === hostname() ? `process ${String(pid)}` : `process ${String(pid)} on ${host}`;
    super(`Another ${work} is running (${where}); wait for its end. If it is not, delete ${file}`);
  }
}

/** Many may want the lock of a dead build at one moment. */
const ATTEMPTS = 100;

/** @param work for the message. @throws OutputLocked */
export async function takeLock(file: string, work = 'build of this site'): Promise<Lock> {
  await mkdir(dirname(file), { recursive: true });
  const own: Owner = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  const draft = `${file}.${String(process.pid)}.${Math.random().toString(36).slice(2)}`;
  await writeFile(draft, JSON.stringify(own));
  try {
    // A link to a finished file: nobody ever reads half a lock, and only one of two can make it.
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const taken = await link(draft, file).then(() => true, (error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
        throw error;
      });
      if (taken) return { release: () => rm(file, { force: true }) };
      const text = await readFile(file, 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      const owner = parseOwner(text);
      if (owner !== undefined && isAlive(owner)) throw new OutputLocked(file, work, owner);
      await discard(file, text);
    }
    throw new Error(`The lock ${file} could not be taken; delete it if no ${work} is running`);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Longer than this nobody needs to take a dead lock away: who holds the door has died too. */
const DOOR_MS = 10_000;

/**
 * Takes a dead lock away. Of many who saw it dead one at a time may do so, and only if it is still the one that was seen:
 * otherwise a slow one would take away the lock of the build that was quicker.
 */
async function discard(file: string, text: string): Promise<void> {
  const door = `${file}.door`;
  const entered = await mkdir(door).then(() => true, () => false);
  if (!entered) {
    const since = await stat(door).then(({ mtimeMs }) => mtimeMs, () => Date.now());
    if (Date.now() - since > DOOR_MS) await rmdir(door).catch(() => undefined);
    await setTimeout(20);
    return;
  }
  try {
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) await rm(file, { force: true });
  } finally {
    await rmdir(door).catch(() => undefined);
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    const result = ownerSchema.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/** Of a process on another machine nothing is known; it is taken to be alive. */
function isAlive({ pid, host, started }: Owner): boolean {
  if (host !== hostname()) return true;
  if (!isRunning(pid)) return false;
  // Numbers of processes are used again.
  return startOf(pid) === started;
}

/** When a process began, where the system tells. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? '';
  } catch {
    return '';
  }
}
