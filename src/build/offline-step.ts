/**
 * The lists of files by which a browser keeps parts of the site: for each year its pages, for each search bundle its files, and a
 * small one of what there is, with sizes. The list of a bundle also names the text of each article, for those who keep a topic. They are
 * made of what the build knows of its files, and the list of a year in which nothing has changed stays as it is.
 */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { IndexFiles } from '../search/query/index-files.ts';
import type { Site } from '../site/site.ts';
import { articlePath, paths } from '../site/urls.ts';
import { digestList, type Digest } from '../plan/digest.ts';
import { buildEntries, type Manifest, type ManifestBlock, type ManifestEntry } from './manifest.ts';
import type { PlannedBundle } from './plan-site.ts';
import { hashFiles, listFiles } from './sums.ts';
import { writeStaged } from './write-file.ts';

/** A file below the site's root, in readable form, with its size in bytes. Pages are named by their folder. */
type ListedFile = readonly [path: string, bytes: number, digest: Digest];

/** The page of an article, and the name of its text in the search bundle. */
type ArticleText = readonly [page: string, fragment: string];

export interface OfflineWork {
  /** Digest of the code: other code may list otherwise. */
  readonly code: Digest;
  /** The blocks of the new site; that of the build so far. */
  readonly blocks: readonly ManifestBlock[];
  readonly site: Site;
  readonly bundles: readonly PlannedBundle[];
  readonly stage: string;
  readonly live: { readonly folder: string; readonly manifest: Manifest } | undefined;
}

const FOLDER = 'offline/lists/';
const INDEX = paths.offlineLists.slice(1);

/** Pages that lead through what is kept, whatever it is. */
const COMMON = /^(?:index\.html|404\.html|(?:dates|search|words|reading-list|about|offline)\/index\.html|(?:assets|icons)\/.*|manifest\.webmanifest)$/u;
const WORDS = /^pagefind\/(?:words\/.*|manifest\.wq)$/u;
const OF_YEAR = /^(\d{4})\/(?:.*\/)?index\.html$/u;
/** Media belong to the year in their path; pages of other years may show them too, and then a picture is missing. */
const MEDIA_OF_YEAR = /^media\/(?:.*\/)?(\d{4})\//u;

/** What the index says of a list. */
interface ListFacts {
  readonly files: number;
  readonly bytes: number;
  readonly digest: Digest;
}

interface OldIndex {
  readonly lists: Readonly<Record<string, ListFacts>>;
  readonly years: readonly { readonly year: string }[];
}

/** Writes the lists that have changed into the stage. @returns the entries of all of them */
export async function writeOfflineLists({ code, blocks, site, bundles, stage, live }: OfflineWork): Promise<readonly (readonly [file: string, entry: ManifestEntry])[]> {
  if (site.settings.site.offline !== 'true') return [];
  const oldEntries = buildEntries(live?.manifest);
  const old = live === undefined ? undefined : readIndex(await readFile(join(live.folder, INDEX), 'utf8').catch(() => ''));
  const written: (readonly [file: string, entry: ManifestEntry])[] = [];
  const known: (ListFacts & { readonly id: string })[] = [];
  /** @param of what the list is made of: where it is the same, so is the list */
  const write = async (id: string, of: Digest, list: () => Promise<readonly ListedFile[]> | readonly ListedFile[], texts?: () => Promise<readonly ArticleText[]>): Promise<void> => {
    const key = digestList([code, of]);
    const file = `${FOLDER}${id}.json`;
    const entry = oldEntries.get(file);
    const facts = old?.lists[id];
    if (entry?.key === key && facts?.digest === entry.digest) {
      written.push([file, entry]);
      known.push({ id, ...facts });
      return;
    }
    const files = await list();
    const { digest, bytes } = await writeStaged(stage, file, renderList(files, await texts?.()));
    written.push([file, { key, digest, bytes }]);
    known.push({ id, files: files.length, bytes: files.reduce((sum, [, size]) => sum + size, 0), digest });
  };
  const years = new Set(site.archive.years.map(({ key }) => key));
  const lists = groupFiles(blocks.filter(({ name }) => !isYear(name)), years);
  const pages = new Map(blocks.map((block) => [block.name, block]));
  for (const id of ['common', 'words', 'rest']) await write(id, digestFiles(lists.get(id) ?? []), () => sortFiles(lists.get(id) ?? []));
  for (const { key } of site.archive.years) {
    const block = pages.get(`${YEAR}${key}`);
    const others = lists.get(listOfYear(key)) ?? [];
    await write(listOfYear(key), digestList([block?.digest ?? '', digestFiles(others)]), () => sortFiles([...others, ...(groupFiles(block === undefined ? [] : [block], years).get(listOfYear(key)) ?? [])]));
  }
  const texts = openIndex(stage, live?.folder);
  for (const bundle of bundles) await write(`search-${bundle.shard.key}`, bundle.key, () => bundleFiles(bundle, stage, live?.folder), () => bundleTexts(bundle, texts));
  const common = new Set((lists.get('common') ?? []).map(([path]) => path));
  const yearsOf = new Map(bundles.map(({ shard }) => [shard.key, new Set(shard.articles.map(({ date }) => date.slice(0, 4)))]));
  const index = {
    format: 1,
    version: digestList(known.map(({ id, digest }) => `${id} ${digest}`)),
    lists: Object.fromEntries(known.map(({ id, files, bytes, digest }) => [id, { files, bytes, digest }])),
    years: site.archive.years.map(({ key, articles }) => ({ year: key, articles: articles.length, lists: [listOfYear(key), ...bundles.filter(({ shard }) => yearsOf.get(shard.key)?.has(key) === true).map(({ shard }) => `search-${shard.key}`)] })),
    articles: site.archive.articles.length,
    // What the page that is shown in place of one that was not kept needs.
    shell: [paths.offline, ...(await assetsOf(stage, live?.folder)).filter((path) => common.has(path))],
  };
  const { digest, bytes } = await writeStaged(stage, INDEX, `${JSON.stringify(index, null, 1)}\n`);
  return [...written, [INDEX, { key: digest, digest, bytes }]];
}

const YEAR = 'year/';

function isYear(block: string): boolean {
  return block.startsWith(YEAR);
}

function listOfYear(key: string): string {
  return `year-${key}`;
}

/** Files of blocks by the lists they are in: `common`, `words`, `rest` and one for each year. */
function groupFiles(blocks: readonly ManifestBlock[], years: ReadonlySet<string>): ReadonlyMap<string, readonly ListedFile[]> {
  const lists = new Map<string, ListedFile[]>();
  for (const { entries } of blocks) {
    for (const [file, { bytes, digest }] of entries) {
      const id = listOf(file, years);
      if (id === undefined) continue;
      const list = lists.get(id) ?? [];
      lists.set(id, list);
      list.push([sitePath(file), bytes, digest]);
    }
  }
  return lists;
}

function listOf(file: string, years: ReadonlySet<string>): string | undefined {
  if (COMMON.test(file)) return 'common';
  if (WORDS.test(file)) return 'words';
  const page = file.endsWith('/index.html');
  const media = !page && file.startsWith('media/');
  if (!page && !media) return undefined;
  const year = (page ? OF_YEAR : MEDIA_OF_YEAR).exec(file)?.[1];
  return year !== undefined && years.has(year) ? listOfYear(year) : 'rest';
}

function sortFiles(files: readonly ListedFile[]): readonly ListedFile[] {
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The blocks that lists are taken from come in a fixed order, and so do their files. */
function digestFiles(files: readonly ListedFile[]): Digest {
  return digestList([files.map(([path, , digest]) => `${path} ${digest}`).join('\n')]);
}

function readIndex(text: string): OldIndex | undefined {
  try {
    return JSON.parse(text) as OldIndex;
  } catch {
    return undefined;
  }
}

async function bundleFiles({ file }: PlannedBundle, stage: string, live: string | undefined): Promise<readonly ListedFile[]> {
  const folder = join(await isFolder(join(stage, file)) ? stage : (live ?? stage), file);
  const names = await listFiles(folder);
  const sums = hashFiles(folder, names);
  return Promise.all(names.map(async (name): Promise<ListedFile> => [sitePath(`${file}${name}`), (await stat(join(folder, name))).size, (sums.get(name) ?? '').slice(0, 22)]));
}

/** The new index, which may lie partly in the old site. */
function openIndex(stage: string, live: string | undefined): IndexFiles {
  const folder = paths.searchBundle.slice(1);
  return new IndexFiles((name) => readFile(join(stage, folder, name)).catch((error: unknown) => {
    if (live === undefined) throw error;
    return readFile(join(live, folder, name));
  }));
}

/** In the order of the index, which is that of the shard. */
async function bundleTexts({ shard }: PlannedBundle, index: IndexFiles): Promise<readonly ArticleText[]> {
  const { bundles } = await index.manifest();
  const names = await index.fragmentNames(bundles.findIndex(({ key }) => key === shard.key));
  return shard.articles.map(({ article }, at) => [articlePath(article), names[at] ?? '']);
}

/** A line for each file, so that versions can be compared. */
function renderList(files: readonly ListedFile[], texts?: readonly ArticleText[]): string {
  const lines = (rows: readonly unknown[]): string => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
  return `{"format":1,"files":${lines(files)}${texts === undefined ? '' : `,"texts":${lines(texts)}`}}\n`;
}

/** Styles, fonts and scripts that the page about reading offline names. */
async function assetsOf(stage: string, live: string | undefined): Promise<readonly string[]> {
  const page = `${paths.offline.slice(1)}index.html`;
  const html = await readFile(join(stage, page), 'utf8').catch(() => (live === undefined ? '' : readFile(join(live, page), 'utf8')));
  return [...new Set([...html.matchAll(/\/(assets\/[\w.-]+)"/gu)].map(([, asset = '']) => `/${asset}`))];
}

function sitePath(file: string): string {
  return `/${file.endsWith('/index.html') || file === 'index.html' ? file.slice(0, -'index.html'.length) : file}`;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false);
}
