/** The state of a search lives in the address of its page, so that it can be shared, cited and gone back to. */
import { FACETS, type Facet } from '../search/format/manifest.ts';
import type { Choice } from '../search/query/choice.ts';
// A type only: the search itself is in the worker, and must not come into the page as well.
import type { Sort } from '../search/query/search.ts';

export interface SearchState {
  readonly text: string;
  readonly sort: Sort;
  readonly choice: Choice;
}

export const SORTS: readonly Sort[] = ['relevance', 'newest', 'oldest'];

const MONTH_OR_YEAR = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u;

/** @param address the part of an address from its question mark on; what is not understood in it is left out */
export function readState(address: string): SearchState {
  const parameters = new URLSearchParams(address);
  const time = (name: 'from' | 'to'): string | undefined => [parameters.get(name) ?? ''].find((value) => MONTH_OR_YEAR.test(value));
  const facets = FACETS.map((facet) => [facet, [...new Set(parameters.getAll(facet))].filter((value) => value.trim() !== '')] as const);
  return {
    text: parameters.get('q') ?? '',
    sort: SORTS.find((sort) => sort === parameters.get('sort')) ?? 'relevance',
    choice: { from: time('from'), to: time('to'), facets: Object.fromEntries(facets.filter(([, values]) => values.length > 0)) },
  };
}

/** @returns the same for the same state; empty for an empty one */
export function writeState({ text, sort, choice: { from, to, facets } }: SearchState): string {
  const parameters = new URLSearchParams();
  if (text.trim() !== '') parameters.set('q', text);
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (from !== undefined) parameters.set('from', from);
  if (to !== undefined) parameters.set('to', to);
  for (const facet of FACETS) for (const value of facets[facet] ?? []) parameters.append(facet, value);
  const written = parameters.toString();
  return written === '' ? '' : `?${written}`;
}

/** Chooses a value, if it is not chosen yet. */
export function addValue(choice: Choice, facet: Facet, value: string): Choice {
  return choice.facets[facet]?.includes(value) === true ? choice : toggleValue(choice, facet, value);
}

/** Chooses a value, or takes the choice of it back. */
export function toggleValue(choice: Choice, facet: Facet, value: string): Choice {
  const chosen = choice.facets[facet] ?? [];
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...choice, facets: { ...choice.facets, [facet]: values } };
}

/** @param from month or year as `2015-07` or `2015`; undefined for no bound */
export function chooseTime(choice: Choice, from: string | undefined, to: string | undefined): Choice {
  return { ...choice, from, to };
}
