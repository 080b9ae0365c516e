/**
 * The word index of the whole archive, from what is known of its shards. It is put together by a process of its own while pages are made:
 * what that needs to know is plain data.
 */
import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Archive } from '../archive/archive.ts';
import type { WordLists } from '../arabic/analyser.ts';
import type { Article } from '../article/article.ts';
import { digestData, digestList, type Digest } from '../plan/digest.ts';
import { FACETS, MANIFEST, type Facet, type SearchManifest } from '../search/format/manifest.ts';
import { assembleSearch, type KeptPieces, type NameOf, type ShardSource } from '../search/index/assemble-search.ts';
import { packManifest } from '../search/index/build-search.ts';
import { readShardIndex, type ShardIndex } from '../search/index/shard-index.ts';
import { FileWriter, WORDS_FOLDER } from '../search/index/write-files.ts';
import { createCollector } from './collect-garbage.ts';
import { loadSearchSource } from './load-word-lists.ts';
import { buildEntries, type FileEntries, type Manifest, type ManifestEntry } from './manifest.ts';
import { indexFile, SEARCH_FOLDER, type ArticleShard } from './search-step.ts';
import { writeStaged, writeWhole } from './write-file.ts';

const SEARCH_MANIFEST = `${SEARCH_FOLDER}${MANIFEST}`;
const WORD_FILES = `${SEARCH_FOLDER}${WORDS_FOLDER}/`;

export interface WordsAssembly {
  /** Oldest first. */
  readonly bundles: readonly { readonly key: Digest; readonly shard: ArticleShard }[];
  readonly lists: WordLists;
  readonly archive: Archive;
  /** Digest of the code, the lists of the program among it. */
  readonly code: Digest;
  /** Folder of the editor's settings. */
  readonly data: string;
  readonly cache: string;
  readonly stage: string;
  readonly live: Manifest | undefined;
}

/** A name that articles spell otherwise than the site shows it. */
type ShownName = readonly [facet: Facet, spelling: string, name: string];

/** All that it takes to put the index together. */
export interface WordsTask {
  readonly key: Digest;
  readonly shards: readonly (Pick<ShardSource, 'key' | 'digest' | 'articles' | 'newest'> & { readonly index: string })[];
  readonly names: readonly ShownName[];
  /** Names of the files that the old site has. */
  readonly there: readonly string[];
  readonly data: string;
  readonly cache: string;
  readonly stage: string;
}

export interface MadeWords {
  readonly manifest: { readonly digest: Digest; readonly bytes: number };
  /** Sizes in bytes by name; 0 for a file of the old site. */
  readonly files: readonly (readonly [name: string, bytes: number])[];
}

export type WordEntries = readonly (readonly [file: string, entry: ManifestEntry])[];

/** What is to be done for the index; its files where those of the old site are still right. */
export function planWords({ bundles, lists, archive, code, data, cache, stage, live }: WordsAssembly): { readonly task: WordsTask } | { readonly entries: WordEntries } {
  // Without articles there is an index in which nothing is found; without bundles of articles that there are, none was asked for.
  if (bundles.length === 0 && archive.articles.length > 0) return { entries: [] };
  const names = shownNames(archive);
  const key = digestList([code, digestData([lists, names]), ...bundles.flatMap((bundle) => [bundle.shard.key, bundle.key])]);
  const old = buildEntries(live).get(SEARCH_MANIFEST);
  const known = knownFiles(live);
  if (old?.key === key) return { entries: [[SEARCH_MANIFEST, old], ...known] };
  const nameOf = createNameOf(names);
  const shards = bundles.map(({ shard, key: bundleKey }) => ({
    key: shard.key,
    digest: digestList([bundleKey, ...(names.length === 0 ? [] : shownOtherwise(shard, nameOf))]),
    articles: shard.articles.length,
    newest: shard.articles.at(-1)?.date ?? '',
    index: indexFile(cache, bundleKey),
  }));
  return { task: { key, shards, names, there: [...known.keys()].map((file) => file.slice(WORD_FILES.length)), data, cache, stage } };
}

/** What a site has once the index is put together. */
export function wordEntries({ key }: WordsTask, { manifest, files }: MadeWords, live: Manifest | undefined): WordEntries {
  const known = knownFiles(live);
  return [
    [SEARCH_MANIFEST, { key, ...manifest }],
    ...files.map(([name, bytes]): [string, ManifestEntry] => {
      const file = `${WORD_FILES}${name}`;
      return [file, known.get(file) ?? { key: name, digest: name, bytes }];
    }),
  ];
}

function knownFiles(live: Manifest | undefined): FileEntries {
  return new Map([...buildEntries(live)].filter(([file]) => file.startsWith(WORD_FILES)));
}

/** Bytes of garbage that may lie. */
const MUCH_GARBAGE = 64_000_000;

/** Puts the index together: what the old site does not have comes into the stage. @throws IndexDamaged */
export async function assembleWords({ shards, names, there, data, cache, stage }: WordsTask): Promise<MadeWords> {
  const files = new FileWriter(join(stage, SEARCH_FOLDER), new Set(there));
  const pieces = openPieces(join(cache, PIECES));
  const source = await loadSearchSource(data);
  // Each shard that was read leaves its lists and words behind.
  const tidy = createCollector(MUCH_GARBAGE);
  let manifest: SearchManifest;
  try {
    const sources = shards.map(({ index, ...shard }) => ({ ...shard, read: () => {
      tidy();
      return readKept(index);
    } }));
    manifest = await assembleSearch(sources, source, files, { nameOf: createNameOf(names), kept: pieces });
  } catch (error) {
    throw error instanceof IndexDamaged ? await forgetDamaged(shards.map(({ index }) => index)) : error;
  }
  await pieces.save();
  const { digest, bytes } = await writeStaged(stage, SEARCH_MANIFEST, packManifest(manifest));
  return { manifest: { digest, bytes }, files: [...files.sizes] };
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
        return JSON.parse(readFileSync(place(key)).toString('utf8')) as unknown;
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

/** Spellings and aliases of one name are narrowed to under the name that the site shows: those that it shows otherwise. */
function shownNames({ topics }: Archive): readonly ShownName[] {
  return FACETS.flatMap((facet) => topics[facet].flatMap(({ name, spellings }) => spellings.filter((spelling) => spelling !== name).sort().map((spelling): ShownName => [facet, spelling, name])));
}

function createNameOf(names: readonly ShownName[]): NameOf {
  const shown = new Map(FACETS.map((facet) => [facet, new Map(names.filter(([own]) => own === facet).map(([, spelling, name]) => [spelling, name]))]));
  return (facet, spelling) => shown.get(facet)?.get(spelling) ?? spelling;
}

/** What a shard spells otherwise than the site shows it, with the name that is shown. */
function shownOtherwise({ articles }: ArticleShard, nameOf: NameOf): readonly string[] {
  const found = new Set<string>();
  for (const { article } of articles) {
    for (const facet of FACETS) for (const spelling of spellingsOf(article, facet)) if (nameOf(facet, spelling) !== spelling) found.add(`${facet}\u0000${spelling}\u0000${nameOf(facet, spelling)}`);
  }
  return [...found].sort();
}

function spellingsOf({ section, source, tags, authors }: Article, facet: Facet): readonly string[] {
  const values = { section: section === undefined ? [] : [section], source: source === undefined ? [] : [source], tag: tags, author: authors };
  return values[facet];
}
