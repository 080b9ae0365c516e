/**
 * The ending of a word, taken off where a vocabulary does not speak against it: rules (`stem.ts`) take `ان` for a dual, the vocabulary
 * shows that `برلمان` is no two of anything.
 */
import type { Attested } from './proclitics.ts';
import { cutSuffix, foldLastHamza } from './stem.ts';

/** Seen less often, a word says nothing of its ending. */
const LEAST = 5;

/** Endings of the plural come together: where one is seen the other is too. */
const PLURALS: ReadonlyMap<string, string> = new Map([['ين', 'ون'], ['ون', 'ين']]);

/** Pronouns that are letters of many words: `تراكم`, `مساهم`. */
const PRONOUNS = new Set(['ها', 'هم', 'هن', 'كم', 'نا']);

/** Endings of what is of something: `برلماني`, `برلمانية`. */
const RELATIONS = new Set(['ي', 'يه', 'يين', 'يون', 'يات']);

export function createEndings(attested: Attested): (word: string) => string {
  const seen = (word: string): number => attested(word) + attested(`ال${word}`);

  /** True where the ending belongs to the word: without it the word is hardly seen. */
  const isOwn = (word: string, rest: string, ending: string): boolean => {
    if (ending !== 'ان' && !PLURALS.has(ending) && !PRONOUNS.has(ending)) return false;
    const whole = seen(word);
    if (whole < LEAST) return false;
    const without = seen(foldLastHamza(rest)) + seen(`${rest}ه`);
    if (ending === 'ان') return 2 * without < whole;
    const other = PLURALS.get(ending);
    return other === undefined ? 10 * without < whole : 3 * without < whole && 20 * seen(rest + other) < whole;
  };

  const keepsEnding = (word: string): boolean => {
    const rest = cutSuffix(word);
    return word.startsWith(rest) && isOwn(word, rest, word.slice(rest.length));
  };

  return (word) => {
    const cut = cutSuffix(word);
    if (!word.startsWith(cut)) return cut;
    const ending = word.slice(cut.length);
    if (isOwn(word, cut, ending)) return word;
    // What is of a thing is a word of its own, as with names: who asks for the parliament does not ask for its members.
    if (RELATIONS.has(ending) && keepsEnding(cut)) return `${cut}ي`;
    return cut;
  };
}
