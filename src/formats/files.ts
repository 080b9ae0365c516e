/** The machine-readable files of a site: which there are, and what is in each. */
import type { Period } from '../archive/archive.ts';
import type { Topic } from '../archive/topics.ts';
import type { Article } from '../article/article.ts';
import { hasForms } from '../site/forms.ts';
import { listTopics, sharedPages, topicPages, yearPages, type Page } from '../site/pages.ts';
import { picturesOf, scaledPath, scaledWidths } from '../site/pictures.ts';
import type { Site } from '../site/site.ts';
import { articleFilePath, cardPath, paths, type SitePath } from '../site/urls.ts';
import { renderAtom } from './atom.ts';
import { buildCard, hasCards } from './card.ts';
import { renderArticleJson, renderArticleMarkdown, renderArticleText } from './data/alternates.ts';
import { wholeApiFiles, yearApiFiles } from './data/api.ts';
import { wholeDataFiles, yearDataFiles } from './data/data-files.ts';
import { historyFeed, siteFeed, topicFeedList, type Feed, type TopicFeed } from './feed.ts';
import type { MachineFile } from './machine-file.ts';
import { renderJsonFeed } from './json-feed.ts';
import { renderOpenSearch } from './open-search.ts';
import { renderWebManifest } from './web-manifest.ts';
import { renderRobots } from './robots.ts';
import { divideSitemaps, listSitemaps, renderSitemap, renderSitemapIndex } from './sitemap.ts';
import { buildSiteRecord, renderSiteRecord } from './site-record.ts';

/** All of them. */
export function listFiles(site: Site): readonly MachineFile[] {
  return [...sharedFiles(site), ...site.archive.years.flatMap((year) => yearFiles(site, year)), ...listTopics(site).flatMap((topic) => topicFiles(site, topic))];
}

/** Those that belong to neither a year nor a topic. */
export function sharedFiles(site: Site): readonly MachineFile[] {
  const { address } = site;
  return [
    ...siteFeedFiles(site),
    { path: paths.sitemapIndex, render: () => renderSitemapIndex(listSitemaps(site, pagesOfNoYear(site)), address) },
    ...sitemapFiles(site, () => pagesOfNoYear(site)),
    { path: paths.robots, render: () => renderRobots(address) },
    { path: paths.webManifest, render: () => renderWebManifest(site) },
    { path: paths.openSearch, render: () => renderOpenSearch(site) },
    ...wholeDataFiles(site),
    ...wholeApiFiles(site),
    ...scaledPictures(site),
    { path: paths.siteRecord, render: () => renderSiteRecord(buildSiteRecord(site)) },
  ];
}

/** The feeds of the whole archive and of its changes. */
export function siteFeedFiles(site: Site): readonly MachineFile[] {
  const history = historyFeed(site);
  return [
    ...feedFiles(site, () => siteFeed(site), { atom: paths.atom, json: paths.jsonFeed }),
    ...(history === undefined ? [] : feedFiles(site, () => history, { atom: history.atomPath, json: history.jsonPath })),
  ];
}

/** Those of a Gregorian year and its articles. */
export function yearFiles(site: Site, year: Period): readonly MachineFile[] {
  return [
    ...sitemapFiles(site, () => yearPages(site, year)),
    ...yearDataFiles(site, year),
    ...yearApiFiles(site, year),
    ...(hasForms(site) ? year.articles.flatMap((article) => articleForms(site, article)) : []),
    ...(hasCards(site) ? year.articles.map((article) => cardFile(site, article)) : []),
  ];
}

/** The feeds of a topic. */
export function topicFiles(site: Site, topic: Topic): readonly MachineFile[] {
  return topicFeedList(site, [topic]).flatMap(({ build, atom, json, inputs }) => feedFiles(site, build, { atom, json, inputs }));
}

function pagesOfNoYear(site: Site): readonly Page[] {
  return [...sharedPages(site), ...listTopics(site).flatMap(topicPages)];
}

/** @param listPages asked again for each file: the plan would else hold all pages twice */
function sitemapFiles(site: Site, listPages: () => readonly Page[]): readonly MachineFile[] {
  return divideSitemaps(site, listPages()).map(({ path }, at) => {
    const pages = (): readonly Page[] => divideSitemaps(site, listPages())[at]?.pages ?? [];
    return {
      path,
      render: () => renderSitemap(pages(), site.address),
      get inputs() {
        return { articles: [], facts: pages().map((page) => page.path) };
      },
    };
  });
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
  const inputs = { articles: [article], facts: [] };
  return FORMS.map(([form, write]) => new ArticleForm(articleFilePath(article, form), article, inputs, site, write));
}

type WriteForm = (site: Site, article: Article) => string;

const FORMS: readonly (readonly ['json' | 'txt' | 'md', WriteForm])[] = [
  ['json', renderArticleJson],
  ['txt', renderArticleText],
  ['md', (_, article) => renderArticleMarkdown(article)],
];

/** Three files of five are such. A closure for each, with a name of its own, took half a kilobyte. */
class ArticleForm implements MachineFile {
  readonly path: SitePath;
  readonly article: Article;
  readonly inputs: NonNullable<MachineFile['inputs']>;
  readonly #site: Site;
  readonly #write: WriteForm;

  constructor(path: SitePath, article: Article, inputs: NonNullable<MachineFile['inputs']>, site: Site, write: WriteForm) {
    this.path = path;
    this.article = article;
    this.inputs = inputs;
    this.#site = site;
    this.#write = write;
  }

  render(): string {
    return this.#write(this.#site, this.article);
  }
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
