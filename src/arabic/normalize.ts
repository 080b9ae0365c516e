/**
 * Three levels of sameness, each for its own use.
 *
 * - display: what is shown. Canonical composition, nothing else.
 * - identity: do two tags or names mean the same? Marks, hamza carriers, ta marbuta and alef maqsura are folded.
 * - search: what a searcher may type for it; see `words.ts`, which works on the words of a text.
 */
import { toWesternDigits } from './digits.ts';
import { foldLetters, INVISIBLE, MARKS, TATWEEL } from './letters.ts';

/** Punctuation between the words of a name; `#`, `&`, `@` and `%` are taken for signs, as in C#. */
const PUNCTUATION = /(?![#&@%])\p{P}/gu;

/** Unicode NFC: letters and marks composed, nothing lost. */
export function displayForm(text: string): string {
  return text.normalize('NFC');
}

/**
 * The key under which spellings of one name meet: `أحمد` = `احمد`, `مكتبة` = `مكتبه`, `على` = `علي`, `عـلم` = `علم`.
 * White space and punctuation are collapsed, case and digit shapes are folded: `لندن - رويترز` = `لندن: رويترز`. Signs that are
 * part of a name stay: `أوبك+` is not `أوبك`. Idempotent.
 */
export function identityForm(text: string): string {
  const folded = foldLetters(text.normalize('NFKC').replace(INVISIBLE, '').replace(TATWEEL, ''))
    .replace(MARKS, '')
    .replaceAll('\u0629', '\u0647') // ة → ه
    .replaceAll('\u0624', '\u0648') // ؤ → و
    .replaceAll('\u0626', '\u064A'); // ئ → ي
  return toWesternDigits(folded).toLowerCase().normalize('NFKC').replace(PUNCTUATION, ' ').replace(/\s+/gu, ' ').trim();
}

/** True for a name that is written with vowel marks. */
export function isMarked(name: string): boolean {
  return name.replace(MARKS, '') !== name;
}
