/** The search of a site: one bundle a shard, each a function of its articles alone, and the lists that name the bundles. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { createAnalyser, type WordLists } from '../arabic/analyser.ts';
import type { Article, ArticleId } from '../article/article.ts';
import { digestData, digestList, type Digest } from '../plan/digest.ts';
import { divideShards, shardSizes, type Dated, type Shard } from '../plan/shards.ts';
import { BUNDLE_LIST, WORD_LISTS, type BundleList } from '../search/bundle-list.ts';
import { buildBundle } from '../search/index/build-bundle.ts';
import { buildSearchRecord, type SearchRecord } from '../search/index/search-record.ts';
import { createTokens } from '../search/tokens.ts';
import { createDateText, type DateText } from '../site/date-text.ts';
import type { Site } from '../site/site.ts';
import { articlePath, paths } from '../site/urls.ts';
import { loadSettings } from './load-settings.ts';
import { loadWordLists } from './load-word-lists.ts';
import { parseWhole } from './parse-file.ts';
import type { FileVersion } from './scan-files.ts';

/** Folder of the search, from the root of the site. */
const SEARCH_FOLDER = paths.searchBundle.slice(1);

interface DatedArticle extends Dated {
  readonly article: Article;
}

export type ArticleShard = Shard<DatedArticle>;

/** The shards of an archive. @param shardSize most articles of a closed one */
export function articleShards({ archive }: Site, shardSize?: number): readonly ArticleShard[] {
  return divideShards(archive.articles.map((article) => ({ id: article.id, date: article.date.iso, article })), shardSizes(shardSize));
}

/** The folder of a shard's bundle as a manifest names it. */
export function bundleFolder({ key }: ArticleShard): string {
  return `${SEARCH_FOLDER}${key}/`;
}

/** The key of a bundle: equal keys, equal bundles. */
export function createBundleKeys({ settings, address }: Site, lists: WordLists, digests: ReadonlyMap<ArticleId, Digest>, code: Digest): (shard: ArticleShard) => Digest {
  const common = digestData([code, settings.site, address, lists]);
  return ({ articles }) => digestList([common, ...articles.map(({ id, article }) => `${id} ${digests.get(article.id) ?? ''}`)]);
}

/**
 * Builds the bundle of a shard from its article files alone, which is all that a worker has to hold.
 * @param out folder of the bundle. @returns its size in bytes
 */
export async function indexFiles({ folder, data, files, out }: { readonly folder: string; readonly data: string; readonly files: readonly FileVersion[]; readonly out: string }): Promise<number> {
  const [{ settings }, { lists }] = await Promise.all([loadSettings(data), loadWordLists(data)]);
  const text = createDateText(settings.site);
  const records = files.map(({ name, digest }) => {
    const { article } = parseWhole(folder, name, digest);
    if (article === undefined) throw new Error(`${name} was an article before`);
    return searchRecord(text, article);
  });
  await buildBundle(records, out, createTokens(createAnalyser(lists)));
  const sizes = await Promise.all((await glob('**', { cwd: out, dot: true })).map(async (file) => (await stat(join(out, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What stands beside the bundles: file from the root of the site, and content. */
export function searchLists(shards: readonly ArticleShard[], lists: WordLists): readonly (readonly [file: string, content: string])[] {
  const list: BundleList = { format: 1, bundles: shards.map(({ key }) => key).reverse() };
  return [[`${SEARCH_FOLDER}${BUNDLE_LIST}`, `${JSON.stringify(list)}\n`], [`${SEARCH_FOLDER}${WORD_LISTS}`, `${JSON.stringify(lists)}\n`]];
}

function searchRecord(text: DateText, article: Article): SearchRecord {
  const date = text.date(article.date);
  const shown = { date: date.gregorian, hijri: date.hijri, section: article.section, source: article.source };
  return buildSearchRecord(article, articlePath(article), Object.fromEntries(Object.entries(shown).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))));
}
