/** Addresses that were published and would be gone. */
import { buildArchive } from '../archive/archive.ts';
import { REDIRECTS_FILE } from '../archive/redirects.ts';
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
  const above = path.replace(/[^/]+\/$/u, '');
  if (/^\/\d{4}\/$/u.test(path)) return paths.dates;
  return live.has(above) ? above : pageAbove(above, live);
}

/** One error for each lost address, with the line that would mend it where an article has only moved. */
export function reportLost(site: Site, lost: readonly string[]): readonly Problem[] {
  return lost.map((path) => {
    const id = path.split('/').at(-2) ?? '';
    const moved = [...site.archive.byId.values()].find((article) => article.id === id);
    const fix = moved === undefined ? `write where it went into _data/${REDIRECTS_FILE} (${path}: /…/), or bring the article back with withdrawn: { date, reason }` : `write into _data/${REDIRECTS_FILE} the line ${path}: ${articlePath(moved)}`;
    return { code: 'address-lost', severity: 'error', file: `_data/${REDIRECTS_FILE}`, line: 1, field: 'address', got: `no page at ${path}, which was published`, expected: 'a page, a redirect or a withdrawn article', fix };
  });
}
