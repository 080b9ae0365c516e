/** The search of a built site, outside the browser: the same files and the same code, read from the disk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { IndexFiles } from '../../src/search/query/index-files.ts';
import type { Sources } from '../../src/search/query/match-query.ts';
import { createPhraseEngine, type Pagefind } from '../../src/search/query/pagefind-phrases.ts';

interface PagefindInstance extends Pagefind {
  init(): Promise<void>;
}

interface PagefindModule {
  readonly createInstance: (options: { readonly basePath: string; readonly noWorker: boolean }) => PagefindInstance;
}

export interface OpenedSources extends Sources {
  /** What was read up to now, by the search and by Pagefind: bytes as they stand on the disk and would travel. */
  readonly fetched: () => { readonly files: number; readonly bytes: number };
}

/** @param folder the folder of the bundles, with their manifest */
export function openSources(folder: string): OpenedSources {
  const sizes = new Map<string, number>();
  const files = new IndexFiles(async (name) => {
    const bytes = await readFile(join(folder, name));
    sizes.set(name, bytes.length);
    return bytes;
  });
  const addressOf = (key: string): string => `${pathToFileURL(join(folder, key)).href}/`;
  const open = async (key: string): Promise<Pagefind> => {
    serveFiles((path, length) => sizes.set(path, length));
    const pagefind = (await import(`${addressOf(key)}pagefind.js`)) as PagefindModule;
    const instance = pagefind.createInstance({ basePath: addressOf(key), noWorker: true });
    await instance.init();
    return instance;
  };
  return { files, phrases: createPhraseEngine(files, open, addressOf), fetched: () => ({ files: sizes.size, bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) }) };
}

let told: (path: string, bytes: number) => void = () => undefined;
let serving = false;

/** Pagefind fetches its files; Node's `fetch` does not know `file:` addresses. All others go on as before. */
function serveFiles(onRead: (path: string, bytes: number) => void): void {
  told = onRead;
  if (serving) return;
  serving = true;
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith('file:')) return fetch(input, init);
    const url = new URL(address);
    url.search = '';
    const bytes = new Uint8Array(await readFile(url));
    told(url.href, bytes.length);
    return new Response(bytes);
  };
}
