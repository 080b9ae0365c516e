/** The first reading of the sources: how many articles there are, and which lines many of one source share. */
import { batchOf } from './foreign-article.ts';
import { edgeLines } from './news/edge-lines.ts';
import { createLineCounter, type RepeatedLines } from './news/repeated-lines.ts';
import type { SourceFile } from './read/find-sources.ts';
import { readSource, type ReadOptions } from './read/read-source.ts';

export interface Learned {
  readonly repeated: RepeatedLines;
  /** Articles, as far as they were counted. */
  readonly total: number;
  readonly pages: ReadPages;
}

type FoundInSource = ReturnType<typeof readSource> extends AsyncGenerator<infer One> ? One : never;

/** Saved pages that were read: to find their main text twice would double the time. */
export interface ReadPages {
  /** What was found in a file, once. */
  readonly take: (source: SourceFile) => readonly FoundInSource[] | undefined;
}

/** Characters of pages that are kept: some five thousand. */
const MOST_KEPT = 24_000_000;
/** Of the pages beyond them every tenth is read twice: a line that many share is among those too. */
const SAMPLE = 10;
const PROGRESS_EVERY = 200;

export async function learnRepeated(sources: readonly SourceFile[], options: ReadOptions, onCount: (articles: number) => void): Promise<Learned> {
  const counter = createLineCounter();
  const kept = new Map<string, readonly FoundInSource[]>();
  let size = 0;
  let total = 0;
  let beyond = 0;
  for (const source of sources) {
    const page: FoundInSource[] = [];
    let isPage = false;
    for await (const found of readSource(source, options)) {
      if ('kind' in found && found.kind.format === 'html') {
        isPage = true;
        if (size >= MOST_KEPT && (beyond += 1) % SAMPLE !== 0) {
          total += 1;
          break;
        }
      }
      if (isPage) page.push(found);
      if (!('article' in found)) continue;
      total += 1;
      counter.add(batchOf(found.article), edgeLines(found.article.body));
      if (isPage) size += found.article.body.text.length;
      if (total % PROGRESS_EVERY === 0) onCount(total);
    }
    if (isPage && size < MOST_KEPT) kept.set(source.path, page);
  }
  return {
    repeated: counter.result(),
    total,
    pages: {
      take: ({ path }) => {
        const page = kept.get(path);
        kept.delete(path);
        return page;
      },
    },
  };
}
