/** The normal forms of a text's words, and how each was written. No list is needed: the same everywhere and always. */
import { MARKS } from './letters.ts';
import { normalForm, openForms, PLAIN, splitWords } from './words.ts';

export interface Word {
  readonly form: string;
  /** As written, without marks. */
  readonly spelling: string;
}

/** The words of a text, in order. */
export function readWords(text: string): readonly Word[] {
  return namedWords(splitWords(text));
}

/** Under what one white-space token is found: its words, and what it would be written joined or apart. Each form once. */
export function readTokenWords(token: string): readonly Word[] {
  if (PLAIN.test(token)) return [wordOf(token)];
  const parts = splitWords(token);
  const words = new Map<string, Word>();
  for (const word of [...namedWords(parts), ...compounds(token, parts).map(wordOf)]) if (!words.has(word.form)) words.set(word.form, word);
  return [...words.values()];
}

function wordOf(word: string): Word {
  if (PLAIN.test(word)) return { form: normalForm(word), spelling: word };
  return { form: normalForm(word), spelling: openForms(word).normalize('NFC').replace(MARKS, '') };
}

function namedWords(parts: readonly string[]): readonly Word[] {
  return parts.map(withoutArabicPrefix).map(wordOf).filter(({ form }) => form !== '');
}

/** What is joined before a foreign word (`الBBC`) is not part of it. */
function withoutArabicPrefix(word: string): string {
  return /^(?:[وف]?(?:[بلك]|[بك]?ال|لل)|[وف])(?=\p{Script=Latin})(.+)$/u.exec(word)?.[1] ?? word;
}

/** `F-16` is also written `F16`, and `F16` holds an F and a 16. @param parts the words of the token */
function compounds(token: string, parts: readonly string[]): readonly string[] {
  const joined = /^[\p{P}]*([\p{L}\p{N}]+(?:[-‐‑–][\p{L}\p{N}]+)+)[\p{P}]*$/u.exec(token)?.[1];
  if (joined !== undefined) return /\p{N}|\p{Script=Latin}/u.test(joined) ? [joined.replace(/[-‐‑–]/gu, '')] : [];
  return parts.flatMap((word) => (/\p{L}\p{N}|\p{N}\p{L}/u.test(word) ? (word.match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? []) : []));
}
