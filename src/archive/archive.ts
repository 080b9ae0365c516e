/** Many articles as one archive (أرشيف): everything that pages are made of, grouped and ordered, and nothing about pages. */
import type { Article, ArticleId } from '../article/article.ts';
import { dayNumber, pad2, pad4, type Day } from '../calendar/day.ts';
import type { ArchiveDate } from '../calendar/archive-date.ts';
import { toHijri } from '../calendar/hijri.ts';
import type { Settings, TopicKind } from './settings.ts';
import { buildTopics, type Topic } from './topics.ts';

/** A stretch of the Gregorian calendar that has articles. */
export interface Period {
  /** `2021`, `2021-05` or `2021-05-04`: sortable, and unique within its kind. */
  readonly key: string;
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Newest first. A month also holds articles whose day is not known; a year those whose month is not. */
  readonly articles: readonly Article[];
}

/** A Hijri month that has articles; only those whose day is known can be in it. */
export interface HijriPeriod {
  readonly key: string;
  readonly year: number;
  readonly month: number;
  /** A Gregorian day inside the month. */
  readonly within: Day;
  readonly articles: readonly Article[];
}

export interface Archive {
  /** Published articles, newest first. */
  readonly articles: readonly Article[];
  /** Articles taken back: their addresses stay. */
  readonly withdrawn: readonly Article[];
  readonly byId: ReadonlyMap<ArticleId, Article>;
  /** Place of each published article in `articles`. */
  readonly positions: ReadonlyMap<ArticleId, number>;
  /** All three, newest first. */
  readonly years: readonly Period[];
  readonly months: readonly Period[];
  readonly days: readonly Period[];
  readonly hijriMonths: readonly HijriPeriod[];
  /** Sections in the editor's order, the others from A to Z. */
  readonly topics: Readonly<Record<TopicKind, readonly Topic[]>>;
}

/** Builds the archive. The result depends on the set of articles only, never on their order. Drafts stay out. @param asBefore as it was before any article was taken back */
export function buildArchive(all: readonly Article[], settings: Settings, { asBefore = false }: { readonly asBefore?: boolean } = {}): Archive {
  const known = all.filter(({ draft }) => !draft).sort(compareArticles);
  const isTakenBack = ({ withdrawn }: Article): boolean => !asBefore && withdrawn !== undefined;
  const articles = known.filter((article) => !isTakenBack(article));
  const days = groupPeriods(articles, 'day');
  return {
    articles,
    withdrawn: known.filter(isTakenBack),
    byId: new Map(known.map((article) => [article.id, article])),
    positions: new Map(articles.map(({ id }, index) => [id, index])),
    years: groupPeriods(articles, 'year'),
    months: groupPeriods(articles, 'month'),
    days,
    hijriMonths: groupHijriMonths(days),
    topics: buildTopics(articles, settings),
  };
}

/** Newest first; on one day by clock, then by id, so that the order is total. */
export function compareArticles(a: Article, b: Article): number {
  return b.date.sort - a.date.sort || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Groups by a key; groups and their articles keep the order of the articles. */
export function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K | undefined): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * Cuts articles (newest first) into years, months or days, newest first. An article without a month or a day of its own is in no such period.
 * Periods are told by numbers: texts for each article would cost a daily build of a large archive half a second.
 */
export function groupPeriods(articles: readonly Article[], unit: 'year' | 'month' | 'day'): readonly Period[] {
  const numberOf = PERIOD_NUMBERS[unit];
  const groups = new Map<number, Article[]>();
  // Articles of one period mostly follow each other.
  let [last, group]: [number | undefined, Article[]] = [undefined, []];
  for (const article of articles) {
    const number = numberOf(article.date);
    if (number === undefined) continue;
    if (number !== last) {
      [last, group] = [number, groups.get(number) ?? []];
      groups.set(number, group);
    }
    group.push(article);
  }
  return [...groups].sort(([a], [b]) => b - a).map(([number, own]): Period => {
    const year = Math.floor(number / 10_000);
    const [month, day] = [unit === 'year' ? undefined : Math.floor(number / 100) % 100, unit === 'day' ? number % 100 : undefined];
    return { key: [pad4(year), ...[month, day].flatMap((part) => (part === undefined ? [] : [pad2(part)]))].join('-'), year, month, day, articles: own };
  });
}

/** Numbers in the order of time: `20210504`, with zeros for what the unit leaves out. */
const PERIOD_NUMBERS: Readonly<Record<'year' | 'month' | 'day', (date: ArchiveDate) => number | undefined>> = {
  year: ({ year }) => year * 10_000,
  month: ({ year, month }) => (month === undefined ? undefined : year * 10_000 + month * 100),
  day: ({ year, month, day }) => (month === undefined || day === undefined ? undefined : year * 10_000 + month * 100 + day),
};

/** @param days newest first */
function groupHijriMonths(days: readonly Period[]): readonly HijriPeriod[] {
  const months = new Map<string, HijriPeriod & { readonly articles: Article[] }>();
  for (const period of days) {
    const within = periodDay(period);
    if (within === undefined) continue;
    const { year, month } = toHijri(within);
    const key = `${pad4(year)}-${pad2(month)}`;
    const known = months.get(key) ?? { key, year, month, within, articles: [] };
    months.set(key, known);
    for (const article of period.articles) known.articles.push(article);
  }
  return [...months.values()].sort((a, b) => (a.key < b.key ? 1 : -1));
}

/** A stretch without articles between two days that have some. */
export interface Gap {
  readonly after: Day;
  readonly before: Day;
  /** Days in between. */
  readonly days: number;
}

/** The longest stretches without an article, longest first. */
export function findGaps({ days }: Archive, most: number): readonly Gap[] {
  const gaps: Gap[] = [];
  for (let index = 1; index < days.length; index += 1) {
    const before = periodDay(days[index - 1]);
    const after = periodDay(days[index]);
    if (before === undefined || after === undefined) continue;
    const length = dayNumber(before) - dayNumber(after) - 1;
    if (length > 0) gaps.push({ after, before, days: length });
  }
  return gaps.sort((a, b) => b.days - a.days || dayNumber(a.after) - dayNumber(b.after)).slice(0, most);
}

/** The day of a period that is one. */
export function periodDay(period: Period | undefined): Day | undefined {
  return period?.month === undefined || period.day === undefined ? undefined : { year: period.year, month: period.month, day: period.day };
}
