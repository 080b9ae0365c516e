/**
 * The search of a site: for each shard a Pagefind bundle and what the word index needs to know of it, both functions of the
 * shard's articles alone; then the word index of the whole archive, from what is known of the shards.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { glob } from 'tinyglobby';
import type { Archive } from '../archive/archive.ts';
import type { Article, ArticleId } from '../article/article.ts';
import { digestData, digestList, type Digest } from '../plan/digest.ts';
import { divideShards, shardSizes, type Dated, type Shard } from '../plan/shards.ts';
import { FACETS, MANIFEST, type SearchManifest } from '../search/format/manifest.ts';
import { assembleSearch, type KeptPieces, type NameOf, type SearchSource, type ShardSource } from '../search/index/assemble-search.ts';
import { buildBundle, withPagefind } from '../search/index/build-bundle.ts';
import { packManifest } from '../search/index/build-search.ts';
import { readRecord } from '../search/index/read-record.ts';
import { buildSearchRecord, type SearchRecord } from '../search/index/search-record.ts';
import { indexShard, readShardIndex, writeShardIndex, type ShardIndex } from '../search/index/shard-index.ts';
import { FileWriter, WORDS_FOLDER } from '../search/index/write-files.ts';
import { createDateText, type DateText } from '../site/date-text.ts';
import type { Site } from '../site/site.ts';
import { articlePath, paths } from '../site/urls.ts';
import { LANGUAGES, type LanguageCode } from '../languages/languages.ts';
import { loadSettings } from './load-settings.ts';
import { buildEntries, type Manifest, type ManifestEntry } from './manifest.ts';
import { parseWhole } from './parse-file.ts';
import type { FileVersion } from './scan-files.ts';
import { writeWhole } from './write-file.ts';
import { writeStaged } from './workshop.ts';

const zip = promisify(gzip);

/** Folder of the search, from the root of the site. */
const SEARCH_FOLDER = paths.searchBundle.slice(1);
const SEARCH_MANIFEST = `${SEARCH_FOLDER}${MANIFEST}`;
const WORD_FILES = `${SEARCH_FOLDER}${WORDS_FOLDER}/`;

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
  return ({ articles }) => digestList([common, ...articles.map(({ id, article }) => `${id} ${digests.get(article.id) ?? ''}`)]);
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
  const records = files.map(({ name, digest }) => {
    const { article } = parseWhole(folder, name, digest);
    if (article === undefined) throw new Error(`${name} was an article before`);
    return readRecord(searchRecord(text, article));
  });
  const fragments = await withPagefind((makeIndex) => buildBundle(records, out, makeIndex));
  // Read again at the next build, and by this machine only: speed counts for more than size.
  await writeWhole(index, await zip(writeShardIndex(indexShard(records, fragments)), { level: 1 }));
  const sizes = await Promise.all((await glob('**', { cwd: out, dot: true })).map(async (file) => (await stat(join(out, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

export interface SearchAssembly {
  /** Oldest first. */
  readonly bundles: readonly { readonly file: string; readonly key: Digest; readonly shard: ArticleShard }[];
  readonly source: SearchSource;
  readonly archive: Archive;
  /** Digest of the code. */
  readonly code: Digest;
  readonly cache: string;
  readonly stage: string;
  readonly live: Manifest | undefined;
}

/** The word index of the archive: its files are those of the old site where nothing has changed, else they are put into the stage. @throws IndexDamaged */
export async function assembleWords({ bundles, source, archive, code, cache, stage, live }: SearchAssembly): Promise<readonly (readonly [file: string, entry: ManifestEntry])[]> {
  // Without articles there is an index in which nothing is found; without bundles of articles that there are, none was asked for.
  if (bundles.length === 0 && archive.articles.length > 0) return [];
  const key = digestList([code, digestData(source), namesDigest(archive), ...bundles.flatMap((bundle) => [bundle.shard.key, bundle.key])]);
  const old = buildEntries(live).get(SEARCH_MANIFEST);
  const known = new Map([...buildEntries(live)].filter(([file]) => file.startsWith(WORD_FILES)));
  if (old?.key === key) return [[SEARCH_MANIFEST, old], ...known];
  const nameOf = topicNames(archive);
  const plain = hasPlainNames(archive);
  const shards = bundles.map(({ shard, key: bundleKey }): ShardSource => ({
    key: shard.key,
    digest: digestList([bundleKey, ...(plain ? [] : shownOtherwise(shard, nameOf))]),
    articles: shard.articles.length,
    newest: shard.articles.at(-1)?.date ?? '',
    read: () => readKept(indexFile(cache, bundleKey)),
  }));
  const files = new FileWriter(join(stage, SEARCH_FOLDER), new Set([...known.keys()].map((file) => file.slice(WORD_FILES.length))));
  const pieces = openPieces(join(cache, PIECES));
  let manifest: SearchManifest;
  try {
    manifest = await assembleSearch(shards, source, files, { nameOf, kept: pieces });
  } catch (error) {
    throw error instanceof IndexDamaged ? await forgetDamaged(bundles.map(({ key: bundleKey }) => indexFile(cache, bundleKey))) : error;
  } finally {
    await files.finish();
  }
  await pieces.save();
  const written = await files.finish();
  const { digest, bytes } = await writeStaged(stage, SEARCH_MANIFEST, packManifest(manifest));
  return [
    [SEARCH_MANIFEST, { key, digest, bytes }],
    ...[...written].map(([name, size]): [string, ManifestEntry] => {
      const file = `${WORD_FILES}${name}`;
      return [file, known.get(file) ?? { key: name, digest: name, bytes: size }];
    }),
  ];
}

/** Forgets what was known of shards that are no more. */
export async function pruneKept(cache: string, bundles: readonly { readonly key: Digest }[]): Promise<void> {
  const keys = new Set(bundles.map(({ key }) => key));
  if (keys.size === 0) return;
  for (const name of await readdir(join(cache, KEPT)).catch(() => [])) if (!keys.has(name)) await rm(join(cache, KEPT, name), { force: true });
}

/** What a build kept of a shard cannot be read. */
export class IndexDamaged extends Error {
  constructor(files: readonly string[]) {
    super(`What the last build kept of the search was damaged and has been deleted (${files.join(', ')}); build again`);
  }
}

/** @throws IndexDamaged */
function readKept(file: string): ShardIndex {
  try {
    return readShardIndex(gunzipSync(readFileSync(file)));
  } catch {
    throw new IndexDamaged([file]);
  }
}

/** Deletes all that cannot be read, so that the next build makes it again. */
async function forgetDamaged(files: readonly string[]): Promise<IndexDamaged> {
  const damaged = files.filter((file) => {
    try {
      readKept(file);
      return false;
    } catch {
      return true;
    }
  });
  for (const file of damaged) await rm(file, { force: true });
  return new IndexDamaged(damaged);
}

const PIECES = 'pieces';

/** Pieces of the word index that the last assembly made or used. What it did not is forgotten. */
function openPieces(folder: string): KeptPieces & { readonly save: () => Promise<void> } {
  const used = new Set<string>();
  const fresh = new Map<string, unknown>();
  const place = (key: string): string => join(folder, `${key}.json`);
  return {
    read: (key) => {
      used.add(key);
      try {
        return JSON.parse(readFileSync(place(key), 'utf8')) as unknown;
      } catch {
        return undefined;
      }
    },
    write: (key, piece) => fresh.set(key, piece),
    save: async () => {
      for (const [key, piece] of fresh) await writeWhole(place(key), JSON.stringify(piece));
      for (const name of await readdir(folder).catch(() => [])) if (!used.has(name.replace(/\.json$/u, ''))) await rm(join(folder, name), { force: true });
    },
  };
}

function searchRecord(text: DateText, article: Article): SearchRecord {
  const date = text.date(article.date);
  const shown = { date: date.gregorian, hijri: date.hijri, section: article.section, source: article.source };
  return buildSearchRecord(article, articlePath(article), Object.fromEntries(Object.entries(shown).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))));
}

/** Spellings and aliases of one name are narrowed to under the name that the site shows. */
function topicNames({ topics }: Archive): NameOf {
  const names = new Map(FACETS.map((facet) => [facet, new Map(topics[facet].flatMap(({ name, spellings }) => spellings.map((spelling) => [spelling, name])))]));
  return (facet, spelling) => names.get(facet)?.get(spelling) ?? spelling;
}

/** True where every name is shown as all articles spell it. */
function hasPlainNames({ topics }: Archive): boolean {
  return FACETS.every((facet) => topics[facet].every(({ name, spellings }) => spellings.every((spelling) => spelling === name)));
}

/** What a shard spells otherwise than the site shows it, with the name that is shown. */
function shownOtherwise({ articles }: ArticleShard, nameOf: NameOf): readonly string[] {
  const found = new Set<string>();
  for (const { article } of articles) {
    for (const facet of FACETS) for (const spelling of spellingsOf(article, facet)) if (nameOf(facet, spelling) !== spelling) found.add(`${facet}\u0000${spelling}\u0000${nameOf(facet, spelling)}`);
  }
  return [...found].sort();
}

function spellingsOf({ section, source, tags, authors }: Article, facet: (typeof FACETS)[number]): readonly string[] {
  const values = { section: section === undefined ? [] : [section], source: source === undefined ? [] : [source], tag: tags, author: authors };
  return values[facet];
}

/** Of all that `topicNames` says: where every name is shown as it is spelled there is nothing to tell. */
function namesDigest({ topics }: Archive): Digest {
  return digestList(FACETS.flatMap((facet) => topics[facet].flatMap(({ name, spellings }) => spellings.filter((spelling) => spelling !== name).sort().flatMap((spelling) => [facet, spelling, name]))));
}
