/** Order of names in A–Z lists: letter order of the language, with the article ال passed over. */
import { foldLetters, hasArabic, MARKS, TATWEEL } from './letters.ts';

const collator = new Intl.Collator('ar', { usage: 'sort', sensitivity: 'variant', numeric: true });

/** Beginnings whose ال is part of the word itself, without hamza; a list of an editor's, not a rule. `اللهجات` and `العابد` do have an article. */
const LEXICAL_ARTICLE = /^(?:المانيا|البانيا|الكترون|الله(?!\p{L})|العاب(?!\p{L})|الت(?:زام(?!ن)|هاب|حاق|قاط(?!ع)|قاء|باس|فاف))/u;

/** The text by which a name is sorted: without ال before a word of two letters or more. `الأمم المتحدة` → `أمم المتحدة`. */
export function sortKey(name: string): string {
  const bare = name.replace(MARKS, '').replace(TATWEEL, '').replace(/^[^\p{L}\p{N}]+/u, '');
  if (LEXICAL_ARTICLE.test(bare)) return bare;
  return bare.replace(/^[اٱ]ل(?=\p{L}{2})/u, '');
}

/** Comparator for names; equal names stay in code-point order so that a list never depends on its input order. */
export function compareNames(a: string, b: string): number {
  return compareKeyed(a, sortKey(a), b, sortKey(b));
}

/** The same order for a long list: each name's key is made once. */
export function nameOrder(): (a: string, b: string) => number {
  const keys = new Map<string, string>();
  const keyOf = (name: string): string => {
    const key = keys.get(name) ?? sortKey(name);
    keys.set(name, key);
    return key;
  };
  return (a, b) => compareKeyed(a, keyOf(a), b, keyOf(b));
}

function compareKeyed(a: string, keyA: string, b: string, keyB: string): number {
  return collator.compare(keyA, keyB) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The heading a name stands under: its first letter with hamza carriers folded (أ إ آ → ا), `#` for digits, capitals for Latin. */
export function indexLetter(name: string): string {
  const first = [...foldLetters(sortKey(name))][0] ?? '';
  if (hasArabic(first)) return first;
  return /\p{L}/u.test(first) ? first.toUpperCase() : '#';
}
