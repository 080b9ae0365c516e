/** Asks the engine and combines its answers: all words where an article has them; else, and for long queries, the best. */
import type { Query } from './parse-query.ts';
import { ALL_WORDS_UP_TO, NEARNESS, REACH } from './ranking.ts';

/** What a search engine of Pagefind's kind offers. */
export interface Engine<Data> {
  search(text: string): Promise<{ readonly results: readonly EngineResult<Data>[] }>;
}

export interface EngineResult<Data> {
  readonly id: string;
  readonly score: number;
  /** Numbers of the tokens that hit, in the article's text. */
  readonly words: readonly number[];
  data(): Promise<Data>;
}

export interface Answer<Data> {
  /** Each with the hits of all words. */
  readonly results: readonly EngineResult<Data>[];
  /** True when no article has all the words, and the results have some. */
  readonly partial: boolean;
}

/**
 * Each word is asked alone. Asked together, Pagefind silently leaves out a word that it does not know, and answers
 * nothing for a long query of which one word is missing.
 */
export async function runQuery<Data>(engine: Engine<Data>, query: Query): Promise<Answer<Data>> {
  if (query.kind === 'empty') return { results: [], partial: false };
  if (query.kind === 'phrase') {
    const { results } = await engine.search(`"${query.terms.join(' ')}"`);
    return { results, partial: false };
  }
  const answers = await Promise.all(query.terms.map((term) => engine.search(term)));
  const merged = merge(answers.map(({ results }) => results));
  const complete = merged.filter(({ matched }) => matched === query.terms.length);
  const all = complete.length > 0 && query.terms.length <= ALL_WORDS_UP_TO;
  return { results: all ? complete : merged, partial: complete.length === 0 && merged.length > 0 };
}

interface Merged<Data> extends EngineResult<Data> {
  /** How many of the query's words the article has. */
  readonly matched: number;
}

/** What is known of one article: the engine's result for each word of the query that it has, by the word's place. */
type Hits<Data> = Map<number, EngineResult<Data>>;

/** Articles by the sum of their scores and the nearness of their words, then by id so that the order is total. */
function merge<Data>(answers: readonly (readonly EngineResult<Data>[])[]): readonly Merged<Data>[] {
  const byId = new Map<string, Hits<Data>>();
  for (const [place, results] of answers.entries()) {
    for (const result of results) {
      const hits = byId.get(result.id) ?? new Map<number, EngineResult<Data>>();
      byId.set(result.id, hits.set(place, result));
    }
  }
  return [...byId].map(([id, hits]) => combine(id, hits)).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function combine<Data>(id: string, hits: Hits<Data>): Merged<Data> {
  const results = [...hits.values()];
  const score = results.reduce((sum, result) => sum + result.score, 0) + nearness(hits);
  return { id, score, matched: hits.size, words: results.flatMap(({ words }) => words), data: async () => (await results[0]?.data()) as Data };
}

/** Words that follow each other in the query and stand near each other in the text speak for the article. */
function nearness<Data>(hits: Hits<Data>): number {
  let sum = 0;
  for (const [place, first] of hits) {
    const second = hits.get(place + 1);
    if (second === undefined) continue;
    const distance = leastDistance(first.words, second.words);
    if (distance <= REACH) sum += (NEARNESS * Math.min(first.score, second.score)) / distance;
  }
  return sum;
}

/** Least distance between two sorted lists of positions, 1 for neighbours; one place for both counts as neighbours. */
function leastDistance(first: readonly number[], second: readonly number[]): number {
  let least = Infinity;
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    const gap = (second[j] ?? 0) - (first[i] ?? 0);
    least = Math.min(least, Math.max(1, Math.abs(gap)));
    if (gap < 0) j += 1;
    else i += 1;
  }
  return least;
}
