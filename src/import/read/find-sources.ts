/** The files that the user named: files, folders and patterns, in an order that stays the same. */
import { lstat, opendir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { MAX_FILES } from './limits.ts';
import { SourceRefused } from './open-source.ts';

export interface SourceFile {
  /** Absolute path. */
  readonly path: string;
  /** Short name that stays when the same folder lies elsewhere: its path below what was named. */
  readonly name: string;
  /** A link, which is not followed. */
  readonly link?: boolean;
}

/** Files beside articles that are never articles themselves, and need no mention. */
const BESIDE = /^(?:thumbs\.db|desktop\.ini)$/iu;

/**
 * @param named absolute paths or patterns
 * @param except a folder that is passed over: the one that is written to
 * @param most files of one import
 * @throws SourceRefused when something named is not there, or when there are too many files
 */
export async function findSources(named: readonly string[], except: string, most = MAX_FILES): Promise<readonly SourceFile[]> {
  const found = new Map<string, SourceFile>();
  const add = (file: SourceFile): void => {
    if (found.size >= most) throw new SourceRefused('too-many-files', `there are more than ${String(most)} files`, 'import folder by folder, or name the number with --most-files if all of them are articles');
    if (!found.has(file.path)) found.set(file.path, file);
  };
  for (const path of named) {
    const stats = await stat(path).catch(() => undefined);
    if (stats?.isDirectory() === true) {
      if (path !== except) await walk(path, path, except, add);
    } else if (stats !== undefined) add({ path, name: basename(path), ...((await lstat(path)).isFile() || stats.isFile() ? {} : { link: true }) });
    else await addPattern(path, add);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.path < b.path ? -1 : 1));
}

async function addPattern(pattern: string, add: (file: SourceFile) => void): Promise<void> {
  const files = isDynamicPattern(pattern) ? await glob(pattern.split(sep).join('/'), { absolute: true, followSymbolicLinks: false, dot: false }) : [];
  if (files.length === 0) throw new SourceRefused('source-missing', `there is no file or folder ${pattern}`, 'check the path; put patterns into quotation marks');
  const root = pattern.slice(0, pattern.search(/[*?[{(!]/u)).replace(/[^/\\]*$/u, '');
  for (const path of files) add({ path, name: relative(root, path).split(sep).join('/') });
}

async function walk(root: string, folder: string, except: string, add: (file: SourceFile) => void): Promise<void> {
  // `opendir` reads a folder in pieces: a folder of a million files is never held as a whole.
  for await (const entry of await opendir(folder)) {
    if (entry.name.startsWith('.') || BESIDE.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (path !== except) await walk(root, path, except, add);
    } else add({ path, name: relative(root, path).split(sep).join('/'), ...(entry.isFile() ? {} : { link: true }) });
  }
}
