/** Hands the work out: a little is done on the spot, much is given to worker processes. */
import type { Digest } from '../plan/digest.ts';
import { parseFiles } from './load-articles.ts';
import type { LoadedSite, SiteOptions } from './load-site.ts';
import type { ParsedEntry } from './parse-file.ts';
import type { ScannedFile } from './scan-files.ts';
import type { StepClock } from './step-clock.ts';
import { startWorkers, type WorkerPool } from './worker-pool.ts';
import { createWorkshop, type Made, type WorkshopOptions } from './workshop.ts';

/** The worker processes of a build; they are started when there is work enough. */
export interface Crew {
  readonly jobs: number;
  pool: WorkerPool | undefined;
}

/** A worker needs as long to start as this many files take. */
const FEW_FILES = 1_000;
const FEW_ARTICLES = 300;
/** Files of one message: many enough to keep a worker busy, few enough to divide the work evenly. */
const BATCH = 500;

export async function parseAll(crew: Crew, folder: string, files: readonly ScannedFile[], onProgress: (done: number, total: number) => void): Promise<ReadonlyMap<string, ParsedEntry>> {
  if (files.length <= FEW_FILES) return parseFiles(folder, files);
  crew.pool ??= startWorkers(crew.jobs);
  const entries = new Map<string, ParsedEntry>();
  const tasks = cut(files.map(({ name, digest }) => ({ name, digest })), BATCH).map((batch) => ({ label: `the articles from ${batch[0]?.name ?? ''} on`, task: { kind: 'parse' as const, folder, files: batch } }));
  await crew.pool.run(tasks, (answer) => {
    if (answer.kind !== 'parsed') return;
    for (const [name, entry] of answer.entries) entries.set(name, entry);
    onProgress(entries.size, files.length);
  });
  return entries;
}

export interface MakeJob {
  readonly crew: Crew;
  readonly workshop: WorkshopOptions;
  readonly loaded: LoadedSite;
  /** For workers, which load the site themselves. */
  readonly site: { readonly options: SiteOptions; readonly cache: string; readonly code: Digest };
  /** All files of the plan by shard. */
  readonly work: readonly { readonly key: string; readonly outputs: readonly string[] }[];
  /** Those to make. */
  readonly stale: ReadonlySet<string>;
  /** Shards whose search bundles are to be made. */
  readonly bundles: readonly { readonly key: string; readonly articles: number }[];
  readonly clock: StepClock;
}

export interface MadeFiles {
  readonly files: ReadonlyMap<string, Made>;
  /** Bytes of each new search bundle, by shard. */
  readonly bundles: ReadonlyMap<string, number>;
}

export async function makeFiles(job: MakeJob): Promise<MadeFiles> {
  const { crew, stale, bundles } = job;
  const articles = bundles.reduce((sum, bundle) => sum + bundle.articles, 0);
  return stale.size <= FEW_FILES && articles <= FEW_ARTICLES * 4 && crew.pool === undefined ? makeHere(job) : makeInWorkers(job);
}

async function makeHere({ loaded, workshop, stale, bundles, clock }: MakeJob): Promise<MadeFiles> {
  const shop = createWorkshop(loaded, workshop);
  const total = stale.size;
  clock.begin({ step: 'pages', done: 0, total });
  const made = total === 0 ? [] : await shop.render([...stale], (done) => {
    clock.tell({ step: 'pages', done, total });
  });
  clock.begin({ step: 'search', done: 0, total: bundles.reduce((sum, { articles }) => sum + articles, 0) });
  const sizes = new Map<string, number>();
  for (const { key } of bundles) sizes.set(key, await shop.index(key));
  return { files: new Map(made.map((file) => [file.file, file])), bundles: sizes };
}

async function makeInWorkers({ crew, site, workshop, work, stale, bundles, clock }: MakeJob): Promise<MadeFiles> {
  const pool = (crew.pool ??= startWorkers(crew.jobs));
  const total = stale.size;
  clock.begin({ step: 'pages', done: 0, total });
  await pool.tellAll('the list of articles', { kind: 'open', ...site, ...workshop });
  const files = new Map<string, Made>();
  const batches = work.flatMap(({ key, outputs }) => cut(outputs.filter((file) => stale.has(file)), BATCH).map((batch) => ({ label: `the pages of shard ${key}`, task: { kind: 'render' as const, files: batch } })));
  await pool.run(batches, (answer) => {
    if (answer.kind !== 'rendered') return;
    for (const made of answer.made) files.set(made.file, made);
    clock.tell({ step: 'pages', done: files.size, total });
  });
  const articles = bundles.reduce((sum, bundle) => sum + bundle.articles, 0);
  clock.begin({ step: 'search', done: 0, total: articles });
  const sizes = new Map<string, number>();
  let indexed = 0;
  // The largest first, so that no worker is left with one when the others are done.
  const ordered = [...bundles].sort((a, b) => b.articles - a.articles);
  await pool.run(ordered.map(({ key }) => ({ label: `the search of shard ${key}`, task: { kind: 'index' as const, shard: key } })), (answer, at) => {
    const bundle = ordered[at];
    if (answer.kind !== 'indexed' || bundle === undefined) return;
    sizes.set(bundle.key, answer.bytes);
    indexed += bundle.articles;
    clock.tell({ step: 'search', done: indexed, total: articles });
  });
  return { files, bundles: sizes };
}

function cut<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
}
