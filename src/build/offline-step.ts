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
import type { Manifest, ManifestEntry } from './manifest.ts';
import type { PlannedBundle } from './plan-site.ts';
import { hashFiles, listFiles } from './sums.ts';
import { writeStaged } from './workshop.ts';

/** A file below the site's root, in readable form, with its size in bytes. Pages are named by their folder. */
type ListedFile = readonly [path: string, bytes: number, digest: Digest];

/** The page of an article, and the name of its text in the search bundle. */
type ArticleText = readonly [page: string, fragment: string];

type Entries = ReadonlyMap<string, ManifestEntry>;

export interface OfflineWork {
  /** Everything that the new site has so far. */
  readonly entries: Entries;
  readonly site: Site;
  readonly bundles: readonly PlannedBundle[];
  readonly stage: string;
  readonly live: { readonly folder: string; readonly manifest: Manifest } | undefined;
}

const FOLDER = 'offline/lists/';
const INDEX = paths.offlineLists.slice(1);

/** Pages that lead through what is kept, whatever it is. */
const COMMON = /^(?:index\.html|404\.html|(?:dates|search|about|offline)\/index\.html|(?:assets|icons)\/.*|manifest\.webmanifest)$/u;
const WORDS = /^pagefind\/(?:words\/.*|manifest\.wq)$/u;
const OF_YEAR = /^(\d{4})\/(?:.*\/)?index\.html$/u;
/** Media belong to the year in their path; pages of other years may show them too, and then a picture is missing. */
const MEDIA_OF_YEAR = /^media\/(?:.*\/)?(\d{4})\//u;

/** Writes the lists that have changed into the stage. @returns the entries of all of them */
export async function writeOfflineLists({ entries, site, bundles, stage, live }: OfflineWork): Promise<readonly (readonly [file: string, entry: ManifestEntry])[]> {
  if (site.settings.site.offline !== 'true') return [];
  const lists = groupFiles(entries, new Set(site.archive.years.map(({ key }) => key)));
  const written: (readonly [file: string, entry: ManifestEntry])[] = [];
  const known: { readonly id: string; readonly files: number; readonly bytes: number; readonly digest: Digest }[] = [];
  const write = async (id: string, files: readonly ListedFile[], key?: Digest, texts?: readonly ArticleText[]): Promise<void> => {
    const file = `${FOLDER}${id}.json`;
    const { digest, bytes } = await writeStaged(stage, file, renderList(files, texts));
    written.push([file, { key: key ?? digest, digest, bytes }]);
    known.push({ id, files: files.length, bytes: files.reduce((sum, [, size]) => sum + size, 0), digest });
  };
  for (const [id, files] of lists) await write(id, files);
  const index = openIndex(stage, live?.folder);
  for (const bundle of bundles) await write(`search-${bundle.shard.key}`, await bundleFiles(bundle, stage, live), bundle.key, await bundleTexts(bundle, index));
  const common = new Set((lists.get('common') ?? []).map(([path]) => path));
  const all = {
    format: 1,
    version: digestList(known.map(({ id, digest }) => `${id} ${digest}`)),
    lists: Object.fromEntries(known.map(({ id, ...rest }) => [id, rest])),
    years: site.archive.years.map(({ key, articles }) => ({ year: key, articles: articles.length, lists: [`year-${key}`, ...bundles.filter(({ shard }) => shard.articles.some(({ date }) => date.startsWith(key))).map(({ shard }) => `search-${shard.key}`)] })),
    articles: site.archive.articles.length,
    // What the page that is shown in place of one that was not kept needs.
    shell: [paths.offline, ...(await assetsOf(stage, live?.folder)).filter((path) => common.has(path))],
  };
  const { digest, bytes } = await writeStaged(stage, INDEX, `${JSON.stringify(all, null, 1)}\n`);
  return [...written, [INDEX, { key: digest, digest, bytes }]];
}

/** Lists by their names: `common`, `words`, `rest` and one for each year. */
function groupFiles(entries: Entries, years: ReadonlySet<string>): ReadonlyMap<string, readonly ListedFile[]> {
  const lists = new Map<string, ListedFile[]>([['common', []], ['words', []], ['rest', []]]);
  for (const [file, { bytes, digest }] of entries) {
    const year = (OF_YEAR.exec(file) ?? MEDIA_OF_YEAR.exec(file))?.[1];
    const id = COMMON.test(file) ? 'common' : WORDS.test(file) ? 'words' : year !== undefined && years.has(year) ? `year-${year}` : file.endsWith('/index.html') || file.startsWith('media/') ? 'rest' : undefined;
    if (id === undefined) continue;
    const list = lists.get(id) ?? [];
    lists.set(id, list);
    list.push([sitePath(file), bytes, digest]);
  }
  for (const list of lists.values()) list.sort(([a], [b]) => (a < b ? -1 : 1));
  return lists;
}

/** Files of a bundle, from its old list where the bundle is the old one. */
async function bundleFiles({ file, key, shard }: PlannedBundle, stage: string, live: OfflineWork['live']): Promise<readonly ListedFile[]> {
  const list = `${FOLDER}search-${shard.key}.json`;
  if (live !== undefined && live.manifest.entries.get(file)?.key === key && live.manifest.entries.get(list)?.key === key) {
    const files = readList(await readFile(join(live.folder, list), 'utf8').catch(() => ''));
    if (files !== undefined) return files;
  }
  const folder = join(await isFolder(join(stage, file)) ? stage : (live?.folder ?? stage), file);
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

function readList(text: string): readonly ListedFile[] | undefined {
  try {
    const { files } = JSON.parse(text) as { readonly files?: readonly ListedFile[] };
    return files;
  } catch {
    return undefined;
  }
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
