/** How much there is to read. */

/**
 * Words a minute of silent reading in Arabic: 181 in the mean of the studies gathered by M. Brysbaert, How many words do we read
 * per minute?, Journal of Memory and Language 109 (2019). Other languages are not told apart: minutes are whole ones.
 */
const WORDS_A_MINUTE = 180;

/**
 * Words of a text in Markdown; addresses of links and pictures are none. A word begins with a letter or a number and goes on with letters, marks
 * and numbers, and with signs such as the point of 3.5 where a letter or a number follows.
 */
export function countWords(body: string): number {
  // Few texts have either, and a pattern takes longer to say so.
  const linked = body.includes('](') ? body.replace(/\]\([^)\s]*(?:\s+"[^"]*")?\)/gu, ']') : body;
  const text = linked.includes('://') ? linked.replace(/https?:\/\/\S+/giu, ' ') : linked;
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at) ?? 0;
    const next = at + (point > 0xffff ? 2 : 1);
    const kind = kindOf(point);
    if (kind === BEGINS) {
      if (!inWord) words += 1;
      inWord = true;
    } else if (inWord) {
      inWord = kind === GOES_ON || (kind === JOINS && kindOf(text.codePointAt(next) ?? 0) === BEGINS);
    }
    at = next;
  }
  return words;
}

const [BEGINS, GOES_ON, JOINS, PARTS] = [1, 2, 3, 4] as const;

/** Kinds of the characters of the Basic Multilingual Plane as they are met; 0 for those that were not. */
const kinds = new Uint8Array(0x10000);

function kindOf(point: number): number {
  const known = kinds[point] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCodePoint(point);
  const kind = /[\p{L}\p{N}]/u.test(character) ? BEGINS : /\p{M}/u.test(character) ? GOES_ON : /['’.,-]/u.test(character) ? JOINS : PARTS;
  if (point < kinds.length) kinds[point] = kind;
  return kind;
}

/** Whole minutes; 0 for less than half a one. */
export function readingMinutes(words: number): number {
  return Math.round(words / WORDS_A_MINUTE);
}
