/**
 * The Arabic analysis as Pagefind sees it. Index and browser run this same code, with the same lists.
 *
 * Each white-space token of the original text becomes exactly one analysed token, so that the positions which Pagefind
 * reports point into the original. A token is written for Pagefind 1.6 so that it leaves it alone: lower case, no
 * punctuation, and a terminator that turns its prefix matching into exact matching.
 */
import type { Analyser } from '../arabic/analyser.ts';

/** A letter (Pagefind drops all else), without case or decomposition, that no text of the press contains. */
export const TERMINATOR = '\u01C0';

/** Stands for the point of a decimal number, which Pagefind would cut at. */
const POINT = '\u01C1';

/** What a token without any word becomes; it keeps the place. */
const EMPTY = '-';

const RESERVED = new RegExp(`[${TERMINATOR}${POINT}\u200B]`, 'gu');

/** The original as it is stored for showing: characters that the format reserves are gone, tokens stand a space apart. */
export function originalText(text: string): string {
  return splitTokens(text).join(' ');
}

export interface Tokens {
  /** The analysed text: as many tokens as `originalText` has. */
  readonly analysedText: (text: string) => string;
  /** The index terms of a query's words, in order, doubles included. */
  readonly queryTerms: (text: string) => readonly string[];
}

/** News repeats its words: in 10,000 articles nine tokens of ten were seen before. */
const MOST_KNOWN = 300_000;

export function createTokens(analyser: Analyser): Tokens {
  const known = new Map<string, string>();
  const analyse = (token: string): string => {
    const found = known.get(token);
    if (found !== undefined) return found;
    if (known.size >= MOST_KNOWN) known.clear();
    const analysed = analyser.tokenClasses(token).map(terminate).join(EMPTY) || EMPTY;
    known.set(token, analysed);
    return analysed;
  };
  return {
    analysedText: (text) => splitTokens(text).map(analyse).join(' '),
    queryTerms: (text) => analyser.queryClasses(text.replace(RESERVED, '')).map(terminate),
  };
}

/** Pagefind splits what it shows at this same expression. */
function splitTokens(text: string): readonly string[] {
  return text.replace(RESERVED, '').split(/[^\S\uFEFF]+/u).filter((token) => token !== '');
}

function terminate(word: string): string {
  return `${word.replaceAll('.', POINT)}${TERMINATOR}`;
}
