/**
 * The character classes that every other file of this room is built on.
 * Code points are written as escapes: combining marks and invisible characters cannot be read in source.
 */

/** Tashkeel and Quranic marks: honorifics, harakat, superscript alef, small high signs. */
export const MARKS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]/gu;

/** Tatweel (kashida), a stretching stroke without meaning. */
export const TATWEEL = /\u0640/gu;

/** Invisible characters that carry no text: zero-width, bidi controls, word joiner, byte order mark. */
export const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Letters written in more than one way that readers take as the same. From → to. */
const SAME_LETTER: readonly (readonly [from: string, to: string])[] = [
  ['\u0622\u0623\u0625\u0671', '\u0627'], // آ أ إ ٱ → ا
  ['\u0649\u06CC\u06CE\u06D0\u06D2', '\u064A'], // ى and Persian, Kurdish, Urdu ya → ي
  ['\u06BE\u06C0\u06C1\u06D5', '\u0647'], // Urdu and Kurdish ha → ه
  ['\u06A9\u06AA\u06AD\u06AF', '\u0643'], // ک گ → ك
  ['\u067E', '\u0628'], // پ → ب
  ['\u0686', '\u062C'], // چ → ج
  ['\u06A4\u06A5', '\u0641'], // ڤ → ف
  ['\u0698', '\u0632'], // ژ → ز
  ['\u0695', '\u0631'],
  ['\u06B5', '\u0644'],
  ['\u06C6\u06C7', '\u0648'],
];

const LETTER_MAP: ReadonlyMap<string, string> = new Map(
  SAME_LETTER.flatMap(([from, to]) => [...from].map((letter) => [letter, to] as const)),
);

const FOLDABLE = new RegExp(`[${[...LETTER_MAP.keys()].join('')}]`, 'gu');

/** Replaces every variant letter by the letter readers take it for. */
export function foldLetters(text: string): string {
  return text.replace(FOLDABLE, (letter) => LETTER_MAP.get(letter) ?? letter);
}

/** True when the text has at least one letter of the Arabic script. */
export function hasArabic(text: string): boolean {
  return /(?=\p{L})\p{Script=Arabic}/u.test(text);
}
