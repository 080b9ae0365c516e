/** Puts a built folder in the place of the old one. What is served is the old site or the new one, each whole. */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A folder beside the output, so that the last step is a rename within one file system. Remains of builds that died are cleared. */
export async function prepareFolder(out: string): Promise<string> {
  const parent = dirname(out);
  await mkdir(parent, { recursive: true });
  const prefix = `${basename(out)}.building-`;
  for (const name of await readdir(parent)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) await rm(join(parent, name), { recursive: true, force: true });
  }
  const folder = join(parent, `${prefix}${String(process.pid)}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  return folder;
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
