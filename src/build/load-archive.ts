/** Folders in, archive out: everything is read and checked before anything is built. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lineOfField, parseFrontMatter } from '../article/front-matter.ts';
import { compareProblems, isPublishable, type Problem } from '../article/problem.ts';
import { buildArchive, type Archive } from '../archive/archive.ts';
import { checkDossiers, dossiersOf } from '../archive/dossier-articles.ts';
import { checkArchive, checkFuture } from '../archive/check-archive.ts';
import { checkLikeness } from '../archive/check-likeness.ts';
import { createAnalyser, type WordLists } from '../arabic/analyser.ts';
import type { Article } from '../article/article.ts';
import type { Settings } from '../archive/settings.ts';
import type { LanguageCode } from '../languages/languages.ts';
import type { Day } from '../calendar/day.ts';
import { loadArticles, type LoadedArticles } from './load-articles.ts';
import { loadSettings } from './load-settings.ts';
import { loadBaseCounts, loadWordLists } from './load-word-lists.ts';
import { nameFiles, nameSettings } from './name-files.ts';

export interface LoadedArchive {
  readonly archive: Archive;
  readonly settings: Settings;
  /** What the search knows of Arabic, with what the editor adds. */
  readonly lists: WordLists;
  /** All problems in order, with files named as the user would. */
  readonly problems: readonly Problem[];
  readonly files: number;
}

export interface Folders {
  readonly articles: string;
  readonly data: string;
  /** Of the interface; overrides the one in the settings. */
  readonly language?: LanguageCode | undefined;
}

/**
 * @param today when given, what only an editor needs to hear of is reported too, such as articles of later days; a build has no
 *   clock and does not give it
 * @throws FolderMissing
 */
export async function loadArchive(folders: Folders, today?: Day): Promise<LoadedArchive> {
  await assertFolder(folders.articles);
  return assembleArchive(folders, await loadArticles(folders.articles), today);
}

/** @throws FolderMissing */
export async function assertFolder(folder: string): Promise<void> {
  if (!(await isFolder(folder))) throw new FolderMissing(folder);
}

/** As `loadArchive`, with the articles already read. */
export async function assembleArchive(folders: Folders, loaded: LoadedArticles, today?: Day): Promise<LoadedArchive> {
  const [{ settings: written, problems: settingsProblems }, { problems: listProblems, lists }] = await Promise.all([loadSettings(folders.data, folders.language), loadWordLists(folders.data)]);
  const settings = { ...written, dossiers: dossiersOf(loaded.articles, written.dossiers) };
  const archive = buildArchive(loaded.articles, settings);
  const between = [...checkArchive(loaded.articles, settings, archive.topics), ...(today === undefined ? [] : [...checkFuture(loaded.articles, today), ...(await findLikeness(loaded.articles, settings, lists))])];
  const located = await Promise.all(between.map((problem) => withLine(folders.articles, problem)));
  const own = [...loaded.problems, ...located, ...(loaded.files === 0 || isPublishable(loaded.problems) ? emptyArchive(archive) : [])];
  const ofData = [...settingsProblems, ...listProblems, ...checkDossiers(loaded.articles, written.dossiers)];
  const problems = nameSettings(folders.data, [...nameFiles(folders.articles, own), ...nameFiles(folders.data, ofData)]).toSorted(compareProblems);
  return { archive, settings, lists, problems, files: loaded.files };
}

async function findLikeness(articles: readonly Article[], settings: Settings, lists: WordLists): Promise<readonly Problem[]> {
  const baseCounts = await loadBaseCounts();
  return checkLikeness(articles, settings, createAnalyser(lists, (form) => baseCounts.get(form) ?? 0));
}

/** Where files have errors, those are the news; otherwise somebody should know why there is nothing. */
function emptyArchive({ articles, withdrawn }: Archive): readonly Problem[] {
  // Articles that were all taken back are still answered for.
  if (articles.length + withdrawn.length > 0) return [];
  return [{ code: 'archive-empty', severity: 'error', file: '', line: 1, field: 'file', got: 'no article to publish', expected: 'at least one .md file with title and date that is not a draft', fix: 'write one with: npm run new -- "العنوان"' }];
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

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((stats) => stats.isDirectory(), () => false);
}
