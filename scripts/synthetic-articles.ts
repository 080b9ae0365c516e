/** Makes synthetic article files, for measuring builds. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { userPath } from './support/project.ts';
import { articleFile, syntheticArticles } from './support/synthetic-articles.ts';

const program = new Command('node --import tsx scripts/synthetic-articles.ts')
  .description('Makes article files in the shape of Arabic news, for measuring builds.')
  .argument('<dir>', 'folder for the article files')
  .option('--count <n>', 'how many', '1000');

await runCommand(program, async () => {
  const folder = userPath(program.args[0] ?? '');
  const count = Number(program.opts<{ readonly count: string }>().count);
  if (!Number.isInteger(count) || count < 1) throw new UserError('--count: expected a number from 1', WRONG_USAGE);
  for await (const article of syntheticArticles(count)) {
    const path = join(folder, article.date.slice(0, 4), article.date.slice(5, 7), `${article.id}.md`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, articleFile(article));
  }
  console.log(`${String(count)} articles in ${folder}`);
  return 0;
});
