/**
 * Articles a month as bars, drawn when the site is built. Strips of five years, each as wide as the next, so that a month is
 * wide enough to hit on a phone and an archive of two centuries still fits. Time runs as the lines do.
 */
import { nouns } from '../../arabic/plural.ts';
import type { Article } from '../../article/article.ts';
import type { DateText } from '../date-text.ts';
import type { SitePath } from '../urls.ts';

export interface ChartBar {
  readonly path: SitePath;
  /** `مايو 2021، 4 مقالات` */
  readonly label: string;
  /** Of the whole strip, 0 to 59, from its first month. */
  readonly column: number;
  /** 0 to 1, of the highest bar of the chart. */
  readonly height: number;
}

export interface ChartStrip {
  readonly years: readonly string[];
  readonly bars: readonly ChartBar[];
}

export interface MonthChart {
  /** Oldest first: beside each other, time runs on from strip to strip. */
  readonly strips: readonly ChartStrip[];
  /** The same for those who do not see it, newest first; empty where the page says it in another way. */
  readonly rows: readonly { readonly path: SitePath; readonly month: string; readonly count: string }[];
  /** The highest bar, in words. */
  readonly highest: string;
}

export const STRIP_YEARS = 5;

interface CountedMonth {
  readonly year: number;
  readonly month: number | undefined;
  readonly articles: readonly Article[];
}

/**
 * @param months those that have articles, newest first; articles without a month are in no bar
 * @returns nothing for fewer than three months: a sentence says as much
 */
export function buildMonthChart(text: DateText, months: readonly CountedMonth[], pathOf: (year: number, month: number) => SitePath, { table = true } = {}): MonthChart | undefined {
  const { sentence } = text.words;
  const known = months.flatMap(({ year, month, articles }) => (month === undefined ? [] : [{ year, month, count: articles.length, path: pathOf(year, month) }]));
  const most = known.reduce<(typeof known)[number] | undefined>((best, month) => (best === undefined || month.count > best.count ? month : best), undefined);
  if (most === undefined || known.length < 3) return undefined;
  const label = ({ year, month, count }: (typeof known)[number]): string => sentence.cell(text.month(year, month), text.count(count, nouns.article));
  const firsts = [...new Set(known.map(({ year }) => stripOf(year)))].sort((a, b) => a - b);
  return {
    strips: firsts.map((first) => ({
      years: Array.from({ length: STRIP_YEARS }, (_, index) => text.year(first + index)),
      bars: known.filter(({ year }) => stripOf(year) === first).map((month) => ({ path: month.path, label: label(month), column: (month.year - first) * 12 + month.month - 1, height: month.count / most.count })),
    })),
    rows: table ? known.map((month) => ({ path: month.path, month: text.month(month.year, month.month), count: text.count(month.count, nouns.article) })) : [],
    highest: label(most),
  };
}

/** First year of the strip: strips begin in years that end in 0 or 5, so that a new article moves no bar. */
function stripOf(year: number): number {
  return year - (year % STRIP_YEARS);
}
