/**
 * Shards: the archive cut along the calendar into pieces that are built, indexed and sent to other machines one at a time.
 *
 * A shard is a cell of the calendar: all of it, a decade, a year, a month, ten days or a day. A cell that holds more articles than
 * the limit is divided into the cells within. The boundaries are the calendar's own, so an article that comes in
 * late changes the shard of its own date and no other, and the name of a shard never depends on what is in it.
 *
 * The cell of the newest date is the growing end: it is divided until its pieces are small, so that a daily build indexes
 * little. Once newer dates have left a month or a year, it is closed and its pieces are joined.
 */
import { groupBy } from '../archive/archive.ts';

/** What a shard has to know of an article. */
export interface Dated {
  readonly id: string;
  /** ISO 8601, of any precision. */
  readonly date: string;
}

export interface Shard<T extends Dated = Dated> {
  /** `all`, `201x`, `2015`, `2015-07`, `2015-07-1x`, `2015-07-15`, or with `+1` a part of a crowded cell that cannot be divided by date. */
  readonly key: string;
  /** By date as it is written, then by id. */
  readonly articles: readonly T[];
}

export interface ShardSizes {
  /** Most articles of a closed shard. */
  readonly closed: number;
  /** Most articles of a shard at the growing end. */
  readonly growing: number;
}

/** A shard is in memory, with all its words, while its bundle is written: about 0.2 GB for so many articles. */
export const SHARD_SIZE = 2_000;

/** A daily build indexes one growing shard anew. */
export const GROWING_SHARE = 0.125;

/** @param closed most articles of a closed shard; those at the growing end are an eighth of it */
export function shardSizes(closed = SHARD_SIZE): ShardSizes {
  return { closed, growing: Math.max(1, Math.round(closed * GROWING_SHARE)) };
}

/** Lengths of the part of a date that the cells of each level share: everything, decade, year, month, ten days, day. */
const LEVELS = [0, 3, 4, 7, 9, 10] as const;
const ALL = 'all';

/**
 * Divides articles into shards, oldest first: no article of a shard is of an older day than any of the shard before it. A year or
 * month alone stands before its days. The result depends on the set of articles only.
 */
export function divideShards<T extends Dated>(articles: readonly T[], sizes: ShardSizes = shardSizes()): readonly Shard<T>[] {
  const ordered = [...articles].sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
  const newest = day(ordered.at(-1)?.date ?? '');
  return divide(ordered, 0, newest, sizes);
}

function divide<T extends Dated>(articles: readonly T[], level: number, newest: string, sizes: ShardSizes): readonly Shard<T>[] {
  const length = LEVELS[level];
  if (length === undefined) return divideCrowd(articles, newest, sizes);
  return [...groupBy(articles, ({ date }) => cellKey(date, length))].flatMap(([key, cell]): readonly Shard<T>[] => {
    const growing = newest.startsWith(cell[0]?.date.slice(0, length) ?? '');
    return cell.length <= (growing ? sizes.growing : sizes.closed) ? [{ key, articles: cell }] : divide(cell, level + 1, newest, sizes);
  });
}

/** Articles of one day, or of one month or year without a day, in numbered parts by their ids: an article's part does not depend on the others. */
function divideCrowd<T extends Dated>(articles: readonly T[], newest: string, { closed, growing }: ShardSizes): readonly Shard<T>[] {
  const key = articles[0]?.date.slice(0, 10) ?? '';
  const limit = key === newest ? growing : closed;
  if (articles.length <= limit) return [{ key, articles }];
  // Powers of two, so that the parts stay the same until the crowd has doubled; half full on average, so that chance leaves none too large.
  const parts = 2 ** Math.ceil(Math.log2(articles.length / limit) + 1);
  return [...groupBy(articles, ({ id }) => idNumber(id) % parts)]
    .sort(([a], [b]) => a - b)
    .map(([part, own]) => ({ key: `${key}+${String(part)}`, articles: own }));
}

/** @param length letters of the date that the cell is named after */
function cellKey(date: string, length: (typeof LEVELS)[number]): string {
  // What has no month or day is a cell of its own below the year or month.
  if (length === 0) return ALL;
  const key = date.slice(0, length);
  return key.length === length && (length === 3 || length === 9) ? `${key}x` : key;
}

function day(date: string): string {
  return date.slice(0, 10);
}

/** FNV-1a. */
function idNumber(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
