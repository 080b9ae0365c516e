/** npm run bench:build: time and memory of builds of growing size, and whether they grow in line with it. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { PROJECT, userPath } from './support/project.ts';

const program = new Command('npm run bench:build --')
  .description('Builds archives of growing size from a JSON Lines corpus and prints time, memory and growth.')
  .argument('<corpus>', 'a .jsonl or .jsonl.gz file of articles {id, title?, body, date, source, author?, url}')
  .option('--sizes <list>', 'numbers of articles', '2500,5000,10000');

interface Measured {
  readonly articles: number;
  readonly outputs: number;
  readonly read: number;
  readonly pages: number;
  readonly search: number;
  readonly peakMb: number;
}

const SAMPLE_MS = 200;

await runCommand(program, async () => {
  const corpus = userPath(program.args[0] ?? '');
  const sizes = program.opts<{ readonly sizes: string }>().sizes.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new UserError('--sizes: expected numbers such as 2500,5000', WRONG_USAGE);
  const folder = await mkdtemp(join(tmpdir(), 'warraq-bench-'));
  try {
    const rows: Measured[] = [];
    for (const size of sizes) {
      rows.push(await measure(corpus, folder, size));
      printRow(rows.at(-1));
    }
    printGrowth(rows);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
});

async function measure(corpus: string, folder: string, size: number): Promise<Measured> {
  const articles = join(folder, `articles-${String(size)}`);
  const out = join(folder, `site-${String(size)}`);
  await runScript('articles-from-jsonl.ts', [corpus, articles, '--limit', String(size)]);
  // The disk must have done with the articles, or the build waits for what it did not write.
  spawnSync('sync');
  const { stdout, peakMb } = await runScript('build.ts', ['--articles', articles, '--data', join(folder, 'none'), '--out', out]);
  await rm(out, { recursive: true });
  const match = /(\d+) articles, (\d+) pages.*reading ([\d.]+) s, pages ([\d.]+) s, search ([\d.]+) s/u.exec(stdout);
  if (match === null) throw new Error(`The build printed no summary:\n${stdout}`);
  const [, count, outputs, read, pages, search] = match.map(Number);
  return { articles: count ?? 0, outputs: outputs ?? 0, read: read ?? 0, pages: pages ?? 0, search: search ?? 0, peakMb };
}

async function runScript(script: string, args: readonly string[]): Promise<{ readonly stdout: string; readonly peakMb: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(PROJECT, 'scripts', script), ...args], { cwd: PROJECT, stdio: ['ignore', 'pipe', 'ignore'] });
  let stdout = '';
  let peak = 0;
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  const timer = setInterval(() => void treeMemory(child.pid ?? 0).then((memory) => (peak = Math.max(peak, memory))), SAMPLE_MS);
  const status = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearInterval(timer);
  if (status !== 0) throw new Error(`${script} ended with status ${String(status)}\n${stdout}`);
  return { stdout, peakMb: Math.round(peak / 1e6) };
}

/** Resident memory of a process and all below it, in bytes; 0 where there is no /proc. */
async function treeMemory(root: number): Promise<number> {
  const processes = await Promise.all((await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/u.test(name)).map(readProcess));
  const children = new Map<number, number[]>();
  for (const { pid, parent } of processes) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const tree = new Set<number>([root]);
  for (const pid of tree) for (const child of children.get(pid) ?? []) tree.add(child);
  return processes.reduce((sum, { pid, bytes }) => (tree.has(pid) ? sum + bytes : sum), 0);
}

async function readProcess(name: string): Promise<{ readonly pid: number; readonly parent: number; readonly bytes: number }> {
  const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
  const number = (key: string): number => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'mu').exec(status)?.[1] ?? 0);
  return { pid: Number(name), parent: number('PPid'), bytes: number('VmRSS') * 1024 };
}

function printRow(row: Measured | undefined): void {
  if (row === undefined) return;
  const seconds = (row.read + row.pages).toFixed(1);
  console.log(`${String(row.articles)} articles, ${String(row.outputs)} files: reading and pages ${seconds} s (${((1000 * (row.read + row.pages)) / row.outputs).toFixed(2)} ms a file), search ${row.search.toFixed(1)} s, all processes together ${String(row.peakMb)} MB at most`);
}

/** Growth as an exponent between the smallest and the largest build: 1 is linear, 2 quadratic. */
function printGrowth(rows: readonly Measured[]): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || rows.length < 2) return;
  const exponent = (value: (row: Measured) => number): string => (Math.log(value(last) / value(first)) / Math.log(last.articles / first.articles)).toFixed(2);
  console.log(`growth: reading and pages ${exponent((row) => row.read + row.pages)}, search ${exponent((row) => row.search)} (1 is linear)`);
}
