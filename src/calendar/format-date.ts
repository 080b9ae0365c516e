/** Dates as people read them. Runs in the browser too. */
import { shapeDigits, type DigitShape } from '../arabic/digits.ts';
import { weekdayOf, type Day } from './day.ts';
import { toHijri, type HijriDay } from './hijri.ts';
import { gregorianMonthName, hijriMonthName, weekdayName, type MonthNames } from './months.ts';

/** Stands after a Hijri year. */
const HIJRI_MARK = 'هـ';

/** How dates are written on this site. */
export interface DateStyle {
  readonly digits: DigitShape;
  readonly months: MonthNames;
}

/** `4 مايو 2021` */
export function formatDay({ year, month, day }: Day, { digits, months }: DateStyle): string {
  return shapeDigits(`${String(day)} ${gregorianMonthName(month, months)} ${String(year)}`, digits);
}

/** `الثلاثاء 4 مايو 2021` */
export function formatDayWithWeekday(day: Day, style: DateStyle): string {
  return `${weekdayName(weekdayOf(day))} ${formatDay(day, style)}`;
}

/** `مايو 2021` */
export function formatMonth(year: number, month: number, { digits, months }: DateStyle): string {
  return shapeDigits(`${gregorianMonthName(month, months)} ${String(year)}`, digits);
}

/** `2021` */
export function formatYear(year: number, { digits }: Pick<DateStyle, 'digits'>): string {
  return shapeDigits(String(year), digits);
}

/** `22 رمضان 1442هـ` */
export function formatHijriDay({ year, month, day }: HijriDay, { digits }: Pick<DateStyle, 'digits'>): string {
  return shapeDigits(`${String(day)} ${hijriMonthName(month)} ${String(year)}${HIJRI_MARK}`, digits);
}

/** `رمضان 1442هـ` */
export function formatHijriMonth(year: number, month: number, { digits }: Pick<DateStyle, 'digits'>): string {
  return shapeDigits(`${hijriMonthName(month)} ${String(year)}${HIJRI_MARK}`, digits);
}

/** `1442هـ` */
export function formatHijriYear(year: number, { digits }: Pick<DateStyle, 'digits'>): string {
  return shapeDigits(`${String(year)}${HIJRI_MARK}`, digits);
}

/** A Gregorian day in both calendars: `الثلاثاء 4 مايو 2021` and `22 رمضان 1442هـ`. */
export function formatBoth(day: Day, style: DateStyle): { readonly gregorian: string; readonly hijri: string } {
  return { gregorian: formatDayWithWeekday(day, style), hijri: formatHijriDay(toHijri(day), style) };
}
