/** Kicker, headline and subtitle: which of the short lines before a text is which. */
import { isStopWord } from '../../arabic/stop-words.ts';
import { normalForm, splitWords } from '../../arabic/words.ts';

export interface Headlines {
  readonly kicker: string | undefined;
  readonly title: string;
  readonly subtitle: string | undefined;
  /** How many lines of the text they took. */
  readonly taken: number;
}

/** A headline is one line of at most so many letters, and does not close like a sentence of a text. */
const MOST_LETTERS = 135;
const MOST_HEADS = 3;

/** @param lines paragraphs of the article, furniture gone @returns nothing where the text begins at once */
export function findHeadlines(lines: readonly string[]): Headlines | undefined {
  const heads = takeHeads(lines);
  const lead = lines.slice(heads.length, heads.length + 2).join(' ');
  const [first, second, third] = heads;
  if (first === undefined) return undefined;
  if (second === undefined) return { kicker: undefined, title: first, subtitle: undefined, taken: 1 };
  // One word above a headline is its rubric.
  if (isOneWord(first)) return { kicker: first, title: second, subtitle: third, taken: heads.length };
  // The headline tells what the lead tells again; a kicker or subtitle adds to it.
  const shares = heads.map((head) => sharedWords(head, lead));
  const share = (index: number): number => shares[index] ?? 0;
  if (third !== undefined) {
    // Two words are no headline where one line is longer.
    const long = heads.flatMap((head, index) => (splitWords(head).length >= 4 ? [index] : []));
    if (long.length === 1 && long[0] === 0) return { kicker: undefined, title: first, subtitle: `${second} ${third}`, taken: 3 };
    if (long.length === 1 && long[0] === 2) return { kicker: `${first} ${second}`, title: third, subtitle: undefined, taken: 3 };
    const top = share(0) > share(1) && share(0) > share(2);
    return top ? { kicker: undefined, title: first, subtitle: `${second} ${third}`, taken: 3 } : { kicker: first, title: second, subtitle: third, taken: 3 };
  }
  if (share(1) > share(0) + 0.05 || (share(1) === share(0) && first.length < second.length * 0.6)) return { kicker: first, title: second, subtitle: undefined, taken: 2 };
  return { kicker: undefined, title: first, subtitle: second, taken: 2 };
}

function takeHeads(lines: readonly string[]): readonly string[] {
  const heads: string[] = [];
  for (const [index, line] of lines.entries()) {
    // The last line of an article is its text, however short.
    if (heads.length === MOST_HEADS || index === lines.length - 1 || !(isHeadline(line) || (index === 0 && isOneWord(line)))) break;
    heads.push(line);
  }
  // Short lines all through are a list or a poem: only its first line is a headline.
  const text = lines.slice(heads.length);
  if (heads.length === MOST_HEADS && text.length > 2 && text.every((line) => line.length < MOST_LETTERS / 2)) return heads.slice(0, 1);
  return heads;
}

function isOneWord(line: string): boolean {
  return /^[\p{L}\p{M}\u0640]{2,25}$/u.test(line.trim());
}

/** True for a line that may stand above a text. */
export function isHeadline(line: string): boolean {
  return line.length <= MOST_LETTERS && !/[.:،,]\s*$/u.test(line.replace(/[\u200E\u200F]/gu, '').replace(/\.{2,}$/u, '')) && splitWords(line).length >= 2 && !/\.\s+\p{L}.*\.\s+\p{L}/u.test(line);
}

/** Share of the words of a line that the text has too, by their first letters: `يبحث` meets `بحث` by its last ones. */
function sharedWords(line: string, text: string): number {
  const of = (value: string): Set<string> => new Set(splitWords(value).filter((word) => !isStopWord(word)).map((word) => rootOf(normalForm(word))));
  const words = of(line);
  const known = of(text);
  return words.size === 0 ? 0 : [...words].filter((word) => known.has(word)).length / words.size;
}

function rootOf(word: string): string {
  const bare = word.replace(/^(?:وال|بال|كال|فال|لل|ال)(?=.{3})/u, '');
  return bare.length > 3 ? bare.replace(/^[يتن](?=.{3})/u, '') : bare;
}
