/** The search of a shard: a Pagefind bundle and what the word index (`words-step.ts`) needs to know of it, both functions of the shard's articles alone. */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Article, ArticleId } from '../article/article.ts';
import { digestData, digestList, type Digest } from '../plan/digest.ts';
import { divideShards, shardSizes, type Dated, type Shard } from '../plan/shards.ts';
import { buildBundle } from '../search/index/build-bundle.ts';
import { readShard } from '../search/index/read-shard.ts';
import { buildSearchRecord, type SearchRecord } from '../search/index/search-record.ts';
import { indexShard, writeShardIndex } from '../search/index/shard-index.ts';
import { createDateText, type DateText } from '../site/date-text.ts';
import type { Site } from '../site/site.ts';
import { articlePath, paths } from '../site/urls.ts';
import { LANGUAGES, type LanguageCode } from '../languages/languages.ts';
import { loadSettings } from './load-settings.ts';
import { buildEntries, type Manifest } from './manifest.ts';
import { parseWhole } from './parse-file.ts';
import type { FileVersion } from './scan-files.ts';
import { writeWhole } from './write-file.ts';

const zip = promisify(gzip);

/** Folder of the search, from the root of the site. */
export const SEARCH_FOLDER = paths.searchBundle.slice(1);

interface DatedArticle extends Dated {
  readonly article: Article;
}

export type ArticleShard = Shard<DatedArticle>;

/** The shards of an archive. @param shardSize most articles of a closed one */
export function articleShards({ archive }: Site, shardSize?: number): readonly ArticleShard[] {
  return divideShards(archive.articles.map((article) => ({ id: article.id, date: article.date.iso, article })), shardSizes(shardSize));
}

/** The folder of a shard's bundle as a manifest names it. */
export function bundleFolder({ key }: Shard): string {
  return `${SEARCH_FOLDER}${key}/`;
}

/** The key of a bundle: equal keys, equal bundles and equal knowledge of the shard. */
export function createBundleKeys({ settings }: Site, digests: ReadonlyMap<ArticleId, Digest>, code: Digest): (shard: ArticleShard) => Digest {
  const common = digestData([code, settings.site]);
  return ({ articles }) => digestList([common, articles.map(({ id, article }) => `${id} ${digests.get(article.id) ?? ''}`).join('\n')]);
}

/** Where a build keeps what is known of a shard. @param folder the cache, or a part. @param key of the bundle */
export function indexFile(folder: string, key: Digest): string {
  return join(folder, KEPT, key);
}

const KEPT = 'words';

/** True where the shard has to be read again: its bundle is not in the site, or what was known of it is lost. */
export function isStale({ file, key }: { readonly file: string; readonly key: Digest }, live: Manifest | undefined, cache: string): boolean {
  return buildEntries(live).get(file)?.key !== key || !existsSync(indexFile(cache, key));
}

export interface IndexTask {
  /** Folders of articles and settings. */
  readonly folder: string;
  readonly data: string;
  readonly language?: LanguageCode | undefined;
  /** Oldest first. */
  readonly files: readonly FileVersion[];
  /** Folder of the bundle. */
  readonly out: string;
  /** File for what the word index needs to know. */
  readonly index: string;
}

/** Builds the bundle of a shard from its article files alone, which is all that a worker has to hold. @returns its size in bytes */
export async function indexFiles({ folder, data, language, files, out, index }: IndexTask): Promise<number> {
  const { settings } = await loadSettings(data, language);
  const text = createDateText(settings.site, LANGUAGES[settings.site.language]);
  const shard = readShard(files.map(({ name, digest }) => {
    const { article } = parseWhole(folder, name, digest);
    if (article === undefined) throw new Error(`${name} was an article before`);
    return searchRecord(text, article);
  }));
  const { fragments, bytes } = await buildBundle(shard, out);
  // Read again at the next build, and by this machine only: speed counts for more than size.
  await writeWhole(index, await zip(writeShardIndex(indexShard(shard, fragments)), { level: 1 }));
  return bytes;
}

/** Forgets what was known of shards that are no more. */
export async function pruneKept(cache: string, bundles: readonly { readonly key: Digest }[]): Promise<void> {
  const keys = new Set(bundles.map(({ key }) => key));
  if (keys.size === 0) return;
  for (const name of await readdir(join(cache, KEPT)).catch(() => [])) if (!keys.has(name)) await rm(join(cache, KEPT, name), { force: true });
}

function searchRecord(text: DateText, article: Article): SearchRecord {
  const date = text.date(article.date);
  const shown = { date: date.gregorian, hijri: date.hijri, section: article.section, source: article.source };
  return buildSearchRecord(article, articlePath(article), Object.fromEntries(Object.entries(shown).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))));
}
