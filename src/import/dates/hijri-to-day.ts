/** The way back from a Hijri day (Umm al-Qura). */
import { dayFromNumber, dayNumber, type Day } from '../../calendar/day.ts';
import { toHijri, type HijriDay } from '../../calendar/hijri.ts';

/** A mean Hijri year, and the first day of the calendar, in days since 1970. */
const YEAR_DAYS = 354.367;
const EPOCH = dayNumber({ year: 622, month: 7, day: 19 });

/** The Gregorian day, or nothing for a day that the month does not have. */
export function hijriToDay(wanted: HijriDay): Day | undefined {
  if (wanted.month < 1 || wanted.month > 12 || wanted.day < 1 || wanted.day > 30 || wanted.year < 1 || wanted.year > 1600) return undefined;
  let number = Math.round(EPOCH + (wanted.year - 1) * YEAR_DAYS + (wanted.month - 1) * 29.53 + wanted.day - 1);
  // The estimate is off by a few days at most; each step sets it right by what is still missing.
  for (let step = 0; step < 6; step += 1) {
    const found = toHijri(dayFromNumber(number));
    const off = (wanted.year - found.year) * 354 + (wanted.month - found.month) * 29.5 + (wanted.day - found.day);
    if (found.year === wanted.year && found.month === wanted.month && found.day === wanted.day) return dayFromNumber(number);
    number += off > 0 ? Math.max(1, Math.floor(off)) : Math.min(-1, Math.ceil(off));
  }
  return undefined;
}
