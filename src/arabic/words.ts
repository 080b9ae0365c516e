/**
 * The words of a text for searching: cut at everything that is not a letter, mark or digit, and brought to a normal form.
 * Order of the steps and tables: the project's notes on Arabic search; each step is covered by `test/arabic/words.tsv`.
 */
import { toWesternDigits } from './digits.ts';
import { foldLetters, hasArabic, INVISIBLE, MARKS, TATWEEL } from './letters.ts';

/** Runs of letters, marks and digits; a point, comma or Arabic decimal sign stays inside a number only between digits. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:(?<=\p{Nd})[.,\u066B\u066C](?=\p{Nd})[\p{L}\p{M}\p{N}]+)*/gu;

/** Letters of which nothing is to be opened, composed, dropped or made small. Most words of news have no others. */
export const PLAIN = /^[\u0621-\u063A\u0641-\u064A]+$/u;

/** Opens ligatures and presentation forms and drops characters that carry no text. */
export function openForms(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(TATWEEL, '');
}

/** The words as written, marks included, in order. */
export function splitWords(text: string): readonly string[] {
  return openForms(text).match(WORD) ?? [];
}

/**
 * The normal form of one word: marks gone, variant letters, hamza carriers, ta marbuta, alef maqsura and digits folded.
 * `إيران` → `ايران`, `المسؤولة` → `المسءوله`, `١٬٢٣٤` → `1234`. Idempotent.
 */
export function normalForm(word: string): string {
  if (PLAIN.test(word)) return foldArabic(foldLetters(word));
  const composed = toWesternDigits(openForms(word).toLowerCase().normalize('NFC').replace(MARKS, '').normalize('NFC'))
    .replace(/[,\u066C](?=\d)/gu, '')
    .replaceAll('\u066B', '.');
  const folded = foldLetters(composed);
  if (!hasArabic(folded)) return folded.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return foldArabic(folded);
}

/** At the end of a word a carried hamza is heard as its carrier; elsewhere all carriers are one letter. */
function foldArabic(word: string): string {
  return word
    .replaceAll('\u0629', '\u0647')
    .replace(/\u0626$/u, '\u064A')
    .replace(/\u0624$/u, '\u0648')
    .replace(/(?<=[\u0627\u0648\u064A])\u0621$/u, '')
    .replace(/[\u0624\u0626]/gu, '\u0621');
}
