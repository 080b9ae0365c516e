/** Lines that many articles of one source share at their beginning or end: furniture that no rule knows yet. */
import { createHash } from 'node:crypto';
import { normalWords } from './furniture.ts';

/** Lines looked at from either end of an article. */
const DEPTH = 4;
/** A longer line is a paragraph, which agencies repeat on purpose. */
const MOST_LETTERS = 160;
/** Shares of the articles of a source, and numbers of them, from which a line is no accident. */
const LEAST_ARTICLES = 8;
const LEAST_SHARE = 0.15;
/** Lines that are remembered; beyond them the rarest could not reach the share any more. */
const MOST_LINES = 300_000;

export interface RepeatedLines {
  /** True when the line is furniture of the source. */
  readonly has: (source: string, line: string) => boolean;
  readonly size: number;
}

export interface LineCounter {
  readonly add: (source: string, text: string) => void;
  readonly result: () => RepeatedLines;
}

export function createLineCounter(): LineCounter {
  const articles = new Map<string, number>();
  const lines = new Map<string, number>();
  return {
    add: (source, text) => {
      articles.set(source, (articles.get(source) ?? 0) + 1);
      for (const line of edgeLines(text)) {
        const key = keyOf(source, line);
        if (key === undefined) continue;
        const times = lines.get(key);
        if (times !== undefined || lines.size < MOST_LINES) lines.set(key, (times ?? 0) + 1);
      }
    },
    result: () => {
      const repeated = new Set<string>();
      for (const [key, times] of lines) {
        const source = key.slice(0, key.indexOf('\u0000'));
        if (times >= LEAST_ARTICLES && times >= (articles.get(source) ?? 0) * LEAST_SHARE) repeated.add(key);
      }
      return { has: (source, line) => repeated.has(keyOf(source, line) ?? ''), size: repeated.size };
    },
  };
}

/** The first and last lines that are not empty, without cutting up the whole text. */
function edgeLines(text: string): ReadonlySet<string> {
  const head = text.slice(0, MOST_LETTERS * DEPTH).split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, DEPTH);
  const tail = text.slice(-MOST_LETTERS * DEPTH).split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(-DEPTH);
  return new Set([...head, ...tail].filter((line) => line.length <= MOST_LETTERS));
}

/** Digits count as one: `قرأه 1534 زائر` is the same line every time. */
function keyOf(source: string, line: string): string | undefined {
  if (line.length > MOST_LETTERS) return undefined;
  const words = normalWords(line).map((word) => word.replace(/\d+/gu, '0')).join(' ');
  return words === '' ? undefined : `${source}\u0000${createHash('sha1').update(words).digest('base64').slice(0, 12)}`;
}
