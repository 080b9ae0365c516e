/** npm run search: asks a built site in the terminal, through the same query code as the browser. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { FACETS, MANIFEST, type Facet } from '../src/search/format/manifest.ts';
import type { Choice } from '../src/search/query/choice.ts';
import { runSearch, SORTS, type Result, type Sort } from '../src/search/query/search.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { openSources } from './support/node-engine.ts';
import { userPath } from './support/project.ts';

const program = new Command('npm run search --')
  .description('Searches a built site.')
  .argument('<query>', 'words, «exact words», -without, this OR that')
  .option('--out <dir>', 'folder of the built site', '_site')
  .option('--limit <n>', 'number of results; 0 for all', '10')
  .option('--sort <order>', SORTS.join(', '), 'relevance')
  .option('--filter <name=value...>', `${[...FACETS, 'from', 'to'].join(', ')}; as section=رياضة or from=2015-07`)
  .option('--json', 'write {query, mode, total, results} as JSON');

interface Options {
  readonly out: string;
  readonly limit: string;
  readonly sort: string;
  readonly filter?: readonly string[];
  readonly json?: boolean;
}

await runCommand(program, async () => {
  const [query = ''] = program.args;
  const options = program.opts<Options>();
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 0) throw new UserError(`--limit: got ${JSON.stringify(options.limit)}; expected a number from 0 on`, WRONG_USAGE);
  const folder = join(userPath(options.out), 'pagefind');
  await access(join(folder, MANIFEST)).catch(() => {
    throw new UserError(`There is no built site in ${options.out}; build it first with: npm run build`);
  });
  const answer = await runSearch(query, openSources(folder), { sort: readSort(options.sort), choice: readChoice(options.filter ?? []) });
  const results = await answer.results(0, limit === 0 ? answer.total : limit);
  if (options.json === true) console.log(JSON.stringify({ query, mode: answer.mode, total: answer.total, results: results.map(describe) }, null, 1));
  else {
    for (const { title, date, url, excerpt } of results.map(describe)) console.log(`${title}\n  ${date} · ${url}\n  ${excerpt}\n`);
    console.log(`${String(answer.total)} results${answer.instead.length > 0 ? `; nothing has what was asked, these have what is nearest to it: ${answer.instead.join(' ')}` : answer.mode === 'any' && answer.total > 0 ? ', none with all words' : ''}`);
  }
  return 0;
});

function readSort(sort: string): Sort {
  const known = SORTS.find((name) => name === sort);
  if (known === undefined) throw new UserError(`--sort: got ${JSON.stringify(sort)}; expected ${SORTS.join(', ')}`, WRONG_USAGE);
  return known;
}

function readChoice(filters: readonly string[]): Choice {
  const facets: Partial<Record<Facet, readonly string[]>> = {};
  const times: { from?: string; to?: string } = {};
  for (const filter of filters) {
    const [, name = '', value = ''] = /^([^=]*)=(.+)$/su.exec(filter) ?? [];
    const facet = FACETS.find((known) => known === name);
    if (facet !== undefined) facets[facet] = [...(facets[facet] ?? []), value];
    else if ((name === 'from' || name === 'to') && /^\d{4}(?:-\d{2})?$/u.test(value)) times[name] = value;
    else throw new UserError(`--filter: got ${JSON.stringify(filter)}; expected ${FACETS.join(', ')} with a value, or from, to with a year or month, as section=رياضة or from=2015-07`, WRONG_USAGE);
  }
  return { ...times, facets };
}

/** `marks` are the hits in the excerpt, as offsets of their first and behind their last character. */
function describe({ url, title, excerpt, meta, score }: Result) {
  const marks: (readonly [start: number, end: number])[] = [];
  let text = '';
  for (const { text: piece, marked } of excerpt) {
    if (marked) marks.push([text.length, text.length + piece.length]);
    text += piece;
  }
  return { id: url.split('/').at(-2) ?? url, url, title: title.map((piece) => piece.text).join(''), date: meta['date'] ?? '', score: Math.round(score * 1000) / 1000, excerpt: text, marks };
}
