/** One article of a source: known or new, understood, compared with what lies in the archive, and written where it should be. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printText, type TextPrint } from '../arabic/likeness.ts';
import type { RedirectCollector } from './collect-redirects.ts';
import { decideOutcome } from './decide-outcome.ts';
import { draftNotes } from './draft-notes.ts';
import { packSketch, type CopyFinder } from './duplicates.ts';
import type { ForeignArticle, Refusal, Remark } from './foreign-article.ts';
import type { Identifier, Identity } from './identify-article.ts';
import type { ImportOptions } from './import-options.ts';
import type { ReportBuilder } from './report/report.ts';
import { articleFile, DRAFTS } from './store/article-file.ts';
import { clearConflict, keepReplaced, saveConflict, showDifference } from './store/conflicts.ts';
import { digestFile, type ExistingArticles } from './store/existing-articles.ts';
import { formatArticle } from './store/format-article.ts';
import type { LedgerEntry } from './store/ledger.ts';
import { shortDigest } from './store/make-id.ts';
import type { WriteQueue } from './store/write-queue.ts';
import type { Drafts } from './take-drafts.ts';
import { understand, type Knowledge, type Understood, type Wishes } from './understand.ts';

/** What the articles of one import share. */
export interface ImportContext {
  readonly options: ImportOptions;
  readonly existing: ExistingArticles;
  readonly drafts: Drafts;
  readonly identify: Identifier;
  readonly knowledge: Knowledge;
  readonly copies: CopyFinder;
  readonly queue: WriteQueue;
  readonly redirects: RedirectCollector;
  readonly report: ReportBuilder;
  /** Where new versions of edited articles go; nothing in a dry run. */
  readonly conflicts: string | undefined;
}

/** Rules of this version of the import. Raised when they change so that articles come out differently. */
const RULES = 3;
/** Bytes of an article file, below the 2 MB that the build reads. */
const LONGEST_FILE = 1_990_000;

/** @returns the article's id, where it has one */
export async function importArticle(article: ForeignArticle, context: ImportContext): Promise<string | undefined> {
  const { options, existing, drafts, report } = context;
  const { place } = article;
  const identity = context.identify(article);
  if (!('key' in identity)) {
    report.article({ place, outcome: 'duplicate', remarks: identity.remarks });
    return undefined;
  }
  const { id, known } = identity;
  const own = options.confirmed.get(id) ?? (known?.own === true ? known.given : undefined);
  const given = own ?? options.wishes.date ?? known?.given;
  const source = shortDigest(JSON.stringify([RULES, { ...article, place: undefined, name: place.file }, options.wishes]));
  const current = existing.files.get(id) ?? drafts.taken.get(id)?.file ?? drafts.waiting.get(id);
  const same = known?.source === source && known.given === given;
  if (same && current === undefined) report.article({ place, outcome: 'deleted', id, file: known.file, remarks: [] });
  else if (same && !known.file.startsWith(`${DRAFTS}/`)) report.article({ place, outcome: 'unchanged', id, file: current ?? known.file, remarks: [] });
  else {
    const understood = understandSafely(article, { ...options.wishes, date: given }, context.knowledge);
    if ('reason' in understood) report.refusal(understood);
    // What waits for a date is looked at every time: the report says again what its words tell of the day.
    else if (same) report.article({ place, outcome: 'wants-date', id, file: known.file, title: understood.fields.title, remarks: [], candidates: understood.candidates });
    else await storeArticle(article, { ...identity, source, given, own: own !== undefined, current }, { ...understood, remarks: [...identity.remarks, ...understood.remarks] }, context);
  }
  return id;
}

/** An article that trips a rule or a parser is refused with its place; the others still come in. */
function understandSafely(article: ForeignArticle, wishes: Wishes, knowledge: Knowledge): Understood | Refusal {
  try {
    return understand(article, wishes, knowledge);
  } catch (error) {
    return { place: article.place, code: 'unreadable', reason: `reading it failed: ${error instanceof Error ? error.message.slice(0, 160) : 'for a reason nobody knows'}`, fix: 'save or export it again in another format, such as text or CSV' };
  }
}

interface Target extends Omit<Identity, 'remarks'> {
  /** Digest of what the source says. */
  readonly source: string;
  readonly given: string | undefined;
  /** The date was given for this article alone. */
  readonly own: boolean;
  /** Where the article lies now. */
  readonly current: string | undefined;
}

async function storeArticle(article: ForeignArticle, target: Target, understood: Understood, context: ImportContext): Promise<void> {
  const { options, drafts, report } = context;
  const { id, known, current } = target;
  const { fields, body, date, candidates, remarks } = understood;
  const words = printText(body);
  const copy = known === undefined && !context.existing.files.has(id) ? context.copies.add(id, words) : undefined;
  if (copy !== undefined && options.skipDuplicates) {
    const left: Remark = { kind: 'removed', code: copy.kind === 'exact' ? 'duplicate-exact' : 'duplicate-near', text: `${fields.title} (as ${copy.name})` };
    report.article({ place: article.place, outcome: 'duplicate', title: fields.title, remarks: [left] });
    return;
  }
  const text = formatArticle({ id, ...fields }, body, date === undefined ? draftNotes(candidates) : []);
  if (Buffer.byteLength(text) > LONGEST_FILE) {
    report.refusal({ place: article.place, code: 'too-long', reason: 'the article is longer than an article file can be (2 MB)', fix: 'split it' });
    return;
  }
  // A person may have moved the file; it is updated where it lies now.
  const file = current === undefined || current === known?.file ? articleFile(id, date) : current;
  const path = date === undefined ? undefined : options.pagePath(id, date);
  const written = shortDigest(text);
  const onDisk = current === undefined ? undefined : (drafts.taken.get(id)?.digest ?? (await digestFile(join(options.to, current))));
  const outcome = decideOutcome({ onDisk, before: known?.written, now: written }, options.edited);
  const reported = { place: article.place, id, file, title: fields.title, remarks };
  if (outcome === 'edited' && current !== undefined) {
    if (context.conflicts !== undefined) await saveConflict(context.conflicts, id, text);
    report.article({ ...reported, outcome, difference: showDifference(await readFile(join(options.to, current), 'utf8'), text) });
    return;
  }
  if (outcome === 'deleted') {
    report.article({ ...reported, outcome });
    return;
  }
  // Decided: the other version need not lie there any more. What a person wrote and is replaced is kept.
  if (context.conflicts !== undefined && onDisk !== undefined && onDisk !== known?.written && known !== undefined) {
    if (outcome === 'updated' && current !== undefined) await keepReplaced(context.conflicts, id, join(options.to, current));
    await clearConflict(context.conflicts, id);
  }
  if (path !== undefined) context.redirects.add(article, path, known?.path);
  context.queue.remember(entryOf(target, { file, path, written, words }));
  if (outcome !== 'unchanged') context.queue.write(file, text, current !== undefined && current !== file ? current : undefined);
  report.article(date === undefined ? { ...reported, outcome: 'wants-date', candidates } : { ...reported, outcome });
}

function entryOf({ key, id, source, place, given, own }: Target, { file, path, written, words }: Pick<LedgerEntry, 'file' | 'written'> & { readonly path: string | undefined; readonly words: TextPrint }): LedgerEntry {
  return {
    key, id, file, source, written,
    ...(place === undefined ? {} : { place }),
    ...(words.digest === undefined ? {} : { words: words.digest }),
    ...(words.sketch === undefined ? {} : { sketch: packSketch(words.sketch) }),
    ...(path === undefined ? {} : { path }),
    ...(given === undefined ? {} : { given }),
    ...(own ? { own } : {}),
  };
}
