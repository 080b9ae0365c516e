/** Texts in order, faster than a sort that compares them: some letters of each make a number, and numbers are sorted by the machine itself. */

/** Whole numbers up to here are exact in a float. */
const EXACT_BITS = 53;

/** Fewer texts are sooner compared. */
const FEW = 16;

/** Texts that share so many letters are no words, and are compared too. */
const MANY_LETTERS = 100;

/** @returns the places of the texts, in the order of the texts by code units. Equal texts stay in their order */
export function orderTexts(texts: readonly string[]): Uint32Array {
  const { ranks, bits } = rankUnits(texts);
  const order = new Uint32Array(texts.length);
  for (let place = 0; place < order.length; place += 1) order[place] = place;
  /** @param run places of texts that begin alike. @param same how many letters they surely share */
  const sort = (run: Uint32Array, same: number): void => {
    if (run.length < FEW || same > MANY_LETTERS) {
      sortByComparing(run, texts);
      return;
    }
    const spare = bitsFor(run.length);
    const letters = Math.floor((EXACT_BITS - spare) / bits);
    const keys = new Float64Array(run.length);
    for (let at = 0; at < run.length; at += 1) keys[at] = numberOf(texts[run[at] ?? 0] ?? '', same, letters, ranks, 2 ** bits) * 2 ** spare + at;
    keys.sort();
    const before = run.slice();
    let start = 0;
    let last = -1;
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? 0;
      const number = Math.floor(key / 2 ** spare);
      run[at] = before[key - number * 2 ** spare] ?? 0;
      if (number !== last) {
        if (last > 0 && at > start + 1) sort(run.subarray(start, at), same + letters);
        start = at;
        last = number;
      }
    }
    if (last > 0 && run.length > start + 1) sort(run.subarray(start), same + letters);
  };
  sort(order, 0);
  return order;
}

/** The code units that occur, numbered from 1 on in their order, so that a letter takes few bits; 0 is the end of a text. */
function rankUnits(texts: readonly string[]): { readonly ranks: Uint32Array; readonly bits: number } {
  const ranks = new Uint32Array(0x10000);
  for (const text of texts) for (let at = 0; at < text.length; at += 1) ranks[text.charCodeAt(at)] = 1;
  let last = 0;
  for (let unit = 0; unit < ranks.length; unit += 1) if (ranks[unit] === 1) ranks[unit] = last += 1;
  return { ranks, bits: bitsFor(last + 1) };
}

/** A number for some letters of a text: it is greater for what sorts behind. */
function numberOf(text: string, from: number, letters: number, ranks: Uint32Array, base: number): number {
  let number = 0;
  for (let at = from; at < from + letters; at += 1) number = number * base + (at < text.length ? (ranks[text.charCodeAt(at)] ?? 0) : 0);
  return number;
}

function sortByComparing(run: Uint32Array, texts: readonly string[]): void {
  run.sort((a, b) => {
    const [one, other] = [texts[a] ?? '', texts[b] ?? ''];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}

/** So many bits tell so many values apart. */
function bitsFor(values: number): number {
  return Math.max(1, Math.ceil(Math.log2(values)));
}
