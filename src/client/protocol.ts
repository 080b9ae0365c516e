/** What the search page asks and what it is answered; the same whether a worker answers or the page itself. */
import type { Count, MonthSum } from '../search/query/narrow.ts';
import type { Answer, Result, SearchOptions } from '../search/query/search.ts';
import type { Suggestion } from '../search/query/suggest.ts';
import type { Facet } from '../search/format/manifest.ts';

/** A search as it is asked; equal questions have equal answers. */
export interface Question extends Omit<SearchOptions, 'atHand'> {
  readonly text: string;
}

/** What a search without a network covers. */
export interface Covers {
  readonly years: readonly string[];
  /** As they are shown: `وسم: مصر`. */
  readonly topics: readonly string[];
}

/** What stands on the page first. */
export interface Found extends Pick<Answer, 'mode' | 'total' | 'complete' | 'unknown' | 'instead'> {
  readonly months: readonly Count[];
  /** Names of what was searched, where not all of the archive is at hand. */
  readonly covers: Covers | undefined;
  readonly results: readonly Result[];
}

/** When something was published, beside all of its kind that is at hand: articles that have what was asked, or how often it stands in texts. */
export interface Timeline {
  readonly total: number;
  readonly months: readonly MonthSum[];
  /** All articles, or all words of the texts. */
  readonly all: readonly MonthSum[];
  readonly covers: Covers | undefined;
}

/** By kind: what is asked, and what is given. */
export interface Protocol {
  readonly search: { readonly asked: { readonly question: Question; readonly length: number }; readonly given: Found };
  readonly results: { readonly asked: { readonly question: Question; readonly start: number; readonly length: number }; readonly given: readonly Result[] };
  readonly facet: { readonly asked: { readonly question: Question; readonly facet: Facet }; readonly given: readonly Count[] };
  readonly correction: { readonly asked: { readonly question: Question }; readonly given: string | undefined };
  readonly timeline: { readonly asked: { readonly text: string }; readonly given: Timeline };
  /** Given nothing for what cannot be counted so: see `countOccurrences`. */
  readonly occurrences: { readonly asked: { readonly text: string }; readonly given: Timeline | undefined };
  readonly suggest: { readonly asked: { readonly text: string }; readonly given: readonly Suggestion[] };
}

export type Kind = keyof Protocol;

/** Rejects when something could not be fetched; asked again, it tries again. */
export type Ask = <K extends Kind>(kind: K, asked: Protocol[K]['asked']) => Promise<Protocol[K]['given']>;

/** To the worker: first where the files are, then requests. */
export type ToWorker = { readonly bundle: string } | { [K in Kind]: { readonly id: number; readonly kind: K; readonly asked: Protocol[K]['asked'] } }[Kind];

export type FromWorker = { readonly id: number; readonly given: Protocol[Kind]['given'] } | { readonly id: number; readonly error: string };
