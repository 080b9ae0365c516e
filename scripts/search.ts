/** npm run search: asks a built site in the terminal, through the same query code as the browser. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { createAnalyser, type WordLists } from '../src/arabic/analyser.ts';
import { WORD_LISTS } from '../src/search/bundle-list.ts';
import { buildExcerpt } from '../src/search/query/excerpt.ts';
import { parseQuery } from '../src/search/query/parse-query.ts';
import { runQuery, type EngineResult } from '../src/search/query/run-query.ts';
import { createTokens } from '../src/search/tokens.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { openEngine, type StoredArticle } from './support/node-engine.ts';
import { userPath } from './support/project.ts';

const program = new Command('npm run search --')
  .description('Searches a built site.')
  .argument('<query>', 'words, or a «phrase»')
  .option('--out <dir>', 'folder of the built site', '_site')
  .option('--limit <n>', 'number of results; 0 for all', '10')
  .option('--json', 'write {query, mode, total, results} as JSON');

const EXCERPT_LENGTH = 34;

await runCommand(program, async () => {
  const [query = ''] = program.args;
  const options = program.opts<{ readonly out: string; readonly limit: string; readonly json?: boolean }>();
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 0) throw new UserError(`--limit: got ${JSON.stringify(options.limit)}; expected a number from 0 on`, WRONG_USAGE);
  const folder = join(userPath(options.out), 'pagefind');
  const lists = await readFile(join(folder, WORD_LISTS), 'utf8').then(
    (text) => JSON.parse(text) as WordLists,
    () => {
      throw new UserError(`There is no built site in ${options.out}; build it first with: npm run build`);
    },
  );
  const { results, partial } = await runQuery(await openEngine(folder), parseQuery(query, createTokens(createAnalyser(lists))));
  const shown = await Promise.all(results.slice(0, limit === 0 ? results.length : limit).map(describe));
  if (options.json === true) console.log(JSON.stringify({ query, mode: partial ? 'any' : 'all', total: results.length, results: shown }, null, 1));
  else {
    for (const { title, date, url, excerpt } of shown) console.log(`${title}\n  ${date} · ${url}\n  ${excerpt}\n`);
    console.log(`${String(results.length)} results${partial ? ', none with all words' : ''}`);
  }
  return 0;
});

/** `marks` are the hits in the excerpt, as offsets of their first and behind their last character. */
async function describe(result: EngineResult<StoredArticle>) {
  const { raw_url: url, raw_content: content, meta } = await result.data();
  const pieces = buildExcerpt(content.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), result.words, EXCERPT_LENGTH);
  const marks: (readonly [start: number, end: number])[] = [];
  let excerpt = '';
  for (const { text, marked } of pieces) {
    if (marked) marks.push([excerpt.length, excerpt.length + text.length]);
    excerpt += text;
  }
  return { id: url.split('/').at(-2) ?? url, url, title: meta['title'] ?? '', date: meta['date'] ?? '', score: result.score, excerpt, marks };
}
