/** The search engine of a built site, outside the browser: the same bundles and the same Pagefind, read from the disk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUNDLE_LIST, type BundleList } from '../../src/search/bundle-list.ts';
import { ENGINE_RANKING } from '../../src/search/query/ranking.ts';
import type { Engine } from '../../src/search/query/run-query.ts';

export interface StoredArticle {
  /** Path on the site. */
  readonly raw_url: string;
  /** The original text, tokens a space apart. */
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface PagefindModule extends Engine<StoredArticle> {
  options(options: { readonly basePath: string; readonly noWorker: boolean; readonly ranking: typeof ENGINE_RANKING }): Promise<void>;
  init(): Promise<void>;
  mergeIndex(bundle: string, options: { readonly ranking: typeof ENGINE_RANKING }): Promise<void>;
}

/** @param folder the folder of the bundles, with their list */
export async function openEngine(folder: string): Promise<Engine<StoredArticle>> {
  serveFiles();
  const { bundles } = JSON.parse(await readFile(join(folder, BUNDLE_LIST), 'utf8')) as BundleList;
  const [newest = '', ...others] = bundles.map((key) => pathToFileURL(join(folder, key)).href);
  const pagefind = (await import(`${newest}/pagefind.js`)) as PagefindModule;
  await pagefind.options({ basePath: `${newest}/`, noWorker: true, ranking: ENGINE_RANKING });
  await pagefind.init();
  for (const bundle of others) await pagefind.mergeIndex(`${bundle}/`, { ranking: ENGINE_RANKING });
  return pagefind;
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
