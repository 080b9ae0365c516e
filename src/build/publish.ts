/** Puts a built folder in the place of the old one. What is served is the old site or the new one, each whole. */
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * A folder beside the output, so that the last step is a rename within one file system. What builds that died left is
 * put right: an old site that had been moved away but not replaced comes back, the rest is cleared.
 */
export async function prepareFolder(out: string): Promise<string> {
  const parent = dirname(out);
  await mkdir(parent, { recursive: true });
  for (const { name, role } of await findRemains(out)) {
    if (role === 'old' && !(await exists(out))) await rename(join(parent, name), out);
    else await rm(join(parent, name), { recursive: true, force: true });
  }
  const folder = `${out}.building-${String(process.pid)}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  return folder;
}

interface Remains {
  readonly name: string;
  readonly role: 'building' | 'old';
}

/** Folders beside the output that belong to builds which no longer run. */
async function findRemains(out: string): Promise<readonly Remains[]> {
  const prefix = `${basename(out)}.`;
  return (await readdir(dirname(out))).flatMap((entry): Remains[] => {
    if (!entry.startsWith(prefix)) return [];
    const [, role, pid] = /^(building|old)-(\d+)$/u.exec(entry.slice(prefix.length)) ?? [];
    return (role === 'building' || role === 'old') && !isRunning(Number(pid)) ? [{ name: entry, role }] : [];
  });
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(() => true, () => false);
}

/** Renames the old site away, the new one in, and deletes the old one. */
export async function publishFolder(folder: string, out: string): Promise<void> {
  const old = `${out}.old-${String(process.pid)}`;
  const hadOld = await rename(out, old).then(() => true, (error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  });
  await rename(folder, out);
  if (hadOld) await rm(old, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
