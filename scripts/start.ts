/**
 * npm start: builds the archive, serves it, and builds again whenever a source changes.
 *
 * Each build is a process of its own: modules of a theme or of the program that were edited are then read anew, and a
 * mistake in them cannot take the server down.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { startPreview, type Preview } from '../src/eleventy/preview.ts';
import { PREVIEW_ORIGIN } from '../src/site/urls.ts';
import { runCommand } from './support/command-line.ts';
import { PROJECT, readPort, userPath } from './support/project.ts';

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
const PAUSE_MS = 150;

await runCommand(program, async () => {
  const options = program.opts<Options>();
  const folders = { articles: userPath(options.articles), data: userPath(options.data), out: userPath(options.out) };
  const port = readPort(options.port);
  const first = await build(folders);
  if (!first.ok) return 1;
  const preview = await startPreview(folders.out, port);
  console.log(`\n  ${preview.url}\n\nSave an article or a template and the page follows. Ctrl-C ends.`);
  await watchSources([folders.articles, folders.data, join(PROJECT, '_includes'), join(PROJECT, 'src')], rebuilder(folders, preview));
  return undefined;
});

interface BuildResult {
  readonly ok: boolean;
  readonly message: string;
}

function build({ articles, data, out }: { readonly articles: string; readonly data: string; readonly out: string }): Promise<BuildResult> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(PROJECT, 'scripts', 'build.ts'), '--articles', articles, '--data', data, '--out', out, '--site-url', PREVIEW_ORIGIN, '--allow-lost'], { cwd: PROJECT, stdio: ['ignore', 'inherit', 'pipe'] });
  let message = '';
  child.stderr.on('data', (chunk: Buffer) => {
    message += chunk.toString('utf8');
    process.stderr.write(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ ok: status === 0, message });
    });
  });
}

/** One build at a time; changes during a build lead to one more after it. */
function rebuilder(folders: Parameters<typeof build>[0], preview: Preview): () => void {
  const state = { running: false, changed: false };
  const run = async (): Promise<void> => {
    state.running = true;
    while (state.changed) {
      state.changed = false;
      const { ok, message } = await build(folders);
      if (ok) await preview.reload();
      else preview.showError(message);
    }
    state.running = false;
  };
  return () => {
    state.changed = true;
    if (!state.running) void run();
  };
}

async function watchSources(folders: readonly string[], onChange: () => void): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const folder of folders) {
    const there = await stat(folder).then((stats) => stats.isDirectory(), () => false);
    if (!there) continue;
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(onChange, PAUSE_MS);
    });
  }
}
