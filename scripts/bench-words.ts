/** How many of the wanted word forms the search finds, and how many it should not: `npm run bench:words -- TABLE.tsv` */
import { Command } from 'commander';
import { readWordPairs, scoreWords } from '../test/support/word-pairs.ts';
import { runCommand } from './support/command-line.ts';
import { userPath } from './support/project.ts';

const program = new Command('npm run bench:words --')
  .description('Measures the Arabic analysis against a table of word pairs.')
  .argument('<table>', 'tab-separated: group, query, document, and match or no-match')
  .option('--wrong', 'list the pairs that go wrong');

await runCommand(program, () => {
  const pairs = readWordPairs(userPath(program.args[0] ?? ''));
  const total = scoreWords(pairs);
  const groups = [...new Set(pairs.map(({ group }) => group))];
  for (const group of groups) console.log(line(group, scoreWords(pairs.filter((pair) => pair.group === group))));
  console.log(line('all', total));
  if (program.opts<{ readonly wrong?: boolean }>().wrong === true) for (const { query, document, wanted } of total.wrong) console.log(`${wanted ? 'missed' : 'false'}\t${query}\t${document}`);
  return 0;
});

function line(name: string, score: ReturnType<typeof scoreWords>): string {
  return `${name}\tfound ${String(score.found)}/${String(score.wanted)}\tfalse ${String(score.false)}/${String(score.unwanted)}`;
}
