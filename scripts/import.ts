/** npm run import: from what people have to article files. */
import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { createAnalyser } from '../src/arabic/analyser.ts';
import type { ArticleId } from '../src/article/article.ts';
import { loadSettings } from '../src/build/load-settings.ts';
import { loadWordLists } from '../src/build/load-word-lists.ts';
import { isDateFault, parseArchiveDate } from '../src/calendar/archive-date.ts';
import { dayNumber } from '../src/calendar/day.ts';
import { FORMATS, type Format } from '../src/import/foreign-article.ts';
import { importAll } from '../src/import/import-all.ts';
import type { ImportOptions } from '../src/import/import-options.ts';
import { loadKnowledge, type LoadedKnowledge } from '../src/import/load-knowledge.ts';
import { ENCODINGS, readEncoding, type Encoding } from '../src/import/read/detect-encoding.ts';
import { findSources } from '../src/import/read/find-sources.ts';
import { MAX_FILES } from '../src/import/read/limits.ts';
import { SourceRefused } from '../src/import/read/open-source.ts';
import { COLUMN_FIELDS, type ColumnField } from '../src/import/read/read-records.ts';
import { pendingLines, renderReport, summariseReport } from '../src/import/report/render-report.ts';
import { isClean, type ImportReport } from '../src/import/report/report.ts';
import { saveReport } from '../src/import/report/save-report.ts';
import { OutsideArchive } from '../src/import/store/article-writer.ts';
import { readExistingArticles, type ExistingArticles } from '../src/import/store/existing-articles.ts';
import { ArchiveBusy } from '../src/import/store/work-folder.ts';
import { createNameFinder, type Vocabulary } from '../src/import/tags/suggest-names.ts';
import { articlePath } from '../src/site/urls.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { createImportProgress } from './support/import-progress.ts';
import { userPath } from './support/project.ts';
import { today } from './support/today.ts';

interface Options {
  readonly to: string;
  readonly data?: string;
  readonly format: Format | 'auto';
  readonly encoding: string;
  readonly map: readonly string[];
  readonly separator?: string;
  readonly date?: string;
  readonly confirm: readonly string[];
  readonly source?: string;
  readonly section?: string;
  readonly acceptTags?: boolean;
  readonly skipDuplicates?: boolean;
  readonly edited: 'stop' | 'keep' | 'replace';
  readonly oldSite: readonly string[];
  readonly mostFiles: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly report?: string;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** An option that may be given several times. */
const several = (flags: string, description: string): Option => new Option(flags, `${description}; several times, if need be`).argParser<readonly string[]>(collect).default([], 'none');

const program = new Command('npm run import --')
  .description('Makes article files of text files, Markdown, saved pages, WordPress exports, feeds, JSON Lines and tables, also gzipped.')
  .argument('<source...>', 'files, folders and patterns')
  .requiredOption('--to <dir>', 'folder for the article files')
  .option('--data <dir>', 'folder of settings, for tags, own rules and redirects (default: _data beside --to, if it is there)')
  .addOption(new Option('--format <name>', 'format of all sources, where the guess would be wrong').choices(['auto', ...FORMATS]).default('auto'))
  .option('--encoding <name>', `encoding of all sources, where the guess would be wrong: auto, ${ENCODINGS.join(', ')}`, 'auto')
  .addOption(several('--map <field=column>', `column of a table, or key of a record (a.b for b within a), that is a field: ${COLUMN_FIELDS.join(', ')}`))
  .option('--separator <line>', 'the line that parts articles in a text file (default: a line of =====)')
  .option('--date <date>', 'date of all articles that have none of their own: 2021-05-04, 2021-05 or 2021')
  .addOption(several('--confirm <id=date>', 'date of one article that wants one, by the id that the report names'))
  .option('--source <name>', 'source of articles that name none')
  .option('--section <name>', 'section of articles that name none')
  .option('--accept-tags', 'write suggested tags, people and places into the files')
  .option('--skip-duplicates', 'leave out articles whose words another has already')
  .addOption(new Option('--edited <what>', 'articles that you edited here and whose original changed since: stop (nothing is written, the report shows both), keep (yours stays), replace (the original is taken, yours is kept in .import/conflicts)').choices(['stop', 'keep', 'replace']).default('stop'))
  .addOption(several('--old-site <url>', 'a site of your own that the archive replaces: its addresses are redirected'))
  .option('--most-files <n>', 'files of one import; more are taken for an accident', String(MAX_FILES))
  .option('--dry-run', 'write nothing, say what would be done')
  .option('--json', 'write the report as JSON')
  .option('--report <file>', 'where the report goes, as .md and .json (default: .import/report in --to)')
  .addHelpText('after', `
Examples:
  npm run import -- old-texts/ --to articles --dry-run
  npm run import -- export.xml --to articles --old-site https://old.example
  npm run import -- "tables/*.csv" --to articles --map title=العنوان --map body=النص

Exit status: 0 everything came in; 1 something was refused, wants a date, or was edited on both sides; 2 wrong usage.`);

/** Lines of each kind in the terminal. */
const SHOWN = 20;

await runCommand(program, async () => {
  const options = program.opts<Options>();
  const to = userPath(options.to);
  const data = options.data === undefined ? await besideData(to) : userPath(options.data);
  const settings = readOptions(options, to, data);
  const knowledge = await prepare(data);
  const existing = await readExistingArticles(to);
  const suggest = createNameFinder(await loadVocabulary(existing, data), createAnalyser((await loadWordLists(data)).lists));
  const progress = createImportProgress(options.json === true);
  try {
    const sources = await findSources(program.args.map(userPath), to, numberOf(options.mostFiles));
    const report = await importAll(sources, existing, { ...knowledge, suggest, latest: dayNumber(today()) }, { ...settings, onProgress: progress.show });
    progress.end();
    await tell(report, options, to);
    return isClean(report) ? 0 : 1;
  } catch (error) {
    progress.end();
    if (error instanceof SourceRefused) throw new UserError(`${error.message}; ${error.fix}`);
    if (error instanceof ArchiveBusy || error instanceof OutsideArchive) throw new UserError(error.message);
    throw error;
  }
});

function readOptions(options: Options, to: string, data: string | undefined): ImportOptions {
  return {
    to,
    format: options.format,
    encoding: encodingOf(options.encoding),
    columns: columnsOf(options.map),
    separator: options.separator,
    wishes: { date: options.date === undefined ? undefined : dateOf('--date', options.date), source: options.source, section: options.section, acceptTags: options.acceptTags === true },
    confirmed: confirmationsOf(options.confirm),
    edited: options.edited,
    skipDuplicates: options.skipDuplicates === true,
    dryRun: options.dryRun === true,
    ownHosts: new Set(options.oldSite.map(hostOf)),
    redirects: data === undefined ? undefined : join(data, 'redirects.yaml'),
    pagePath: (id, date) => articlePath({ id: id as ArticleId, date }),
  };
}

/** An archive lies beside its settings: `articles/` and `_data/`. */
async function besideData(to: string): Promise<string | undefined> {
  const folder = join(dirname(to), '_data');
  return (await stat(folder).then((stats) => stats.isDirectory(), () => false)) ? folder : undefined;
}

async function prepare(data: string | undefined): Promise<Omit<LoadedKnowledge, 'faults'>> {
  const { faults, ...knowledge } = await loadKnowledge(data === undefined ? undefined : join(data, 'import'));
  if (faults.length > 0) throw new UserError(faults.join('\n'));
  return knowledge;
}

async function loadVocabulary(existing: ExistingArticles, data: string | undefined): Promise<Vocabulary> {
  const own = (['tags', 'people', 'places'] as const).flatMap((kind) => [...existing.names[kind]].map((name) => ({ kind, name, spelling: name })));
  if (data === undefined) return { names: own };
  const { settings } = await loadSettings(data);
  const listed = [...settings.names.tag].flatMap(([name, { aliases = [] }]) => [name, ...aliases].map((spelling) => ({ kind: 'tags' as const, name, spelling })));
  const known = new Set(listed.map(({ spelling }) => spelling));
  return { names: [...listed, ...own.filter(({ kind, name }) => kind !== 'tags' || !known.has(name))] };
}

function encodingOf(name: string): Encoding | 'auto' {
  const encoding = name === 'auto' ? 'auto' : readEncoding(name);
  if (encoding === undefined) throw new UserError(`--encoding: got ${JSON.stringify(name)}; expected auto, ${ENCODINGS.join(', ')}`, WRONG_USAGE);
  return encoding;
}

function columnsOf(pairs: readonly string[]): ReadonlyMap<ColumnField, string> {
  return new Map(pairs.map((pair) => {
    const [name = '', ...column] = pair.split('=');
    const field = COLUMN_FIELDS.find((known) => known === name);
    if (field === undefined || column.join('=') === '') throw new UserError(`--map: got ${JSON.stringify(pair)}; expected FIELD=COLUMN, with a field of ${COLUMN_FIELDS.join(', ')}`, WRONG_USAGE);
    return [field, column.join('=')] as const;
  }));
}

function confirmationsOf(pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(pairs.map((pair) => {
    const [id = '', date = ''] = pair.split('=');
    if (!/^[a-z0-9-]{4,64}$/u.test(id)) throw new UserError(`--confirm: got ${JSON.stringify(pair)}; expected ID=DATE, as the report gives it`, WRONG_USAGE);
    return [id, dateOf('--confirm', date)] as const;
  }));
}

function dateOf(option: string, text: string): string {
  const date = parseArchiveDate(text);
  if (isDateFault(date)) throw new UserError(`${option}: got ${JSON.stringify(text)}; expected ${date.expected}`, WRONG_USAGE);
  return date.iso;
}

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,7}$/u.test(text)) throw new UserError(`--most-files: got ${JSON.stringify(text)}; expected a number of files such as 1000000`, WRONG_USAGE);
  return Number(text);
}

function hostOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol)) throw new UserError(`--old-site: got ${JSON.stringify(text)}; expected an address such as https://old.example`, WRONG_USAGE);
  return url.host.replace(/^www\./u, '');
}

async function tell(report: ImportReport, options: Options, to: string): Promise<void> {
  const base = options.report === undefined ? join(to, '.import', 'report') : userPath(options.report).replace(/\.(?:md|json)$/u, '');
  // An import that changes nothing leaves the last report that said something.
  const idle = report.counts.unchanged > 0 && Object.entries(report.counts).every(([outcome, count]) => outcome === 'unchanged' || count === 0);
  const saved = options.report !== undefined || (options.dryRun !== true && !idle);
  if (saved) {
    await saveReport(`${base}.md`, renderReport(report));
    await saveReport(`${base}.json`, `${JSON.stringify(report)}\n`);
  }
  if (options.json === true) {
    console.log(JSON.stringify(report, null, 1));
    return;
  }
  const shown = (path: string): string => (relative(process.cwd(), path).startsWith('..') ? path : relative(process.cwd(), path) || '.');
  for (const line of pendingLines(report, shown(to), SHOWN)) console.error(line);
  for (const { file, taken } of report.mappings.slice(0, SHOWN)) console.log(`${file}: ${Object.entries(taken).map(([column, field]) => (column === field ? field : `${column} → ${field}`)).join(', ')}`);
  for (const line of summariseReport(report)) console.log(line);
  if (report.counts['wants-date'] > 0) console.log('Drafts that want a date become articles when you write `date: 2021-05-04` into them and import again, name it with --confirm ID=DATE, or give all of them one with --date.');
  if (saved) console.log(`Report: ${shown(resolve(`${base}.md`))} and .json`);
  if (options.dryRun === true) console.log(saved ? 'Nothing but the report was written: this was a dry run.' : 'Nothing was written: this was a dry run.');
}
