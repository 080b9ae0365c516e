/** Where an article's own paragraphs begin and end: before and behind them stand headlines, names, dates and furniture. */

export interface Zones {
  /** Blocks before the first paragraph. */
  readonly head: number;
  /** Index of the first block behind the last paragraph. */
  readonly tail: number;
}

/** A longer block is a paragraph whatever ends it; a shorter one is told by its full stop. */
const LONG = 135;
const SENTENCE = 50;
/** No more lines than these stand before a text; a poem or a list is one paragraph. */
const MOST_HEAD = 12;
const MOST_TAIL = 40;

export function isParagraph(plain: string): boolean {
  return plain.length > LONG || (plain.length > SENTENCE && /[.!؟?…][\s»"”)]*$/u.test(plain));
}

/** One full stop: titles end in three, or in none. */
export function endsSentence(plain: string): boolean {
  return /(?<![.…])\.[\s»"”)]*$/u.test(plain);
}

export function findZones(lines: readonly string[]): Zones {
  const first = lines.findIndex(isParagraph);
  const last = lines.findLastIndex(isParagraph);
  if (first === -1) return { head: Math.min(lines.length, 4), tail: Math.max(0, lines.length - 4) };
  return { head: Math.min(first, MOST_HEAD), tail: Math.max(last + 1, lines.length - MOST_TAIL) };
}
