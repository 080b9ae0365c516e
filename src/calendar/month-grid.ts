/** The weeks of a month, laid out for a calendar table. */
import { weekdayOf, type Day } from './day.ts';

/** Rows of seven cells; `undefined` where a cell lies outside the month. */
export type MonthGrid = readonly (readonly (Day | undefined)[])[];

/**
 * Lays consecutive days out in weeks.
 * @param days the days of one month, in order
 * @param firstWeekday ISO number of the weekday that opens a week: 6 (Saturday), 7 (Sunday) or 1 (Monday)
 */
export function buildMonthGrid(days: readonly Day[], firstWeekday: number): MonthGrid {
  const first = days[0];
  if (first === undefined) return [];
  const lead = (weekdayOf(first) - firstWeekday + 7) % 7;
  const cells: (Day | undefined)[] = [...Array<undefined>(lead).fill(undefined), ...days];
  while (cells.length % 7 !== 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
