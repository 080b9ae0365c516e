/** Parts that several kinds of page share, and the making of them. */
import type { Article } from '../../article/article.ts';
import { cutOpening, excerpt, OPENING_LENGTH } from '../../article/markdown.ts';
import type { TopicKind } from '../../archive/settings.ts';
import { buildCitation } from '../citation/citation.ts';
import { renderCoins } from '../citation/coins.ts';
import type { DateText, DateView } from '../date-text.ts';
import { findTopic } from '../find-topic.ts';
import { rememberRecent } from '../recent.ts';
import type { Site } from '../site.ts';
import { articlePath, paths, topicIndexPath, topicPath, type SitePath } from '../urls.ts';

export interface Link {
  readonly path: SitePath;
  readonly text: string;
}

/** A link with the number of articles behind it, in words. */
export interface CountedLink extends Link {
  readonly count: string;
}

/** An article in a list. */
export interface Card extends Link {
  readonly kicker: string | undefined;
  readonly date: DateView;
  readonly summary: string | undefined;
  readonly section: Link | undefined;
  readonly source: string | undefined;
  readonly language: string;
  /** For reference managers, which take a list from it. */
  readonly coins: string;
}

/** Articles under a heading that may be a link: a day of a list, a month of a year. */
export interface CardGroup {
  /** For links to the group. */
  readonly id?: string;
  readonly heading: string;
  readonly note: string | undefined;
  readonly path: SitePath | undefined;
  readonly cards: readonly Card[];
  /** Link to what the group leaves out. */
  readonly more: Link | undefined;
}

export interface FeedLinks {
  readonly title: string;
  readonly atom: SitePath;
  readonly json: SitePath;
}

/** What every page has. */
export interface PageFrame {
  readonly path: SitePath;
  /** The page's one `h1`. */
  readonly heading: string;
  /** For the window and for search engines; the site's name is added to it. */
  readonly title: string;
  readonly description: string;
  /** From the home page down to the page's parent. */
  readonly crumbs: readonly Link[];
  /** False for pages that are no content: search and 404. */
  readonly indexed: boolean;
  /** The feeds that belong to the page. */
  readonly feeds: FeedLinks | undefined;
  /** Place of the page in the main navigation. */
  readonly area: 'home' | 'dates' | 'sections' | 'tags' | 'sources' | 'authors' | 'people' | 'places' | 'about' | 'search' | 'offline' | undefined;
}

export function homeLink({ words }: DateText): Link {
  return { path: paths.home, text: words.siteText.home };
}
export function datesLink({ words }: DateText): Link {
  return { path: paths.dates, text: words.siteText.dates };
}
export function hijriLink({ words }: DateText): Link {
  return { path: paths.hijri, text: words.siteText.hijriDates };
}
export function topicIndexLink({ words }: DateText, kind: TopicKind): Link {
  return { path: topicIndexPath(kind), text: words.topicText[kind].all };
}

/** How much of a list item is shown. */
export type CardDetail = 'full' | 'headline';

const SUMMARY_LENGTH = 180;

/** The pages of a year are made one after the other and show its articles again and again. */
export const RECENT_CARDS = 2_500;

const cards = new WeakMap<Site, Readonly<Record<CardDetail, (article: Article) => Card>>>();

export function buildCard(site: Site, article: Article, detail: CardDetail = 'full'): Card {
  let known = cards.get(site);
  if (known === undefined) {
    const remember = (each: CardDetail) => rememberRecent(RECENT_CARDS, (shown: Article) => makeCard(site, shown, each));
    cards.set(site, (known = { full: remember('full'), headline: remember('headline') }));
  }
  return known[detail](article);
}

function makeCard(site: Site, article: Article, detail: CardDetail): Card {
  return {
    path: articlePath(article),
    text: article.title,
    kicker: detail === 'full' ? article.kicker : undefined,
    date: site.text.date(article.date),
    summary: detail === 'full' ? summaryOf(article, SUMMARY_LENGTH) : undefined,
    section: article.section === undefined ? undefined : topicLink(site, 'section', article.section),
    source: article.source,
    language: article.language,
    coins: renderCoins(buildCitation(site, article)),
  };
}

const excerpts = new WeakMap<Article, Map<number, string>>();

/** The editor's summary, else the beginning of the text. Kept with the article: a dozen lists show it. */
export function summaryOf(article: Article, maxLength: number): string | undefined {
  if (article.summary !== undefined) return article.summary;
  if (maxLength <= OPENING_LENGTH) return cutOpening(article.opening, maxLength) || undefined;
  const known = excerpts.get(article) ?? new Map<number, string>();
  excerpts.set(article, known);
  const found = known.get(maxLength) ?? excerpt(article.body, maxLength);
  known.set(maxLength, found);
  return found || undefined;
}

/** A link to a topic under its shown spelling; withdrawn articles may name topics that have no page. */
export function topicLink(site: Site, kind: TopicKind, name: string): Link | undefined {
  const topic = findTopic(site, kind, name);
  return topic === undefined ? undefined : { path: topicPath(topic), text: topic.name };
}
