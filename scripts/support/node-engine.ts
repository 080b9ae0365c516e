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
  createInstance(options: { readonly basePath: string; readonly noWorker: boolean }): PagefindInstance;
}

/** @param folder the folder of the bundles, with their manifest */
export function openSources(folder: string): Sources {
  const files = new IndexFiles((name) => readFile(join(folder, name)));
  const addressOf = (key: string): string => `${pathToFileURL(join(folder, key)).href}/`;
  const open = async (key: string): Promise<Pagefind> => {
    serveFiles();
    const { createInstance } = (await import(`${addressOf(key)}pagefind.js`)) as PagefindModule;
    const instance = createInstance({ basePath: addressOf(key), noWorker: true });
    await instance.init();
    return instance;
  };
  return { files, phrases: createPhraseEngine(files, open, addressOf) };
}

let serving = false;

/** Pagefind fetches its files; Node's `fetch` does not know `file:` addresses. All others go on as before. */
function serveFiles(): void {
  if (serving) return;
  serving = true;
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith('file:')) return fetch(input, init);
    const url = new URL(address);
    url.search = '';
    return new Response(new Uint8Array(await readFile(url)));
  };
}
