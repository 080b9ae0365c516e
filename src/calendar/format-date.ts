/** Dates as people read them. Runs in the browser too. */
import { shapeDigits, type DigitShape } from '../arabic/digits.ts';
import { weekdayOf, type Day } from './day.ts';
import { toHijri, type HijriDay } from './hijri.ts';
import { gregorianMonthName, hijriMark, hijriMonthName, shortMonthName, weekdayLetter, weekdayName, type MonthNames } from './months.ts';

/** The words of a language that dates are written with. */
export interface DateNames {
  readonly gregorianMonthName: (month: number, names: MonthNames) => string;
  /** For narrow columns: one name of two, or the first letters where a language shortens. */
  readonly shortMonthName: (month: number, names: MonthNames) => string;
  readonly hijriMonthName: (month: number) => string;
  readonly weekdayName: (weekday: number) => string;
  readonly weekdayLetter: (weekday: number) => string;
  /** Stands after a Hijri year. */
  readonly hijriMark: string;
}

/** Named one by one, so that a script is bundled with these and not with all texts of a language. */
const own: DateNames = { gregorianMonthName, shortMonthName, hijriMonthName, weekdayName, weekdayLetter, hijriMark };

/** How dates are written on this site. */
export interface DateStyle {
  readonly digits: DigitShape;
  readonly months: MonthNames;
  /** Arabic when not said; a script in the browser is bundled with the names of its site. */
  readonly names?: DateNames;
}

/** `4 مايو 2021` */
export function formatDay({ year, month, day }: Day, { digits, months: set, names = own }: DateStyle): string {
  return shapeDigits(`${String(day)} ${names.gregorianMonthName(month, set)} ${String(year)}`, digits);
}

/** `الثلاثاء 4 مايو 2021` */
export function formatDayWithWeekday(day: Day, style: DateStyle): string {
  return `${(style.names ?? own).weekdayName(weekdayOf(day))} ${formatDay(day, style)}`;
}

/** `مايو 2021` */
export function formatMonth(year: number, month: number, { digits, months: set, names = own }: DateStyle): string {
  return shapeDigits(`${names.gregorianMonthName(month, set)} ${String(year)}`, digits);
}

/** `2021` */
export function formatYear(year: number, { digits }: Pick<DateStyle, 'digits'>): string {
  return shapeDigits(String(year), digits);
}

/** `22 رمضان 1442هـ` */
export function formatHijriDay({ year, month, day }: HijriDay, { digits, names = own }: Pick<DateStyle, 'digits' | 'names'>): string {
  return shapeDigits(`${String(day)} ${names.hijriMonthName(month)} ${String(year)}${names.hijriMark}`, digits);
}

/** `رمضان 1442هـ` */
export function formatHijriMonth(year: number, month: number, { digits, names = own }: Pick<DateStyle, 'digits' | 'names'>): string {
  return shapeDigits(`${names.hijriMonthName(month)} ${String(year)}${names.hijriMark}`, digits);
}

/** `1442هـ` */
export function formatHijriYear(year: number, { digits, names = own }: Pick<DateStyle, 'digits' | 'names'>): string {
  return shapeDigits(`${String(year)}${names.hijriMark}`, digits);
}

/** A Gregorian day in both calendars: `الثلاثاء 4 مايو 2021` and `22 رمضان 1442هـ`. */
export function formatBoth(day: Day, style: DateStyle): { readonly gregorian: string; readonly hijri: string } {
  return { gregorian: formatDayWithWeekday(day, style), hijri: formatHijriDay(toHijri(day), style) };
}
