/** Excerpts of the original text with every hit marked, whatever form it has. Plain pieces: nothing of an index becomes markup. */

export interface ExcerptPiece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * The part of a text with most hits, as pieces that are marked or not.
 * @param content the original text as it is stored: tokens, a space apart
 * @param positions numbers of the tokens that hit, from 0
 * @param length number of tokens in the excerpt
 */
export function buildExcerpt(content: string, positions: readonly number[], length: number): readonly ExcerptPiece[] {
  const tokens = content.split(' ');
  const hits = new Set(positions.filter((position) => position < tokens.length));
  const dense = densestStart([...hits].sort((a, b) => a - b), tokens.length, length);
  // An excerpt does not open with a dash that closed what came before.
  const start = dense > 0 ? dense + Math.max(0, tokens.slice(dense, dense + length).findIndex(hasWord)) : 0;
  const end = Math.min(tokens.length, start + length);
  const pieces: ExcerptPiece[] = start > 0 ? [{ text: '… ', marked: false }] : [];
  for (let at = start; at < end; at += 1) {
    const token = tokens[at] ?? '';
    pieces.push(...(hits.has(at) ? markWord(token) : [{ text: token, marked: false }]), { text: at + 1 < end ? ' ' : '', marked: false });
  }
  if (end < tokens.length) pieces.push({ text: ' …', marked: false });
  return joinPlain(pieces);
}

function hasWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

/** Start of the window with most hits; the earliest of equals, with some words before its first hit. */
function densestStart(hits: readonly number[], tokens: number, length: number): number {
  let best = { start: 0, count: 0 };
  for (const [index, start] of hits.entries()) {
    let count = 0;
    while ((hits[index + count] ?? Infinity) < start + length) count += 1;
    if (count > best.count) best = { start, count };
  }
  const lead = Math.floor(length / 6);
  return Math.max(0, Math.min(best.start - lead, tokens - length));
}

/** The punctuation round a word is not part of the hit: `«المناخ»،` marks `المناخ`. */
function markWord(token: string): readonly ExcerptPiece[] {
  const [, before = '', word = '', after = ''] = /^([^\p{L}\p{M}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su.exec(token) ?? [];
  return [
    { text: before, marked: false },
    { text: word, marked: true },
    { text: after, marked: false },
  ];
}

function joinPlain(pieces: readonly ExcerptPiece[]): readonly ExcerptPiece[] {
  const joined: ExcerptPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '') continue;
    if (last !== undefined && !last.marked && !piece.marked) joined[joined.length - 1] = { text: last.text + piece.text, marked: false };
    else joined.push(piece);
  }
  return joined;
}
