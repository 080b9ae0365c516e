/** npm run validate: every problem of every article, in one run. */
import { Command } from 'commander';
import { formatProblem, isPublishable } from '../src/article/problem.ts';
import { FolderMissing, loadArchive } from '../src/build/load-archive.ts';
import { runCommand, UserError } from './support/command-line.ts';
import { userPath } from './support/project.ts';
import { today } from './support/today.ts';
import { countProblems } from './support/report-problems.ts';

const program = new Command('npm run validate --')
  .description('Checks all articles and settings and reports every problem.')
  .option('--articles <dir>', 'folder of article files', 'articles')
  .option('--data <dir>', 'folder of settings', '_data')
  .option('--json', 'write the problems as JSON');

await runCommand(program, async () => {
  const options = program.opts<{ readonly articles: string; readonly data: string; readonly json?: boolean }>();
  const { files, problems } = await loadArchive({ articles: userPath(options.articles), data: userPath(options.data) }, today()).catch((error: unknown) => {
    throw error instanceof FolderMissing ? new UserError(`${error.message}; name the folder of your articles with --articles`) : error;
  });
  if (options.json === true) console.log(JSON.stringify({ files, problems }, null, 1));
  else {
    for (const problem of problems) console.log(formatProblem(problem));
    console.log(`${String(files)} ${files === 1 ? 'file' : 'files'}: ${countProblems(problems)}.`);
  }
  return isPublishable(problems) ? 0 : 1;
});
