/** Writes article files so that none is ever half there, and none outside the archive. */
import { mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

export interface ArticleWriter {
  /** @param file path below the archive */
  readonly write: (file: string, text: string) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
}

/** A folder of the archive leads elsewhere, or a name would. */
export class OutsideArchive extends Error {}

/**
 * @param root the archive's folder
 * @param temporary a folder on the same file system, for files that are being written
 */
export function createArticleWriter(root: string, temporary: string): ArticleWriter {
  const checked = new Map<string, Promise<void>>();
  let number = 0;
  let home: string | undefined;
  const prepare = async (folder: string): Promise<void> => {
    await mkdir(folder, { recursive: true });
    home ??= await realpath(root);
    const real = await realpath(folder);
    // A link among the folders could lead anywhere.
    if (real !== home && !real.startsWith(home + sep)) throw new OutsideArchive(`${folder} leads to ${real}, outside ${home}`);
  };
  const prepared = (folder: string): Promise<void> => {
    const known = checked.get(folder) ?? prepare(folder);
    checked.set(folder, known);
    return known;
  };
  const safe = (file: string): string => {
    if (!/^(?:(?!\.\.?\/)[\w.-]+\/)*[a-z0-9][a-z0-9-]*\.md$/u.test(file)) throw new OutsideArchive(`${JSON.stringify(file)} is no name of an article file`);
    return join(root, file);
  };
  return {
    write: async (file, text) => {
      const path = safe(file);
      await prepared(dirname(path));
      const unfinished = join(temporary, `${String(process.pid)}-${String((number += 1))}`);
      await writeFile(unfinished, text);
      await rename(unfinished, path);
    },
    remove: async (file) => rm(safe(file), { force: true }),
  };
}
