/** The machine-readable files of a site: which there are, and what is in each. */
import type { Article } from '../article/article.ts';
import type { Page } from '../site/pages.ts';
import { picturesOf, scaledPath, scaledWidths } from '../site/pictures.ts';
import type { Site } from '../site/site.ts';
import { articleFilePath, cardPath, paths, type SitePath } from '../site/urls.ts';
import { renderAtom } from './atom.ts';
import { buildCard, hasCards } from './card.ts';
import { renderArticleJson, renderArticleMarkdown, renderArticleText } from './data/alternates.ts';
import { apiFiles } from './data/api.ts';
import { dataFiles } from './data/data-files.ts';
import { historyFeed, siteFeed, topicFeedList, type Feed, type TopicFeed } from './feed.ts';
import type { MachineFile } from './machine-file.ts';
import { renderJsonFeed } from './json-feed.ts';
import { renderOpenSearch } from './open-search.ts';
import { renderWebManifest } from './web-manifest.ts';
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
    { path: paths.webManifest, render: () => renderWebManifest(site) },
    { path: paths.openSearch, render: () => renderOpenSearch(site) },
    ...dataFiles(site),
    ...apiFiles(site),
    ...site.archive.articles.flatMap((article) => articleForms(site, article)),
    ...(hasCards(site) ? site.archive.articles.map((article) => cardFile(site, article)) : []),
    ...scaledPictures(site),
    { path: paths.siteRecord, render: () => renderSiteRecord(buildSiteRecord(site)) },
  ];
}

/** The picture of an article for those who share it. */
function cardFile(site: Site, article: Article): MachineFile {
  const card = buildCard(site, article);
  return { path: cardPath(article), render: () => JSON.stringify(card), article, card };
}

/** The smaller forms of all pictures that articles show. */
function scaledPictures({ archive, pictures }: Site): readonly MachineFile[] {
  if (pictures.size === 0) return [];
  const shown = new Set(archive.articles.flatMap(picturesOf));
  return [...shown].sort().flatMap((path) => {
    const facts = pictures.get(path);
    return facts === undefined ? [] : scaledWidths(facts).map((width): MachineFile => {
      const scaled = { source: path.slice(1), digest: facts.digest, width };
      return { path: scaledPath(path, facts, width), render: () => JSON.stringify(scaled), scaled };
    });
  });
}

function articleForms(site: Site, article: Article): readonly MachineFile[] {
  const common = { article, inputs: { articles: [article], facts: [] } };
  return [
    { path: articleFilePath(article, 'json'), render: () => renderArticleJson(site, article), ...common },
    { path: articleFilePath(article, 'txt'), render: () => renderArticleText(site, article), ...common },
    { path: articleFilePath(article, 'md'), render: () => renderArticleMarkdown(article), ...common },
  ];
}

/** The two forms of one feed; its entries are gathered once for both. */
function feedFiles({ address }: Site, build: () => Feed, { atom, json, inputs }: { readonly atom: SitePath; readonly json: SitePath; readonly inputs?: TopicFeed['inputs'] }): readonly MachineFile[] {
  let built: Feed | undefined;
  const feed = (): Feed => {
    const known = built ?? build();
    // For the other form, which comes next; the texts of all feeds together would fill the memory.
    built = built === undefined ? known : undefined;
    return known;
  };
  return [
    { path: atom, render: () => renderAtom(feed(), address), ...(inputs && { inputs }) },
    { path: json, render: () => renderJsonFeed(feed(), address), ...(inputs && { inputs }) },
  ];
}
