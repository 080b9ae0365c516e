/** The machine-readable files of a site: which there are, and what is in each. */
import type { Page } from '../site/pages.ts';
import type { Site } from '../site/site.ts';
import { articleFilePath, paths, type SitePath } from '../site/urls.ts';
import { renderAtom } from './atom.ts';
import { renderArticleJson, renderArticleMarkdown, renderArticleText } from './data/alternates.ts';
import { apiFiles } from './data/api.ts';
import { dataFiles } from './data/data-files.ts';
import { historyFeed, siteFeed, topicFeedList, type Feed, type TopicFeed } from './feed.ts';
import type { MachineFile } from './machine-file.ts';
import { renderJsonFeed } from './json-feed.ts';
import { renderOpenSearch } from './open-search.ts';
import { renderRobots } from './robots.ts';
import { divideSitemaps, renderSitemap, renderSitemapIndex } from './sitemap.ts';
import { buildSiteRecord, renderSiteRecord } from './site-record.ts';

/** @param pages all pages of the site, for the sitemaps */
export function listFiles(site: Site, pages: readonly Page[]): readonly MachineFile[] {
  const { address } = site;
  const history = historyFeed(site);
  const sitemaps = divideSitemaps(site, pages);
  return [
    ...feedFiles(site, () => siteFeed(site), { atom: paths.atom, json: paths.jsonFeed }),
    ...topicFeedList(site).flatMap(({ build, atom, json, inputs }) => feedFiles(site, build, { atom, json, inputs })),
    ...(history === undefined ? [] : feedFiles(site, () => history, { atom: history.atomPath, json: history.jsonPath })),
    { path: paths.sitemapIndex, render: () => renderSitemapIndex(sitemaps, address) },
    ...sitemaps.map((file) => ({ path: file.path, render: () => renderSitemap(file, address), inputs: { articles: [], facts: file.pages.map(({ path }) => path) } })),
    { path: paths.robots, render: () => renderRobots(address) },
    { path: paths.openSearch, render: () => renderOpenSearch(site) },
    ...dataFiles(site),
    ...apiFiles(site),
    ...site.archive.articles.flatMap((article): readonly MachineFile[] => [
      { path: articleFilePath(article, 'json'), render: () => renderArticleJson(site, article), inputs: { articles: [article], facts: [] } },
      { path: articleFilePath(article, 'txt'), render: () => renderArticleText(site, article), inputs: { articles: [article], facts: [] } },
      { path: articleFilePath(article, 'md'), render: () => renderArticleMarkdown(article), inputs: { articles: [article], facts: [] } },
    ]),
    { path: paths.siteRecord, render: () => renderSiteRecord(buildSiteRecord(site)) },
  ];
}

/** The two forms of one feed; its entries are gathered once for both. */
function feedFiles({ address }: Site, build: () => Feed, { atom, json, inputs }: { readonly atom: SitePath; readonly json: SitePath; readonly inputs?: TopicFeed['inputs'] }): readonly MachineFile[] {
  let built: Feed | undefined;
  const feed = (): Feed => (built ??= build());
  return [
    { path: atom, render: () => renderAtom(feed(), address), ...(inputs && { inputs }) },
    { path: json, render: () => renderJsonFeed(feed(), address), ...(inputs && { inputs }) },
  ];
}
