/** A text whose words are in normal form and whose digits are 0-9, with the way back to what was written. */
import { toWesternDigits } from '../../arabic/digits.ts';
import { normalForm } from '../../arabic/words.ts';

export interface FoldedText {
  readonly text: string;
  /** The words as they were written between two places of the folded text. */
  readonly written: (start: number, end: number) => string;
}

export function foldText(original: string): FoldedText {
  let text = '';
  const places: { readonly folded: number; readonly original: number }[] = [];
  for (const part of original.matchAll(/[\p{L}\p{M}\u0640]+|[^\p{L}\p{M}\u0640]+/gu)) {
    places.push({ folded: text.length, original: part.index });
    text += /^[\p{L}\u0640]/u.test(part[0]) ? normalForm(part[0]) : toWesternDigits(part[0]);
  }
  places.push({ folded: text.length, original: original.length });
  const back = (index: number, end: boolean): number => {
    const at = places.findLastIndex(({ folded }) => folded <= index);
    const place = places[at];
    const next = places[at + 1];
    if (place === undefined || next === undefined) return original.length;
    const inside = index - place.folded;
    // Within a run of one kind the lengths differ only in words, which are never cut.
    return next.original - place.original === next.folded - place.folded ? place.original + inside : inside === 0 ? place.original : end ? next.original : place.original;
  };
  return { text, written: (start, end) => original.slice(back(start, false), back(end, true)).trim() };
}
