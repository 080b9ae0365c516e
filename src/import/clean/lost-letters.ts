/** Letters that are gone: UTF-8 read as another encoding, `?` where letters stood, U+FFFD. Nothing here can be repaired. */
import { findMojibake } from '../../article/decode-file.ts';

export interface LostLetters {
  readonly code: 'mojibake' | 'question-marks' | 'replacement';
  readonly reason: string;
  readonly fix: string;
  /** Where in the text. */
  readonly index: number;
  /** Few enough that a person could look the words up. */
  readonly slight: boolean;
}

export function findLostLetters(text: string): LostLetters | undefined {
  const mojibake = findMojibake(text) ?? latinMojibake(text);
  if (mojibake !== undefined) return { code: 'mojibake', index: mojibake, slight: false, reason: `${JSON.stringify(text.slice(mojibake, mojibake + 12))} is Arabic that was read in a wrong encoding and saved again`, fix: 'go back to the original, or to a copy that was not converted' };
  const found = questionMarks(text);
  const marks = found?.index ?? 0;
  if (found !== undefined) return { code: 'question-marks', index: marks, slight: found.slight, reason: `letters were replaced by "?" (${JSON.stringify(text.slice(Math.max(0, marks - 6), marks + 14).trim())}): they cannot be restored from this file`, fix: 'go back to the original; this happens when Arabic is saved in a Western encoding' };
  const replaced = text.indexOf('\uFFFD');
  if (replaced !== -1) {
    const count = text.split('\uFFFD').length - 1;
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    return { code: 'replacement', index: replaced, slight: count <= Math.max(1, letters / 200), reason: `${String(count)} letters were lost before or while the file was read (U+FFFD)`, fix: 'look the words up in the original, or try another --encoding' };
  }
  return undefined;
}

/** windows-1256 or ISO-8859-6 read as Western: words of accented letters and signs, as in `ÇáÚÑÈíÉ`. */
function latinMojibake(text: string): number | undefined {
  if (!/[\u00C0-\u00FF][\u00C0-\u00FF¡-¿]{2}/u.test(text)) return undefined;
  const words = [...text.matchAll(/(?:[\u00C0-\u00FF][\u00C0-\u00FF¡-¿]{2,})/gu)];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const accented = words.reduce((sum, [word]) => sum + word.length, 0);
  return words.length >= 3 && accented > letters * 0.3 ? words[0]?.index : undefined;
}

/**
 * Questions end in one mark, and an Arabic text uses `؟`. Marks inside words, or runs of them in many places, are what is
 * left of letters.
 */
function questionMarks(text: string): { readonly index: number; readonly slight: boolean } | undefined {
  if (!text.includes('?')) return undefined;
  const bare = text.replace(/(?:https?:\/\/|www\.)\S+/giu, (address) => 'x'.repeat(address.length));
  const signs = bare.match(/\S/gu)?.length ?? 0;
  const marks = bare.match(/\?/gu)?.length ?? 0;
  const inside = [...bare.matchAll(/(?<=\p{Script=Arabic})\?+(?=\p{Script=Arabic})/gu)];
  const begins = [...bare.matchAll(/(?<=^|\s)\?+(?=[\p{L}?])/gu)];
  if (marks > 8 && marks > signs * 0.1) return { index: bare.indexOf('?'), slight: false };
  if (begins.length >= 5 && marks > signs * 0.05) return { index: begins[0]?.index ?? 0, slight: false };
  // `ا?سبانية`: some programs lose only the joined forms of lam and alef.
  if (inside.length >= 3) return { index: inside[0]?.index ?? 0, slight: inside.length < signs / 100 };
  return undefined;
}

/** Line of a place in a text, from 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
