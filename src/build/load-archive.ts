/** Folders in, archive out: everything is read and checked before anything is built. */
import { readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { lineOfField, parseFrontMatter } from '../article/front-matter.ts';
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
  const between = await Promise.all(checkArchive(loaded.articles, settings).map((problem) => withLine(folders.articles, problem)));
  const problems = [...inFolder(folders.articles, [...loaded.problems, ...between]), ...inFolder(folders.data, settingsProblems)].sort(compareProblems);
  return { archive: buildArchive(loaded.articles, settings), settings, problems, files: loaded.files };
}

/** A problem between files knows the field; the line is looked up in the file, which only happens when there is a problem. */
async function withLine(folder: string, problem: Problem): Promise<Problem> {
  const text = await readFile(join(folder, problem.file), 'utf8').catch(() => '');
  const matter = parseFrontMatter(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'));
  return 'code' in matter ? problem : { ...problem, line: lineOfField(matter.yaml, [problem.field]) + 1 };
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
