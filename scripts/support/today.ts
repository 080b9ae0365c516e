/** The clock, which only command lines look at. */
import type { Day } from '../../src/calendar/day.ts';

/** The day on this machine. */
export function today(): Day {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
