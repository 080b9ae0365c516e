/** The machine-readable files of a site: which there are, and what is in each. */
import type { Article } from '../article/article.ts';
import type { Page } from '../site/pages.ts';
import type { Site } from '../site/site.ts';
import { paths, type SitePath } from '../site/urls.ts';
import { renderAtom } from './atom.ts';
import { siteFeed, topicFeedList, type Feed, type TopicFeed } from './feed.ts';
import { renderJsonFeed } from './json-feed.ts';
import { renderOpenSearch } from './open-search.ts';
import { renderRobots } from './robots.ts';
import { divideSitemaps, renderSitemap, renderSitemapIndex } from './sitemap.ts';
import { buildSiteRecord, renderSiteRecord } from './site-record.ts';

export interface MachineFile {
  readonly path: SitePath;
  /** The content; built when it is asked for. */
  readonly render: () => string;
  /** What it is made of beside the settings and the address, where that is cheaper to look at than to make the content. */
  readonly inputs?: { readonly articles: readonly Article[]; readonly facts: readonly (string | number | undefined)[] };
}

/** @param pages all pages of the site, for the sitemaps */
export function listFiles(site: Site, pages: readonly Page[]): readonly MachineFile[] {
  const { address } = site;
  const sitemaps = divideSitemaps(site, pages);
  return [
    ...feedFiles(site, () => siteFeed(site), { atom: paths.atom, json: paths.jsonFeed }),
    ...topicFeedList(site).flatMap(({ build, atom, json, inputs }) => feedFiles(site, build, { atom, json, inputs })),
    { path: paths.sitemapIndex, render: () => renderSitemapIndex(sitemaps, address) },
    ...sitemaps.map((file) => ({ path: file.path, render: () => renderSitemap(file, address), inputs: { articles: [], facts: file.pages.map(({ path }) => path) } })),
    { path: paths.robots, render: () => renderRobots(address) },
    { path: paths.openSearch, render: () => renderOpenSearch(site) },
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
