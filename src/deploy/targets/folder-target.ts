/** A folder, perhaps of a mounted disk. Each file appears whole, by a rename. */
import { copyFile, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Target } from './target.ts';

export function folderTarget(root: string): Target {
  const place = async (path: string, put: (file: string) => Promise<void>): Promise<void> => {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    // The same name each time, so that what a killed deploy left is written over.
    const part = partOf(file);
    try {
      await put(part);
      await rename(part, file);
    } finally {
      await rm(part, { force: true });
    }
  };
  return {
    read: (path) =>
      readFile(join(root, path), 'utf8').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }),
    write: (path, text) => place(path, (file) => writeFile(file, text)),
    send: async (folder, paths) => {
      for (const path of paths) await place(path, (file) => copyFile(join(folder, path), file));
    },
    remove: async (paths) => {
      for (const path of paths) {
        for (const file of [join(root, path), partOf(join(root, path))]) await rm(file, { force: true });
        await removeEmpty(root, dirname(path));
      }
    },
  };
}

function partOf(file: string): string {
  return `${file}.part`;
}

/** Folders that a deletion left empty. */
async function removeEmpty(root: string, folder: string): Promise<void> {
  if (folder === '.') return;
  const removed = await rmdir(join(root, folder)).then(() => true, () => false);
  if (removed) await removeEmpty(root, dirname(folder));
}
