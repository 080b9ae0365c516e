/** Asks the engine and combines its answers: all words first; where no article has them all, those that have most. */
import type { Query } from './parse-query.ts';

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
  const chosen = complete.length > 0 ? complete : merged;
  return { results: chosen, partial: complete.length === 0 && merged.length > 0 };
}

interface Merged<Data> extends EngineResult<Data> {
  /** How many of the query's words the article has. */
  readonly matched: number;
}

/** Articles by the number of words they have, then by the sum of their scores, then by id so that the order is total. */
function merge<Data>(answers: readonly (readonly EngineResult<Data>[])[]): readonly Merged<Data>[] {
  const byId = new Map<string, Merged<Data>>();
  for (const results of answers) {
    for (const result of results) {
      const { id, score, words } = result;
      const known = byId.get(id);
      byId.set(id, { id, matched: (known?.matched ?? 0) + 1, score: (known?.score ?? 0) + score, words: [...(known?.words ?? []), ...words], data: () => result.data() });
    }
  }
  return [...byId.values()].sort((a, b) => b.matched - a.matched || b.score - a.score || (a.id < b.id ? -1 : 1));
}
