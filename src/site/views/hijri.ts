/** Pages of the Hijri calendar: all years, a year, a month. Days have one page, the Gregorian one. */
import { nouns } from '../../arabic/plural.ts';
import type { HijriPeriod } from '../../archive/archive.ts';
import { dayOf } from '../../calendar/archive-date.ts';
import { hijriYears } from '../pages.ts';
import type { DateText } from '../date-text.ts';
import type { Site } from '../site.ts';
import { hijriMonthPath, hijriYearPath, monthPath, paths } from '../urls.ts';
import { buildHijriCalendar, type CalendarView } from './calendar.ts';
import { groupByDay } from './card-groups.ts';
import { datesLink, hijriLink, homeLink, type CardGroup, type Link, type PageFrame } from './common.ts';
import { buildMonthCells, neighboursOf, type MonthCell, type Neighbours, type YearRow } from './periods.ts';

export interface HijriView extends PageFrame {
  readonly kind: 'hijri';
  readonly monthNames: readonly string[];
  readonly years: readonly YearRow[];
}

export interface HijriYearView extends PageFrame {
  readonly kind: 'hijriYear';
  readonly count: string;
  readonly months: readonly MonthCell[];
  readonly neighbours: Neighbours;
}

export interface HijriMonthView extends PageFrame {
  readonly kind: 'hijriMonth';
  readonly count: string;
  /** The Gregorian months that the month's articles fall in. */
  readonly gregorian: readonly Link[];
  readonly calendar: CalendarView;
  readonly groups: readonly CardGroup[];
  readonly neighbours: Neighbours;
}

export function buildHijriView(site: Site): HijriView {
  const { siteText } = site.text.words;
  const { archive, text } = site;
  const years = hijriYears(archive.hijriMonths);
  return {
    ...frame(text, paths.hijri, siteText.hijriDates, text.count(years.length, nouns.year)),
    kind: 'hijri',
    crumbs: [homeLink(text), datesLink(text)],
    monthNames: Array.from({ length: 12 }, (_, index) => text.hijriMonthName(index + 1)),
    years: years.map((year) => ({ path: hijriYearPath(year), text: text.hijriYear(year), count: countOf(site, year), months: monthCells(site, year) })),
  };
}

export function buildHijriYearView(site: Site, year: number): HijriYearView {
  const { sentence } = site.text.words;
  const { archive, text } = site;
  const count = countOf(site, year);
  return {
    ...frame(text, hijriYearPath(year), sentence.year(text.hijriYear(year)), count),
    kind: 'hijriYear',
    crumbs: [homeLink(text), datesLink(text), hijriLink(text)],
    count,
    months: monthCells(site, year),
    neighbours: neighboursOf(hijriYears(archive.hijriMonths), year, (other) => ({ path: hijriYearPath(other), text: text.hijriYear(other) })),
  };
}

export function buildHijriMonthView(site: Site, period: HijriPeriod): HijriMonthView {
  const { archive, text } = site;
  const { year, month, articles } = period;
  const count = text.count(articles.length, nouns.article);
  const heading = text.hijriMonth(year, month);
  return {
    ...frame(text, hijriMonthPath(year, month), heading, count),
    kind: 'hijriMonth',
    crumbs: [homeLink(text), datesLink(text), hijriLink(text), { path: hijriYearPath(year), text: text.hijriYear(year) }],
    count,
    gregorian: gregorianMonths(site, period),
    calendar: buildHijriCalendar(site, period.within, heading),
    groups: groupByDay(site, articles, 'full'),
    neighbours: neighboursOf(archive.hijriMonths, period, (other) => ({ path: hijriMonthPath(other.year, other.month), text: text.hijriMonth(other.year, other.month) })),
  };
}

function gregorianMonths({ text }: Site, { articles }: HijriPeriod): readonly Link[] {
  const months = new Map<string, Link>();
  for (const { date } of articles.toReversed()) {
    const day = dayOf(date);
    if (day !== undefined) months.set(date.iso.slice(0, 7), { path: monthPath(day.year, day.month), text: text.month(day.year, day.month) });
  }
  return [...months.values()];
}

function countOf({ archive, text }: Site, year: number): string {
  const total = archive.hijriMonths.reduce((sum, period) => (period.year === year ? sum + period.articles.length : sum), 0);
  return text.count(total, nouns.article);
}

function monthCells({ archive, text }: Site, year: number): readonly MonthCell[] {
  return buildMonthCells(text, archive.hijriMonths.filter((period) => period.year === year), (month) => ({ name: text.hijriMonthName(month), full: text.hijriMonth(year, month), path: hijriMonthPath(year, month) }));
}

function frame({ words }: DateText, path: PageFrame['path'], heading: string, count: string): Omit<PageFrame, 'crumbs'> {
  const { sentence, siteText } = words;
  return { path, heading, title: heading, description: `${sentence.counted(heading, count)} ${siteText.hijriNote}`, indexed: true, feeds: undefined, area: 'dates' };
}
