/**
 * The words of a text, token by token: for the bundles, which keep what was written and where, and for the word index, which
 * knows their classes. Index and browser run this same code.
 *
 * A place is the number of a white-space token of the original text. A word is written so that Pagefind 1.6 leaves it alone in a question: lower case, no
 * punctuation, and a terminator that turns its prefix matching into exact matching.
 */
import { readTokenWords, type Word } from '../arabic/forms.ts';
import { usualNumber } from './format/places.ts';

/** A letter (Pagefind drops all else), without case or decomposition, that no text of the press contains. */
export const TERMINATOR = '\u01C0';

/** Stands for the point of a decimal number, which Pagefind would cut at. */
const POINT = '\u01C1';

const RESERVED = new RegExp(`[${TERMINATOR}${POINT}\u200B]`, 'gu');

export interface Token {
  /** As it was written. */
  readonly original: string;
  /** Under what it is found; none for punctuation. */
  readonly words: readonly Word[];
  /** Number of the most usual word that it is; 0 for any other. */
  readonly usual: number;
}

/** Results repeat their words. So many tokens are kept. */
const MOST_KNOWN = 50_000;

const known = new Map<string, Token>();

/** The tokens of a text; characters that the format reserves are gone. */
export function readTokens(text: string): readonly Token[] {
  return splitTokens(text).map(recallToken);
}

function recallToken(token: string): Token {
  const found = known.get(token);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const read = readToken(token);
  known.set(token, read);
  return read;
}

/** @param token one of `splitTokens` */
export function readToken(token: string): Token {
  const words = readTokenWords(token);
  return { original: token, words, usual: words.map(({ form }) => usualNumber(form)).find((number) => number > 0) ?? 0 };
}

/** A normal form as Pagefind knows it. */
export function writtenForm(form: string): string {
  return `${form.replaceAll('.', POINT)}${TERMINATOR}`;
}

export function splitTokens(text: string): readonly string[] {
  const stored = storedText(text);
  return stored === '' ? [] : stored.split(' ');
}

/** White space that is not a space between two tokens. */
const ODD_SPACE = /[^\S\uFEFF ][^\S\uFEFF]*| [^\S\uFEFF]+/gu;

/** The tokens of a text a space apart, as they are kept for showing: Pagefind splits what it shows at the same white space. */
export function storedText(text: string): string {
  const spaced = text.replace(RESERVED, '').replace(ODD_SPACE, ' ');
  return spaced.slice(spaced.startsWith(' ') ? 1 : 0, spaced.endsWith(' ') ? -1 : undefined);
}
