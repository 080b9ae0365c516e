/** What a reader types, understood: words that must be there, or one phrase that must stand as it is. */
import { queryTerms } from '../tokens.ts';

export interface Query {
  readonly kind: 'words' | 'phrase' | 'empty';
  /** Index terms; for words without doubles. */
  readonly terms: readonly string[];
}

/** A whole query between quotation marks of any kind is a phrase. */
const PHRASE = /^\s*[«"“”„‟‹](.+)[»"“”„‟›]\s*$/u;

export function parseQuery(text: string): Query {
  const quoted = PHRASE.exec(text)?.[1];
  const terms = queryTerms(quoted ?? text);
  if (terms.length === 0) return { kind: 'empty', terms };
  return quoted !== undefined && terms.length > 1 ? { kind: 'phrase', terms } : { kind: 'words', terms: [...new Set(terms)] };
}
