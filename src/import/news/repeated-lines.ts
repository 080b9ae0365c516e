/** Lines that many articles of one source share at their beginning or end: furniture that no rule knows yet. */
import { createHash } from 'node:crypto';
import { EDGE } from './edge-lines.ts';
import { normalWords } from './furniture.ts';

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
  /** True for a block that stands so near the beginning or end of its article that it was counted. */
  readonly reaches: (index: number, blocks: number) => boolean;
  readonly size: number;
}

export interface LineCounter {
  /** @param edges the first and last lines of an article */
  readonly add: (source: string, edges: Iterable<string>) => void;
  readonly result: () => RepeatedLines;
}

export function createLineCounter(): LineCounter {
  const articles = new Map<string, number>();
  const lines = new Map<string, number>();
  return {
    add: (source, edges) => {
      articles.set(source, (articles.get(source) ?? 0) + 1);
      for (const key of new Set([...edges].map((line) => keyOf(source, line)))) {
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
      return { has: (source, line) => repeated.has(keyOf(source, line) ?? ''), reaches: (index, blocks) => index < EDGE || index >= blocks - EDGE, size: repeated.size };
    },
  };
}

/** Words of a line in which numbers make no difference: more are a headline, as daily prices and the weather have it. */
const MOST_COUNTED = 5;

/** `قرأه 1534 زائر` is the same line every time, whatever the number. */
function keyOf(source: string, line: string): string | undefined {
  if (line.length > MOST_LETTERS) return undefined;
  const forms = normalWords(line);
  const words = (forms.length <= MOST_COUNTED ? forms.map((word) => word.replace(/\d+/gu, '0')) : forms).join(' ');
  return words === '' ? undefined : `${source}\u0000${createHash('sha1').update(words).digest('base64').slice(0, 12)}`;
}
