/**
 * Hijri dates by the Umm al-Qura calendar of Saudi Arabia, through `Intl` (CLDR `islamic-umalqura`), reckoned in UTC at noon.
 * Outside 1883–2174 its table ends and the arithmetical calendar takes over; a sighted month may differ by a day. A date
 * that a source printed wins over the one computed here, and is kept beside it.
 */
import { dayFromNumber, dayNumber, type Day } from './day.ts';

/** A day of the Hijri calendar. */
export interface HijriDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The CLDR name of the calendar that every Hijri date of the archive uses. */
export const HIJRI_CALENDAR = 'islamic-umalqura';

/** Made when the first date asks: the script in the head of every page seldom does. */
let formatter: Intl.DateTimeFormat | undefined;

const cache = new Map<number, HijriDay>();

/** The Hijri day of a Gregorian one. `toHijri({ year: 2024, month: 3, day: 11 })` → 1 Ramadan 1445. */
export function toHijri(day: Day): HijriDay {
  return hijriOfNumber(dayNumber(day));
}

function hijriOfNumber(number: number): HijriDay {
  const known = cache.get(number);
  if (known !== undefined) return known;
  const parts: Record<string, number> = {};
  formatter ??= new Intl.DateTimeFormat('en-u-nu-latn', { calendar: HIJRI_CALENDAR, timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
  for (const { type, value } of formatter.formatToParts(number * 86_400_000 + 43_200_000)) parts[type] = Number.parseInt(value, 10);
  const hijri = { year: parts['year'] ?? 0, month: parts['month'] ?? 0, day: parts['day'] ?? 0 };
  cache.set(number, hijri);
  return hijri;
}

/** The Gregorian days of the Hijri month that holds the given day, in order: 29 or 30 of them. */
export function hijriMonthDays(within: Day): readonly Day[] {
  const start = dayNumber(within) - toHijri(within).day + 1;
  const { month } = hijriOfNumber(start);
  const days: Day[] = [];
  for (let number = start; hijriOfNumber(number).month === month; number += 1) days.push(dayFromNumber(number));
  return days;
}
