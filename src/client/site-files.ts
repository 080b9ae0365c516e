/** Where the browser's search gets its files from: the only module of it that fetches. */
import { COVERAGE, COVERED, isPermanent, KEPT_AT } from './offline/stores.ts';
import type { Covers } from './protocol.ts';
import { MANIFEST } from '../search/format/manifest.ts';
import type { LoadFile } from '../search/query/index-files.ts';
import type { AtHand } from '../search/query/narrow.ts';
import type { OpenPagefind, Pagefind } from '../search/query/pagefind-phrases.ts';

/** As the service worker says it. */
export type Coverage = Covers & AtHand;

/** Access to an archive's index. */
export interface SiteFiles {
  readonly load: LoadFile;
  readonly openPagefind: OpenPagefind;
  /** What can be searched, once the index was opened without a network; undefined when all can. */
  readonly covers?: () => Coverage | undefined;
  /** The address of a bundle's folder. */
  readonly addressOf: (key: string) => string;
}

interface PagefindModule {
  readonly createInstance: (options: { readonly basePath: string; readonly noWorker: boolean }) => Pagefind & { init(): Promise<void> };
}

let attempts = 0;

/** @param bundle full address of the folder of the bundles, with a slash at its end */
export function openSiteFiles(bundle: string): SiteFiles {
  const addressOf = (key: string): string => `${bundle}${key}/`;
  let coverage: Coverage | undefined;
  return {
    addressOf,
    covers: () => coverage,
    load: async (name) => {
      // All other files are named after what they hold.
      const response = await fetch(`${bundle}${name}`, name === MANIFEST ? { cache: 'no-cache' } : {});
      if (!response.ok) throw new Error(`${response.url}: ${String(response.status)}`);
      // The network was cut since the index was opened: whoever asks begins anew, over what is kept.
      if (coverage === undefined && name !== MANIFEST && !isPermanent(`pagefind/${name}`) && response.headers.has(KEPT_AT)) throw new Error(`${response.url}: only a kept copy is at hand`);
      if (name === MANIFEST) coverage = response.headers.has(COVERED) ? ((await (await fetch(`${bundle}${COVERAGE}`)).json()) as Coverage) : undefined;
      return new Uint8Array(await response.arrayBuffer());
    },
    openPagefind: async (key) => {
      // A module that failed to load stays failed under its address; another query string asks anew.
      const suffix = attempts === 0 ? '' : `?attempt=${String(attempts)}`;
      attempts += 1;
      const { createInstance } = (await import(`${addressOf(key)}pagefind.js${suffix}`)) as PagefindModule;
      const instance = createInstance({ basePath: addressOf(key), noWorker: true });
      await instance.init();
      attempts = 0;
      return watched(instance);
    },
  };
}

let failures = 0;
let watching = false;

/** Pagefind takes a part of its index that did not arrive for one without the word; a search must not. */
function watched(instance: Pagefind): Pagefind {
  watchFetch();
  return {
    mergeIndex: (address) => instance.mergeIndex(address),
    search: async (text) => {
      const before = failures;
      const answer = await instance.search(text);
      if (failures > before) throw new Error('A part of the index did not arrive');
      return answer;
    },
  };
}

function watchFetch(): void {
  if (watching) return;
  watching = true;
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    try {
      const response = await fetch(input, init);
      if (!response.ok) failures += 1;
      return response;
    } catch (error) {
      failures += 1;
      throw error;
    }
  };
}
