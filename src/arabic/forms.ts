/** The normal forms of a text's words, and how each was written. No list is needed: the same everywhere and always. */
import { MARKS } from './letters.ts';
import { normalForm, openForms, splitWords } from './words.ts';

export interface Word {
  readonly form: string;
  /** As written, without marks. */
  readonly spelling: string;
}

/** The words of a text, in order. */
export function readWords(text: string): readonly Word[] {
  return textWords(text).map(wordOf).filter(({ form }) => form !== '');
}

/** Under what one white-space token is found: its words, and what it would be written joined or apart. Each form once. */
export function readTokenWords(token: string): readonly Word[] {
  const words = new Map<string, Word>();
  for (const word of [...readWords(token), ...compounds(token).map(wordOf)]) if (!words.has(word.form)) words.set(word.form, word);
  return [...words.values()];
}

function wordOf(word: string): Word {
  return { form: normalForm(word), spelling: openForms(word).normalize('NFC').replace(MARKS, '') };
}

/** What is joined before a foreign word (`الBBC`) is not part of it. */
function textWords(text: string): readonly string[] {
  return splitWords(text).map((word) => /^(?:[وف]?(?:[بلك]|[بك]?ال|لل)|[وف])(?=\p{Script=Latin})(.+)$/u.exec(word)?.[1] ?? word);
}

/** `F-16` is also written `F16`, and `F16` holds an F and a 16. */
function compounds(token: string): readonly string[] {
  const joined = /^[\p{P}]*([\p{L}\p{N}]+(?:[-‐‑–][\p{L}\p{N}]+)+)[\p{P}]*$/u.exec(token)?.[1];
  if (joined !== undefined) return /\p{N}|\p{Script=Latin}/u.test(joined) ? [joined.replace(/[-‐‑–]/gu, '')] : [];
  return splitWords(token).flatMap((word) => (/\p{L}\p{N}|\p{N}\p{L}/u.test(word) ? (word.match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? []) : []));
}
