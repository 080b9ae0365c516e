/** npm run build: from the folder of articles to the site. */
import { lstat, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import type { Problem } from '../src/article/problem.ts';
import { BuildRefused, runBuild } from '../src/build/build-site.ts';
import { FolderMissing } from '../src/build/load-archive.ts';
import { OutputLocked } from '../src/build/lock.ts';
import { FileChanged } from '../src/build/parse-file.ts';
import { PictureDamaged } from '../src/build/pictures/scale-picture.ts';
import { buildPart, isPart, PartsMissing, planShards, ShardMissing, type PartOptions } from '../src/build/parts.ts';
import { AddressListDamaged, loadPublished, NOTHING_PUBLISHED } from '../src/build/published-addresses.ts';
import { IndexDamaged } from '../src/build/words-step.ts';
import { WorkerDied, WorkFailed } from '../src/build/worker-pool.ts';
import { LANGUAGE_CODES } from '../src/languages/languages.ts';
import { SHARD_SIZE } from '../src/plan/shards.ts';
import { megabytes, planLines, summaryLines } from './support/build-summary.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { enterProject, isInside, PROJECT, readBase, readCount, readLanguage, readSiteUrl, userPath } from './support/project.ts';
import { createProgressLine } from './support/progress.ts';
import { countProblems, problemLines } from './support/report-problems.ts';

interface Options {
  readonly articles: string;
  readonly data: string;
  readonly out: string;
  readonly base: string;
  readonly language?: string;
  readonly siteUrl?: string;
  readonly published?: string;
  readonly allowLost?: boolean;
  readonly jobs?: string;
  readonly shardSize: string;
  readonly search: boolean;
  readonly clean?: boolean;
  readonly dryRun?: boolean;
  readonly planJson?: boolean;
  readonly onlyShard?: string;
  readonly assemble?: readonly string[];
  readonly quiet?: boolean;
}

const SHOWN_PROBLEMS = 50;

const program = new Command('npm run build --')
  .description('Builds the site from a folder of articles: what the last build made of the same things is left alone. Nothing is changed when anything is wrong.')
  .option('--articles <dir>', 'folder of article files', 'articles')
  .option('--data <dir>', 'folder of settings', '_data')
  .option('--out <dir>', 'the built site: a link to one of two folders in <dir>.build', '_site')
  .option('--base <path>', 'path under which the site will stand', '/')
  .option('--language <code>', `language of the interface: ${LANGUAGE_CODES.join(' or ')} (default: language in site.yaml)`)
  .option('--site-url <url>', 'address of the host, such as https://example.org (default: url in site.yaml)')
  .option('--published <file>', 'list of addresses that were published (addresses.txt of the site as it is online)')
  .option('--allow-lost', 'build although addresses that were published are gone: only for a site that nobody has seen')
  .option('--jobs <n>', 'processes that work at one time (default: the number of processors)')
  .option('--shard-size <n>', 'most articles of a shard; those at the growing end are an eighth of it', String(SHARD_SIZE))
  .option('--clean', 'start over: use nothing of earlier builds')
  .option('--dry-run', 'print what would be built and why; build nothing')
  .option('--plan-json', 'print the shards as JSON, for building on many machines')
  .option('--only-shard <key>', 'build one shard of the plan into the folder --out, as a part')
  .option('--assemble <parts...>', 'join parts into the site')
  .option('--no-search', 'leave the search index out, for measuring')
  .option('--quiet', 'say nothing but errors');

await runCommand(program, async () => {
  const options = program.opts<Options>();
  const plan = {
    articles: userPath(options.articles),
    data: userPath(options.data),
    language: options.language === undefined ? undefined : readLanguage(options.language),
    base: readBase(options.base),
    siteUrl: options.siteUrl === undefined ? undefined : readSiteUrl(options.siteUrl),
    jobs: options.jobs === undefined ? undefined : readCount('--jobs', options.jobs),
    shardSize: readCount('--shard-size', options.shardSize),
    search: options.search,
  };
  const out = userPath(options.out);
  const parts = options.assemble?.map(userPath);
  const ways = [options.planJson, options.onlyShard, options.assemble, options.dryRun].filter((way) => way !== undefined);
  if (ways.length > 1) throw new UserError('--plan-json, --only-shard, --assemble and --dry-run exclude each other', WRONG_USAGE);
  enterProject();
  if (options.onlyShard !== undefined) {
    if (!(await isEmptyOr(out, isPart))) throw new UserError(`--out: ${options.out} holds files that are no part of a site; choose an empty folder`);
  } else if (options.planJson !== true) {
    if ([plan.articles, plan.data, process.cwd()].some((path) => isInside(path, out))) throw new UserError(`--out: ${options.out} holds the sources; choose a folder of its own for the site`);
    if (!(await isEmptyOr(out, isSite))) throw new UserError(`--out: ${options.out} holds files that are no built site; choose an empty folder, or delete them yourself`);
  }
  // A plan for many machines must be the same on each, so it knows only what is in the sources or named.
  const file = options.published === undefined ? undefined : userPath(options.published);
  const published = options.allowLost === true ? NOTHING_PUBLISHED : await loadPublished({ ...plan, out: options.planJson === true ? undefined : out, origin: plan.siteUrl, file }).catch(explainList);
  const line = createProgressLine();
  const onProgress = options.quiet === true ? undefined : line.show;
  const say = (lines: readonly string[]): void => {
    line.end();
    if (options.quiet !== true) console.log(lines.join('\n'));
  };
  // Parts of one machine share what was learned of the articles.
  const partOptions: PartOptions = { ...plan, published, cache: join(PROJECT, '.cache', 'articles'), onProgress };
  try {
    if (options.planJson === true) {
      const shards = await planShards(partOptions);
      line.end();
      console.log(JSON.stringify({ shards }, null, 1));
      return 0;
    }
    if (options.onlyShard !== undefined) {
      const part = await buildPart(partOptions, options.onlyShard, out);
      say([`Shard ${options.onlyShard}: ${String(part.files)} files (${megabytes(part.bytes)}) in ${options.out}; join the parts with --assemble`]);
      return 0;
    }
    const report = await runBuild({ ...plan, published, out, clean: options.clean, dryRun: options.dryRun, parts, onProgress });
    say([...problemLines(report.problems, SHOWN_PROBLEMS), ...(options.dryRun === true ? planLines(report) : [...summaryLines(report), `The site is in ${relative(process.cwd(), out) || '.'}; look at it with: npm run serve`])]);
    return 0;
  } catch (error) {
    line.end();
    if (error instanceof FolderMissing) throw new UserError(`${error.message}; name the folder of your articles with --articles`);
    if ([OutputLocked, PartsMissing, ShardMissing, FileChanged, PictureDamaged, IndexDamaged, WorkerDied, WorkFailed].some((kind) => error instanceof kind)) throw new UserError(error instanceof Error ? error.message : String(error));
    if (!(error instanceof BuildRefused)) throw error;
    const isLost = ({ code }: Problem): boolean => code === 'address-lost';
    for (const text of problemLines(error.problems.filter((problem) => !isLost(problem)), SHOWN_PROBLEMS)) console.error(text);
    // No other command shows these, so all of them are shown here.
    for (const text of problemLines(error.problems.filter(isLost))) console.error(text);
    for (const text of lostAdvice(error.problems.filter(isLost))) console.error(text);
    console.error(`Nothing was built: ${countProblems(error.problems)}.`);
    return 1;
  }
});

/** What stands below the lost addresses: what goes with what, and lines to copy. */
function lostAdvice(lost: readonly Problem[]): readonly string[] {
  if (lost.length === 0) return [];
  const lines = lost.flatMap(({ write }) => write ?? []);
  return [
    '',
    'Readers have these addresses. An article that comes back, as it was or withdrawn, brings its lists with it: then they need no lines.',
    ...(lines.length === 0 ? [] : [`If they are to lead on, these lines go into ${lost[0]?.file ?? ''}. A tag or name that is written otherwise now has all its pages moved by one line, such as /tags/old/*: /tags/new/*.`, '', ...lines, '']),
    'If nobody has ever seen the site, build with --allow-lost.',
  ];
}

function explainList(error: unknown): never {
  throw error instanceof AddressListDamaged ? new UserError(`${error.message}; fetch it again from the site as it is online, or take the last good one`) : error;
}

/** A build replaces the whole folder, so it must be one that a build made. */
async function isEmptyOr(folder: string, isOurs: (folder: string) => Promise<boolean>): Promise<boolean> {
  const there = await lstat(folder).then(() => true, () => false);
  const names: readonly string[] = there ? await readdir(folder).catch(() => []) : [];
  return names.length === 0 || isOurs(folder);
}

async function isSite(folder: string): Promise<boolean> {
  return (await readdir(folder)).includes('site.json');
}
