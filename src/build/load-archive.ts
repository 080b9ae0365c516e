/** Folders in, archive out: everything is read and checked before anything is built. */
import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { compareProblems, type Problem } from '../article/problem.ts';
import { buildArchive, type Archive } from '../archive/archive.ts';
import { checkArchive } from '../archive/check-archive.ts';
import type { Settings } from '../archive/settings.ts';
import { loadArticles } from './load-articles.ts';
import { loadSettings } from './load-settings.ts';

export interface LoadedArchive {
  readonly archive: Archive;
  readonly settings: Settings;
  /** All problems in order, with files named as the user would. */
  readonly problems: readonly Problem[];
  readonly files: number;
}

/** @throws FolderMissing */
export async function loadArchive(folders: { readonly articles: string; readonly data: string }): Promise<LoadedArchive> {
  if (!(await isFolder(folders.articles))) throw new FolderMissing(folders.articles);
  const [loaded, { settings, problems: settingsProblems }] = await Promise.all([loadArticles(folders.articles), loadSettings(folders.data)]);
  const between = checkArchive(loaded.articles, settings);
  const problems = [...inFolder(folders.articles, [...loaded.problems, ...between]), ...inFolder(folders.data, settingsProblems)].sort(compareProblems);
  return { archive: buildArchive(loaded.articles, settings), settings, problems, files: loaded.files };
}

/** The folder that was to be read is not there. */
export class FolderMissing extends Error {
  readonly folder: string;
  constructor(folder: string) {
    super(`There is no folder ${folder}`);
    this.folder = folder;
  }
}

function inFolder(folder: string, problems: readonly Problem[]): readonly Problem[] {
  const shown = relative(process.cwd(), folder) || '.';
  return problems.map((problem) => ({ ...problem, file: `${shown}/${problem.file}` }));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((stats) => stats.isDirectory(), () => false);
}
