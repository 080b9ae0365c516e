/** The days of a year as a map of weeks: a column a week, a row a weekday, darker where there are more articles. */
import { nouns } from '../../arabic/plural.ts';
import { dayNumber, daysInMonth, isoDay, weekdayOf, type Day } from '../../calendar/day.ts';
import type { Site } from '../site.ts';
import { dayPath, type SitePath } from '../urls.ts';
import { dayIndex, FIRST_WEEKDAY, weightOf } from './calendar.ts';

export interface HeatCell {
  readonly week: number;
  /** Row, 0 to 6, from the first day of the week. */
  readonly row: number;
  /** Where there are articles. */
  readonly day: { readonly path: SitePath; readonly label: string; readonly weight: number } | undefined;
}

export interface HeatMap {
  readonly weeks: number;
  readonly cells: readonly HeatCell[];
  /** Each month's name over the week in which it begins. */
  readonly months: readonly { readonly name: string; readonly week: number }[];
  /** What the shades stand for, from light to dark. */
  readonly legend: readonly { readonly weight: number; readonly label: string }[];
}

export function buildHeatMap(site: Site, year: number): HeatMap {
  const { sentence } = site.text.words;
  const { text, settings } = site;
  const index = dayIndex(site);
  const start: Day = { year, month: 1, day: 1 };
  const lead = (weekdayOf(start) - FIRST_WEEKDAY[settings.site.week] + 7) % 7;
  const placeOf = (day: Day): { readonly week: number; readonly row: number } => {
    const number = dayNumber(day) - dayNumber(start) + lead;
    return { week: Math.floor(number / 7), row: number % 7 };
  };
  const days = Array.from({ length: 12 }, (_, month) => Array.from({ length: daysInMonth(year, month + 1) }, (__, day): Day => ({ year, month: month + 1, day: day + 1 }))).flat();
  const cells = days.map((day): HeatCell => {
    const count = index.get(isoDay(day))?.articles.length ?? 0;
    return { ...placeOf(day), day: count === 0 ? undefined : { path: dayPath(day), label: sentence.cell(text.weekday(day), text.count(count, nouns.article)), weight: weightOf(count) } };
  });
  return {
    weeks: (cells.at(-1)?.week ?? 0) + 1,
    cells,
    months: Array.from({ length: 12 }, (_, month) => ({ name: text.shortMonthName(month + 1), week: placeOf({ year, month: month + 1, day: 1 }).week })),
    legend: [1, 10, 100].map((count, step) => ({ weight: step + 1, label: step === 0 ? text.count(1, nouns.article) : sentence.upTo(text.count(count, nouns.article, { oblique: true })) })).concat({ weight: 4, label: sentence.moreThan(text.count(100, nouns.article, { oblique: true })) }),
  };
}
