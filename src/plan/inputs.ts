/**
 * What a file of the site is made of, told without making it. A key made of inputs costs some microseconds; making the
 * view of every page to see whether it changed would cost half a minute at a hundred thousand.
 *
 * Only kinds of which an archive has thousands are declared here. Any other kind, and any kind that is added, has no
 * inputs: its view is made at each build and compared (`page-keys.ts`). A declaration that forgets something would leave
 * stale pages behind; `test/plan/page-keys.test.ts` changes archives at random and fails when a page changes under a key
 * that does not.
 */
import type { Article, ArticleId } from '../article/article.ts';
import type { Archive, HijriPeriod, Period } from '../archive/archive.ts';
import { TOPIC_KINDS } from '../archive/settings.ts';
import type { Topic } from '../archive/topics.ts';
import { topicMonths, topicYears, type Page, type PageKind } from '../site/pages.ts';
import { hasCards } from '../formats/card.ts';
import type { Site } from '../site/site.ts';
import { relatedTo } from '../site/views/article.ts';
import { anniversariesOf, shownOfDay } from '../site/views/on-this-day.ts';

/** What a file is made of beside the code, the site's own settings and its address. */
export interface Inputs {
  /** Articles of which it shows anything, in its order. They stand for their topics' names and addresses too. */
  readonly articles: readonly (Article | undefined)[];
  /** Everything else, as text. */
  readonly facts: readonly (string | number | undefined)[];
}

/** Finds the inputs of pages of one site. */
export function createInputs(site: Site): (page: Page) => Inputs | undefined {
  const { archive } = site;
  const topics = createTopicIndex(archive);
  const daysOfMonth = listDays(archive.days);
  const days = createPlaces(archive.days);
  const topicOf = ({ topic, subject }: Page): Topic | undefined => topic && topics.get(`${topic}/${subject}`);
  const declared: Partial<Record<PageKind, (page: Page) => Inputs | undefined>> = {
    article: ({ subject }) => articleInputs(site, archive.byId.get(subject as ArticleId)),
    // With the calendar of its month, which says which days have articles and not how many.
    day: ({ subject }) => days(subject, [daysOfMonth.get(subject.slice(0, 7))]),
    month: ofPeriod(createPlaces(archive.months)),
    year: ofPeriod(createPlaces(archive.years)),
    hijriMonth: ofPeriod(createPlaces(archive.hijriMonths)),
    anniversary: ({ subject }) => anniversaryInputs(archive, subject),
    topic: (page) => mapFound(topicOf(page), topicInputs),
    topicPeriod: (page) => mapFound(topicOf(page), (topic) => topicPeriodInputs(topic, page.period ?? '')),
  };
  return (page) => declared[page.kind]?.(page);
}

function mapFound<T, R>(value: T | undefined, map: (value: T) => R): R | undefined {
  return value === undefined ? undefined : map(value);
}

type Places = (key: string, facts?: Inputs['facts']) => Inputs | undefined;

function ofPeriod(places: Places): (page: Page) => Inputs | undefined {
  return ({ subject }) => places(subject);
}

/** A period's own articles, and which periods come before and after it. */
function createPlaces(periods: readonly (Period | HijriPeriod)[]): Places {
  const positions = new Map(periods.map(({ key }, index) => [key, index]));
  return (key, facts = []) => {
    const at = positions.get(key);
    const own = at === undefined ? undefined : periods[at];
    return at === undefined || own === undefined ? undefined : { articles: own.articles, facts: [periods[at + 1]?.key, periods[at - 1]?.key, ...facts] };
  };
}

/** Its chart and the tags seen together with it are counted over all of its articles. */
function topicInputs(topic: Topic): Inputs {
  return { articles: topic.articles, facts: topicFacts(topic) };
}

function anniversaryInputs(archive: Archive, key: string): Inputs {
  const periods = anniversariesOf(archive).get(key) ?? [];
  return { articles: periods.flatMap(({ articles }) => shownOfDay(articles)), facts: periods.flatMap((period) => [period.key, period.articles.length]) };
}

function articleInputs(site: Site, article: Article | undefined): Inputs | undefined {
  const { positions, articles } = site.archive;
  const position = article && positions.get(article.id);
  // Of those taken back there are few.
  if (article === undefined || position === undefined) return undefined;
  const related = relatedTo(site, article);
  return { articles: [article, articles[position + 1], articles[position - 1], ...related.map((other) => other.article)], facts: [hasCards(site) ? 'card' : '', ...related.map(({ shared }) => shared.join('\u0001'))] };
}

/** Of the years of a topic or the months of its year, which several pages ask for. */
const placesOf = new WeakMap<readonly Period[], Places>();

function topicPeriodInputs(topic: Topic, key: string): Inputs | undefined {
  const years = topicYears(topic);
  const year = years.find((candidate) => candidate.key === key.slice(0, 4));
  const periods = key.length === 4 || year === undefined ? years : topicMonths(year);
  const places = placesOf.get(periods) ?? createPlaces(periods);
  placesOf.set(periods, places);
  return places(key, topicFacts(topic));
}

/** All that pages show of a topic beside its articles and their number. */
export function topicFacts({ kind, name, slug, description, url, aliases, wikidata, viaf, rights, type }: Topic): Inputs['facts'] {
  return [kind, name, slug, description, url, aliases.join('\u0001'), wikidata, viaf, rights, type];
}

/** The days of each month that have articles, as text. */
function listDays(days: readonly Period[]): ReadonlyMap<string, string> {
  const listed = new Map<string, string>();
  for (const { key } of days) listed.set(key.slice(0, 7), `${listed.get(key.slice(0, 7)) ?? ''} ${key.slice(8)}`);
  return listed;
}

function createTopicIndex({ topics }: Archive): ReadonlyMap<string, Topic> {
  return new Map(TOPIC_KINDS.flatMap((kind) => topics[kind].map((topic): [string, Topic] => [`${kind}/${topic.slug}`, topic])));
}
