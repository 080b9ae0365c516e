/** Hands the work out: a little is done on the spot, much is given to worker processes. */
import type { Digest } from '../plan/digest.ts';
import { collectGarbage } from './collect-garbage.ts';
import { parseFiles } from './load-articles.ts';
import type { SiteOptions } from './load-site.ts';
import type { MadeFiles } from './made-files.ts';
import type { ParsedEntry } from './parse-file.ts';
import type { FileVersion } from './scan-files.ts';
import { indexFiles } from './search-step.ts';
import type { StepClock } from './step-clock.ts';
import { cut, cutBatches } from '../plan/batches.ts';
import type { WorkShard } from '../plan/work.ts';
import type { WorkerAnswer } from './worker-messages.ts';
import { AHEAD, startWorkers, type LabelledTask, type WorkerPool } from './worker-pool.ts';
import { assembleWords, type MadeWords, type WordsTask } from './words-step.ts';
import { YOUNG_GENERATION } from './young-generation.ts';
import { createWorkshop, nameOf, type PlannedSite, type WorkshopOptions } from './workshop.ts';
import type { LanguageCode } from '../languages/languages.ts';

/** The worker processes of a build; they are started when there is work enough. */
export interface Crew {
  readonly jobs: number;
  pool: WorkerPool | undefined;
  /** Builds the search beside all else. */
  indexer: WorkerPool | undefined;
}

/** Ends the processes of a build, whatever they are doing. */
export function dismiss({ pool, indexer }: Crew): void {
  pool?.close();
  indexer?.close();
}

/** A worker needs as long to start as this many files take. */
const FEW_FILES = 1_000;
const FEW_ARTICLES = 600;
/** Articles of one message: many enough to keep a worker busy, few enough to divide the work evenly. */
const BATCH = 500;

export async function parseAll(crew: Crew, folder: string, files: readonly FileVersion[], onProgress: (done: number, total: number) => void): Promise<ReadonlyMap<string, ParsedEntry>> {
  if (files.length <= FEW_FILES || crew.jobs === 1) {
    return parseFiles(folder, files, (done) => {
      onProgress(done, files.length);
    });
  }
  const pool = hire(crew);
  const entries = new Map<string, ParsedEntry>();
  const tasks = cut(files.map(({ name, digest }) => ({ name, digest })), BATCH).map((batch) => ({ label: `the articles from ${batch[0]?.name ?? ''} on`, task: { kind: 'parse' as const, folder, files: batch } }));
  const parseHere = ({ task }: LabelledTask): Promise<WorkerAnswer> => Promise.resolve({ kind: 'parsed', entries: task.kind === 'parse' ? [...parseFiles(folder, task.files)] : [] });
  await pool.run(tasks, (answer) => {
    if (answer.kind !== 'parsed') return;
    for (const [name, entry] of answer.entries) entries.set(name, entry);
    onProgress(entries.size, files.length);
  }, parseHere);
  return entries;
}

/** The processes that help this one. */
function hire(crew: Crew): WorkerPool {
  return (crew.pool ??= startWorkers(crew.jobs - 1, [YOUNG_GENERATION]));
}

export interface RenderWork {
  readonly crew: Crew;
  readonly workshop: WorkshopOptions;
  readonly planned: PlannedSite;
  /** For workers, which load the site themselves. */
  readonly site: { readonly options: SiteOptions; readonly cache: string; readonly code: Digest };
  /** What is to be made, by shard. */
  readonly work: readonly WorkShard[];
  /** Is told of each file. */
  readonly made: MadeFiles;
  readonly clock: StepClock;
}

/** Renders files into the stage. */
export async function renderFiles({ crew, workshop, planned, site, work, made, clock }: RenderWork): Promise<void> {
  const total = work.reduce((sum, { outputs }) => sum + outputs.length, 0);
  clock.begin({ step: 'pages', done: 0, total });
  const shop = createWorkshop(planned, workshop);
  const keep = (answer: WorkerAnswer): void => {
    if (answer.kind !== 'rendered') return;
    made.add(answer.made);
    clock.tell({ step: 'pages', done: made.size, total });
  };
  const batches = cutBatches(work, crew.jobs);
  const tasks = batches.map(({ key, outputs }): LabelledTask => ({
    label: `the pages of ${key}`,
    get task() {
      return { kind: 'render' as const, outputs: outputs.map((output) => nameOf(planned.site, output)) };
    },
  }));
  const renderHere = async (_: LabelledTask, at: number): Promise<WorkerAnswer> => ({ kind: 'rendered', made: await shop.render(batches[at]?.outputs ?? []) });
  const alone = total <= FEW_FILES || crew.jobs === 1;
  const pool = alone ? startWorkers(0) : hire(crew);
  // The workers load the site while this process begins.
  const opened = pool.tellAll('the list of articles', { kind: 'open', ...site, ...workshop });
  await Promise.all([opened, pool.run(tasks, keep, renderHere)]);
}

export interface IndexWork {
  readonly crew: Crew;
  readonly folder: string;
  readonly data: string;
  readonly language?: LanguageCode | undefined;
  readonly bundles: readonly { readonly key: string; readonly files: readonly FileVersion[]; readonly out: string; readonly index: string }[];
  readonly clock: StepClock;
}

/** The search as it is being built. */
export interface SearchWork extends IndexWork {
  /** Comes after the bundles; undefined where the index of words stays as it is. */
  readonly words: WordsTask | undefined;
}

export interface MadeSearch {
  /** Bytes of each bundle, by shard. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly words: MadeWords | undefined;
}

export interface BegunSearch {
  /** True where it takes the memory that pages would need: then it is to be finished before they are planned. */
  readonly large: boolean;
  /** Resolves when the search is built. */
  finish(): Promise<MadeSearch>;
}

/** Starts the process that will build the search beside all else; it loads the program while this one reads. */
export function prepareSearch(crew: Crew): void {
  if (crew.jobs > 1) crew.indexer ??= startWorkers(1);
}

/** Begins with the search: a few bundles are built by a process of their own while pages are made here, many by as many processes as there may be. */
export function beginSearch(work: SearchWork): BegunSearch {
  const { crew, bundles, words, clock } = work;
  const total = countArticles(bundles);
  if (total > FEW_ARTICLES) return { large: true, finish: beginNow(async () => ({ sizes: await indexShards(work), words: await makeWords(crew, words, clock) })) };
  if (total === 0 && words === undefined) return { large: false, finish: () => Promise.resolve({ sizes: new Map(), words: undefined }) };
  if (crew.jobs === 1) return { large: false, finish: async () => ({ sizes: await indexShards(work), words: await makeWords(crew, words, clock) }) };
  prepareSearch(crew);
  const pool = crew.indexer;
  const finish = beginNow(async () => {
    if (pool === undefined) return { sizes: new Map<string, number>(), words: undefined };
    const indexing = runIndexing(pool, work, () => undefined);
    // One process does what it is given in order: it need not wait until this one, which plans now, has heard of the bundles.
    if (bundles.length > AHEAD) await indexing;
    const [sizes, made] = await Promise.all([indexing, words && askForWords(pool, words)]);
    return { sizes, words: made };
  });
  return {
    large: false,
    finish: () => {
      clock.begin({ step: 'search', done: 0, total });
      return finish();
    },
  };
}

/** Begins at once. What goes wrong is told where the result is waited for. */
function beginNow<T>(work: () => Promise<T>): () => Promise<T> {
  const made = work().then((value) => ({ value }), (error: unknown) => ({ error }));
  return async () => {
    const result = await made;
    if ('error' in result) throw result.error;
    return result.value;
  };
}

/** Puts the index of words together, in a process that has nothing else in its memory. */
export async function makeWords(crew: Crew, task: WordsTask | undefined, clock: StepClock): Promise<MadeWords | undefined> {
  if (task === undefined) return undefined;
  clock.begin({ step: 'search' });
  if (crew.jobs === 1) return assembleWords(task);
  prepareSearch(crew);
  const words = crew.indexer && (await askForWords(crew.indexer, task));
  // What comes next needs the memory.
  crew.indexer?.close();
  crew.indexer = undefined;
  return words;
}

async function askForWords(pool: WorkerPool, task: WordsTask): Promise<MadeWords | undefined> {
  let words: MadeWords | undefined;
  await pool.run([{ label: 'the index of words', task: { kind: 'words', ...task } }], (answer) => {
    if (answer.kind === 'assembled') words = answer.words;
  });
  return words;
}

/** Builds search bundles. @returns the size of each in bytes, by shard */
export async function indexShards(work: IndexWork): Promise<ReadonlyMap<string, number>> {
  const { crew, folder, data, language, bundles, clock } = work;
  const total = countArticles(bundles);
  clock.begin({ step: 'search', done: 0, total });
  if (total <= FEW_ARTICLES) {
    const sizes = new Map<string, number>();
    for (const bundle of bundles) sizes.set(bundle.key, await indexFiles({ folder, data, language, ...bundle }));
    return sizes;
  }
  // Others than those that rendered: these hold nothing but their shard, and need the memory.
  collectGarbage();
  crew.pool?.close();
  crew.pool = startWorkers(Math.min(crew.jobs, bundles.length));
  const sizes = await runIndexing(crew.pool, work, (done) => {
    clock.tell({ step: 'search', done, total });
  });
  // What comes next needs memory here, and no help.
  crew.pool.close();
  crew.pool = undefined;
  return sizes;
}

async function runIndexing(pool: WorkerPool, { folder, data, language, bundles }: IndexWork, onProgress: (done: number) => void): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  let indexed = 0;
  // The largest first, so that no worker is left with one when the others are done.
  const ordered = [...bundles].sort((a, b) => b.files.length - a.files.length);
  await pool.run(ordered.map(({ key, files, out, index }) => ({ label: `the search of shard ${key}`, task: { kind: 'index' as const, folder, data, language, files, out, index } })), (answer, at) => {
    if (answer.kind !== 'indexed') return;
    const { key, files } = ordered[at] ?? { key: '', files: [] };
    sizes.set(key, answer.bytes);
    indexed += files.length;
    onProgress(indexed);
  });
  return sizes;
}

function countArticles(bundles: IndexWork['bundles']): number {
  return bundles.reduce((sum, { files }) => sum + files.length, 0);
}
