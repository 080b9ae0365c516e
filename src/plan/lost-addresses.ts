/** Addresses that were published and would be gone. */
import { buildArchive } from '../archive/archive.ts';
import { REDIRECTS_FILE } from '../archive/redirects.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import { topicFeedList } from '../formats/feed.ts';
import { listPages } from '../site/pages.ts';
import { buildSite, type Site } from '../site/site.ts';
import { articlePath, paths, type SitePath } from '../site/urls.ts';
import type { Move } from './redirect-outputs.ts';

/**
 * What stood on lists of articles that were taken back: a day, a tag with nothing else in it. Nobody need do anything for
 * these; they lead to the nearest page above. Asked only about addresses that were published, so that a withdrawn
 * article leaves no trace that was not there before.
 */
export function moveEmptied(site: Site, lost: readonly string[], live: ReadonlySet<string>): readonly Move[] {
  const { archive, settings, address } = site;
  if (lost.length === 0 || archive.withdrawn.length === 0) return [];
  const whole = buildSite(buildArchive([...archive.articles, ...archive.withdrawn], settings, { asBefore: true }), settings, address);
  const once = new Set<string>([...listPages(whole).map(({ path }) => path), ...topicFeedList(whole).flatMap(({ atom, json }) => [atom, json])]);
  return lost.filter((path) => once.has(path)).map((path) => ({ from: path as SitePath, to: pageAbove(path, live) }));
}

function pageAbove(path: string, live: ReadonlySet<string>): string {
  if (path.endsWith('feed.xml')) return paths.atom;
  if (path.endsWith('feed.json')) return paths.jsonFeed;
  const above = path.replace(/[^/]+\/?$/u, '');
  if (/^\/\d{4}\/$/u.test(path)) return paths.dates;
  return live.has(above) ? above : pageAbove(above, live);
}

/**
 * One error for each lost address, articles before the lists that went with them, and with each the line that would mend it: where an
 * article went, and for a list the page above.
 */
export function reportLost(site: Site, lost: readonly string[], live: ReadonlySet<string>): readonly Problem[] {
  const [articles, lists] = [lost.filter((path) => ARTICLE_PATH.test(path)), lost.filter((path) => !ARTICLE_PATH.test(path))];
  return [...articles.map((path) => reportArticle(site, path)), ...lists.map((path) => reportList(path, live))];
}

/** `/2021/05/04/k7m2p9qd/`, `/2021/05/k7m2p9qd/`, `/2021/k7m2p9qd/`; days, months and years end in two or four digits. */
const ARTICLE_PATH = /^\/\d{4}\/(?:\d{2}\/){0,2}(?!\d{2}\/$)[^/]+\/$/u;

/** Where the article of an old address stands now. */
export function findMoved(site: Site, path: string): SitePath | undefined {
  const byId: ReadonlyMap<string, Article> = site.archive.byId;
  const article = ARTICLE_PATH.test(path) ? byId.get(idOf(path)) : undefined;
  return article && articlePath(article);
}

function idOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}

function reportArticle(site: Site, path: string): Problem {
  const moved = findMoved(site, path);
  if (moved === undefined) return problemAt(path, `if its file has another name now, write id: ${idOf(path)} into it; if it was deleted, bring it back, with withdrawn: { date: …, reason: … } among its fields if the article was taken back; or write where it went into _data/${REDIRECTS_FILE}: ${path}: /…/`);
  const line = `${path}: ${moved}`;
  return { ...problemAt(path, `write into _data/${REDIRECTS_FILE} the line ${line}`), write: line };
}

function reportList(path: string, live: ReadonlySet<string>): Problem {
  const line = `${path}: ${pageAbove(path, live)}`;
  return { ...problemAt(path, `bring back what stood there; or write into _data/${REDIRECTS_FILE} the line ${line}`), write: line };
}

function problemAt(path: string, fix: string): Problem {
  return { code: 'address-lost', severity: 'error', file: REDIRECTS_FILE, line: 1, field: 'address', got: `no page at ${path}, which was published`, expected: 'a page, a redirect or a withdrawn article', fix };
}
