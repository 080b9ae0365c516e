/** Many articles as one archive (أرشيف): everything that pages are made of, grouped and ordered, and nothing about pages. */
import type { Article, ArticleId } from '../article/article.ts';
import { dayNumber, pad2, pad4, type Day } from '../calendar/day.ts';
import { dayOf } from '../calendar/archive-date.ts';
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

/** Builds the archive. The result depends on the set of articles only, never on their order. Drafts stay out. */
export function buildArchive(all: readonly Article[], settings: Settings): Archive {
  const known = all.filter(({ draft }) => !draft).sort(compareArticles);
  const articles = known.filter(({ withdrawn }) => withdrawn === undefined);
  return {
    articles,
    withdrawn: known.filter(({ withdrawn }) => withdrawn !== undefined),
    byId: new Map(known.map((article) => [article.id, article])),
    positions: new Map(articles.map(({ id }, index) => [id, index])),
    years: groupPeriods(articles, yearKey),
    months: groupPeriods(articles, monthKey),
    days: groupPeriods(articles, dayKey),
    hijriMonths: groupHijriMonths(articles),
    topics: buildTopics(articles, settings),
  };
}

/** Newest first; on one day by clock, then by id, so that the order is total. */
export function compareArticles(a: Article, b: Article): number {
  return b.date.sort - a.date.sort || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The year of an article, as the key of its period. */
export function yearKey({ date }: Article): string {
  return date.iso.slice(0, 'YYYY'.length);
}

/** The month of an article where it is known, as the key of its period. */
export function monthKey({ date }: Article): string | undefined {
  return date.month === undefined ? undefined : date.iso.slice(0, 'YYYY-MM'.length);
}

function dayKey({ date }: Article): string | undefined {
  return date.day === undefined ? undefined : date.iso.slice(0, 'YYYY-MM-DD'.length);
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

/** Cuts articles (newest first) into periods by their key, newest first. */
export function groupPeriods(articles: readonly Article[], keyOf: (article: Article) => string | undefined): readonly Period[] {
  return [...groupBy(articles, keyOf)]
    .map(([key, group]) => {
      const [year = 0, month, day] = key.split('-').map(Number);
      return { key, year, month, day, articles: group };
    })
    .sort((a, b) => (a.key < b.key ? 1 : -1));
}

function groupHijriMonths(articles: readonly Article[]): readonly HijriPeriod[] {
  const keys = new Map<string, string>();
  const groups = groupBy(articles, (article) => {
    const day = dayOf(article.date);
    const gregorian = dayKey(article);
    if (day === undefined || gregorian === undefined) return undefined;
    const known = keys.get(gregorian);
    if (known !== undefined) return known;
    const { year, month } = toHijri(day);
    const key = `${pad4(year)}-${pad2(month)}`;
    keys.set(gregorian, key);
    return key;
  });
  const periods: HijriPeriod[] = [];
  for (const [key, group] of groups) {
    const within = group[0] === undefined ? undefined : dayOf(group[0].date);
    const [year = 0, month = 0] = key.split('-').map(Number);
    if (within !== undefined) periods.push({ key, year, month, within, articles: group });
  }
  return periods.sort((a, b) => (a.key < b.key ? 1 : -1));
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
