/** What a reader types, understood: words that must be there, or one phrase that must stand as it is. */
import { isStopWord } from '../../arabic/stop-words.ts';
import { splitWords } from '../../arabic/words.ts';
import type { Tokens } from '../tokens.ts';

export interface Query {
  readonly kind: 'words' | 'phrase' | 'empty';
  /** Index terms; for words without doubles. */
  readonly terms: readonly string[];
}

/** A whole query between quotation marks of any kind is a phrase. */
const PHRASE = /^\s*[«"“”„‟‹](.+)[»"“”„‟›]\s*$/u;

export function parseQuery(text: string, { queryTerms }: Tokens): Query {
  const quoted = PHRASE.exec(text)?.[1];
  const terms = queryTerms(quoted ?? withoutStopWords(text));
  if (terms.length === 0) return { kind: 'empty', terms };
  return quoted !== undefined && terms.length > 1 ? { kind: 'phrase', terms } : { kind: 'words', terms: [...new Set(terms)] };
}

/** The query without words that say nothing alone, unless it has no others. */
function withoutStopWords(text: string): string {
  const words = splitWords(text);
  const telling = words.filter((word) => !isStopWord(word));
  return telling.length > 0 && telling.length < words.length ? telling.join(' ') : text;
}
