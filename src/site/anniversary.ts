/** The days of a year without its number, in both calendars. */
import { daysInMonth, pad2 } from '../calendar/day.ts';

export interface Anniversary {
  readonly calendar: 'gregorian' | 'hijri';
  readonly month: number;
  readonly day: number;
  /** `05-04`, `h09-22` */
  readonly key: string;
}

/** A leap year has every day. A Hijri month has 29 or 30 days, never the same number each year. */
const LEAP_YEAR = 2000;
const HIJRI_DAYS = 30;

function daysOf(calendar: Anniversary['calendar'], month: number): readonly Anniversary[] {
  const length = calendar === 'hijri' ? HIJRI_DAYS : daysInMonth(LEAP_YEAR, month);
  return Array.from({ length }, (_, index) => ({ calendar, month, day: index + 1, key: `${calendar === 'hijri' ? 'h' : ''}${pad2(month)}-${pad2(index + 1)}` }));
}

/** All of them, in order: 366 Gregorian days, then 360 Hijri ones. */
export const ANNIVERSARIES: readonly Anniversary[] = (['gregorian', 'hijri'] as const).flatMap((calendar) => Array.from({ length: 12 }, (_, month) => daysOf(calendar, month + 1)).flat());
