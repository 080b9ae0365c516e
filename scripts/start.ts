/**
 * npm start: builds the archive, serves it, and follows every change of a source.
 *
 * Pages are rendered from memory when a browser asks for them, so an edit is seen as soon as the archive is planned anew.
 * Search and all files on the disk follow by an ordinary build, a process of its own, in the background.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { Command } from 'commander';
import { digestCode, RUNTIME } from '../src/build/code-digest.ts';
import { loadPreviewCode, type PreviewCode } from '../src/build/load-preview.ts';
import type { PreviewSite } from '../src/build/preview-site.ts';
import { buildFolder } from '../src/build/site-folder.ts';
import { startPreview, type Answer, type Preview } from '../src/eleventy/preview.ts';
import { PREVIEW_ORIGIN } from '../src/site/urls.ts';
import { runCommand, UserError } from './support/command-line.ts';
import { enterProject, isInside, PROJECT, readPort, userPath } from './support/project.ts';
import { countProblems, problemLines } from './support/report-problems.ts';

const program = new Command('npm start --')
  .description('Builds the archive, serves it with live reload and prints the address.')
  .option('--articles <dir>', 'folder of article files', 'articles')
  .option('--data <dir>', 'folder of settings', '_data')
  .option('--out <dir>', 'folder of the built site', '_site')
  .option('--port <n>', 'port to try first', '8080');

interface Options {
  readonly articles: string;
  readonly data: string;
  readonly out: string;
  readonly port: string;
}

/** Editors write a file in several steps; a pause gathers them. */
const PAUSE_MS = 60;
const SHOWN_PROBLEMS = 20;
const SERVED_PAGES = 50;
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.xml': 'application/xml; charset=utf-8', '.json': 'application/json; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

await runCommand(program, async () => {
  const options = program.opts<Options>();
  const folders = { articles: userPath(options.articles), data: userPath(options.data), out: userPath(options.out) };
  const port = readPort(options.port);
  enterProject();
  const first = await build(folders, 'inherit');
  if (!first.ok) return 1;
  const assets = await mkdtemp(join(tmpdir(), 'warraq-preview-'));
  process.on('SIGINT', () => {
    void rm(assets, { recursive: true, force: true }).finally(() => process.exit(0));
  });
  const live = createLiveSite(folders, assets);
  const wrong = await live.follow([]);
  if (wrong !== undefined) throw new UserError(wrong);
  const preview = await startPreview(folders.out, port, (path) => live.answer(path));
  console.log(`\n  ${preview.url}\n\nSave an article or a template and the page follows. Ctrl-C ends.`);
  await watchSources([folders.articles, folders.data, join(PROJECT, '_includes'), join(PROJECT, 'src')], follower(folders, live, preview));
  return undefined;
});

type Folders = Readonly<Record<'articles' | 'data' | 'out', string>>;

interface LiveSite {
  /** Takes up what has changed. @returns a message when something is wrong; the last good state is then served on */
  follow(changed: readonly string[]): Promise<string | undefined>;
  answer(path: string): Promise<Answer>;
}

/** The site in memory. @param assets folder for styles and scripts */
function createLiveSite({ articles, data, out }: Folders, assets: string): LiveSite {
  let code: PreviewCode | undefined;
  let state: PreviewSite | undefined;
  let good: PreviewSite | undefined;
  const follow = async (changed: readonly string[]): Promise<string | undefined> => {
    const ours = changed.filter((path) => /^(?:src|_includes)\//u.test(relative(PROJECT, path)));
    if (ours.length > 0) code = undefined;
    // Other code may read the same files differently.
    if (ours.some((path) => /^src\/(?:article|arabic|calendar)\//u.test(relative(PROJECT, path)))) state = undefined;
    try {
      code ??= await loadPreviewCode(PROJECT);
      const before = state?.memory ?? { cache: join(buildFolder(out), 'cache'), code: (await digestCode(RUNTIME)).parse };
      state = await code.openPreviewSite({ articles, data, base: '/', siteUrl: PREVIEW_ORIGIN }, before, assets);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    if (state.render === undefined) return [...problemLines(state.problems.filter(({ severity }) => severity === 'error'), SHOWN_PROBLEMS), `Nothing was built: ${countProblems(state.problems)}.`].join('\n');
    good = state;
    return undefined;
  };
  /** Pages as they were served last: while an article is wrong, its page is still asked for. */
  const served = new Map<string, string>();
  const render = (file: string): string | undefined => {
    const text = good?.render?.(file) ?? served.get(file);
    if (text === undefined) return undefined;
    served.delete(file);
    served.set(file, text);
    const [oldest] = served.keys();
    if (served.size > SERVED_PAGES && oldest !== undefined) served.delete(oldest);
    return text;
  };
  return {
    follow: async (changed) => {
      const message = await follow(changed);
      // A page that is gone must not come back from memory.
      if (message === undefined) served.clear();
      return message;
    },
    answer: (path) => answerFrom(path, render, assets),
  };
}

async function answerFrom(address: string, render: (file: string) => string | undefined, assets: string): Promise<Answer> {
  const path = decodePath(address);
  const file = path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
  const headers = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-store' };
  try {
    const body = render(file);
    if (body !== undefined) return { status: 200, headers, body };
    if (render(`${file}/index.html`) !== undefined) return { status: 301, headers: { Location: `${address}/` }, body: '' };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(message);
    return { status: 500, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }, body: message };
  }
  // Styles and scripts of the present state; fonts and icons have not changed and come from the folder.
  const text = /^(?:assets\/[\w-]+\.(?:css|js)|sw\.js)$/u.test(file) ? await readFile(join(assets, file), 'utf8').catch(() => undefined) : undefined;
  return text === undefined ? undefined : { status: 200, headers, body: text };
}

function decodePath(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

interface BuildResult {
  readonly ok: boolean;
  readonly message: string;
}

/** A build on the disk, as `npm run build` makes it. */
function build({ articles, data, out }: Folders, stdout: 'inherit' | 'ignore'): Promise<BuildResult> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(PROJECT, 'scripts', 'build.ts'), '--articles', articles, '--data', data, '--out', out, '--site-url', PREVIEW_ORIGIN, '--allow-lost', ...(stdout === 'ignore' ? ['--quiet'] : [])], { cwd: PROJECT, stdio: ['ignore', stdout, 'pipe'] });
  let message = '';
  child.stderr.on('data', (chunk: Buffer) => {
    message += chunk.toString('utf8');
    if (stdout === 'inherit') process.stderr.write(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ ok: status === 0, message });
    });
  });
}

/** One change after the other; what comes meanwhile is gathered. The disk follows when nothing else is to do. */
function follower(folders: Folders, live: LiveSite, preview: Preview): (path: string) => void {
  const changed = new Set<string>();
  const state = { following: false, building: false, behind: false };
  const buildBehind = async (): Promise<void> => {
    if (state.building || !state.behind) return;
    state.building = true;
    state.behind = false;
    const { ok, message } = await build(folders, 'ignore');
    state.building = false;
    if (!ok) console.error(message.trim());
    await buildBehind();
  };
  const follow = async (): Promise<void> => {
    state.following = true;
    while (changed.size > 0) {
      const paths = [...changed];
      changed.clear();
      const began = performance.now();
      const message = await live.follow(paths);
      if (message === undefined) {
        await preview.reload();
        console.log(`${relative(process.cwd(), paths[0] ?? '')}${paths.length > 1 ? ` and ${String(paths.length - 1)} more` : ''}: the pages follow after ${String(Math.round(performance.now() - began))} ms`);
        state.behind = true;
      } else {
        console.error(message);
        preview.showError(message);
      }
    }
    state.following = false;
    await buildBehind();
  };
  return (path) => {
    // The site itself may stand in a folder that is watched.
    if (isInside(path, folders.out) || isInside(path, buildFolder(folders.out))) return;
    changed.add(path);
    if (!state.following) void follow();
  };
}

async function watchSources(folders: readonly string[], onChange: (path: string) => void): Promise<void> {
  const gathered = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const folder of folders) {
    const there = await stat(folder).then((stats) => stats.isDirectory(), () => false);
    if (!there) continue;
    const watcher = watch(folder, { recursive: true }, (_, name) => {
      gathered.add(join(folder, name ?? ''));
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const path of gathered) onChange(path);
        gathered.clear();
      }, PAUSE_MS);
    });
    // What is gone before it could be looked at is no reason to end.
    watcher.on('error', (error) => {
      console.error(`${relative(process.cwd(), folder)} cannot be watched in full: ${error.message}`);
    });
  }
}
