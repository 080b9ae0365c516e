/** A worker process: does what the build tells it, one task after the other, and ends with it. Only search bundles are made side by side. */
import { loadEntries, loadScan } from './article-cache.ts';
import { indexFiles } from './search-step.ts';
import { loadSite } from './load-site.ts';
import { parseFiles } from './load-articles.ts';
import { planAddresses } from '../plan/lasting-addresses.ts';
import { buildPlan } from '../plan/plan.ts';
import { NOTHING_PUBLISHED, publishedPaths } from './published-addresses.ts';
import { assembleWords } from './words-step.ts';
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts';
import { createWorkshop, type Workshop } from './workshop.ts';

let workshop: Workshop | undefined;

/** @param lane of a bundle: those under way together have different ones */
async function perform(task: WorkerTask, lane = 0): Promise<WorkerAnswer> {
  switch (task.kind) {
    case 'parse':
      return { kind: 'parsed', entries: [...parseFiles(task.folder, task.files)] };
    case 'open': {
      const scan = await loadScan(task.cache);
      if (scan === undefined) throw new Error(`There is no list of the articles in ${task.cache}`);
      const { site } = await loadSite(task.options, scan, await loadEntries(task.cache, task.code, task.options.articles), task.cache);
      workshop = createWorkshop({ site, plan: buildPlan(site, planAddresses(site, publishedPaths(task.options.published ?? NOTHING_PUBLISHED))) }, task);
      return { kind: 'opened' };
    }
    case 'render':
      return { kind: 'rendered', made: await opened().render(opened().find(task.outputs), (done) => answer({ kind: 'progress', done })) };
    case 'index':
      return { kind: 'indexed', bytes: await indexFiles(task, lane) };
    case 'words':
      return { kind: 'assembled', words: await assembleWords(task) };
  }
}

function opened(): Workshop {
  if (workshop === undefined) throw new Error('The worker was given work before its site');
  return workshop;
}

function answer(message: WorkerAnswer): void {
  process.send?.(message);
}

/** Bundles under way together: Pagefind, which is a process of its own, takes more than half of their time. */
const LANES = 2;

/** Ends when all that was asked for is answered: in the order in which it was asked. */
let answered: Promise<unknown> = Promise.resolve();
/** Ends when a bundle may begin: what came before and is none is done. */
let open = answered;
/** The last bundle of each lane. */
let lanes: readonly Promise<unknown>[] = [];
let begun = 0;

process.on('message', (task: WorkerTask) => {
  const beside = task.kind === 'index';
  const lane = begun % LANES;
  const begin = beside ? Promise.all([open, lanes[lane]]) : answered;
  const work = begin.then(() => perform(task, lane)).catch((error: unknown): WorkerAnswer => ({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }));
  answered = Promise.all([work, answered]).then(([made]) => {
    answer(made);
  });
  if (!beside) {
    open = answered;
    return;
  }
  lanes = Array.from({ length: LANES }, (_, at) => (at === lane ? work : (lanes[at] ?? open)));
  begun += 1;
});
// The build is gone: nobody wants the result.
process.on('disconnect', () => process.exit());
