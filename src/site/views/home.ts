/** The home page: the newest articles by day, and the ways into the archive. */
import { nouns } from '../../arabic/plural.ts';
import type { DateStyle } from '../../calendar/format-date.ts';
import type { Site } from '../site.ts';
import { paths, topicPath } from '../urls.ts';
import { groupByDay } from './card-groups.ts';
import { buildCard, type Card, type CardGroup, type CountedLink, type FeedLinks, type PageFrame } from './common.ts';
import { dossierEntries } from './dossier.ts';
import { yearLink } from './periods.ts';

export interface HomeView extends PageFrame {
  readonly kind: 'home';
  readonly tagline: string | undefined;
  /** How the browser writes the reader's today; a build carries no clock. */
  readonly style: DateStyle;
  readonly lead: Card | undefined;
  readonly groups: readonly CardGroup[];
  readonly sections: readonly CountedLink[];
  readonly years: readonly CountedLink[];
  readonly tags: readonly CountedLink[];
  readonly dossiers: readonly CountedLink[];
}

const HOME_ARTICLES = 24;
const HOME_TAGS = 24;
const HOME_DOSSIERS = 5;

export function siteFeeds(site: Site): FeedLinks {
  return { title: site.settings.site.name, atom: paths.atom, json: paths.jsonFeed };
}

export function buildHomeView(site: Site): HomeView {
  const { siteText } = site.text.words;
  const { archive, settings, text } = site;
  const [lead, ...rest] = archive.articles.slice(0, HOME_ARTICLES);
  const frequent = [...archive.topics.tag].sort((a, b) => b.articles.length - a.articles.length).slice(0, HOME_TAGS);
  const counted = (count: number): string => text.count(count, nouns.article);
  return {
    kind: 'home',
    path: paths.home,
    heading: settings.site.name,
    title: settings.site.tagline ?? siteText.home,
    description: settings.site.description,
    crumbs: [],
    indexed: true,
    feeds: siteFeeds(site),
    area: 'home',
    tagline: settings.site.tagline,
    style: text.style,
    lead: lead && buildCard(site, lead),
    groups: groupByDay(site, rest, 'full'),
    sections: archive.topics.section.map((topic) => ({ path: topicPath(topic), text: topic.name, count: counted(topic.articles.length) })),
    years: archive.years.map(({ year, articles }) => ({ ...yearLink(site, year), count: counted(articles.length) })),
    dossiers: dossierEntries(site).slice(0, HOME_DOSSIERS),
    tags: frequent.map((topic) => ({ path: topicPath(topic), text: topic.name, count: counted(topic.articles.length) })),
  };
}
