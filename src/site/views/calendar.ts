/** The calendar of a month, Gregorian or Hijri: each day with a link where there are articles. */
import { nouns } from '../../arabic/plural.ts';
import { daysInMonth, isoDay, type Day } from '../../calendar/day.ts';
import { hijriMonthDays, toHijri } from '../../calendar/hijri.ts';
import { buildMonthGrid } from '../../calendar/month-grid.ts';
import type { Period } from '../../archive/archive.ts';
import { rememberRecent } from '../recent.ts';
import type { Site } from '../site.ts';
import { dayPath, type SitePath } from '../urls.ts';

export interface CalendarCell {
  /** Number of the day in the calendar of the table. */
  readonly number: string;
  /** Number of the day in the other calendar. */
  readonly other: string;
  /** The day in words, with the count: what a screen reader says of the link. */
  readonly label: string;
  readonly path: SitePath | undefined;
  readonly current: boolean;
  /** 0 none, 1–4 from few to many, for the shade of the cell. */
  readonly weight: number;
}

export interface CalendarView {
  readonly caption: string;
  /** Names of the seven days in the order of the columns, with a short form. */
  readonly weekdays: readonly { readonly name: string; readonly short: string }[];
  readonly weeks: readonly (readonly (CalendarCell | undefined)[])[];
}

/** ISO number of the first day of the week. */
export const FIRST_WEEKDAY = { saturday: 6, sunday: 7, monday: 1 } as const;

const dayIndexes = new WeakMap<Site, ReadonlyMap<string, Period>>();

/** The days that have articles, by their key. */
export function dayIndex(site: Site): ReadonlyMap<string, Period> {
  const index = dayIndexes.get(site) ?? new Map(site.archive.days.map((period) => [period.key, period]));
  dayIndexes.set(site, index);
  return index;
}

export function buildMonthCalendar(site: Site, year: number, month: number): CalendarView {
  return buildCalendar(site, daysOfMonth(year, month), { caption: site.text.month(year, month), hijri: false, counted: true });
}

const monthsOfDays = new WeakMap<Site, (month: string) => CalendarView>();

/** The calendar of a day's page: that of its month with the day marked. Its other weeks are the very same on the pages of all days of the month. */
export function buildDayCalendar(site: Site, current: Day): CalendarView {
  let ofMonth = monthsOfDays.get(site);
  if (ofMonth === undefined) {
    monthsOfDays.set(site, (ofMonth = rememberRecent(1, (key: string) => {
      const [year = 0, month = 0] = key.split('-').map(Number);
      return buildCalendar(site, daysOfMonth(year, month), { caption: site.text.month(year, month), hijri: false, counted: false });
    })));
  }
  const calendar = ofMonth(`${String(current.year)}-${String(current.month)}`);
  const own = dayPath(current);
  const weeks = calendar.weeks.map((week) => (week.some((cell) => cell?.path === own) ? week.map((cell) => (cell?.path === own ? { ...cell, current: true } : cell)) : week));
  return { ...calendar, weeks };
}

function daysOfMonth(year: number, month: number): readonly Day[] {
  return Array.from({ length: daysInMonth(year, month) }, (_, index): Day => ({ year, month, day: index + 1 }));
}

/** @param within any Gregorian day of the Hijri month */
export function buildHijriCalendar(site: Site, within: Day, caption: string): CalendarView {
  return buildCalendar(site, hijriMonthDays(within), { caption, hijri: true, counted: true });
}

function buildCalendar(site: Site, days: readonly Day[], { caption, hijri, counted }: { readonly caption: string; readonly hijri: boolean; readonly counted: boolean }): CalendarView {
  const { sentence } = site.text.words;
  const { text, settings } = site;
  const first = FIRST_WEEKDAY[settings.site.week];
  const index = dayIndex(site);
  const cell = (day: Day): CalendarCell => {
    const count = index.get(isoDay(day))?.articles.length ?? 0;
    const own = text.number(day.day);
    const hijriDay = text.number(toHijri(day).day);
    const name = hijri ? text.hijriDay(day) : text.weekday(day);
    return {
      number: hijri ? hijriDay : own,
      other: hijri ? own : hijriDay,
      // A day's page says which days have articles, not how many: else each new article would change all days of its month.
      label: counted ? sentence.cell(name, text.count(count, nouns.article)) : name,
      path: count > 0 ? dayPath(day) : undefined,
      current: false,
      weight: counted ? weightOf(count) : Math.min(count, 1),
    };
  };
  return {
    caption,
    weekdays: Array.from({ length: 7 }, (_, column) => {
      const weekday = ((first - 1 + column) % 7) + 1;
      return { name: text.weekdayName(weekday), short: text.weekdayLetter(weekday) };
    }),
    weeks: buildMonthGrid(days, first).map((week) => week.map((day) => day && cell(day))),
  };
}

/** Steps of ten: one article, up to ten, up to a hundred, more. A fixed scale, so that a growing archive leaves old pages alone. */
export function weightOf(count: number): number {
  return count === 0 ? 0 : Math.min(4, 1 + Math.ceil(Math.log10(count)));
}
