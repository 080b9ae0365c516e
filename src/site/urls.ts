/**
 * Every address of the site is made here and nowhere else. A `SitePath` begins at the site's own root (`/2021/05/`);
 * `href` puts it under the base for a page, `absolute` makes a full URI for machine formats.
 */
import { pad2, pad4, type Day } from '../calendar/day.ts';
import type { Article } from '../article/article.ts';
import type { Anniversary } from './anniversary.ts';
import type { TopicKind } from '../archive/settings.ts';

/** Where the site is published. */
export interface SiteAddress {
  /** `https://example.org`, without a slash at the end. */
  readonly origin: string;
  /** `/` or `/some/path/`. */
  readonly base: string;
}

/** Origin of a preview on the editor's own machine: such a site is published to nobody. */
export const PREVIEW_ORIGIN = 'http://localhost';

/** A path from the root of the site, in readable form: letters are not percent-encoded. Folders end in a slash. */
export type SitePath = `/${string}`;

const TOPIC_FOLDER: Readonly<Record<TopicKind, string>> = { section: 'sections', tag: 'tags', source: 'sources', author: 'authors', person: 'people', place: 'places' };

/** Pages that exist once. */
export const paths = {
  home: '/',
  dates: '/dates/',
  onThisDay: '/on-this-day/',
  dossiers: '/dossiers/',
  data: '/data/',
  dataPackage: '/data/datapackage.json',
  checksums: '/data/SHA256SUMS.txt',
  hijri: '/hijri/',
  history: '/history/',
  words: '/words/',
  readingList: '/reading-list/',
  about: '/about/',
  search: '/search/',
  notFound: '/404.html',
  atom: '/feed.xml',
  jsonFeed: '/feed.json',
  sitemapIndex: '/sitemap.xml',
  robots: '/robots.txt',
  openSearch: '/opensearch.xml',
  searchBundle: '/pagefind/',
  siteRecord: '/site.json',
  offline: '/offline/',
  /** Says what can be kept on a device; beside it stand the lists of files. */
  offlineLists: '/offline/lists.json',
  serviceWorker: '/sw.js',
  webManifest: '/manifest.webmanifest',
} as const satisfies Record<string, SitePath>;

/** Pictures of the site for home screens. */
export const ICON_PATHS = { touch: '/icons/icon-180.png', small: '/icons/icon-192.png', large: '/icons/icon-512.png', maskable: '/icons/maskable-512.png' } as const satisfies Record<string, SitePath>;

export function yearPath(year: number): SitePath {
  return `/${pad4(year)}/`;
}

export function monthPath(year: number, month: number): SitePath {
  return `/${pad4(year)}/${pad2(month)}/`;
}

export function dayPath({ year, month, day }: Day): SitePath {
  return `/${pad4(year)}/${pad2(month)}/${pad2(day)}/`;
}

/** `/2021/05/04/<id>/`; with a date of less precision `/2021/05/<id>/` or `/2021/<id>/`. Ids have four characters or more, so none can be a month or day. */
export function articlePath({ id, date }: Pick<Article, 'id' | 'date'>): SitePath {
  return `/${folderOf(date.iso.slice(0, 'YYYY-MM-DD'.length))}/${id}/`;
}

/** Each article is linked to in dozens of places. */
const folders = new Map<string, string>();

function folderOf(day: string): string {
  const known = folders.get(day);
  if (known !== undefined) return known;
  const folder = day.replaceAll('-', '/');
  folders.set(day, folder);
  return folder;
}

/** `/on-this-day/05/04/`, `/on-this-day/hijri/09/22/` */
export function anniversaryPath({ calendar, month, day }: Anniversary): SitePath {
  return `${paths.onThisDay}${calendar === 'hijri' ? 'hijri/' : ''}${pad2(month)}/${pad2(day)}/`;
}

export function dossierPath(slug: string): SitePath {
  return `${paths.dossiers}${slug}/`;
}

/** The changes of a month. @param key `2026-11`, or `2026` for what has no month */
export function historyPath(key: string): SitePath {
  return `${paths.history}${key.replaceAll('-', '/')}/`;
}

export function historyFeedPath(form: 'atom' | 'json'): SitePath {
  return `${paths.history}feed.${form === 'atom' ? 'xml' : 'json'}`;
}

/** @param name `articles`, `2021`, or `2021-2` for a second file of a year */
export function dataPath(name: string, extension: 'csv' | 'jsonl' | 'ris' | 'bib' | 'csl.json'): SitePath {
  return `${paths.data}${name}.${extension}`;
}

/** The version is part of the address: what reads it today finds it tomorrow. */
export function apiPath(name: string): SitePath {
  return `/api/v1/${name}.json`;
}

/** An article in another form, beside its page. */
export function articleFilePath(article: Pick<Article, 'id' | 'date'>, form: 'json' | 'txt' | 'md'): SitePath {
  return `${articlePath(article)}article.${form}`;
}

/** The picture of an article for those who share it. */
export function cardPath(article: Pick<Article, 'id' | 'date'>): SitePath {
  return `${articlePath(article)}card.png`;
}

export function hijriYearPath(year: number): SitePath {
  return `/hijri/${pad4(year)}/`;
}

export function hijriMonthPath(year: number, month: number): SitePath {
  return `/hijri/${pad4(year)}/${pad2(month)}/`;
}

export function topicIndexPath(kind: TopicKind): SitePath {
  return `/${TOPIC_FOLDER[kind]}/`;
}

export function topicPath({ kind, slug }: { readonly kind: TopicKind; readonly slug: string }): SitePath {
  return `${topicIndexPath(kind)}${slug}/`;
}

/** @param key a period's key: `2021` or `2021-05` */
export function topicPeriodPath(topic: { readonly kind: TopicKind; readonly slug: string }, key: string): SitePath {
  return `${topicPath(topic)}${key.replaceAll('-', '/')}/`;
}

/** The feeds of a topic stand in its folder. */
export function topicFeedPath(topic: { readonly kind: TopicKind; readonly slug: string }, form: 'atom' | 'json'): SitePath {
  return `${topicPath(topic)}feed.${form === 'atom' ? 'xml' : 'json'}`;
}

/** @param name `2021`, `2021-2` for a second file of a year, or `pages` */
export function sitemapPath(name: string): SitePath {
  return `/sitemaps/${name}.xml`;
}

/** The address of a path on this site as pages link to it. */
export function href({ base }: Pick<SiteAddress, 'base'>, path: string): string {
  return `${base}${path.slice(1)}`;
}

/** The full URI of a path, percent-encoded as RFC 3986 wants it. */
export function absolute(address: SiteAddress, path: string): string {
  const own = href(address, path);
  return `${address.origin}${PLAIN.test(own) ? own : encodeURI(own)}`;
}

/** Nothing in it is percent-encoded. */
const PLAIN = /^[\w/.-]*$/;

/** File below the output folder for a path: folders get `index.html`. */
export function outputFile(path: SitePath): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}
