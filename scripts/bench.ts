/**
 * npm run bench: what builds cost, cold and day by day, at growing sizes; beside Hugo on the same articles where it is installed.
 * Every figure is of one run in a temporary folder. Memory is that of all processes together, looked at five times a second.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { treeMemory } from '../src/build/memory.ts';
import { YOUNG_GENERATION } from '../src/build/young-generation.ts';
import { runCommand, UserError } from './support/command-line.ts';
import { PROJECT, readCount, userPath } from './support/project.ts';
import { articleFile, syntheticArticles } from './support/synthetic-articles.ts';

const program = new Command('npm run bench --')
  .description('Measures builds in a temporary folder: cold, unchanged, one article added, one changed, one template changed.')
  .option('--articles <dir>', 'a folder of article files; otherwise synthetic ones are made')
  .option('--count <list>', 'numbers of synthetic articles', '1000,10000,70000')
  .option('--jobs <n>', 'processes of the build')
  .option('--no-search', 'without search bundles')
  .option('--json', 'print the figures as JSON');

interface Options {
  readonly articles?: string;
  readonly count: string;
  readonly jobs?: string;
  readonly search: boolean;
  readonly json?: boolean;
}

interface Run {
  readonly what: string;
  readonly seconds: number;
  readonly memoryMb: number;
  /** Files written, as the program itself says; pages for Hugo. */
  readonly summary: string;
}

interface Row {
  readonly articles: number;
  readonly runs: readonly Run[];
}

const SAMPLE_MS = 200;

/** Letters of a name for which Hugo makes a folder. */
const LONGEST_NAME = 40;

const PLAIN = 'cold, without the other forms of each article';
const HUGO = 'Hugo, pages and feeds';
const HUGO_FORMS = 'Hugo, with each article as JSON, text and Markdown too';
const PAGEFIND = 'Pagefind over the pages of Hugo';

await runCommand(program, async () => {
  const options = program.opts<Options>();
  const counts = options.articles === undefined ? options.count.split(',').map((text) => readCount('--count', text)) : [0];
  const room = await mkdtemp(join(tmpdir(), 'warraq-bench-'));
  try {
    const rows: Row[] = [];
    for (const count of counts) rows.push(await measure(join(room, String(count)), count, options));
    if (options.json === true) console.log(JSON.stringify({ rows, growth: growth(rows) }, null, 1));
    else printRows(rows);
  } finally {
    await rm(room, { recursive: true, force: true });
  }
  return 0;
});

async function measure(room: string, count: number, options: Options): Promise<Row> {
  const articles = join(room, 'articles');
  if (options.articles === undefined) await makeArticles(articles, count);
  else await cp(userPath(options.articles), articles, { recursive: true });
  spawnSync('sync');
  const files = (await readdir(articles, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
  const newest = files.at(-1);
  if (newest === undefined) throw new UserError('there are no articles');
  const project = await copyProject(room);
  const build = (what: string): Promise<Run> => runBuild(what, { project, articles, data: join(room, 'none'), out: join(room, 'site') }, options);
  const plain = await buildPlain(room, articles, project, options);
  const runs = [await build('cold'), await build('unchanged')];
  // The first change after a cold build makes the second of the two folders; later ones find it.
  await addArticle(articles, newest, 'bench-added-first');
  runs.push(await build('one article added, for the first time'));
  await addArticle(articles, newest, 'bench-added-second');
  runs.push(await build('one article added'));
  await writeFile(join(articles, newest), `${await readFile(join(articles, newest), 'utf8')}\nكلمة أخرى.\n`);
  runs.push(await build('one article changed'));
  const template = join(project, '_includes/layouts/page.tsx');
  await writeFile(template, (await readFile(template, 'utf8')).replace('<footer class="footer">', '<footer class="footer" data-bench="1">'));
  runs.push(await build('a template changed'));
  return { articles: files.length, runs: [...runs, plain, ...(await runOthers(room, articles, options.search))] };
}

/** Without the other forms of each article, as Hugo is usually set up. */
async function buildPlain(room: string, articles: string, project: string, options: Options): Promise<Run> {
  const data = join(room, 'plain-data');
  await mkdir(data, { recursive: true });
  await writeFile(join(data, 'site.yaml'), 'forms: false\n');
  const out = join(room, 'plain');
  const run = await runBuild(PLAIN, { project, articles, data, out }, options);
  await rm(out, { recursive: true, force: true });
  await rm(`${out}.build`, { recursive: true, force: true });
  return run;
}

interface BuildFolders {
  readonly project: string;
  readonly articles: string;
  readonly data: string;
  readonly out: string;
}

function runBuild(what: string, { project, articles, data, out }: BuildFolders, { jobs, search }: Options): Promise<Run> {
  return runMeasured(what, process.execPath, [YOUNG_GENERATION, '--import', 'tsx', join(project, 'scripts/build.ts'), '--articles', articles, '--data', data, '--out', out, ...(jobs === undefined ? [] : ['--jobs', jobs]), ...(search ? [] : ['--no-search'])], project);
}

async function makeArticles(folder: string, count: number): Promise<void> {
  for await (const article of syntheticArticles(count)) {
    const path = join(folder, article.date.slice(0, 4), article.date.slice(5, 7), `${article.id}.md`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, articleFile(article));
  }
}

/** Sources whose template may be changed; libraries are those of the project. */
async function copyProject(room: string): Promise<string> {
  const project = join(room, 'project');
  for (const name of ['src', '_includes', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json', '.eleventy.ts']) await cp(join(PROJECT, name), join(project, name), { recursive: true });
  spawnSync('ln', ['-s', join(PROJECT, 'node_modules'), join(project, 'node_modules')]);
  return project;
}

/** One of the day of the newest article. */
async function addArticle(articles: string, newest: string, id: string): Promise<void> {
  const text = await readFile(join(articles, newest), 'utf8');
  await writeFile(join(articles, dirname(newest), `${id}.md`), text.replace(/^id: .*$/mu, `id: ${id}`));
}

/** What others need for the same articles, where they are installed. */
async function runOthers(room: string, articles: string, search: boolean): Promise<readonly Run[]> {
  if (spawnSync('hugo', ['version']).status !== 0) return [];
  const site = join(room, 'hugo');
  await cp(join(PROJECT, 'test/bench/hugo'), site, { recursive: true });
  // Hugo's names for sections and sources are lists, as for tags.
  for (const name of (await readdir(articles, { recursive: true })).filter((file) => file.endsWith('.md'))) {
    const text = await readFile(join(articles, name), 'utf8');
    const path = join(site, 'content/posts', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text.replace(/^section: (.*)$/mu, 'sections: [$1]').replace(/^source: (.*)$/mu, 'sources: [$1]').replace(/^authors: (\[.*\])$/mu, (_, names: string) => `authors: ${cutNames(names)}`));
  }
  spawnSync('sync');
  const out = join(room, 'hugo-site');
  const hugo = await runMeasured(HUGO, 'hugo', ['--source', site, '--destination', out], site);
  const pagefind = search ? [await runMeasured(PAGEFIND, process.execPath, [join(PROJECT, 'node_modules/pagefind/lib/runner/bin.cjs'), '--site', out], site)] : [];
  const forms = await runMeasured(HUGO_FORMS, 'hugo', ['--source', site, '--config', 'hugo.toml,forms.toml', '--destination', join(room, 'hugo-forms')], site);
  return [hugo, ...pagefind, forms];
}

/** Hugo makes a folder of each name, and ends where the system allows no such name. @param names a list in JSON, as an import writes it; another is left alone */
function cutNames(names: string): string {
  try {
    return JSON.stringify((JSON.parse(names) as string[]).map((name) => name.slice(0, LONGEST_NAME)));
  } catch {
    return names;
  }
}

async function runMeasured(what: string, command: string, args: readonly string[], cwd: string): Promise<Run> {
  const began = performance.now();
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complained = '';
  let most = 0;
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString('utf8')));
  const timer = setInterval(() => (most = Math.max(most, treeMemory(child.pid ?? 0))), SAMPLE_MS);
  const status = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearInterval(timer);
  if (status !== 0) throw new Error(`${what} ended with status ${String(status)}\n${complained.slice(-2000)}`);
  const summary = said.split('\n').filter((line) => /written|Search:|Pages\s/u.test(line)).map((line) => line.trim()).join(' ');
  return { what, seconds: (performance.now() - began) / 1000, memoryMb: Math.round(most / 1e6), summary };
}

function printRows(rows: readonly Row[]): void {
  for (const { articles, runs } of rows) {
    console.log(`\n${String(articles)} articles`);
    for (const { what, seconds, memoryMb, summary } of runs) console.log(`  ${what}: ${seconds.toFixed(1)} s, ${String(memoryMb)} MB. ${summary}`);
    const [cold, plain, hugo, forms, pagefind] = ['cold', PLAIN, HUGO, HUGO_FORMS, PAGEFIND].map((name) => runs.find(({ what }) => what === name));
    if (cold === undefined || plain === undefined || hugo === undefined || forms === undefined) {
      console.log('  Hugo is not installed: nothing to compare with.');
      continue;
    }
    const others = pagefind === undefined ? '' : ', and Pagefind';
    const ratio = (own: Run, name: string, other: Run): void => console.log(`  ${own.what} against ${name}${others}: ${(own.seconds / (other.seconds + (pagefind?.seconds ?? 0))).toFixed(2)} of the time, ${(own.memoryMb / Math.max(other.memoryMb, pagefind?.memoryMb ?? 0)).toFixed(2)} of the memory.`);
    ratio(plain, 'Hugo', hugo);
    ratio(cold, 'Hugo', hugo);
    ratio(cold, 'Hugo with the other forms of each article', forms);
    console.log('  Hugo makes articles, and lists and feeds of tags, sections, sources and authors; no day, month, year and Hijri pages, no tags by year and month, no related articles, no JSON feeds, no JSON-LD, no data files, no sums. It starts over at each build.');
  }
  const exponent = growth(rows);
  if (exponent !== undefined) console.log(`\ngrowth of the cold time: ${exponent.toFixed(2)} (1 is linear, 2 quadratic)`);
}

/** The exponent between sizes, fitted to all but the smallest, which start-up rules. */
function growth(rows: readonly Row[]): number | undefined {
  const points = (rows.length > 2 ? rows.slice(1) : rows).map(({ articles, runs }) => [Math.log(articles), Math.log(runs[0]?.seconds ?? 1)] as const);
  if (points.length < 2) return undefined;
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  return points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0) / points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
}
