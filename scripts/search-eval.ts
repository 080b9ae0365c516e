/** npm run search-eval: how well the search ranks, on documents and questions of your own. */
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadSearchSource } from '../src/build/load-word-lists.ts';
import { MANIFEST } from '../src/search/format/manifest.ts';
import { buildSearch } from '../src/search/index/build-search.ts';
import type { SearchRecord } from '../src/search/index/search-record.ts';
import { parseQuery } from '../src/search/query/parse-query.ts';
import { matchQuery, type Sources } from '../src/search/query/match-query.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { readJsonLines } from './support/json-lines.ts';
import { openSources } from './support/node-engine.ts';
import { userPath } from './support/project.ts';
import { recordShards } from './support/record-shards.ts';
import { toRecord, type RetrievalDocument } from './support/retrieval-records.ts';
import { parseJudgements, parseRun, scoreRun } from './support/retrieval-scores.ts';

const program = new Command('npm run search-eval --')
  .description('Builds real search bundles of documents, asks queries through the real query code and writes a TREC run; or scores a run.')
  .option('--docs <file>', 'documents: {id, title?, text|body, date?} as JSON Lines, .gz or not')
  .option('--queries <file>', 'queries: {id, text} as JSON Lines, .gz or not')
  .option('--background <file>', 'more documents for the index, which the run leaves out')
  .option('--run <file>', 'where the run is written: query Q0 document rank score warraq')
  .option('--index <dir>', 'keep the index there, and use it when it is there already')
  .option('--limit <n>', 'documents for a query', '100')
  .option('--no-titles', 'leave the titles of the documents out of the index')
  .option('--score <run>', 'score a run instead')
  .option('--qrels <file>', 'judgements for --score: query, document, relevance');

interface Options {
  readonly docs?: string;
  readonly queries?: string;
  readonly background?: string;
  readonly run?: string;
  readonly index?: string;
  readonly limit: string;
  readonly titles: boolean;
  readonly score?: string;
  readonly qrels?: string;
}

await runCommand(program, async () => {
  const { docs, queries, background, run, index, limit, titles, score, qrels } = program.opts<Options>();
  if (score !== undefined) {
    if (qrels === undefined) throw new UserError('--score needs --qrels', WRONG_USAGE);
    const scores = scoreRun(parseRun(await readFile(userPath(score), 'utf8')), parseJudgements(await readFile(userPath(qrels), 'utf8')));
    const rows: readonly (readonly [string, number])[] = Object.entries({ ...scores });
    for (const [name, value] of rows) console.log(`${name.padEnd(10)} ${name === 'queries' ? String(value) : value.toFixed(4)}`);
    return 0;
  }
  if (docs === undefined || queries === undefined || run === undefined) throw new UserError('name --docs, --queries and --run, or --score and --qrels', WRONG_USAGE);
  const folder = index === undefined ? await mkdtemp(join(tmpdir(), 'warraq-eval-')) : userPath(index);
  try {
    await writeFile(userPath(run), await evaluate({ docs, queries, background, titles, limit: Number(limit), folder }));
  } finally {
    if (index === undefined) await rm(folder, { recursive: true, force: true });
  }
  return 0;
});

interface Evaluation {
  readonly docs: string;
  readonly queries: string;
  readonly background: string | undefined;
  readonly titles: boolean;
  readonly limit: number;
  readonly folder: string;
}

async function evaluate({ docs, queries, background, titles, limit, folder }: Evaluation): Promise<string> {
  const started = performance.now();
  const kept = await access(join(folder, MANIFEST)).then(() => true, () => false);
  if (!kept) {
    const records = [...(await readRecords(docs, '/d/', titles)), ...(background === undefined ? [] : await readRecords(background, '/b/', titles))];
    await buildSearch(recordShards(records), folder, await loadSearchSource());
  }
  const built = performance.now();
  const sources = openSources(folder);
  const urls = await articleUrls(sources);
  const lines: string[] = [];
  const asked = await readJsonLines<{ readonly id: string; readonly text: string }>(userPath(queries));
  for (const { id, text } of asked) {
    const { articles } = await matchQuery(parseQuery(text), sources);
    let rank = 0;
    for (const article of articles) {
      if (rank >= limit) break;
      const url = urls[article] ?? '';
      if (!url.startsWith('/d/')) continue;
      rank += 1;
      // Scores of partial answers need not fall with the rank; a run is read by its scores.
      lines.push(`${id} Q0 ${decodeURIComponent(url.slice('/d/'.length, -1))} ${String(rank)} ${String(limit - rank)} warraq`);
    }
  }
  console.error(`${String(urls.length)} documents ${kept ? 'found indexed' : 'indexed'} in ${((built - started) / 1000).toFixed(1)} s, ${String(asked.length)} queries asked in ${((performance.now() - built) / 1000).toFixed(1)} s`);
  return `${lines.join('\n')}\n`;
}

/** Addresses of all articles in the order of the index, read from the files that results are shown from. */
async function articleUrls({ files }: Sources): Promise<readonly string[]> {
  const urls: string[] = [];
  for (const [bundle, { articles }] of (await files.manifest()).bundles.entries()) {
    for (let place = 0; place < articles; place += 1) urls.push((await files.article(bundle, place)).url);
  }
  return urls;
}

async function readRecords(file: string, prefix: string, titles: boolean): Promise<readonly SearchRecord[]> {
  return (await readJsonLines<RetrievalDocument>(userPath(file))).map((document) => toRecord(document, prefix, titles));
}
