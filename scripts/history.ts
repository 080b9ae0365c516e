/** npm run history: writes down which articles were added, edited and removed since the last time, for the page of changes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { findChanges, formatChange, HISTORY_FILE } from '../src/archive/history.ts';
import { formatProblem, isPublishable } from '../src/article/problem.ts';
import { FolderMissing, loadArchive } from '../src/build/load-archive.ts';
import { writeWhole } from '../src/build/write-file.ts';
import { isoDay } from '../src/calendar/day.ts';
import { parseArchiveDate } from '../src/calendar/archive-date.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { userPath } from './support/project.ts';
import { today } from './support/today.ts';

const program = new Command('npm run history --')
  .description(`Adds to _data/${HISTORY_FILE} what was added, edited and removed since the last time. Run it before a build that is published, and keep the file.`)
  .option('--articles <dir>', 'folder of article files', 'articles')
  .option('--data <dir>', 'folder of settings', '_data')
  .option('--date <day>', 'day to write down, as 2026-11-23; today when not said')
  .option('--dry-run', 'say what would be written, and write nothing');

await runCommand(program, async () => {
  const options = program.opts<{ readonly articles: string; readonly data: string; readonly date?: string; readonly dryRun?: boolean }>();
  const folders = { articles: userPath(options.articles), data: userPath(options.data) };
  const date = options.date ?? isoDay(today());
  const read = parseArchiveDate(date);
  if ('reason' in read || read.precision !== 'day') throw new UserError(`--date ${date} is no day; write it as 2026-11-23`, WRONG_USAGE);
  const { archive, settings, problems } = await loadArchive(folders).catch((error: unknown) => {
    throw error instanceof FolderMissing ? new UserError(`${error.message}; name the folder of your articles with --articles`) : error;
  });
  if (!isPublishable(problems)) {
    for (const problem of problems) console.log(formatProblem(problem));
    throw new UserError('The archive has errors; nothing was written');
  }
  const last = settings.history.at(-1);
  if (last !== undefined && last.date > date) throw new UserError(`The record goes on to ${last.date}; ${date} is before it`);
  const changes = findChanges(settings.history, archive, date);
  if (options.dryRun !== true && changes.length > 0) {
    const file = join(folders.data, HISTORY_FILE);
    const before = await readFile(file, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
      throw error;
    });
    await writeWhole(file, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${changes.map(formatChange).join('')}`);
  }
  const counts = new Map<string, number>();
  for (const { change } of changes) counts.set(change, (counts.get(change) ?? 0) + 1);
  console.log(changes.length === 0 ? 'Nothing has changed since the last time.' : `${[...counts].map(([change, count]) => `${String(count)} ${change}`).join(', ')}${options.dryRun === true ? ' (nothing was written)' : ''}.`);
  return 0;
});
