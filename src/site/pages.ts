/** Which pages the site has. A page is named by plain data, so that the list can be printed, compared and divided. */
import { groupBy, groupPeriods, type Archive, type Period } from '../archive/archive.ts';
import type { Article } from '../article/article.ts';
import { TOPIC_KINDS, type TopicKind } from '../archive/settings.ts';
import type { Topic } from '../archive/topics.ts';
import { pad2, pad4 } from '../calendar/day.ts';
import { ANNIVERSARIES } from './anniversary.ts';
import type { Site } from './site.ts';
import { historyPeriods } from './views/history.ts';
import { anniversaryPath, articlePath, dossierPath, hijriMonthPath, hijriYearPath, historyPath, paths, topicIndexPath, topicPath, topicPeriodPath, type SitePath } from './urls.ts';

/** Every kind of page. */
export type PageKind = 'home' | 'article' | 'day' | 'month' | 'year' | 'dates' | 'hijri' | 'hijriYear' | 'hijriMonth' | 'topicIndex' | 'topic' | 'topicPeriod' | 'about' | 'search' | 'notFound' | 'data' | 'onThisDay' | 'dossiers' | 'dossier' | 'anniversary' | 'history' | 'historyPeriod' | 'words' | 'readingList' | 'offline';

export interface Page {
  readonly kind: PageKind;
  readonly path: SitePath;
  /** What the page is about: an id, a period's key, a slug; empty where the kind says it all. */
  readonly subject: string;
  /** For pages of topics. */
  readonly topic?: TopicKind;
  /** For `topicPeriod`: `2021` or `2021-05`. */
  readonly period?: string;
}

/** A year of a topic that has more articles than this is divided into months. */
export const TOPIC_YEAR_LIMIT = 250;

/** All pages, in a fixed order: those of no year and no topic, those of each year, those of each topic. */
export function listPages(site: Site): readonly Page[] {
  return [...sharedPages(site), ...site.archive.years.flatMap((year) => yearPages(site, year)), ...listTopics(site).flatMap(topicPages)];
}

/** All topics of all kinds. */
export function listTopics({ archive }: Site): readonly Topic[] {
  return TOPIC_KINDS.flatMap((kind) => archive.topics[kind]);
}

/** Pages that belong to neither a year nor a topic. Articles that were taken back stand in no year. */
export function sharedPages(site: Site): readonly Page[] {
  const { archive, settings } = site;
  return [
    single('home', paths.home),
    single('dates', paths.dates),
    single('hijri', paths.hijri),
    single('onThisDay', paths.onThisDay),
    ...ANNIVERSARIES.map((day): Page => ({ kind: 'anniversary', path: anniversaryPath(day), subject: day.key })),
    ...(settings.dossiers.length === 0 ? [] : [single('dossiers', paths.dossiers)]),
    ...settings.dossiers.map(({ slug }): Page => ({ kind: 'dossier', path: dossierPath(slug), subject: slug })),
    single('about', paths.about),
    single('data', paths.data),
    single('history', paths.history),
    ...[...historyPeriods(site).keys()].map((key): Page => ({ kind: 'historyPeriod', path: historyPath(key), subject: key })),
    single('words', paths.words),
    single('readingList', paths.readingList),
    single('search', paths.search),
    single('offline', paths.offline),
    single('notFound', paths.notFound),
    // A Hijri year begins in one Gregorian year and ends in another.
    ...hijriYears(archive.hijriMonths).map((year): Page => ({ kind: 'hijriYear', path: hijriYearPath(year), subject: pad4(year) })),
    ...archive.hijriMonths.map(({ year, month, key }): Page => ({ kind: 'hijriMonth', path: hijriMonthPath(year, month), subject: key })),
    ...TOPIC_KINDS.map((kind): Page => ({ kind: 'topicIndex', path: topicIndexPath(kind), subject: kind, topic: kind })),
    ...archive.withdrawn.map(articlePage),
  ];
}

/** Pages of a Gregorian year: the year itself, its months, days and articles. */
export function yearPages({ archive }: Site, { key, articles }: Period): readonly Page[] {
  const { months, days } = periodsOf(archive, key);
  return [
    { kind: 'year', path: `/${key}/`, subject: key },
    ...months.map((month): Page => ({ kind: 'month', path: `/${month.key.replace('-', '/')}/`, subject: month.key })),
    ...days.map((day): Page => ({ kind: 'day', path: `/${day.key.replaceAll('-', '/')}/`, subject: day.key })),
    ...articles.map(articlePage),
  ];
}

function articlePage(article: Article): Page {
  return { kind: 'article', path: articlePath(article), subject: article.id };
}

interface PeriodsOfYear {
  readonly months: readonly Period[];
  readonly days: readonly Period[];
}

const periodsOfYears = new WeakMap<Archive, { readonly months: ReadonlyMap<string, readonly Period[]>; readonly days: ReadonlyMap<string, readonly Period[]> }>();

/** The months and days of a year, newest first. @param key of the year */
export function periodsOf(archive: Archive, key: string): PeriodsOfYear {
  const yearOf = (period: Period): string => period.key.slice(0, 4);
  const known = periodsOfYears.get(archive) ?? { months: groupBy(archive.months, yearOf), days: groupBy(archive.days, yearOf) };
  periodsOfYears.set(archive, known);
  return { months: known.months.get(key) ?? [], days: known.days.get(key) ?? [] };
}

function single(kind: PageKind, path: SitePath): Page {
  return { kind, path, subject: '' };
}

/** The years of Hijri months, newest first. */
export function hijriYears(months: readonly { readonly year: number }[]): readonly number[] {
  return [...new Set(months.map(({ year }) => year))];
}

const yearsOf = new WeakMap<Topic, readonly Period[]>();

/** The years of a topic, newest first. Kept with the topic, since each page of it asks again. */
export function topicYears(topic: Topic): readonly Period[] {
  const years = yearsOf.get(topic) ?? groupPeriods(topic.articles, 'year');
  yearsOf.set(topic, years);
  return years;
}

const monthsOf = new WeakMap<Period, readonly Period[]>();

/** The months of a topic's year, newest first; articles without a month stand under the year itself. */
export function topicMonths(year: Period): readonly Period[] {
  const months = monthsOf.get(year) ?? groupPeriods(year.articles, 'month');
  monthsOf.set(year, months);
  return months;
}

/** Pages of a topic: its own, and one for each of its years or their months. */
export function topicPages(topic: Topic): readonly Page[] {
  const page = (key: string): Page => ({ kind: 'topicPeriod', path: topicPeriodPath(topic, key), subject: topic.slug, topic: topic.kind, period: key });
  return [
    { kind: 'topic', path: topicPath(topic), subject: topic.slug, topic: topic.kind },
    ...listTopicPeriods(topic).map(page),
  ];
}

/** Keys of the years of a topic and of the months of its crowded years, newest first: those that `topicYears` and `topicMonths` give, told without looking at an article. */
function listTopicPeriods({ months }: Topic): readonly string[] {
  const newestFirst = [...months].sort(([a], [b]) => b - a);
  return [...groupBy(newestFirst, ([month]) => Math.floor(month / 100))].flatMap(([year, own]) => {
    const articles = own.reduce((sum, [, count]) => sum + count, 0);
    const known = own.map(([month]) => month % 100).filter((month) => month > 0);
    return [pad4(year), ...(articles > TOPIC_YEAR_LIMIT ? known.map((month) => `${pad4(year)}-${pad2(month)}`) : [])];
  });
}
