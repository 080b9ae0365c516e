/** What an import did, article by article, for people and for programs. */
import type { CandidateDate } from '../dates/candidate-dates.ts';
import type { Mapping, Place, Refusal, Remark } from '../foreign-article.ts';
import type { SourceKind } from '../read/read-source.ts';

/** What became of an article. */
export const OUTCOMES = ['new', 'updated', 'unchanged', 'dated', 'wants-date', 'duplicate', 'edited', 'deleted', 'refused', 'left-out'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface ReportedArticle {
  readonly place: Pick<Place, 'file'> & Partial<Place>;
  readonly outcome: Outcome;
  readonly id?: string;
  /** Path below the archive. */
  readonly file?: string;
  readonly title?: string;
  readonly remarks: readonly Remark[];
  readonly candidates?: readonly CandidateDate[];
  /** Lines that differ, where a person's edits stand against a changed original. */
  readonly difference?: readonly string[];
}

export interface DuplicateGroup {
  readonly kind: 'exact' | 'near';
  /** Share of the words that the least alike of the group has in common with the first, 0 to 1. */
  readonly likeness: number;
  /** Ids or places, the one that was first there first. */
  readonly articles: readonly string[];
}

export interface ImportReport {
  readonly dryRun: boolean;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly sources: readonly SourceKind[];
  readonly mappings: readonly Mapping[];
  /** Times of each remark, by kind and code. */
  readonly remarks: Readonly<Record<string, number>>;
  /** Articles that something was done to beyond writing them, or that something is to be done with. */
  readonly articles: readonly ReportedArticle[];
  readonly refusals: readonly Refusal[];
  readonly duplicates: readonly DuplicateGroup[];
  readonly redirects: { readonly added: number; readonly file: string | undefined; readonly kept: readonly string[]; readonly impossible: readonly string[] };
  /** Notes that were counted but not kept, so that memory stays bounded. */
  readonly dropped: number;
}

/** Remarks kept one by one. Beyond them they are only counted. */
const MOST_REMARKS = 400_000;
/** Articles whose candidate dates stand here with all their reasons; those of the others stand in their drafts. */
const MOST_EXPLAINED = 3000;
const FEW_CANDIDATES = 3;
const MOST_REFUSALS = 100_000;
const MOST_SOURCES = 20_000;

export interface ReportBuilder {
  readonly source: (kind: SourceKind) => void;
  readonly mapping: (mapping: Mapping) => void;
  readonly article: (article: ReportedArticle) => void;
  readonly refusal: (refusal: Refusal) => void;
  readonly build: (rest: Pick<ImportReport, 'dryRun' | 'duplicates' | 'redirects'>) => ImportReport;
}

export function createReport(): ReportBuilder {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const remarks = new Map<string, number>();
  const sources: SourceKind[] = [];
  const mappings: Mapping[] = [];
  const articles: ReportedArticle[] = [];
  const refusals: Refusal[] = [];
  let kept = 0;
  let explained = 0;
  let dropped = 0;
  return {
    source: (kind) => {
      if (sources.length < MOST_SOURCES) sources.push(kind);
      else dropped += 1;
    },
    mapping: (mapping) => {
      if (mappings.length < MOST_SOURCES) mappings.push(mapping);
    },
    article: (article) => {
      counts[article.outcome] += 1;
      for (const { kind, code, count = 1 } of article.remarks) remarks.set(`${kind}: ${code}`, (remarks.get(`${kind}: ${code}`) ?? 0) + count);
      if (article.remarks.length === 0 && (article.outcome === 'new' || article.outcome === 'unchanged')) return;
      if (article.outcome === 'unchanged') return;
      kept += article.remarks.length + 1;
      if (article.candidates !== undefined) explained += 1;
      if (kept <= MOST_REMARKS) articles.push(article.candidates === undefined || explained <= MOST_EXPLAINED ? article : { ...article, candidates: article.candidates.slice(0, FEW_CANDIDATES).map(({ iso }) => ({ iso, reasons: [] })) });
      else dropped += article.remarks.length + 1;
    },
    refusal: (refusal) => {
      counts[refusal.expected === true ? 'left-out' : 'refused'] += 1;
      if (refusals.length < MOST_REFUSALS) refusals.push(refusal);
      else dropped += 1;
    },
    build: (rest) => ({ ...rest, counts, sources, mappings, remarks: Object.fromEntries([...remarks].sort(([a], [b]) => (a < b ? -1 : 1))), articles, refusals, dropped }),
  };
}

/** True when every article came in, and none waits for a person. */
export function isClean({ counts }: ImportReport): boolean {
  return counts.refused + counts['wants-date'] + counts.edited === 0;
}
