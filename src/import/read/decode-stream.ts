/** From bytes to text, piece by piece. A byte that is no letter becomes U+FFFD; the article that holds it is named later. */
import type { Encoding } from './detect-encoding.ts';
import { MAX_RECORD } from './limits.ts';

export async function* decodeStream(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

export interface TextLine {
  /** Without its line end; `undefined` where the line is longer than `MAX_RECORD`. */
  readonly text: string | undefined;
  /** From 1. */
  readonly line: number;
}

/** Lines that end in LF, CRLF or CR. A line beyond the limit is passed over without being kept. */
export async function* splitLines(chunks: AsyncIterable<string>, limit = MAX_RECORD): AsyncGenerator<TextLine> {
  let held: string[] = [];
  let length = 0;
  let line = 1;
  let endedInCr = false;
  const take = (): string | undefined => {
    const text = length > limit ? undefined : held.join('');
    held = [];
    length = 0;
    return text;
  };
  const keep = (part: string): void => {
    if (part === '') return;
    length += part.length;
    if (length > limit) held = [];
    else held.push(part);
  };
  for await (const raw of chunks) {
    // The LF of a CRLF that was cut in two.
    const chunk = endedInCr && raw.startsWith('\n') ? raw.slice(1) : raw;
    if (raw !== '') endedInCr = raw.endsWith('\r');
    const ends = /\r\n|\n|\r/gu;
    let start = 0;
    for (let end = ends.exec(chunk); end !== null; end = ends.exec(chunk)) {
      keep(chunk.slice(start, end.index));
      start = end.index + end[0].length;
      yield { text: take(), line };
      line += 1;
    }
    keep(chunk.slice(start));
  }
  if (length > 0) yield { text: take(), line };
}

/** The whole text, or `undefined` when it is longer than the limit. */
export async function joinText(chunks: AsyncIterable<string>, limit: number): Promise<string | undefined> {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return undefined;
    parts.push(chunk);
  }
  return parts.join('');
}
