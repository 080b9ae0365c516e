/**
 * Where names and words were met in the articles before the newest year, kept beside the site: related articles of later ones then cost what
 * is new, not what there is. It is made anew when any of those articles is another.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { relateArticles, type RelatedPast } from '../archive/related.ts';
import type { Settings } from '../archive/settings.ts';
import type { ArticleId } from '../article/article.ts';
import { digestData, digestList, type Digest } from '../plan/digest.ts';
import { writeWhole } from './write-file.ts';

const FILE = 'related.json';

/** Below this many articles of the past, keeping it takes longer than finding it. */
const FEW = 2_000;

export interface PastWork {
  readonly archive: Archive;
  readonly settings: Settings;
  /** Of each article's file. */
  readonly digests: ReadonlyMap<ArticleId, Digest>;
  /** Digest of the code. */
  readonly code: Digest;
  readonly cache: string;
  /** Fewer articles of the past are not kept. */
  readonly few?: number;
}

/** What is known of the past of an archive; undefined where it is short. */
export async function prepareRelatedPast({ archive, settings, digests, code, cache, few = FEW }: PastWork): Promise<RelatedPast | undefined> {
  const after = articlesBefore(archive);
  if (after < few) return undefined;
  const articles = archive.articles.slice(archive.articles.length - after);
  const key = digestList([code, digestData(settings.names), articles.map(({ id }) => digests.get(id) ?? '').join(' ')]);
  const known = await loadPast(cache, key);
  if (known !== undefined) return known;
  let past: RelatedPast | undefined;
  relateArticles({ ...archive, articles: archive.articles.slice(archive.articles.length - after - 1) }, settings, { keep: { after, receive: (found) => (past = found) } });
  if (past !== undefined) await savePast(cache, key, past);
  return past;
}

async function loadPast(cache: string, key: Digest): Promise<RelatedPast | undefined> {
  try {
    const kept = JSON.parse((await readFile(join(cache, FILE))).toString('utf8')) as KeptPast;
    if (kept.key !== key) return undefined;
    return { articles: kept.articles, trails: new Map(kept.names.map((name, at) => [name, { count: kept.counts[at] ?? 0, last: kept.last[at] ?? [] }])) };
  } catch {
    return undefined;
  }
}

/** In columns, which are read faster than records. */
interface KeptPast {
  readonly key: Digest;
  readonly articles: number;
  readonly names: readonly string[];
  readonly counts: readonly number[];
  readonly last: readonly number[][];
}

async function savePast(cache: string, key: Digest, { articles, trails }: RelatedPast): Promise<void> {
  const all = [...trails.values()];
  const kept: KeptPast = { key, articles, names: [...trails.keys()], counts: all.map(({ count }) => count), last: all.map(({ last }) => [...last]) };
  await writeWhole(join(cache, FILE), JSON.stringify(kept));
}

/** How many articles are older than all of the newest year. */
function articlesBefore({ articles, years: [newest] }: Archive): number {
  if (newest === undefined) return 0;
  const own = new Set(newest.articles);
  for (let position = articles.length - 1; position >= 0; position -= 1) {
    const article = articles[position];
    if (article !== undefined && own.has(article)) return articles.length - 1 - position;
  }
  return 0;
}
