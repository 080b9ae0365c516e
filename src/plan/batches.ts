/**
 * The order in which files are made. Pages that list the same articles are made in one place and one after the other, since what is shown of an
 * article in a list is made once for all of them.
 */
import type { Output } from './blocks.ts';
import type { WorkShard } from './work.ts';

/** Files that are made in one place, one after the other. */
export interface Batch {
  /** What it is, for messages. */
  readonly key: string;
  readonly outputs: readonly Output[];
}

/** Each batch costs a start of Eleventy, some milliseconds. */
const MOST = 2_000;
/** A worker that is still busy with its last batch lets the others wait. */
const BATCHES_A_PROCESS = 16;
const LEAST = 200;

/** @param processes that share the work. Years come first, since they take longest and are not divided */
export function cutBatches(work: readonly WorkShard[], processes: number): readonly Batch[] {
  const total = work.reduce((sum, { outputs }) => sum + outputs.length, 0);
  const most = Math.min(MOST, Math.max(LEAST, Math.ceil(total / (processes * BATCHES_A_PROCESS))));
  const years = new Map<string, Output[]>();
  const others: WorkShard[] = [];
  for (const { key, articles, outputs } of work) {
    const rest: Output[] = [];
    for (const output of outputs) {
      const year = articles > 0 ? undefined : yearOf(output);
      if (year === undefined) {
        rest.push(output);
        continue;
      }
      const own = years.get(year) ?? [];
      own.push(output);
      years.set(year, own);
    }
    others.push({ key, articles, outputs: rest });
  }
  return [
    ...[...years].sort(([a], [b]) => (a < b ? 1 : -1)).map(([year, outputs]): Batch => ({ key: `the year ${year}`, outputs })),
    ...others.flatMap(({ key, outputs }) => cut(outputs, most).map((batch): Batch => ({ key: `shard ${key}`, outputs: batch }))),
  ];
}

/** The Gregorian year whose articles a file is about; undefined where it is about others too. */
function yearOf(output: Output): string | undefined {
  if (!('page' in output)) return /^year\/(\d{4})$/u.exec(output.block)?.[1];
  const { kind, subject, period } = output.page;
  if (kind === 'year' || kind === 'month' || kind === 'day') return subject.slice(0, YEAR_LENGTH);
  if (kind === 'topicPeriod') return period?.slice(0, YEAR_LENGTH);
  return kind === 'hijriMonth' ? gregorianYear(subject) : undefined;
}

const YEAR_LENGTH = 4;

/** Of a Hijri month such as `1442-09`; in the mean, which is exact enough for an order: such a year has 354.367 days and the first began in July 622. */
function gregorianYear(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return String(Math.floor(622.54 + (year - 1 + (number - 1) / 12) * (354.367 / 365.2425)));
}

/** Runs of at most so many. */
export function cut<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
}
