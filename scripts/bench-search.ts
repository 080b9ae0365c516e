/** npm run bench:search: what a search of a large archive costs: bytes of the first one, time of the next, time of all counts. */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadSearchSource } from '../src/build/load-word-lists.ts';
import { FACETS } from '../src/search/format/manifest.ts';
import { buildSearch, type RecordShard } from '../src/search/index/build-search.ts';
import { runSearch, type Sort } from '../src/search/query/search.ts';
import { timeInBrowser, type BrowserTime } from './support/browser-search.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { drawQueries, type DrawnQuery } from './support/draw-queries.ts';
import { readJsonLines } from './support/json-lines.ts';
import { openSources, type OpenedSources } from './support/node-engine.ts';
import { userPath } from './support/project.ts';
import { recordShards } from './support/record-shards.ts';
import { toRecord, type RetrievalDocument } from './support/retrieval-records.ts';

const program = new Command('npm run bench:search --')
  .description('Builds a search index of documents, repeated up to a number, and measures what searches cost.')
  .option('--docs <file>', 'documents: {id, title?, text|body, date?, source?, author?} as JSON Lines, .gz or not')
  .option('--count <n>', 'articles in the index; documents are repeated with other dates', '70000')
  .option('--queries <file>', 'a text file with a query a line; without it, twenty of our own and queries of many kinds drawn from the articles')
  .option('--each <n>', 'queries of each kind that are drawn', '8')
  .option('--no-browser', 'do not ask in Chromium too')
  .option('--index <dir>', 'keep the index there, and use it when it is there already')
  .option('--json', 'write the figures as JSON');

interface Options {
  readonly docs?: string;
  readonly count: string;
  readonly queries?: string;
  readonly each: string;
  readonly browser: boolean;
  readonly index?: string;
  readonly json?: boolean;
}

/** Of different reach: rare and usual words, pairs, longer queries, exact words. Facts of news, not of any collection. */
const QUERIES = ['العراق', 'السعودية', 'بغداد', 'قال', 'أوباما', 'كهرباء', 'رئيس الوزراء', 'أسعار النفط', 'الأمم المتحدة', 'مجلس الأمن', 'كرة القدم', 'وزارة الصحة', 'الاتفاق النووي الإيراني', 'حادث مروري على طريق سريع', 'ارتفاع درجات الحرارة في الرياض', '"رئيس الوزراء"', '«خادم الحرمين الشريفين»', 'اليمن -صنعاء', 'زلزال أو فيضان', 'بطولة كأس العالم للشباب'];

const RESULTS = 10;

const ORDERS = ['newest', 'relevance'] as const;

await runCommand(program, async () => {
  const options = program.opts<Options>();
  const kept = options.index === undefined ? undefined : userPath(options.index);
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'warraq-search-')));
  try {
    if (!(await isThere(join(folder, 'manifest.wq')))) await buildIndex(options, folder);
    const queries = await readQueries(options, folder);
    const rows: Row[] = [];
    for (const sort of ORDERS) for (const query of queries) rows.push(await measure(folder, query, sort));
    const times = options.browser ? await timeInBrowser(folder, rows.map(({ query, sort }) => ({ text: query, sort })), RESULTS) : [];
    if (options.json === true) console.log(JSON.stringify(rows.map((row, at) => ({ ...row, browser: times[at] })), null, 1));
    else print(rows, times);
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  }
  return 0;
});

async function readQueries({ queries, each }: Options, folder: string): Promise<readonly DrawnQuery[]> {
  if (queries === undefined) return [...QUERIES.map((text) => ({ kind: 'our own', text })), ...(await drawQueries(openSources(folder), Number(each)))];
  const lines = (await readFile(userPath(queries), 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((text) => ({ kind: 'given', text }));
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}

async function buildIndex(options: Options, folder: string): Promise<void> {
  const started = performance.now();
  let peak = 0;
  await buildSearch(await readShards(options), folder, await loadSearchSource(), {
    onProgress: () => {
      peak = Math.max(peak, process.memoryUsage().rss);
    },
  });
  console.error(`${options.count} articles indexed in ${((performance.now() - started) / 1000).toFixed(1)} s, at most ${String(Math.round(peak / 1e6))} MB in this process before the assembly`);
}

async function readShards({ docs, count }: Options): Promise<readonly RecordShard[]> {
  if (docs === undefined) throw new UserError('name --docs, or --index with an index that is there', WRONG_USAGE);
  const documents = await readJsonLines<RetrievalDocument>(userPath(docs));
  const number = Number(count);
  const records = Array.from({ length: number }, (_, at) => {
    const document = documents[at % documents.length];
    if (document === undefined) throw new UserError(`${docs} has no documents`);
    return toRecord({ ...document, id: String(at), date: dateOf(at, number) }, '/d/', true);
  });
  return recordShards(records);
}

/** Ten years, evenly. */
function dateOf(at: number, count: number): string {
  return new Date(Date.UTC(2010, 0, 1) + Math.floor((at * 3650) / count) * 86_400_000).toISOString().slice(0, 10);
}

interface Row {
  readonly kind: string;
  readonly query: string;
  readonly sort: Sort;
  readonly total: number;
  /** Bytes of the index until ten results stand, compressed as they travel. */
  readonly bytes: number;
  readonly files: number;
  readonly firstMs: number;
  readonly repeatMs: number;
  readonly countsMs: number;
}

async function measure(folder: string, { kind, text: query }: DrawnQuery, sort: Sort): Promise<Row> {
  const sources: OpenedSources = openSources(folder);
  const first = await timed(async () => {
    const answer = await runSearch(query, sources, { sort });
    await answer.results(0, RESULTS);
    return answer;
  });
  const { bytes, files } = sources.fetched();
  const repeat = await timed(async () => (await runSearch(query, sources, { sort })).results(0, RESULTS));
  for (const facet of FACETS) await first.value.facet(facet);
  const counts = await timed(async () => {
    const answer = await runSearch(query, sources, { sort });
    answer.months();
    await Promise.all(FACETS.map((facet) => answer.facet(facet)));
  });
  return { kind, query, sort, total: first.value.total, bytes, files, firstMs: first.ms, repeatMs: repeat.ms, countsMs: counts.ms };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
}

function print(rows: readonly Row[], times: readonly BrowserTime[]): void {
  for (const { query, sort, total, bytes, files, firstMs, repeatMs, countsMs } of rows) {
    console.log([sort.padEnd(9), kilobytes(bytes), `${String(files)} files`, `first ${firstMs.toFixed(0)} ms`, `again ${repeatMs.toFixed(0)} ms`, `counts ${countsMs.toFixed(0)} ms`, `${String(total)} found`, query].join('\t'));
  }
  for (const sort of ORDERS) {
    const own = rows.filter((row) => row.sort === sort);
    for (const kind of new Set(own.map((row) => row.kind))) printLine(`${sort}, ${kind}`, own.filter((row) => row.kind === kind));
    printLine(`${sort}, all`, own);
  }
  if (times.length > 0) console.log(`Chromium: first ${median(times.map(({ firstMs }) => firstMs)).toFixed(0)} ms median; again ${median(times.map(({ againMs }) => againMs)).toFixed(0)} ms median, ${Math.max(...times.map(({ againMs }) => againMs)).toFixed(0)} ms at most`);
}

function printLine(name: string, rows: readonly Row[]): void {
  const most = (values: readonly number[]): number => Math.max(...values);
  const bytes = rows.map((row) => row.bytes);
  console.log(`${name} (${String(rows.length)}): median ${kilobytes(median(bytes))}, most ${kilobytes(most(bytes))}; again ${median(rows.map(({ repeatMs }) => repeatMs)).toFixed(0)} ms median; counts at most ${most(rows.map(({ countsMs }) => countsMs)).toFixed(0)} ms`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
