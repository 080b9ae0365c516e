/** Cuts the records into bundles: Pagefind holds a whole bundle in memory, and its time grows faster than its size. */
import type { SearchRecord } from './search-record.ts';

/** About 0.4 GB of memory while it is built. */
export const BUNDLE_LIMIT = 2_500;

export interface SearchBundle {
  /** Folder of the bundle: the date on which it begins, such as `2015` or `2015-07-15`. */
  readonly key: string;
  readonly records: readonly SearchRecord[];
}

/**
 * Runs of whole years, of whole months where a year is too large, of days where a month is. Oldest first: what is added
 * at the growing end leaves the bundles before it as they are.
 */
export function divideRecords(records: readonly SearchRecord[], limit = BUNDLE_LIMIT): readonly SearchBundle[] {
  const ordered = [...records].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.url < b.url ? -1 : 1));
  return joinRuns(cut(ordered, 4, limit), limit);
}

/** @param digits length of the part of the date that is kept together: 4 a year, 7 a month, 10 a day */
function cut(records: readonly SearchRecord[], digits: number, limit: number): readonly SearchBundle[] {
  const runs = new Map<string, SearchRecord[]>();
  for (const record of records) {
    const key = record.date.slice(0, digits);
    const run = runs.get(key);
    if (run === undefined) runs.set(key, [record]);
    else run.push(record);
  }
  // A single day is not divided further, however large it is.
  return [...runs].flatMap(([key, run]) => (run.length > limit && digits < 10 ? joinRuns(cut(run, digits + 3, limit), limit) : [{ key, records: run }]));
}

function joinRuns(runs: readonly SearchBundle[], limit: number): readonly SearchBundle[] {
  const joined: SearchBundle[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && last.records.length + run.records.length <= limit) joined[joined.length - 1] = { key: last.key, records: [...last.records, ...run.records] };
    else joined.push(run);
  }
  return joined;
}
