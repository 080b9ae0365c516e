/** Where in a text the hits of a query stand, whatever form they have. */
import { readTokens } from '../tokens.ts';

export interface Wanted {
  readonly forms: ReadonlySet<string>;
  /** Marked only where their words stand side by side. */
  readonly phrases: readonly (readonly string[])[];
}

/** @returns numbers of the tokens that hit, ascending */
export function findHits(text: string, { forms, phrases }: Wanted): readonly number[] {
  const tokens = readTokens(text).map(({ words }) => words.map(({ form }) => form));
  const hits = new Set<number>();
  for (const [at, own] of tokens.entries()) {
    if (own.some((form) => forms.has(form))) hits.add(at);
    for (const phrase of phrases) if (standsAt(phrase, tokens, at)) for (let next = 0; next < phrase.length; next += 1) hits.add(at + next);
  }
  return [...hits].sort((a, b) => a - b);
}

/** The forms of the wanted that stand in a text, those of phrases included, in order of their coming. */
export function formsIn(text: string, { forms, phrases }: Wanted): readonly string[] {
  const all = new Set([...forms, ...phrases.flat()]);
  return [...new Set(readTokens(text).flatMap(({ words }) => words.map(({ form }) => form).filter((form) => all.has(form))))];
}

/** True when a text has the forms side by side. */
export function holdsPhrase(text: string, phrase: readonly string[]): boolean {
  const tokens = readTokens(text).map(({ words }) => words.map(({ form }) => form));
  return tokens.some((_, at) => standsAt(phrase, tokens, at));
}

function standsAt(phrase: readonly string[], tokens: readonly (readonly string[])[], at: number): boolean {
  return phrase.every((form, next) => tokens[at + next]?.includes(form) === true);
}
