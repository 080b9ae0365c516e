/** A worker process: does what the build tells it, one task after the other, and ends with it. */
import { loadEntries, loadScan } from './article-cache.ts';
import { createCollector } from './collect-garbage.ts';
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

/** Garbage of bundles that may lie: half of what one of full size leaves. */
const tidy = createCollector(64_000_000);

async function perform(task: WorkerTask): Promise<WorkerAnswer> {
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
    case 'index': {
      const bytes = await indexFiles(task);
      tidy();
      return { kind: 'indexed', bytes };
    }
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

/** Ends when all that was asked for is answered: in the order in which it was asked. */
let answered: Promise<unknown> = Promise.resolve();

process.on('message', (task: WorkerTask) => {
  answered = answered
    .then(() => perform(task))
    .catch((error: unknown): WorkerAnswer => ({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }))
    .then(answer);
});
// The build is gone: nobody wants the result.
process.on('disconnect', () => process.exit());
