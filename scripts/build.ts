/** npm run build: from the folder of articles to the site. */
import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { Command } from 'commander';
import type { Problem } from '../src/article/problem.ts';
import { BuildRefused, runBuild, type BuildReport } from '../src/build/build-site.ts';
import { FolderMissing } from '../src/build/load-archive.ts';
import { AddressListDamaged, loadPublished } from '../src/build/published-addresses.ts';
import { runCommand, UserError } from './support/command-line.ts';
import { enterProject, isInside, readBase, readSiteUrl, userPath } from './support/project.ts';
import { createProgressLine } from './support/progress.ts';
import { countProblems, problemLines } from './support/report-problems.ts';

interface Options {
  readonly articles: string;
  readonly data: string;
  readonly out: string;
  readonly base: string;
  readonly siteUrl?: string;
  readonly published?: string;
  readonly allowLost?: boolean;
  readonly quiet?: boolean;
}

const SHOWN_PROBLEMS = 50;

const program = new Command('npm run build --')
  .description('Builds the site from a folder of articles. Nothing is changed when anything is wrong.')
  .option('--articles <dir>', 'folder of article files', 'articles')
  .option('--data <dir>', 'folder of settings', '_data')
  .option('--out <dir>', 'folder of the built site', '_site')
  .option('--base <path>', 'path under which the site will stand', '/')
  .option('--site-url <url>', 'address of the host, such as https://example.org (default: url in site.yaml)')
  .option('--published <file>', 'list of addresses that were published (addresses.txt of the site as it is online)')
  .option('--allow-lost', 'build although addresses that were published are gone: only for a site that nobody has seen')
  .option('--quiet', 'say nothing but errors');

await runCommand(program, async () => {
  const options = program.opts<Options>();
  const build = {
    articles: userPath(options.articles),
    data: userPath(options.data),
    out: userPath(options.out),
    base: readBase(options.base),
    siteUrl: options.siteUrl === undefined ? undefined : readSiteUrl(options.siteUrl),
  };
  enterProject();
  if ([build.articles, build.data, process.cwd()].some((path) => isInside(path, build.out))) throw new UserError(`--out: ${options.out} holds the sources; choose a folder of its own for the site`);
  if (await holdsOtherFiles(build.out)) throw new UserError(`--out: ${options.out} holds files that are no built site; choose an empty folder, or delete them yourself`);
  const published = options.allowLost === true ? [] : await loadPublished({ ...build, origin: build.siteUrl, file: options.published === undefined ? undefined : userPath(options.published) }).catch(explainList);
  const line = createProgressLine();
  try {
    const report = await runBuild({ ...build, published, onProgress: options.quiet === true ? undefined : line.show });
    line.end();
    if (options.quiet !== true) console.log(summary(report, build.out));
    return 0;
  } catch (error) {
    line.end();
    if (error instanceof FolderMissing) throw new UserError(`${error.message}; name the folder of your articles with --articles`);
    if (!(error instanceof BuildRefused)) throw error;
    const isLost = ({ code }: Problem): boolean => code === 'address-lost';
    for (const text of problemLines(error.problems.filter((problem) => !isLost(problem)), SHOWN_PROBLEMS)) console.error(text);
    // No other command shows these, so all of them are shown here.
    for (const text of problemLines(error.problems.filter(isLost))) console.error(text);
    if (error.problems.some(isLost)) console.error('Readers have these addresses. If nobody has ever seen the site, build with --allow-lost.');
    console.error(`Nothing was built: ${countProblems(error.problems)}.`);
    return 1;
  }
});

function explainList(error: unknown): never {
  throw error instanceof AddressListDamaged ? new UserError(`${error.message}; fetch it again from the site as it is online, or take the last good one`) : error;
}

/** A build replaces the whole folder, so it must be one that a build made. */
async function holdsOtherFiles(folder: string): Promise<boolean> {
  const names: readonly string[] = await readdir(folder).catch(() => []);
  return names.length > 0 && !names.includes('site.json');
}

function summary({ articles, outputs, problems, times }: BuildReport, out: string): string {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  const total = Object.values(times).reduce((sum, ms) => sum + ms, 0);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    ...problemLines(problems, SHOWN_PROBLEMS),
    `${String(articles)} articles, ${String(outputs)} pages and files in ${seconds(total)} (reading ${seconds(times.read)}, pages ${seconds(times.pages)}, search ${seconds(times.search)}), ${String(memory)} MB at most.`,
    `The site is in ${relative(process.cwd(), out) || '.'}; look at it with: npm run serve`,
  ].join('\n');
}
