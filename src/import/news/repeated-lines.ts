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
  /** Source → number made of a line's words → articles that have it. */
  const lines = new Map<string, Map<number, number>>();
  let size = 0;
  return {
    add: (source, edges) => {
      articles.set(source, (articles.get(source) ?? 0) + 1);
      const own = lines.get(source) ?? new Map<number, number>();
      lines.set(source, own);
      for (const key of new Set([...edges].map(keyOf))) {
        if (key === undefined) continue;
        const times = own.get(key);
        if (times === undefined && size >= MOST_LINES) continue;
        if (times === undefined) size += 1;
        own.set(key, (times ?? 0) + 1);
      }
    },
    result: () => {
      const repeated = new Map<string, ReadonlySet<number>>();
      for (const [source, own] of lines) {
        const least = Math.max(LEAST_ARTICLES, (articles.get(source) ?? 0) * LEAST_SHARE);
        const keys = new Set([...own].filter(([, times]) => times >= least).map(([key]) => key));
        if (keys.size > 0) repeated.set(source, keys);
      }
      lines.clear();
      return {
        has: (source, line) => {
          const keys = repeated.get(source);
          const key = keys === undefined ? undefined : keyOf(line);
          return key !== undefined && keys?.has(key) === true;
        },
        reaches: (index, blocks) => index < EDGE || index >= blocks - EDGE,
        size: [...repeated.values()].reduce((sum, keys) => sum + keys.size, 0),
      };
    },
  };
}

/** Words of a line in which numbers make no difference: more are a headline, as daily prices and the weather have it. */
const MOST_COUNTED = 5;

/** `قرأه 1534 زائر` is the same line every time, whatever the number. */
function keyOf(line: string): number | undefined {
  if (line.length > MOST_LETTERS) return undefined;
  const forms = normalWords(line);
  const words = (forms.length <= MOST_COUNTED ? forms.map((word) => word.replace(/\d+/gu, '0')) : forms).join(' ');
  return words === '' ? undefined : createHash('sha1').update(words).digest().readUIntBE(0, 6);
}
