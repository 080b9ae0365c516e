/** How many of the wanted word forms the search finds, and how many it should not: `npm run bench:words -- TABLE.tsv` */
import { Command } from 'commander';
import { createAnalyser, type Analyser } from '../src/arabic/analyser.ts';
import { loadSearchSource } from '../src/build/load-word-lists.ts';
import { numberForms } from '../src/search/index/number-forms.ts';
import { readShard } from '../src/search/index/read-shard.ts';
import { indexShard } from '../src/search/index/shard-index.ts';
import { readWordPairs, scoreWords } from '../test/support/word-pairs.ts';
import { runCommand } from './support/command-line.ts';
import { readJsonLines } from './support/json-lines.ts';
import { userPath } from './support/project.ts';
import { toRecord, type RetrievalDocument } from './support/retrieval-records.ts';

const program = new Command('npm run bench:words --')
  .description('Measures the Arabic analysis against a table of word pairs.')
  .argument('<table>', 'tab-separated: group, query, document, and match or no-match')
  .option('--background <file>', 'articles as JSON Lines, .gz or not: their vocabulary is the archive’s')
  .option('--wrong', 'list the pairs that go wrong');

await runCommand(program, async () => {
  const options = program.opts<{ readonly wrong?: boolean; readonly background?: string }>();
  const analyser = options.background === undefined ? undefined : await analyserOf(userPath(options.background));
  const pairs = readWordPairs(userPath(program.args[0] ?? ''));
  const total = scoreWords(pairs, analyser);
  const groups = [...new Set(pairs.map(({ group }) => group))];
  for (const group of groups) console.log(line(group, scoreWords(pairs.filter((pair) => pair.group === group), analyser)));
  console.log(line('all', total));
  if (options.wrong === true) for (const { query, document, wanted } of total.wrong) console.log(`${wanted ? 'missed' : 'false'}\t${query}\t${document}`);
  return 0;
});

/** The analysis that an archive of these articles would have. */
async function analyserOf(file: string): Promise<Analyser> {
  const records = (await readJsonLines<RetrievalDocument>(file)).map((document) => toRecord(document, '/', true));
  const words = numberForms([() => indexShard(readShard(records), [])]);
  const counts = new Map(words.forms.map((form, number) => [form, words.counts[number] ?? 0]));
  const { lists, baseCounts } = await loadSearchSource();
  return createAnalyser(lists, (form) => (counts.get(form) ?? 0) + (baseCounts.get(form) ?? 0));
}

function line(name: string, score: ReturnType<typeof scoreWords>): string {
  return `${name}\tfound ${String(score.found)}/${String(score.wanted)}\tfalse ${String(score.false)}/${String(score.unwanted)}`;
}
