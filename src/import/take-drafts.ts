/** Before anything is read: drafts into which a person has written the date that was wanting become articles. */
import { readDrafts, type Draft } from './dated-drafts.ts';
import type { ImportOptions } from './import-options.ts';
import type { ReportBuilder } from './report/report.ts';
import { articleFile } from './store/article-file.ts';
import type { ArticleWriter } from './store/article-writer.ts';
import type { ExistingArticles } from './store/existing-articles.ts';
import type { Ledger } from './store/ledger.ts';
import { shortDigest } from './store/make-id.ts';

export interface Drafts {
  /** Id → path of drafts that wait still. */
  readonly waiting: ReadonlyMap<string, string>;
  /** Id → what became of those that were dated; in a dry run, what would. */
  readonly taken: ReadonlyMap<string, TakenDraft>;
}

export interface TakenDraft {
  /** Path below the archive. */
  readonly file: string;
  /** Digest of the file. */
  readonly digest: string;
}

export interface Archive {
  readonly existing: ExistingArticles;
  readonly ledger: Ledger;
  readonly report: ReportBuilder;
  /** Nothing in a dry run. */
  readonly writer: ArticleWriter | undefined;
}

export async function takeDrafts(archive: Archive, { to, confirmed, pagePath }: Pick<ImportOptions, 'to' | 'confirmed' | 'pagePath'>): Promise<Drafts> {
  const waiting = new Map<string, string>();
  const taken = new Map<string, TakenDraft>();
  for (const draft of await readDrafts(to, confirmed)) {
    const done = await takeDraft(archive, draft, pagePath);
    if (done === undefined) waiting.set(draft.id, draft.file);
    else taken.set(draft.id, done);
  }
  await archive.ledger.flush();
  return { waiting, taken };
}

async function takeDraft({ existing, ledger, report, writer }: Archive, { id, file: draft, dated, refusal }: Draft, pagePath: ImportOptions['pagePath']): Promise<TakenDraft | undefined> {
  if (refusal !== undefined) report.refusal(refusal);
  if (dated === undefined) return undefined;
  const other = existing.files.get(id);
  if (other !== undefined) {
    report.refusal({ place: { file: draft, alone: true }, code: 'draft-twice', reason: `the archive has this article already: ${other}`, fix: 'delete one of the two' });
    return undefined;
  }
  const { date, written, text, before } = dated;
  const file = articleFile(id, date);
  await writer?.write(file, text);
  await writer?.remove(draft);
  const digest = shortDigest(text);
  const entry = ledger.byId(id);
  // Who wrote nothing but the date has not edited the article: a changed original may still replace it.
  if (entry !== undefined) ledger.put({ ...entry, file, given: date.iso, own: true, path: pagePath(id, date), written: entry.written === before ? digest : entry.written });
  report.article({ place: { file: draft, alone: true }, outcome: 'dated', id, file, remarks: [{ kind: 'cleaned', code: 'date-given', text: written === date.iso ? written : `${written} → ${date.iso}` }] });
  return { file, digest };
}
