/** What a feed says, before it is Atom or JSON. */
import type { Article } from '../article/article.ts';
import { renderBody } from '../article/markdown.ts';
import { summaryOf } from '../site/views/common.ts';
import { createPictureFinder } from '../site/pictures.ts';
import type { Site } from '../site/site.ts';
import { absolute, articlePath, historyFeedPath, historyPath, href, paths, topicFeedPath, topicPath, type SitePath } from '../site/urls.ts';
import { buildDay, historyOf } from '../site/views/history.ts';
import type { HistoryDay } from '../archive/history.ts';
import { TOPIC_NEWEST, topicFeeds } from '../site/views/topics.ts';
import type { Topic } from '../archive/topics.ts';
import { lastChange } from '../archive/last-change.ts';
import { machineDate } from './machine-date.ts';
import { escapeXml } from './xml.ts';

export interface FeedEntry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly html: string;
  readonly published: string;
  readonly updated: string;
  readonly language: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly source: string | undefined;
  readonly originalUrl: string | undefined;
}

export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly rights: string | undefined;
  readonly publisher: string;
  /** The page that the feed belongs to. */
  readonly pageUrl: string;
  readonly atomPath: SitePath;
  readonly jsonPath: SitePath;
  /** The newest change among the entries: a feed carries no build time. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

const SITE_ENTRIES = 30;

/** The feed of the whole archive. */
export function siteFeed(site: Site): Feed {
  const { name, description } = site.settings.site;
  return buildFeed(site, site.archive.articles.slice(0, SITE_ENTRIES), { title: name, description, page: paths.home, atomPath: paths.atom, jsonPath: paths.jsonFeed });
}

export interface TopicFeed {
  readonly atom: SitePath;
  readonly json: SitePath;
  readonly build: () => Feed;
  /** What the feed is made of, for a build that looks whether it changed. */
  readonly inputs: { readonly articles: readonly Article[]; readonly facts: readonly (string | undefined)[] };
}

/** The feeds of the sections and tags; other kinds of topics have none. */
export function topicFeedList(site: Site, topics: readonly Topic[] = [...site.archive.topics.section, ...site.archive.topics.tag]): readonly TopicFeed[] {
  return topics.flatMap((topic) => {
    const links = topicFeeds(topic);
    return links === undefined ? [] : [{ atom: links.atom, json: links.json, build: () => topicFeed(site, topic), inputs: { articles: topic.articles.slice(0, TOPIC_NEWEST), facts: [topic.name, topic.slug, topic.description] } }];
  });
}

function topicFeed(site: Site, topic: Topic): Feed {
  const title = `${topic.name} – ${site.settings.site.name}`;
  return buildFeed(site, topic.articles.slice(0, TOPIC_NEWEST), {
    title,
    description: topic.description ?? title,
    page: topicPath(topic),
    atomPath: topicFeedPath(topic, 'atom'),
    jsonPath: topicFeedPath(topic, 'json'),
  });
}

interface FeedHead extends Pick<Feed, 'title' | 'description' | 'atomPath' | 'jsonPath'> {
  readonly page: SitePath;
}

function buildFeed(site: Site, articles: readonly Article[], { page, ...head }: FeedHead): Feed {
  const { site: settings } = site.settings;
  const entries = articles.map((article) => buildEntry(site, article));
  const updated = entries.map((entry) => entry.updated).reduce((newest, date) => (Date.parse(date) > Date.parse(newest) ? date : newest), entries[0]?.updated ?? '1970-01-01T00:00:00Z');
  return { ...head, language: 'ar', rights: settings.rights, publisher: settings.publisher ?? settings.name, pageUrl: absolute(site.address, page), updated, entries };
}

const HISTORY_ENTRIES = 40;

/** What has changed in the archive: an entry for each kind of change of each day. Undefined where nothing has. */
export function historyFeed(site: Site): Feed | undefined {
  const entries = historyOf(site).slice(0, HISTORY_ENTRIES).flatMap((day) => historyEntries(site, day)).slice(0, HISTORY_ENTRIES);
  const [newest] = entries;
  if (newest === undefined) return undefined;
  const { site: settings } = site.settings;
  const { historyText } = site.text.words;
  return {
    title: `${historyText.title} – ${settings.name}`,
    description: historyText.lead,
    language: 'ar',
    rights: settings.rights,
    publisher: settings.publisher ?? settings.name,
    pageUrl: absolute(site.address, paths.history),
    atomPath: historyFeedPath('atom'),
    jsonPath: historyFeedPath('json'),
    updated: newest.updated,
    entries,
  };
}

function historyEntries(site: Site, day: HistoryDay): readonly FeedEntry[] {
  const published = machineDate(day.date);
  return buildDay(site, day).lists.map(({ id, heading, hint, items, more }): FeedEntry => {
    const url = `${absolute(site.address, historyPath(day.key.slice(0, 7)))}#${id}`;
    const rows = items.map(({ link, note }) => `<li>${link === undefined ? '' : `<a href="${escapeXml(absolute(site.address, link.path))}">${escapeXml(link.text)}</a>`}${note === undefined ? '' : ` ${escapeXml(note)}`}</li>`);
    const html = [...(hint === undefined ? [] : [`<p>${escapeXml(hint)}</p>`]), ...(rows.length === 0 ? [`<p>${escapeXml(heading)}</p>`] : ['<ul>', ...rows, '</ul>']), ...(more === undefined ? [] : [`<p>${escapeXml(more)}</p>`])].join('\n');
    return { id: url, url, title: site.text.words.sentence.cell(site.text.date(day.date).gregorian, heading), summary: undefined, html: `${html}\n`, published, updated: published, language: 'ar', authors: [], categories: [], source: undefined, originalUrl: undefined };
  });
}

function buildEntry(site: Site, article: Article): FeedEntry {
  const url = absolute(site.address, articlePath(article));
  const published = machineDate(article.date);
  return {
    id: url,
    url,
    title: article.title,
    summary: summaryOf(article, 300),
    html: `${renderBody(article.body, { href: (path) => `${site.address.origin}${href(site.address, path)}`, picture: createPictureFinder({ ...site, absolute: (path) => `${site.address.origin}${path}` }) }, article.dateline)}${correctionsHtml(site, article)}`,
    published,
    updated: machineDate(lastChange(article)),
    language: article.language,
    authors: article.authors,
    categories: [...(article.section === undefined ? [] : [article.section]), ...article.tags],
    source: article.source,
    originalUrl: article.original_url,
  };
}

/** Corrections reach those who read in a feed: the entry says them, and its date of change moves. */
function correctionsHtml(site: Site, { corrections }: Article): string {
  const { articleText } = site.text.words;
  if (corrections.length === 0) return '';
  return `<h2>${articleText.corrections}</h2>\n${corrections.map(({ date, text }) => `<p><strong>${escapeXml(site.text.date(date).gregorian)}:</strong> ${escapeXml(text)}</p>`).join('\n')}\n`;
}
