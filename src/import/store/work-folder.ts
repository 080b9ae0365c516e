/** The hidden folder `.import` of an archive: what imports know, what they could not place, and who is at work. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from '../../machine/is-running.ts';

export interface WorkFolder {
  readonly path: string;
  readonly temporary: string;
  /** New versions of articles that a person has edited. */
  readonly conflicts: string;
  readonly release: () => Promise<void>;
}

/** Another import writes to the same archive. */
export class ArchiveBusy extends Error {}

/** Takes the folder for one import. What one that was stopped left unfinished is cleared. */
export async function openWorkFolder(archive: string): Promise<WorkFolder> {
  const path = join(archive, '.import');
  await mkdir(path, { recursive: true });
  const lock = join(path, 'lock');
  const holder = await readFile(lock, 'utf8').then(Number, () => undefined);
  if (holder !== undefined && holder !== process.pid && isRunning(holder)) throw new ArchiveBusy(`Another import (process ${String(holder)}) writes to ${archive}`);
  await writeFile(lock, String(process.pid));
  const temporary = join(path, 'unfinished');
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary);
  return {
    path,
    temporary,
    conflicts: join(path, 'conflicts'),
    release: async () => {
      await rm(temporary, { recursive: true, force: true });
      await rm(lock, { force: true });
    },
  };
}
