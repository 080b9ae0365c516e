/** npm run build: from the folder of articles to the site. */
import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { Command } from 'commander';
import { BuildRefused, runBuild, type BuildReport } from '../src/build/build-site.ts';
import { FolderMissing } from '../src/build/load-archive.ts';
import { runCommand, UserError } from './support/command-line.ts';
import { enterProject, isInside, readBase, readCount, readSiteUrl, userPath } from './support/project.ts';
import { SHARD_SIZE } from '../src/plan/shards.ts';
import { createProgressLine } from './support/progress.ts';
import { countProblems, problemLines } from './support/report-problems.ts';

interface Options {
  readonly articles: string;
  readonly data: string;
  readonly out: string;
  readonly base: string;
  readonly siteUrl?: string;
  readonly quiet?: boolean;
  readonly jobs?: string;
  readonly shardSize: string;
  readonly search: boolean;
  readonly clean?: boolean;
  readonly dryRun?: boolean;
}

const SHOWN_PROBLEMS = 50;

const program = new Command('npm run build --')
  .description('Builds the site from a folder of articles. Nothing is changed when anything is wrong.')
  .option('--articles <dir>', 'folder of article files', 'articles')
  .option('--data <dir>', 'folder of settings', '_data')
  .option('--out <dir>', 'folder of the built site', '_site')
  .option('--base <path>', 'path under which the site will stand', '/')
  .option('--site-url <url>', 'address of the host, such as https://example.org (default: url in site.yaml)')
  .option('--jobs <n>', 'worker processes (default: the number of processors)')
  .option('--shard-size <n>', 'most articles of a shard', String(SHARD_SIZE))
  .option('--no-search', 'leave the search index out, for measuring')
  .option('--clean', 'start over: use nothing of earlier builds')
  .option('--dry-run', 'print what would be built and why; build nothing')
  .option('--quiet', 'say nothing but errors');

await runCommand(program, async () => {
  const options = program.opts<Options>();
  const build = {
    articles: userPath(options.articles),
    data: userPath(options.data),
    out: userPath(options.out),
    base: readBase(options.base),
    siteUrl: options.siteUrl === undefined ? undefined : readSiteUrl(options.siteUrl),
    jobs: options.jobs === undefined ? undefined : readCount('--jobs', options.jobs),
    shardSize: readCount('--shard-size', options.shardSize),
    search: options.search,
    clean: options.clean,
    dryRun: options.dryRun,
  };
  enterProject();
  if ([build.articles, build.data, process.cwd()].some((path) => isInside(path, build.out))) throw new UserError(`--out: ${options.out} holds the sources; choose a folder of its own for the site`);
  if (await holdsOtherFiles(build.out)) throw new UserError(`--out: ${options.out} holds files that are no built site; choose an empty folder, or delete them yourself`);
  const line = createProgressLine();
  try {
    const report = await runBuild({ ...build, onProgress: options.quiet === true ? undefined : line.show });
    line.end();
    if (options.quiet !== true) console.log(summary(report, build.out));
    return 0;
  } catch (error) {
    line.end();
    if (error instanceof FolderMissing) throw new UserError(`${error.message}; name the folder of your articles with --articles`);
    if (!(error instanceof BuildRefused)) throw error;
    for (const text of problemLines(error.problems, SHOWN_PROBLEMS)) console.error(text);
    console.error(`Nothing was built: ${countProblems(error.problems)}.`);
    return 1;
  }
});

/** A build replaces the whole folder, so it must be one that a build made. */
async function holdsOtherFiles(folder: string): Promise<boolean> {
  const names: readonly string[] = await readdir(folder).catch(() => []);
  return names.length > 0 && !names.includes('site.json');
}

function summary({ articles, outputs, problems, times, changes, written, unchanged, removed, bundles, bytes, memory }: BuildReport, out: string): string {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  const total = Object.values(times).reduce((sum, ms) => sum + ms, 0);
  const kinds = Object.entries(written).sort(([, a], [, b]) => b - a);
  const count = kinds.reduce((sum, [, files]) => sum + files, 0);
  return [
    ...problemLines(problems, SHOWN_PROBLEMS),
    `${String(articles)} articles, ${String(outputs)} pages and files: ${String(count)} written, ${String(unchanged)} unchanged, ${String(removed)} removed.`,
    ...(count > 0 && unchanged > 0 ? [`Written: ${kinds.map(([kind, files]) => `${String(files)} ${kind}`).join(', ')}${changes.length > count ? `; ${String(changes.length - count)} more came out as they were` : ''}.`] : []),
    ...(bundles.built.length > 0 ? [`Search: ${String(bundles.built.length)} of the bundles built anew (${megabytes(bundles.bytes)}).`] : []),
    `${seconds(total)} (reading ${seconds(times.read)}, pages ${seconds(times.assets + times.pages)}, search ${seconds(times.search)}, publishing ${seconds(times.publish)}), ${megabytes(memory)} of memory at most; the site has ${megabytes(bytes)}.`,
    `The site is in ${relative(process.cwd(), out) || '.'}; look at it with: npm run serve`,
  ].join('\n');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
