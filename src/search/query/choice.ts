/** By what a reader narrows a search. Apart from the narrowing itself, which is in the worker and must not come into the page as well. */
import type { Facet } from '../format/manifest.ts';

/** What a reader chose. Several values of one facet: any of them. Several facets: all of them. */
export interface Choice {
  /** First and last month or year, as `2015-07` or `2015`; both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
}

export const NO_CHOICE: Choice = { facets: {} };

export function isNarrowed({ from, to, facets }: Choice): boolean {
  return from !== undefined || to !== undefined || Object.values(facets).some((values) => values.length > 0);
}
