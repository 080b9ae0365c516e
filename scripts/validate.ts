/** npm run validate: every problem of every article, in one run. */
import { Command } from 'commander';
import { formatProblem, isPublishable, type Problem } from '../src/article/problem.ts';
import { dayNumber } from '../src/calendar/day.ts';
import { FolderMissing, loadArchive, type LoadedArchive } from '../src/build/load-archive.ts';
import { runCommand, UserError } from './support/command-line.ts';
import { userPath } from './support/project.ts';
import { countProblems } from './support/report-problems.ts';

const program = new Command('npm run validate --')
  .description('Checks all articles and settings and reports every problem.')
  .option('--articles <dir>', 'folder of article files', 'articles')
  .option('--data <dir>', 'folder of settings', '_data')
  .option('--json', 'write the problems as JSON');

await runCommand(program, async () => {
  const options = program.opts<{ readonly articles: string; readonly data: string; readonly json?: boolean }>();
  const loaded = await loadArchive({ articles: userPath(options.articles), data: userPath(options.data) }).catch((error: unknown) => {
    throw error instanceof FolderMissing ? new UserError(`${error.message}; name the folder of your articles with --articles`) : error;
  });
  const problems = [...loaded.problems, ...futureDates(loaded)];
  if (options.json === true) console.log(JSON.stringify({ files: loaded.files, problems }, null, 1));
  else {
    for (const problem of problems) console.log(formatProblem(problem));
    console.log(`${String(loaded.files)} files: ${countProblems(problems)}.`);
  }
  return isPublishable(problems) ? 0 : 1;
});

/** Only this command looks at the clock: an article of tomorrow is published like any other, but its editor should know. */
function futureDates({ archive }: LoadedArchive): readonly Problem[] {
  const now = new Date();
  const tomorrow = (dayNumber({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }) + 1) * 86_400_000;
  return archive.articles
    .filter(({ date }) => date.sort >= tomorrow)
    .map(({ file, date }): Problem => ({ code: 'date-future', severity: 'warning', file, line: 1, field: 'date', got: date.iso, expected: 'a date up to today', fix: 'check the year; such an article is published as it is' }));
}
