/** From what lies in the folders to the site; the same in the build itself and in each of its workers. */
import type { WordLists } from '../arabic/analyser.ts';
import type { ArticleId } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { Digest } from '../plan/digest.ts';
import { buildSite, type Site } from '../site/site.ts';
import type { Entries } from './article-cache.ts';
import { assembleArchive, type Folders } from './load-archive.ts';
import { gatherArticles } from './load-articles.ts';
import { readPictureFacts } from './pictures/picture-facts.ts';
import type { Published } from './published-addresses.ts';
import { prepareRelatedPast } from './related-past.ts';
import type { Scan } from './scan-files.ts';

export interface SiteOptions extends Folders {
  readonly base: string;
  /** Overrides the address in the settings. */
  readonly siteUrl?: string | undefined;
  /** What the site published before; a build that would lose any of it is refused. */
  readonly published?: Published | undefined;
}

export interface LoadedSite {
  readonly site: Site;
  /** What the search knows of Arabic, with what the editor adds. */
  readonly lists: WordLists;
  /** Of each article's file. */
  readonly digests: ReadonlyMap<ArticleId, Digest>;
  readonly problems: readonly Problem[];
}

/** @param cache of a build. @param again digest of the code where there was a build before: what it kept of related articles is used */
export async function loadSite(options: SiteOptions, scan: Scan, entries: Entries, cache?: string, again?: Digest): Promise<LoadedSite> {
  const loaded = gatherArticles(options.articles, scan, entries);
  const { archive, settings, lists, problems } = await assembleArchive(options, loaded);
  const site = buildSite(archive, settings, { origin: (options.siteUrl ?? settings.site.url).replace(/\/+$/u, ''), base: options.base }, await readPictureFacts(options.articles, scan, cache), cache === undefined || again === undefined ? undefined : await prepareRelatedPast({ archive, settings, digests: loaded.digests, code: again, cache }));
  return { site, lists, digests: loaded.digests, problems };
}
