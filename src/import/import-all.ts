/**
 * The whole import: sources are read twice, first to count and to learn which lines repeat, then to understand and write
 * each article. Nothing of an article is kept in memory but what later articles are compared with.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { printText, type TextPrint } from '../arabic/likeness.ts';
import type { ArchiveDate } from '../calendar/archive-date.ts';
import { pad2, pad4 } from '../calendar/day.ts';
import { DRAFTS, readDrafts, type DatedDraft } from './dated-drafts.ts';
import { createCopyFinder, packSketch, unpackSketch, type CopyFinder } from './duplicates.ts';
import type { ForeignArticle, Remark } from './foreign-article.ts';
import { learnRepeated, type ReadPages } from './learn-repeated.ts';
import type { SourceFile } from './read/find-sources.ts';
import { readSource, type ReadOptions } from './read/read-source.ts';
import { createReport, type ImportReport, type Outcome, type ReportBuilder } from './report/report.ts';
import { createArticleWriter, type ArticleWriter } from './store/article-writer.ts';
import { digestFile, type ExistingArticles } from './store/existing-articles.ts';
import { formatArticle } from './store/format-article.ts';
import { openLedger, type Ledger, type LedgerEntry } from './store/ledger.ts';
import { identityOf, makeId, normalAddress, shortDigest } from './store/make-id.ts';
import { readOldPath, writeRedirects } from './store/redirects.ts';
import { openWorkFolder, type WorkFolder } from './store/work-folder.ts';
import { understand, type Knowledge, type Understood, type Wishes } from './understand.ts';

export interface ImportOptions extends ReadOptions {
  /** Folder of the archive's articles. */
  readonly to: string;
  readonly wishes: Wishes;
  /** Id → date, as the user confirmed it. */
  readonly confirmed: ReadonlyMap<string, string>;
  /** What to do with an article that a person has edited and whose original changed. */
  readonly edited: 'stop' | 'keep' | 'replace';
  readonly skipDuplicates: boolean;
  readonly dryRun: boolean;
  /** Hosts whose addresses are the archivist's own, and lead to the new pages. */
  readonly ownHosts: ReadonlySet<string>;
  /** File of redirects; without one they are written into the hidden folder. */
  readonly redirects: string | undefined;
  /** Address of an article's page. */
  readonly pagePath: (id: string, date: ArchiveDate) => string;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  readonly step: 'count' | 'import';
  readonly done: number;
  readonly total: number | undefined;
}

/** Rules of this version of the import. Raised when they change so that articles come out differently. */
const RULES = 2;
/** Files that are written at one time, then a piece of the ledger. */
const FLUSH_EVERY = 128;

/** @param knowledge all but what repeats, which is learned from the sources themselves */
export async function importAll(sources: readonly SourceFile[], existing: ExistingArticles, knowledge: Omit<Knowledge, 'repeated'>, options: ImportOptions): Promise<ImportReport> {
  const work = options.dryRun ? undefined : await openWorkFolder(options.to);
  const ledger = await openLedger(work?.path ?? join(options.to, '.import'), options.dryRun);
  try {
    const report = createReport();
    const run = new Run(existing, ledger, report, options, work);
    await run.takeDatedDrafts();
    const { repeated, total, pages } = await learnRepeated(sources, options, (done) => options.onProgress?.({ step: 'count', done, total: undefined }));
    await run.importSources(sources, pages, { ...knowledge, repeated }, total);
    run.refuseUnknownIds();
    const redirects = await run.writeRedirects();
    return report.build({ dryRun: options.dryRun, duplicates: run.copies.groups(), redirects });
  } finally {
    await ledger.close();
    await work?.release();
  }
}

/** One import under way. */
class Run {
  readonly copies: CopyFinder = createCopyFinder();
  private readonly writer: ArticleWriter | undefined;
  private readonly seen = new Map<string, string>();
  private readonly redirects = new Map<string, string>();
  private readonly impossible: string[] = [];
  /** Id → path of drafts without a date. */
  private readonly waiting = new Map<string, string>();
  /** Id → what became of drafts that were dated; in a dry run, what would. */
  private readonly taken = new Map<string, { readonly file: string; readonly digest: string }>();
  /** Ids of `confirmed` that were met. */
  private readonly confirmedIds = new Set<string>();
  private pending: Promise<void>[] = [];
  private entries: LedgerEntry[] = [];
  private readonly used = new Set<string>();
  private readonly existing: ExistingArticles;
  private readonly ledger: Ledger;
  private readonly report: ReportBuilder;
  private readonly options: ImportOptions;
  private readonly work: WorkFolder | undefined;

  constructor(existing: ExistingArticles, ledger: Ledger, report: ReportBuilder, options: ImportOptions, work: WorkFolder | undefined) {
    this.existing = existing;
    this.ledger = ledger;
    this.report = report;
    this.options = options;
    this.work = work;
    this.writer = work === undefined ? undefined : createArticleWriter(options.to, work.temporary);
    for (const { id, words, sketch } of ledger.entries()) this.copies.add(id, { digest: words, sketch: sketch === undefined ? undefined : unpackSketch(sketch) });
  }

  /** Drafts into which a person has written the date that was wanting become articles. */
  async takeDatedDrafts(): Promise<void> {
    for (const { id, file, dated, refusal } of await readDrafts(this.options.to, this.options.confirmed)) {
      const other = this.existing.files.get(id);
      if (refusal !== undefined) this.report.refusal(refusal);
      else if (dated !== undefined && other !== undefined) this.report.refusal({ place: { file, alone: true }, code: 'draft-twice', reason: `the archive has this article already: ${other}`, fix: 'delete one of the two' });
      if (refusal !== undefined || dated === undefined || other !== undefined) {
        this.waiting.set(id, file);
        continue;
      }
      await this.takeDraft(id, file, dated);
    }
    await this.ledger.flush();
  }

  private async takeDraft(id: string, draft: string, { date, written, text, before }: DatedDraft): Promise<void> {
    const file = articleFile(id, date);
    await this.writer?.write(file, text);
    await this.writer?.remove(draft);
    this.taken.set(id, { file, digest: shortDigest(text) });
    const entry = this.ledger.byId(id);
    // Who wrote nothing but the date has not edited the article: a changed original may still replace it.
    if (entry !== undefined) this.ledger.put({ ...entry, file, given: date.iso, own: true, path: this.options.pagePath(id, date), written: entry.written === before ? shortDigest(text) : entry.written });
    this.confirmedIds.add(id);
    this.report.article({ place: { file: draft, alone: true }, outcome: 'dated', id, file, remarks: [{ kind: 'cleaned', code: 'date-given', text: written === date.iso ? written : `${written} → ${date.iso}` }] });
  }

  async importSources(sources: readonly SourceFile[], pages: ReadPages, knowledge: Knowledge, total: number): Promise<void> {
    let done = 0;
    for (const source of sources) {
      for await (const found of pages.take(source) ?? readSource(source, this.options)) {
        if ('kind' in found) this.report.source(found.kind);
        else if ('mapping' in found) this.report.mapping(found.mapping);
        else if ('refusal' in found) this.report.refusal(found.refusal);
        else {
          await this.importArticle(found.article, knowledge);
          done += 1;
          if (done % 100 === 0) this.options.onProgress?.({ step: 'import', done, total });
          if (this.entries.length >= FLUSH_EVERY) await this.settle();
        }
      }
    }
    await this.settle();
  }

  /** Waits for files before their lines in the ledger: a line without its file would be a lie. */
  private async settle(): Promise<void> {
    await Promise.all(this.pending);
    this.pending = [];
    for (const entry of this.entries) this.ledger.put(entry);
    this.entries = [];
    await this.ledger.flush();
  }

  private async importArticle(article: ForeignArticle, knowledge: Knowledge): Promise<void> {
    const { key, place, remarks } = this.identify(article);
    if (key === undefined) {
      this.report.article({ place: article.place, outcome: 'duplicate', remarks });
      return;
    }
    const known = this.ledger.get(key) ?? (place === undefined ? undefined : this.knownByPlace(place));
    const id = known?.id ?? this.freshId(key);
    if (this.options.confirmed.has(id)) this.confirmedIds.add(id);
    const own = this.options.confirmed.get(id) ?? (known?.own === true ? known.given : undefined);
    const given = own ?? this.options.wishes.date ?? known?.given;
    const wishes = { ...this.options.wishes, date: given };
    const source = shortDigest(JSON.stringify([RULES, { ...article, place: undefined, name: article.place.file }, this.options.wishes]));
    const current = this.existing.files.get(id) ?? this.taken.get(id)?.file ?? this.waiting.get(id);
    const same = known?.source === source && known.given === given;
    if (same && current === undefined) { this.report.article({ place: article.place, outcome: 'deleted', id, file: known.file, remarks: [] }); return; }
    if (same && !known.file.startsWith(`${DRAFTS}/`)) { this.report.article({ place: article.place, outcome: 'unchanged', id, file: current ?? known.file, remarks: [] }); return; }
    const understood = understand(article, wishes, knowledge);
    if ('reason' in understood) {
      this.report.refusal(understood);
      return;
    }
    // What waits for a date is looked at every time: the report says again what its words tell of the day.
    if (same) { this.report.article({ place: article.place, outcome: 'wants-date', id, file: known.file, title: understood.fields.title, remarks: [], candidates: understood.candidates }); return; }
    await this.store(article, { key: known?.key ?? key, id, source, place, given, own: own !== undefined, known, current }, { ...understood, remarks: [...remarks, ...understood.remarks] });
  }

  /** Who the article is. Two in one import that claim to be the same are one, or are told apart by their words. */
  private identify(article: ForeignArticle): { readonly key: string | undefined; readonly place: string | undefined; readonly remarks: readonly Remark[] } {
    const words = `${article.lines.title ?? ''}\n${article.body.text}`;
    const identity = identityOf(article, article.lines.source ?? article.place.file, words);
    const digest = shortDigest(words);
    const place = article.place.alone ? article.place.file : undefined;
    const before = this.seen.get(shortDigest(identity));
    if (before === undefined) {
      this.seen.set(shortDigest(identity), digest);
      return { key: shortDigest(identity), place, remarks: [] };
    }
    if (before === digest) return { key: undefined, place, remarks: [{ kind: 'removed', code: 'identity-twice', text: identity.slice(0, 200) }] };
    const own = shortDigest(`${identity} ${digest}`);
    if (this.seen.has(own)) return { key: undefined, place, remarks: [{ kind: 'removed', code: 'identity-twice', text: identity.slice(0, 200) }] };
    this.seen.set(own, digest);
    return { key: own, place: undefined, remarks: [{ kind: 'eye', code: 'same-identity', text: identity.slice(0, 200) }] };
  }

  /** A text file whose words changed is the same article still; one that another article left is not. */
  private knownByPlace(place: string): LedgerEntry | undefined {
    const entry = this.ledger.byPlace(place);
    return entry === undefined || this.seen.has(entry.key) ? undefined : entry;
  }

  private freshId(key: string): string {
    for (let attempt = 0; ; attempt += 1) {
      const id = makeId(key, attempt);
      if (!this.used.has(id) && this.ledger.byId(id) === undefined) {
        this.used.add(id);
        return id;
      }
    }
  }

  private async store(article: ForeignArticle, { key, id, source, place, given, own, known, current }: Target, understood: Understood): Promise<void> {
    const { fields, body, date, candidates, remarks } = understood;
    const words = printText(body);
    const copy = known === undefined && !this.existing.files.has(id) ? this.copies.add(id, words) : undefined;
    if (copy !== undefined && this.options.skipDuplicates) {
      this.report.article({ place: article.place, outcome: 'duplicate', title: fields.title, remarks: [{ kind: 'removed', code: copy.kind === 'exact' ? 'duplicate-exact' : 'duplicate-near', text: `${fields.title} (as ${copy.name})` }] });
      return;
    }
    const reasons = date === undefined ? draftNotes(candidates) : [];
    const text = formatArticle({ id, ...fields }, body, reasons);
    if (Buffer.byteLength(text) > 1_990_000) {
      this.report.refusal({ place: article.place, code: 'too-long', reason: 'the article is longer than an article file can be (2 MB)', fix: 'split it' });
      return;
    }
    const standard = date === undefined ? `${DRAFTS}/${id}.md` : articleFile(id, date);
    // A person may have moved the file; it is updated where it lies now.
    const file = current === undefined || current === known?.file ? standard : current;
    const path = date === undefined ? undefined : this.options.pagePath(id, date);
    const written = shortDigest(text);
    const entry: LedgerEntry = { key, id, file, source, written, ...(place === undefined ? {} : { place }), ...packWords(words), ...(path === undefined ? {} : { path }), ...(given === undefined ? {} : { given }), ...(own ? { own } : {}) };
    const outcome = await this.decide(id, known, current, written);
    const reported = { place: article.place, id, file, title: fields.title, remarks };
    if (path !== undefined && outcome !== 'edited' && outcome !== 'deleted') this.redirect(article, path, known?.path);
    if (outcome === 'edited') {
      const difference = await this.showBoth(id, current ?? file, text);
      this.report.article({ ...reported, outcome, difference });
      return;
    }
    if (outcome === 'deleted') {
      this.report.article({ ...reported, outcome });
      return;
    }
    this.entries.push(entry);
    if (outcome !== 'unchanged') this.write(file, text, current !== undefined && current !== file ? current : undefined);
    this.report.article(date === undefined ? { ...reported, outcome: 'wants-date', candidates } : { ...reported, outcome });
  }

  private async decide(id: string, known: LedgerEntry | undefined, current: string | undefined, written: string): Promise<Extract<Outcome, 'new' | 'updated' | 'unchanged' | 'edited' | 'deleted'>> {
    if (current === undefined) return known === undefined ? 'new' : 'deleted';
    const onDisk = this.taken.get(id)?.digest ?? (await digestFile(join(this.options.to, current)));
    if (onDisk === written) return 'unchanged';
    if (onDisk === known?.written) return 'updated';
    if (known?.written === written) return 'unchanged';
    return this.options.edited === 'stop' ? 'edited' : this.options.edited === 'keep' ? 'unchanged' : 'updated';
  }

  private write(file: string, text: string, old: string | undefined): void {
    if (this.writer === undefined) return;
    const { writer } = this;
    const work = writer.write(file, text).then(() => (old === undefined ? undefined : writer.remove(old)));
    // Seen by `settle`; without this a failure before it would end the process unexplained.
    work.catch(() => undefined);
    this.pending.push(work);
  }

  /** Keeps the new version beside the archive, and says what differs. */
  private async showBoth(id: string, file: string, text: string): Promise<readonly string[]> {
    if (this.work !== undefined) {
      await mkdir(this.work.conflicts, { recursive: true });
      await writeFile(join(this.work.conflicts, `${id}.md`), text);
    }
    const here = (await readFile(join(this.options.to, file), 'utf8')).split('\n');
    const there = text.split('\n');
    const [ours, theirs] = [new Set(here), new Set(there)];
    return [...here.filter((line) => !theirs.has(line)).map((line) => `here:   ${line}`), ...there.filter((line) => !ours.has(line)).map((line) => `source: ${line}`)].slice(0, 40);
  }

  private redirect(article: ForeignArticle, path: string, before: string | undefined): void {
    const own = article.address !== undefined && this.options.ownHosts.has((normalAddress(article.address) ?? '').split('/', 1)[0] ?? '') ? [article.address] : [];
    for (const old of [...article.oldPaths, ...own]) {
      const from = readOldPath(old);
      if (from !== undefined) this.redirects.set(from, path);
      else if (this.impossible.length < 10_000) this.impossible.push(old);
    }
    if (before !== undefined && before !== path) this.redirects.set(before, path);
  }

  /** Ids that the user gave a date for, and that are no article's. */
  refuseUnknownIds(): void {
    for (const [id, date] of this.options.confirmed) {
      if (!this.confirmedIds.has(id)) this.report.refusal({ place: { file: '--confirm' }, code: 'confirm-unknown', reason: `${id}=${date}: neither these sources nor the drafts have an article ${id}`, fix: 'copy the id from the report' });
    }
  }

  async writeRedirects(): Promise<ImportReport['redirects']> {
    if (this.redirects.size === 0 || this.work === undefined) return { added: this.work === undefined ? this.redirects.size : 0, file: this.options.redirects, kept: [], impossible: this.impossible };
    const file = this.options.redirects ?? join(this.work.path, 'redirects.yaml');
    await mkdir(dirname(file), { recursive: true });
    const ours = new Set([...this.ledger.entries()].flatMap(({ path }) => path ?? []));
    for (const old of this.redirects.keys()) ours.add(old);
    return { ...(await writeRedirects(file, this.redirects, ours)), file, impossible: this.impossible };
  }
}

interface Target {
  readonly key: string;
  readonly id: string;
  readonly source: string;
  readonly place: string | undefined;
  readonly given: string | undefined;
  readonly own: boolean;
  readonly known: LedgerEntry | undefined;
  /** Where the article lies now. */
  readonly current: string | undefined;
}

function packWords({ digest, sketch }: TextPrint): Pick<LedgerEntry, 'words' | 'sketch'> {
  return { ...(digest === undefined ? {} : { words: digest }), ...(sketch === undefined ? {} : { sketch: packSketch(sketch) }) };
}

/** `2021/05/<id>.md`, with less where less is known. */
function articleFile(id: string, date: ArchiveDate): string {
  return [pad4(date.year), ...(date.month === undefined ? [] : [pad2(date.month)]), `${id}.md`].join('/');
}

/** What the person who looks for the date finds in the draft. */
function draftNotes(candidates: Understood['candidates']): readonly string[] {
  if (candidates.length === 0) return ['This draft wants a date: write a line date: 2021-05-04 below, and import again.'];
  return ['This draft wants a date. Candidates:', ...candidates.map(({ iso, reasons }, index) => `${iso}${index === 0 ? ` (${reasons.join('; ')})` : ''}`), 'Write the right one below as a line date: …, and import again.'];
}

export async function saveReport(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
