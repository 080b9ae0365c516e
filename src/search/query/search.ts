/** A search of an archive, from the typed text to the results; the same in the browser, in its worker and in the terminal. */
import type { Facet } from '../format/manifest.ts';
import { isNarrowed, NO_CHOICE, type Choice } from './choice.ts';
import { buildExcerpt, type ExcerptPiece } from './excerpt.ts';
import { findHits, formsIn } from './mark-hits.ts';
import { matchAll, matchQuery, type Matches, type Sources } from './match-query.ts';
import { createNarrowing, type Count, type Narrowing, type Test } from './narrow.ts';
import { parseQuery } from './parse-query.ts';
import { correctQuery } from './suggest.ts';

export const SORTS = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

export interface SearchOptions {
  readonly sort?: Sort;
  readonly choice?: Choice;
  /** The last word may not be finished. */
  readonly typing?: boolean;
  /** Only articles of which this is true; all when not said. */
  readonly atHand?: Test | undefined;
}

export interface Result {
  /** Path on the site, without the base. */
  readonly url: string;
  readonly title: readonly ExcerptPiece[];
  readonly excerpt: readonly ExcerptPiece[];
  /** What else is shown: dates, section, source. */
  readonly meta: Readonly<Record<string, string>>;
  readonly score: number;
  /** Forms of the query's words that stand in the article, for marking them there. */
  readonly forms: readonly string[];
}

export interface Answer {
  readonly mode: Matches['mode'];
  /** Articles that were found and are left by the choice. */
  readonly total: number;
  /** How many of them have all words; by relevance they come first. */
  readonly complete: number;
  readonly unknown: readonly string[];
  /** Words that were asked for in the place of unknown ones, since nothing was found; empty where something was. */
  readonly instead: readonly string[];
  /** @param start place of the first result wanted, from 0 */
  readonly results: (start: number, length: number) => Promise<readonly Result[]>;
  /** Found articles a month, whatever time was chosen. */
  readonly months: () => readonly Count[];
  /** The articles that have all that was asked, a month. */
  readonly completeMonths: () => readonly Count[];
  /** All articles that could have it, a month. */
  readonly allMonths: () => readonly Count[];
  /** The query in the spelling that was meant; undefined when there is nothing to mend. */
  readonly correction: () => Promise<string | undefined>;
  /** Found articles by each value of a facet, whatever was chosen of it. */
  readonly facet: (facet: Facet) => Promise<readonly Count[]>;
}

/** Tokens of an excerpt. */
const EXCERPT_LENGTH = 34;

/** Forms that an article's address carries for marking. */
const FORMS_FOR_MARKING = 12;

export async function runSearch(text: string, sources: Sources, { sort = 'relevance', choice = NO_CHOICE, typing = false, atHand }: SearchOptions = {}): Promise<Answer> {
  const query = parseQuery(text);
  const asksForAll = query.wanted.length === 0 && query.unwanted.length === 0 && isNarrowed(choice);
  const matches = asksForAll ? await matchAll(sources) : await matchQuery(query, atHand === undefined ? sources : limited(sources, atHand), typing);
  const narrowing = await createNarrowing(choice, sources.files, atHand);
  const kept = narrowing.keep(matches.articles);
  const completeNumbers = new Set(matches.articles.subarray(0, matches.complete));
  return {
    mode: matches.mode,
    total: kept.length,
    complete: kept.reduce((sum, article) => sum + (completeNumbers.has(article) ? 1 : 0), 0),
    unknown: matches.unknown,
    instead: matches.instead,
    results: resultReader(sorted(kept, sort), matches, sources),
    months: () => narrowing.countMonths(narrowing.keep(matches.articles, 'time')),
    completeMonths: () => narrowing.countMonths(narrowing.keep(matches.articles.subarray(0, matches.complete))),
    allMonths: () => narrowing.countMonths(narrowing.keep(Int32Array.from({ length: narrowing.articles }, (_, article) => article))),
    correction: () => correctQuery(text, sources.files),
    facet: (facet) => countFacet(narrowing, matches, facet),
  };
}

/** Of articles that are not at hand there is no text in which exact words could be looked for. */
function limited({ files, phrases }: Sources, atHand: Test): Sources {
  return { files, phrases: { findPhrase: (forms, articles) => phrases.findPhrase(forms, articles.filter(atHand)) } };
}

function countFacet(narrowing: Narrowing, { articles }: Matches, facet: Facet): Promise<readonly Count[]> {
  return narrowing.count(narrowing.keep(articles, facet), facet);
}

/** Articles are numbered by date. */
function sorted(articles: Int32Array, sort: Sort): Int32Array {
  if (sort === 'relevance') return articles;
  const ordered = articles.slice().sort();
  return sort === 'newest' ? ordered.reverse() : ordered;
}

function resultReader(articles: Int32Array, matches: Matches, { files }: Sources): Answer['results'] {
  const scores = new Map(Array.from(matches.articles, (article, at) => [article, matches.scores[at] ?? 0]));
  const wanted = { forms: matches.forms, phrases: matches.phrases };
  return async (start, length) => {
    const { bundles } = await files.manifest();
    return Promise.all(
      Array.from(articles.subarray(start, start + length), async (article): Promise<Result> => {
        const [bundle, place] = placeOf(article, bundles);
        const { url, content, meta } = await files.article(bundle, place);
        const hits = findHits(content, wanted);
        const title = meta['title'] ?? '';
        return {
          url,
          title: buildExcerpt(title, findHits(title, wanted), Infinity),
          excerpt: buildExcerpt(content, hits, EXCERPT_LENGTH),
          meta,
          score: scores.get(article) ?? 0,
          forms: formsIn(`${title} ${content}`, wanted).slice(0, FORMS_FOR_MARKING),
        };
      }),
    );
  };
}

function placeOf(article: number, bundles: readonly { readonly articles: number }[]): readonly [bundle: number, place: number] {
  let place = article;
  for (const [bundle, { articles }] of bundles.entries()) {
    if (place < articles) return [bundle, place];
    place -= articles;
  }
  throw new Error(`The index has no article ${String(article)}`);
}
