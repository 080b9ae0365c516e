/** Pages of sections, tags, sources and authors: the index of a kind, a topic, a topic's year or month. */
import { compareNames, indexLetter } from '../../arabic/collation.ts';
import { nouns } from '../../arabic/plural.ts';
import { groupBy, type Period } from '../../archive/archive.ts';
import type { TopicKind } from '../../archive/settings.ts';
import type { Topic } from '../../archive/topics.ts';
import { pad2, pad4 } from '../../calendar/day.ts';
import type { DateText } from '../date-text.ts';
import { findTopic } from '../find-topic.ts';
import { topicMonths, topicYears, TOPIC_YEAR_LIMIT } from '../pages.ts';
import type { Site } from '../site.ts';
import { TOPIC_AREA } from '../topic-areas.ts';
import { topicFeedPath, topicIndexPath, topicPath, topicPeriodPath } from '../urls.ts';
import { groupByDay, groupByMonth } from './card-groups.ts';
import { buildCard, homeLink, topicIndexLink, type Card, type CardGroup, type CountedLink, type FeedLinks, type Link, type PageFrame } from './common.ts';
import { buildMonthChart, type MonthChart } from './month-chart.ts';
import { neighboursOf, type Neighbours } from './periods.ts';

export interface TopicEntry extends CountedLink {
  readonly description: string | undefined;
  /** The newest articles, where the list is short enough to show them. */
  readonly newest: readonly Card[];
}

export interface TopicIndexView extends PageFrame {
  readonly kind: 'topicIndex';
  readonly topic: TopicKind;
  readonly count: string;
  /** Sections as one group in the editor's order; other kinds by first letter. */
  readonly groups: readonly { readonly letter: string | undefined; readonly entries: readonly TopicEntry[] }[];
}

export interface TopicView extends PageFrame {
  readonly kind: 'topic';
  readonly topic: TopicKind;
  readonly count: string;
  readonly about: string | undefined;
  readonly url: string | undefined;
  readonly aliases: readonly string[];
  /** Pages of the name in authority files. */
  readonly authorities: readonly { readonly label: string; readonly url: string }[];
  /** Tags that its articles carry too, most frequent first. */
  readonly together: readonly CountedLink[];
  readonly newest: readonly Card[];
  readonly chart: MonthChart | undefined;
  readonly years: readonly CountedLink[];
}

export interface TopicPeriodView extends PageFrame {
  readonly kind: 'topicPeriod';
  readonly topic: TopicKind;
  readonly count: string;
  readonly groups: readonly CardGroup[];
  /** The months of a year that is too long for one page. */
  readonly months: readonly CountedLink[];
  readonly neighbours: Neighbours;
}


/** Articles on the first page of a topic, and in its feeds. */
export const TOPIC_NEWEST = 20;

export function topicFeeds(topic: Topic): FeedLinks | undefined {
  if (topic.kind !== 'section' && topic.kind !== 'tag') return undefined;
  return { title: topic.name, atom: topicFeedPath(topic, 'atom'), json: topicFeedPath(topic, 'json') };
}

export function buildTopicIndexView(site: Site, kind: TopicKind): TopicIndexView {
  const { sentence, topicText } = site.text.words;
  const { archive, text } = site;
  const topics = archive.topics[kind];
  const count = text.count(topics.length, nouns[kind]);
  const heading = topicText[kind].all;
  const entry = (topic: Topic): TopicEntry => ({
    path: topicPath(topic),
    text: topic.name,
    count: text.count(topic.articles.length, nouns.article),
    description: topic.description,
    newest: kind === 'section' ? topic.articles.slice(0, 3).map((article) => buildCard(site, article, 'headline')) : [],
  });
  const groups = kind === 'section' ? [{ letter: undefined, entries: topics.map(entry) }] : [...groupBy(topics, ({ name }) => indexLetter(name))].sort(([a], [b]) => compareNames(a, b)).map(([letter, group]) => ({ letter, entries: group.map(entry) }));
  return { kind: 'topicIndex', topic: kind, path: topicIndexPath(kind), heading, title: heading, description: sentence.counted(heading, count), crumbs: [homeLink(text)], indexed: topics.length > 0, feeds: undefined, area: TOPIC_AREA[kind], count, groups };
}

export function buildTopicView(site: Site, topic: Topic): TopicView {
  const { sentence, topicText } = site.text.words;
  const { text } = site;
  const count = text.count(topic.articles.length, nouns.article);
  return {
    kind: 'topic',
    topic: topic.kind,
    path: topicPath(topic),
    heading: topic.name,
    title: sentence.labelled(topicText[topic.kind].one, topic.name),
    description: topic.description ?? sentence.topic(topicText[topic.kind].one, topic.name, count),
    crumbs: [homeLink(text), topicIndexLink(text, topic.kind)],
    indexed: true,
    feeds: topicFeeds(topic),
    area: TOPIC_AREA[topic.kind],
    count,
    about: topic.description,
    url: topic.url,
    aliases: topic.aliases,
    authorities: authoritiesOf(text, topic),
    together: seenTogether(site, topic),
    chart: topicChart(site, topic),
    newest: topic.articles.slice(0, TOPIC_NEWEST).map((article) => buildCard(site, article)),
    years: topicYears(topic).map(({ year, key, articles }) => ({ path: topicPeriodPath(topic, key), text: text.year(year), count: text.count(articles.length, nouns.article) })),
  };
}

/** @returns addresses that name the same person or place, for readers and for machine formats */
export function authoritiesOf({ words }: DateText, { wikidata, viaf }: Pick<Topic, 'wikidata' | 'viaf'>): TopicView['authorities'] {
  const { listText } = words;
  return [
    ...(wikidata === undefined ? [] : [{ label: listText.wikidata, url: `https://www.wikidata.org/wiki/${wikidata}` }]),
    ...(viaf === undefined ? [] : [{ label: listText.viaf, url: `https://viaf.org/viaf/${viaf}` }]),
  ];
}

const MOST_TOGETHER = 12;

/** Once is chance. Counts change with articles of this topic only, so that other pages stay as they are. */
function seenTogether(site: Site, topic: Topic): readonly CountedLink[] {
  const counts = new Map<Topic, number>();
  for (const article of topic.articles) {
    for (const tag of new Set(article.tags.map((name) => findTopic(site, 'tag', name)))) {
      if (tag !== undefined && tag !== topic) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, countA], [b, countB]) => countB - countA || compareNames(a.name, b.name))
    .slice(0, MOST_TOGETHER)
    .map(([tag, count]) => ({ path: topicPath(tag), text: tag.name, count: site.text.count(count, nouns.article) }));
}

/** A bar leads to its month: on a page of its own in a long year, else within the year's page. */
function topicChart({ text }: Site, topic: Topic): MonthChart | undefined {
  const years = topicYears(topic);
  const long = new Set(years.filter(({ articles }) => articles.length > TOPIC_YEAR_LIMIT).map(({ year }) => year));
  return buildMonthChart(text, years.flatMap(topicMonths), (year, month) => {
    const key = `${pad4(year)}-${pad2(month)}`;
    return long.has(year) ? topicPeriodPath(topic, key) : `${topicPeriodPath(topic, pad4(year))}#m${key}`;
  });
}

/** @param key `2021` or `2021-05` */
export function buildTopicPeriodView(site: Site, topic: Topic, key: string): TopicPeriodView | undefined {
  const { sentence, topicText } = site.text.words;
  const { text } = site;
  const years = topicYears(topic);
  const year = years.find((period) => period.key === key.slice(0, 4));
  if (year === undefined) return undefined;
  const periods = key.length === 4 ? years : topicMonths(year);
  const period = periods.find((candidate) => candidate.key === key);
  if (period === undefined) return undefined;
  const long = period === year && year.articles.length > TOPIC_YEAR_LIMIT;
  const name = periodName(site, period);
  const count = text.count(period.articles.length, nouns.article);
  const yearLink: Link = { path: topicPeriodPath(topic, year.key), text: text.year(year.year) };
  return {
    kind: 'topicPeriod',
    topic: topic.kind,
    path: topicPeriodPath(topic, key),
    heading: sentence.topicInPeriod(topic.name, name),
    title: sentence.labelled(topicText[topic.kind].one, sentence.topicInPeriod(topic.name, name)),
    description: sentence.topicPeriod(topicText[topic.kind].one, topic.name, name, count),
    crumbs: [homeLink(text), topicIndexLink(text, topic.kind), { path: topicPath(topic), text: topic.name }, ...(period === year ? [] : [yearLink])],
    indexed: true,
    feeds: undefined,
    area: TOPIC_AREA[topic.kind],
    count,
    groups: period !== year ? groupByDay(site, period.articles, 'headline') : groupByMonth(site, long ? period.articles.filter(({ date }) => date.month === undefined) : period.articles, 'full'),
    months: long ? topicMonths(year).map((month) => ({ path: topicPeriodPath(topic, month.key), text: periodName(site, month), count: text.count(month.articles.length, nouns.article) })) : [],
    neighbours: neighboursOf(periods, period, (other) => ({ path: topicPeriodPath(topic, other.key), text: periodName(site, other) })),
  };
}

function periodName({ text }: Site, { year, month }: Period): string {
  return month === undefined ? text.year(year) : text.month(year, month);
}
