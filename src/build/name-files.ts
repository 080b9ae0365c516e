/** Problems with their files named as the user would: rooms to the left know no folders, only names in them. */
import { relative } from 'node:path';
import type { Problem } from '../article/problem.ts';

/** The problems of one folder's files. */
export function nameFiles(folder: string, problems: readonly Problem[]): readonly Problem[] {
  const shown = shownPath(folder);
  return problems.map((problem) => ({ ...problem, file: problem.file === '' ? shown : `${shown}/${problem.file}` }));
}

/** What is to be done often stands in a file of settings, which has its usual folder before it: here it gets the one of this archive. */
export function nameSettings(data: string, problems: readonly Problem[]): readonly Problem[] {
  const shown = shownPath(data);
  return problems.map((problem) => ({ ...problem, fix: problem.fix.replace(/(?<= )_data(?=\/|$)/gu, () => shown) }));
}

/** From the working directory or from the root, whichever is shorter. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path) || '.';
  return below.length < path.length ? below : path;
}
