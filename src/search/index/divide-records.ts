/**
 * Cuts the records into shards: Pagefind holds a whole bundle in memory, and its time grows faster than its size. Shards
 * follow the calendar, so an article changes the shard of its own time and no other; at the growing end they are small, so
 * that a day's work is indexed quickly.
 */
import type { SearchRecord } from './search-record.ts';

/** About 0.4 GB of memory while it is built. */
export const SHARD_LIMIT = 2_500;

/** A year or month at the growing end that has more than this is cut further. */
export const GROWING_LIMIT = 500;

export interface Shard {
  /** Folder of its bundle: the part of the calendar with which it begins, such as `201`, `2015`, `2015-07` or `2015-07-15`. */
  readonly key: string;
  /** By date, then by address. */
  readonly records: readonly SearchRecord[];
  /** 0 for the settled past, more the nearer to the growing end: the year, the month, the day of the newest article. */
  readonly tier: number;
}

/** Lengths of the parts of an ISO date that are kept together: a decade, a year, a month, a day. */
const PARTS = [3, 4, 7, 10] as const;

/** Oldest first. */
export function divideRecords(records: readonly SearchRecord[], limit = SHARD_LIMIT, growing = GROWING_LIMIT): readonly Shard[] {
  const ordered = [...records].sort(byDate);
  const newest = ordered.at(-1)?.date ?? '';
  return cut({ records: ordered, level: 0, tier: 0, newest, limit, growing });
}

interface Run {
  readonly records: readonly SearchRecord[];
  /** Place in `PARTS` of the parts that it is cut into. */
  readonly level: number;
  readonly tier: number;
  readonly newest: string;
  readonly limit: number;
  readonly growing: number;
}

/** The parts of a run, small neighbours joined; the part with the newest article stands alone and is cut finer. */
function cut({ records, level, tier, newest, limit, growing }: Run): readonly Shard[] {
  const digits = PARTS[level];
  if (digits === undefined || records.length === 0) return records.length === 0 ? [] : [{ key: records[0]?.date ?? '', records, tier }];
  const shards: Shard[] = [];
  const whole = records.length <= growing;
  for (const [key, part] of groupByDate(records, digits)) {
    const grows = !whole && newest.startsWith(key) && newest.length >= digits;
    // A decade is no growing end yet: its years are.
    const tierOfPart = grows && level > 0 ? tier + 1 : tier;
    if (part.length > (grows ? growing : limit)) {
      shards.push(...cut({ records: part, level: level + 1, tier: tierOfPart, newest, limit, growing }));
      continue;
    }
    const last = shards.at(-1);
    if (last !== undefined && !grows && last.tier === tier && last.key.length === key.length && last.records.length + part.length <= limit) shards[shards.length - 1] = { ...last, records: [...last.records, ...part] };
    else shards.push({ key, records: part, tier: tierOfPart });
  }
  return shards;
}

function groupByDate(records: readonly SearchRecord[], digits: number): ReadonlyMap<string, readonly SearchRecord[]> {
  const parts = new Map<string, SearchRecord[]>();
  for (const record of records) {
    const key = record.date.slice(0, digits);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [record]);
    else part.push(record);
  }
  return parts;
}

function byDate(a: SearchRecord, b: SearchRecord): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.url < b.url ? -1 : a.url > b.url ? 1 : 0;
}
