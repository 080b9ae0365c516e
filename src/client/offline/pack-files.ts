/** Which files a pack has: by the lists of the site, or for a topic by what its pages link to. */
import type { Ledger, Pack } from './ledger.ts';
import { fetchAnew, fetchList, NotThere, type FileList, type ListedFile, type OfflineIndex } from './lists.ts';
import type { Stores } from './stores.ts';

/** Names of a pack's lists. */
export function listsOf({ id, topic, searched }: Pack, index: OfflineIndex): readonly string[] {
  if (id === 'all') return Object.keys(index.lists);
  if (topic !== undefined) return searched === true ? ['common', 'words'] : ['common'];
  return ['common', 'words', ...(index.years.find(({ year }) => id === `year-${year}`)?.lists ?? [])];
}

/** Bytes that keeping a pack would bring, without what other packs have brought. @param held names of lists that are here */
export function sizeOfLists(pack: Pack, index: OfflineIndex, held: ReadonlySet<string>): number {
  return listsOf(pack, index).filter((id) => !held.has(id)).reduce((sum, id) => sum + (index.lists[id]?.bytes ?? 0), 0);
}

/** All files of a pack; lists that are known are not fetched again. @throws NotThere, TypeError */
export async function filesOf(pack: Pack, index: OfflineIndex, stores: Stores, ledger: Ledger): Promise<readonly ListedFile[]> {
  const lists = await Promise.all(listsOf(pack, index).map((id) => loadList(id, index, stores, ledger)));
  return [...lists.flatMap(({ files }) => files), ...(pack.topic === undefined ? [] : await topicFiles(pack.topic, pack.searched === true, index, stores, ledger))];
}

async function loadList(id: string, index: OfflineIndex, stores: Stores, ledger: Ledger): Promise<FileList> {
  const digest = index.lists[id]?.digest;
  if (digest === undefined) return { files: [] };
  const known = await ledger.get('lists', id);
  if (known?.digest === digest) return known;
  const list = await fetchList(stores, id);
  await ledger.put('lists', { digest, ...list }, id);
  return list;
}

/** The pages of a topic and its articles. The topic's own pages are in no list, so they count as new with each version of the site. */
async function topicFiles(topic: string, searched: boolean, index: OfflineIndex, stores: Stores, ledger: Ledger): Promise<readonly ListedFile[]> {
  const pages = new Map<string, number>();
  const articles = new Set<string>();
  const read = async (path: string): Promise<void> => {
    if (pages.has(path)) return;
    pages.set(path, 0);
    const html = await (await fetchAnew(stores, path)).text();
    pages.set(path, new TextEncoder().encode(html).length);
    const links = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll<HTMLAnchorElement>('main a[href]')].flatMap((link) => pathOf(link, stores) ?? []);
    for (const link of links) if (ARTICLE.test(link)) articles.add(link);
    for (const link of links) if (link.startsWith(topic) && PERIOD.test(link.slice(topic.length))) await read(link);
  };
  await read(topic);
  const lists = await Promise.all([...new Set([...articles].map((path) => `year-${path.slice(1, 5)}`))].map((id) => loadList(id, index, stores, ledger)));
  const known = new Map(lists.flatMap(({ files }) => files).map((file) => [file[0], file]));
  // What an article shows of the topic's neighbours may be no article of it; those on its own pages are.
  return [...[...pages].map(([path, bytes]): ListedFile => [path, bytes, index.version]), ...[...articles].map((path) => known.get(path)).filter((file) => file !== undefined), ...(searched ? await textFiles(articles, index, stores, ledger) : [])];
}

/** The texts of articles, of which a search shows its results, from the bundles of their years. */
async function textFiles(articles: ReadonlySet<string>, index: OfflineIndex, stores: Stores, ledger: Ledger): Promise<readonly ListedFile[]> {
  const years = new Set([...articles].map((path) => path.slice(1, 5)));
  const ids = new Set(index.years.filter(({ year }) => years.has(year)).flatMap(({ lists }) => lists).filter((id) => id.startsWith(BUNDLE)));
  const found = await Promise.all([...ids].map(async (id) => {
    const { files, texts = [] } = await loadList(id, index, stores, ledger);
    const wanted = new Set(texts.flatMap(([page, name]) => (articles.has(page) ? [textPath(id.slice(BUNDLE.length), name)] : [])));
    return files.filter(([path]) => wanted.has(path));
  }));
  return found.flat();
}

const BUNDLE = 'search-';

function textPath(bundle: string, name: string): string {
  return `/pagefind/${bundle}/fragment/unknown_${name}.pf_fragment`;
}

/** `BUNDLE/NAME` of each text among files. */
export function textsAmong(files: readonly ListedFile[]): readonly string[] {
  return files.flatMap(([path]) => {
    const [, bundle, name] = TEXT.exec(path) ?? [];
    return bundle === undefined || name === undefined ? [] : [`${bundle}/${name}`];
  });
}

const TEXT = /^\/pagefind\/([^/]+)\/fragment\/unknown_([^/.]+)\.pf_fragment$/u;

const ARTICLE = /^\/\d{4}\/(?:\d{2}\/){0,2}[a-z0-9-]{4,64}\/$/u;
const PERIOD = /^\d{4}\/(?:\d{2}\/)?$/u;

/** The path of a link into the site, in readable form. */
function pathOf(link: HTMLAnchorElement, { base }: Stores): string | undefined {
  const url = new URL(link.getAttribute('href') ?? '', base);
  if (!url.href.startsWith(base)) return undefined;
  try {
    return `/${decodeURI(url.href.slice(base.length).replace(/[?#].*$/u, ''))}`;
  } catch {
    throw new NotThere(url.href);
  }
}
