/** Pages of the Gregorian calendar: day, month, year, and all dates. */
import { nouns } from '../../arabic/plural.ts';
import type { Article } from '../../article/article.ts';
import { periodDay, type Period } from '../../archive/archive.ts';
import { dayOf } from '../../calendar/archive-date.ts';
import { pad2, pad4 } from '../../calendar/day.ts';
import { toHijri } from '../../calendar/hijri.ts';
import type { DateText } from '../date-text.ts';
import type { Site } from '../site.ts';
import { dayPath, hijriMonthPath, monthPath, paths, yearPath, type SitePath } from '../urls.ts';
import { buildDayCalendar, buildMonthCalendar, weightOf, type CalendarView } from './calendar.ts';
import { FULL_LIST, groupByDay, groupByMonth } from './card-groups.ts';
import { buildHeatMap, type HeatMap } from './heat-map.ts';
import { buildMonthChart, type MonthChart } from './month-chart.ts';
import { buildCard, datesLink, homeLink, type Card, type CardGroup, type CountedLink, type Link, type PageFrame } from './common.ts';

/** Links to the nearest periods of the same length that have articles. */
export interface Neighbours {
  readonly earlier: Link | undefined;
  readonly later: Link | undefined;
}

export interface DayView extends PageFrame {
  readonly kind: 'day';
  readonly hijri: Link;
  readonly count: string;
  readonly cards: readonly Card[];
  readonly calendar: CalendarView;
  readonly neighbours: Neighbours;
}

export interface MonthView extends PageFrame {
  readonly kind: 'month';
  readonly count: string;
  /** The Hijri months that the month's articles fall in. */
  readonly hijri: readonly Link[];
  readonly groups: readonly CardGroup[];
  readonly calendar: CalendarView;
  readonly neighbours: Neighbours;
}

/** A month in the overview of a year. */
export interface MonthCell {
  readonly name: string;
  readonly path: SitePath | undefined;
  readonly count: number;
  readonly shown: string;
  readonly label: string;
  readonly weight: number;
}

export interface YearView extends PageFrame {
  readonly kind: 'year';
  readonly count: string;
  readonly heatMap: HeatMap;
  readonly months: readonly { readonly cell: MonthCell; readonly calendar: CalendarView }[];
  /** Every article of a small year; of a large one those without a month. */
  readonly groups: readonly CardGroup[];
  readonly neighbours: Neighbours;
}

export interface YearRow extends CountedLink {
  readonly months: readonly MonthCell[];
}

export interface DatesView extends PageFrame {
  readonly kind: 'dates';
  readonly chart: MonthChart | undefined;
  readonly monthNames: readonly string[];
  readonly years: readonly YearRow[];
}

/** A day with more articles than this lists headlines only. */
const DAY_SUMMARIES = 60;

export function buildDayView(site: Site, period: Period): DayView {
  const { sentence } = site.text.words;
  const { text, archive } = site;
  const day = periodDay(period) ?? { year: period.year, month: 1, day: 1 };
  const hijri = toHijri(day);
  const count = text.count(period.articles.length, nouns.article);
  const heading = text.weekday(day);
  return {
    ...frame(dayPath(day), heading, sentence.day(heading, text.hijriDay(day), count)),
    kind: 'day',
    crumbs: [homeLink(text), datesLink(text), yearLink(site, day.year), { path: monthPath(day.year, day.month), text: text.month(day.year, day.month) }],
    hijri: { path: hijriMonthPath(hijri.year, hijri.month), text: text.hijriDay(day) },
    count,
    cards: period.articles.map((article) => buildCard(site, article, period.articles.length > DAY_SUMMARIES ? 'headline' : 'full')),
    calendar: buildDayCalendar(site, day),
    neighbours: neighboursOf(archive.days, period, (other) => {
      const otherDay = periodDay(other);
      return otherDay && { path: dayPath(otherDay), text: text.weekday(otherDay) };
    }),
  };
}

export function buildMonthView(site: Site, period: Period): MonthView {
  const { sentence } = site.text.words;
  const { text, archive } = site;
  const { year, month = 1, articles } = period;
  const heading = text.month(year, month);
  const count = text.count(articles.length, nouns.article);
  const hijriKeys = hijriMonthKeys(articles);
  const hijri = archive.hijriMonths.filter(({ key }) => hijriKeys.has(key)).reverse();
  return {
    ...frame(monthPath(year, month), heading, sentence.period(heading, count)),
    kind: 'month',
    crumbs: [homeLink(text), datesLink(text), yearLink(site, year)],
    count,
    hijri: hijri.map((other) => ({ path: hijriMonthPath(other.year, other.month), text: text.hijriMonth(other.year, other.month) })),
    groups: groupByDay(site, articles, 'full'),
    calendar: buildMonthCalendar(site, year, month),
    neighbours: neighboursOf(archive.months, period, (other) => (other.month === undefined ? undefined : { path: monthPath(other.year, other.month), text: text.month(other.year, other.month) })),
  };
}

function hijriMonthKeys(articles: readonly Article[]): ReadonlySet<string> {
  return new Set(
    articles.flatMap(({ date }) => {
      const day = dayOf(date);
      if (day === undefined) return [];
      const { year, month } = toHijri(day);
      return [`${pad4(year)}-${pad2(month)}`];
    }),
  );
}

export function buildYearView(site: Site, period: Period): YearView {
  const { sentence } = site.text.words;
  const { text, archive } = site;
  const { year, articles } = period;
  const count = text.count(articles.length, nouns.article);
  const heading = sentence.year(text.year(year));
  const small = articles.length <= FULL_LIST;
  return {
    ...frame(yearPath(year), heading, sentence.period(heading, count)),
    kind: 'year',
    crumbs: [homeLink(text), datesLink(text)],
    count,
    heatMap: buildHeatMap(site, year),
    months: monthCells(site, year).map((cell, index) => ({ cell, calendar: buildMonthCalendar(site, year, index + 1) })),
    groups: groupByMonth(site, small ? articles : articles.filter(({ date }) => date.month === undefined), 'headline'),
    neighbours: neighboursOf(archive.years, period, (other) => yearLink(site, other.year)),
  };
}

export function buildDatesView(site: Site): DatesView {
  const { sentence, siteText } = site.text.words;
  const { text, archive } = site;
  return {
    ...frame(paths.dates, siteText.dates, sentence.counted(siteText.dates, text.count(archive.years.length, nouns.year))),
    kind: 'dates',
    crumbs: [homeLink(text)],
    chart: buildMonthChart(text, archive.months, monthPath, { table: false }),
    monthNames: Array.from({ length: 12 }, (_, index) => text.monthName(index + 1)),
    years: yearRows(site),
  };
}

/** One row a year, newest first, with its twelve months. */
export function yearRows(site: Site): readonly YearRow[] {
  return site.archive.years.map(({ year, articles }) => ({ ...yearLink(site, year), count: site.text.count(articles.length, nouns.article), months: monthCells(site, year) }));
}

function monthCells({ archive, text }: Site, year: number): readonly MonthCell[] {
  return buildMonthCells(text, archive.months.filter((period) => period.year === year), (month) => ({ name: text.monthName(month), full: text.month(year, month), path: monthPath(year, month) }));
}

interface MonthNaming {
  readonly name: string;
  /** With its year, for screen readers. */
  readonly full: string;
  readonly path: SitePath;
}

/** The twelve months of a year of either calendar. @param periods those of the year that have articles */
export function buildMonthCells(text: DateText, periods: readonly { readonly month: number | undefined; readonly articles: readonly Article[] }[], naming: (month: number) => MonthNaming): readonly MonthCell[] {
  const { sentence } = text.words;
  const counts = new Map(periods.map(({ month, articles }) => [month, articles.length]));
  return Array.from({ length: 12 }, (_, index): MonthCell => {
    const { name, full, path } = naming(index + 1);
    const count = counts.get(index + 1) ?? 0;
    return { name, path: count > 0 ? path : undefined, count, shown: text.number(count), label: sentence.cell(full, text.count(count, nouns.article)), weight: weightOf(count) };
  });
}

export function yearLink({ text }: Site, year: number): Link {
  return { path: yearPath(year), text: text.year(year) };
}

/** Periods are newest first, so the earlier one follows. */
export function neighboursOf<T>(periods: readonly T[], own: T, link: (period: T) => Link | undefined): Neighbours {
  const at = periods.indexOf(own);
  const earlier = periods[at + 1];
  const later = at > 0 ? periods[at - 1] : undefined;
  return { earlier: earlier && link(earlier), later: later && link(later) };
}

function frame(path: SitePath, heading: string, description: string): Omit<PageFrame, 'crumbs'> {
  return { path, heading, title: heading, description, indexed: true, feeds: undefined, area: 'dates' };
}

