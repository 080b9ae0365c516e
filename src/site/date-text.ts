/** How this site writes numbers, counts and dates; bound to its settings once, so that no page can differ from another. */
import { formatNumber, shapeDigits } from '../arabic/digits.ts';
import type { CountedNoun } from '../arabic/plural.ts';
import { dayOf, type ArchiveDate } from '../calendar/archive-date.ts';
import type { Day } from '../calendar/day.ts';
import { formatBoth, formatDay, formatDayWithWeekday, formatHijriDay, formatHijriMonth, formatHijriYear, formatMonth, formatYear, type DateStyle } from '../calendar/format-date.ts';
import { toHijri } from '../calendar/hijri.ts';
import type { Language, Texts } from '../languages/language.ts';
import { LANGUAGES, nounName } from '../languages/languages.ts';

/** A date ready to be shown. */
export interface DateView {
  /** For `datetime` attributes. */
  readonly iso: string;
  readonly gregorian: string;
  /** Absent where the day is not known: a Hijri date cannot be given for a whole month. */
  readonly hijri: string | undefined;
  /** `10:30`, for dates that have a clock. */
  readonly time: string | undefined;
}

export interface DateText {
  /** Plain data, for the scripts. */
  readonly style: Omit<DateStyle, 'names'>;
  readonly language: Language;
  /** The texts of the interface. */
  readonly words: Texts;
  /** The same in Arabic, for references in the Arabic manner. */
  readonly arabic: DateText;
  number(value: number): string;
  count(value: number, noun: CountedNoun, options?: { readonly oblique?: boolean }): string;
  date(date: ArchiveDate): DateView;
  day(day: Day): string;
  weekday(day: Day): string;
  month(year: number, month: number): string;
  year(year: number): string;
  hijriDay(day: Day): string;
  hijriMonth(year: number, month: number): string;
  hijriYear(year: number): string;
  monthName(month: number): string;
  /** For narrow columns. */
  shortMonthName(month: number): string;
  hijriMonthName(month: number): string;
  /** 1 (Monday) to 7 (Sunday), in full and as calendars print it over their columns. */
  weekdayName(weekday: number): string;
  weekdayLetter(weekday: number): string;
  /** Any text with its digits in the site's shape. */
  digits(text: string): string;
}

export function createDateText({ digits, months }: Omit<DateStyle, 'names'>, language: Language = LANGUAGES.ar): DateText {
  const style: DateStyle = { digits, months, names: language.dates };
  const known = new Map<string, DateView>();
  const view = (date: ArchiveDate, iso: string): DateView => {
    const day = dayOf(date);
    if (day !== undefined) return { iso, ...formatBoth(day, style), time: undefined };
    return { iso, gregorian: date.month === undefined ? formatYear(date.year, style) : formatMonth(date.year, date.month, style), hijri: undefined, time: undefined };
  };
  const own: DateText = {
    style: { digits, months },
    language,
    words: language.texts,
    get arabic() {
      return (arabic ??= language.code === 'ar' ? own : createDateText({ digits, months }));
    },
    number: (value) => formatNumber(value, style.digits),
    count: (value, noun, options) => language.count(value, nounName(noun), digits, options),
    date: (date) => {
      // A day is shown in dozens of places.
      const key = date.iso.slice(0, 'YYYY-MM-DD'.length);
      const day = known.get(key) ?? view(date, key);
      known.set(key, day);
      return date.time === undefined ? day : { ...day, iso: date.iso, time: shapeDigits(date.time, style.digits) };
    },
    day: (day) => formatDay(day, style),
    weekday: (day) => formatDayWithWeekday(day, style),
    month: (year, month) => formatMonth(year, month, style),
    year: (year) => formatYear(year, style),
    hijriDay: (day) => formatHijriDay(toHijri(day), style),
    hijriMonth: (year, month) => formatHijriMonth(year, month, style),
    hijriYear: (year) => formatHijriYear(year, style),
    monthName: (month) => language.dates.gregorianMonthName(month, months),
    shortMonthName: (month) => language.dates.shortMonthName(month, months),
    hijriMonthName: language.dates.hijriMonthName,
    weekdayName: language.dates.weekdayName,
    weekdayLetter: language.dates.weekdayLetter,
    digits: (text) => shapeDigits(text, style.digits),
  };
  let arabic: DateText | undefined;
  return own;
}
