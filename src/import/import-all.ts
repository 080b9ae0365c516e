/**
 * The whole import: sources are read twice, first to count and to learn which lines repeat, then to understand and write
 * each article. Nothing of an article is kept in memory but what later articles are compared with.
 */
import { join } from 'node:path';
import { createRedirectCollector } from './collect-redirects.ts';
import { createCopyFinder, unpackSketch, type CopyFinder } from './duplicates.ts';
import { createIdentifier } from './identify-article.ts';
import { importArticle, type ImportContext } from './import-article.ts';
import type { ImportOptions } from './import-options.ts';
import { learnRepeated, type Learned } from './learn-repeated.ts';
import type { SourceFile } from './read/find-sources.ts';
import { readSource } from './read/read-source.ts';
import { createReport, type ImportReport } from './report/report.ts';
import { createArticleWriter } from './store/article-writer.ts';
import type { ExistingArticles } from './store/existing-articles.ts';
import { openLedger, type Ledger } from './store/ledger.ts';
import { openWorkFolder, type WorkFolder } from './store/work-folder.ts';
import { createWriteQueue } from './store/write-queue.ts';
import { takeDrafts } from './take-drafts.ts';
import type { Knowledge } from './understand.ts';

/** @param knowledge all but what repeats, which is learned from the sources themselves */
export async function importAll(sources: readonly SourceFile[], existing: ExistingArticles, knowledge: Omit<Knowledge, 'repeated'>, options: ImportOptions): Promise<ImportReport> {
  const work = options.dryRun ? undefined : await openWorkFolder(options.to);
  const ledger = await openLedger(hiddenFolder(work, options), options.dryRun);
  try {
    return await runImport(sources, { existing, ledger, work }, knowledge, options);
  } finally {
    await ledger.close();
    await work?.release();
  }
}

interface OpenArchive {
  readonly existing: ExistingArticles;
  readonly ledger: Ledger;
  /** Nothing in a dry run. */
  readonly work: WorkFolder | undefined;
}

async function runImport(sources: readonly SourceFile[], { existing, ledger, work }: OpenArchive, knowledge: Omit<Knowledge, 'repeated'>, options: ImportOptions): Promise<ImportReport> {
  const report = createReport();
  const writer = work === undefined ? undefined : createArticleWriter(options.to, work.temporary);
  const drafts = await takeDrafts({ existing, ledger, report, writer }, options);
  const learned = await learnRepeated(sources, options, (done) => options.onProgress?.({ step: 'count', done, total: undefined }));
  const copies = knownCopies(ledger);
  ledger.dropWords();
  const redirects = createRedirectCollector(options.ownHosts);
  const queue = createWriteQueue(ledger, writer);
  const context: ImportContext = { options, existing, drafts, identify: createIdentifier(ledger), knowledge: { ...knowledge, repeated: learned.repeated }, copies, queue, redirects, report, conflicts: work?.conflicts };

  const wanting = new Set(options.confirmed.keys());
  for (const id of drafts.taken.keys()) wanting.delete(id);
  await importSources(sources, learned, context, wanting);
  for (const id of wanting) report.refusal({ place: { file: '--confirm' }, code: 'confirm-unknown', reason: `${id}=${options.confirmed.get(id) ?? ''}: neither these sources nor the drafts have an article ${id}`, fix: 'copy the id from the report' });
  const pages = [...ledger.entries()].flatMap(({ path }) => path ?? []);
  const file = options.redirects ?? join(hiddenFolder(work, options), 'redirects.yaml');
  return report.build({ dryRun: options.dryRun, duplicates: copies.groups(), redirects: await redirects.write(file, pages, options.dryRun) });
}

function hiddenFolder(work: WorkFolder | undefined, { to }: ImportOptions): string {
  return work?.path ?? join(to, '.import');
}

/** Copies of what earlier imports brought in are copies too. */
function knownCopies(ledger: Ledger): CopyFinder {
  const copies = createCopyFinder();
  for (const { id, words, sketch } of ledger.entries()) copies.add(id, { digest: words, sketch: sketch === undefined ? undefined : unpackSketch(sketch) });
  return copies;
}

const PROGRESS_EVERY = 100;

/** The second reading. @param wanting ids that the user gave a date for; those that are met are taken out */
async function importSources(sources: readonly SourceFile[], { pages, total }: Learned, context: ImportContext, wanting: Set<string>): Promise<void> {
  const { options, queue, report } = context;
  let done = 0;
  for (const source of sources) {
    for await (const found of pages.take(source) ?? readSource(source, options)) {
      if ('kind' in found) report.source(found.kind);
      else if ('mapping' in found) report.mapping(found.mapping);
      else if ('refusal' in found) report.refusal(found.refusal);
      else {
        const id = await importArticle(found.article, context);
        if (id !== undefined) wanting.delete(id);
        done += 1;
        if (done % PROGRESS_EVERY === 0) options.onProgress?.({ step: 'import', done, total });
        await queue.breathe();
      }
    }
  }
  await queue.settle();
}
