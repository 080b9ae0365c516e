/** Sitemaps (sitemaps.org): an index, one file for the pages of each year, one for the pages that belong to no year. */
import type { ArticleId } from '../article/article.ts';
import { periodsOf, type Page } from '../site/pages.ts';
import type { Site } from '../site/site.ts';
import { anniversariesOf } from '../site/views/on-this-day.ts';
import { absolute, sitemapPath, type SiteAddress, type SitePath } from '../site/urls.ts';
import { element, xmlDocument } from './xml.ts';

/** The protocol allows 50,000 addresses a file. */
export const SITEMAP_LIMIT = 50_000;

export interface SitemapFile {
  readonly path: SitePath;
  readonly pages: readonly Page[];
}

/** Divides the indexed pages into files: by Gregorian year, so that a closed year's file never changes again. */
export function divideSitemaps(site: Site, pages: readonly Page[], limit = SITEMAP_LIMIT): readonly SitemapFile[] {
  const groups = new Map<string, Page[]>();
  for (const page of pages) {
    if (!isIndexed(site, page)) continue;
    const name = /^\/(\d{4})\//u.exec(page.path)?.[1] ?? OF_NO_YEAR;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [page]);
    else group.push(page);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([name, group]) => sitemapPaths(name, group.length, limit).map((path, part) => ({ path, pages: group.slice(part * limit, (part + 1) * limit) })));
}

/** The paths of all sitemaps, newest year first, told from the numbers of pages alone. @param shared pages of no year */
export function listSitemaps(site: Site, shared: readonly Page[], limit = SITEMAP_LIMIT): readonly SitePath[] {
  const ofYears = site.archive.years.flatMap(({ key, articles }) => {
    const { months, days } = periodsOf(site.archive, key);
    return sitemapPaths(key, 1 + months.length + days.length + articles.length, limit);
  });
  return [...sitemapPaths(OF_NO_YEAR, shared.filter((page) => isIndexed(site, page)).length, limit), ...ofYears];
}

function sitemapPaths(name: string, pages: number, limit: number): readonly SitePath[] {
  return Array.from({ length: Math.ceil(pages / limit) }, (_, part) => sitemapPath(part === 0 ? name : `${name}-${String(part + 1)}`));
}

const OF_NO_YEAR = 'pages';

/** The reader's own list, the page about reading offline, 404, lists of nothing, days without articles and withdrawn articles ask not to be indexed, and a sitemap must agree with its pages. */
function isIndexed({ archive }: Site, { kind, subject, topic }: Page): boolean {
  if (kind === 'topicIndex') return topic !== undefined && archive.topics[topic].length > 0;
  if (kind === 'anniversary') return anniversariesOf(archive).has(subject);
  if (kind === 'notFound' || kind === 'readingList' || kind === 'offline') return false;
  return kind !== 'article' || archive.positions.has(subject as ArticleId);
}

export function renderSitemap(pages: readonly Page[], address: SiteAddress): string {
  return xmlDocument(element('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, ...pages.map(({ path }) => element('url', {}, element('loc', {}, absolute(address, path))))));
}

export function renderSitemapIndex(files: readonly SitePath[], address: SiteAddress): string {
  return xmlDocument(element('sitemapindex', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, ...files.map((path) => element('sitemap', {}, element('loc', {}, absolute(address, path))))));
}
