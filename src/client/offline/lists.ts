/** The lists of files that the build writes (`src/build/offline-step.ts`). */
import { addressOf, PASS, type Stores } from './stores.ts';

export type ListedFile = readonly [path: string, bytes: number, digest: string];

/** A list as it is published. */
export interface FileList {
  readonly files: readonly ListedFile[];
  /** Of a search bundle: pages of its articles, and the names of their texts. */
  readonly texts?: readonly (readonly [page: string, fragment: string])[];
}

export interface ListFacts {
  readonly files: number;
  readonly bytes: number;
  readonly digest: string;
}

export interface OfflineIndex {
  readonly format: 1;
  readonly version: string;
  readonly lists: Readonly<Record<string, ListFacts>>;
  /** Newest first. */
  readonly years: readonly { readonly year: string; readonly articles: number; readonly lists: readonly string[] }[];
  readonly articles: number;
  readonly shell: readonly string[];
}

export const INDEX_PATH = '/offline/lists.json';

/** The site has published something new while it was read, or gives not what it lists. */
export class NotThere extends Error {}

/** Fetches past the stores. @throws NotThere; TypeError without a network */
export async function fetchAnew(stores: Stores, path: string, cache: RequestCache = 'no-cache'): Promise<Response> {
  const response = await fetch(addressOf(stores, path), { cache, headers: { [PASS]: '1' } });
  if (response.ok) return response;
  // A host that has a fault is as good as none; what it does not have is not there.
  if (response.status >= 500 || response.status === 429) throw new TypeError(`${path}: ${String(response.status)}`);
  throw new NotThere(path);
}

export async function fetchIndex(stores: Stores): Promise<OfflineIndex> {
  const index = (await (await fetchAnew(stores, INDEX_PATH)).json()) as OfflineIndex;
  if ((index.format as number) !== 1) throw new NotThere(INDEX_PATH);
  return index;
}

export async function fetchList(stores: Stores, id: string): Promise<FileList> {
  const { files, texts } = (await (await fetchAnew(stores, `/offline/lists/${id}.json`)).json()) as FileList;
  return { files, ...(texts === undefined ? {} : { texts }) };
}
