/** Where the search of a copy on a disk gets its files from: scripts that hold them, since pages on a disk may fetch nothing. */
import { readFileText, RECEIVER, SCRIPT_CHARSET, scriptOf } from '../../search/format/script-files.ts';
import type { Pagefind } from '../../search/query/pagefind-phrases.ts';
import type { SiteFiles } from '../site-files.ts';

interface PagefindModule {
  readonly createInstance: (options: { readonly basePath: string; readonly noWorker: boolean }) => Pagefind & { init(): Promise<void> };
}

/** Pagefind's own script, as the pack has it: it leaves its module, and asks for its files, under these names. */
declare global {
  var pagefindModule: PagefindModule | undefined;
  var pagefindFetch: ((address: string) => Promise<Response>) | undefined;
}

/** @param bundle full address of the folder of the bundles, with a slash at its end */
export function openSiteFiles(bundle: string): SiteFiles {
  const received = new Map<string, (bytes: Uint8Array) => void>();
  const loading = new Map<string, Promise<Uint8Array>>();
  Object.assign(globalThis, {
    [RECEIVER]: (name: string, text: string): void => {
      received.get(name)?.(readFileText(text));
    },
  });

  const load = (name: string): Promise<Uint8Array> => {
    const known = loading.get(name);
    if (known !== undefined) return known;
    const file = new Promise<Uint8Array>((resolve, reject) => {
      received.set(name, resolve);
      // A script that brought other files only is a pack that is not whole; after an answer the refusal counts for nothing.
      runScript(`${bundle}${scriptOf(name)}`).then(() => { reject(new Error(`${name} is not in the pack`)); }, reject);
    }).finally(() => {
      received.delete(name);
      loading.delete(name);
    });
    loading.set(name, file);
    return file;
  };

  const addressOf = (key: string): string => `${bundle}${key}/`;
  // Pagefind takes a file that did not arrive for one without the word, or waits for ever; a search must do neither.
  let fail: (error: unknown) => void = () => undefined;
  let failed = new Promise<never>(() => undefined);
  const orFail = <T>(work: Promise<T>): Promise<T> => Promise.race([work, failed]);
  globalThis.pagefindFetch = async (address) => {
    try {
      // Of an address on a disk Pagefind leaves the path only.
      const { href } = new URL(address, location.href);
      return new Response((await load(href.slice(bundle.length).replace(/\?.*$/u, ''))) as Uint8Array<ArrayBuffer>);
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  return {
    addressOf,
    load,
    openPagefind: async (key) => {
      failed = new Promise((_, reject) => (fail = reject));
      failed.catch(() => undefined);
      if (globalThis.pagefindModule === undefined) await runScript(`${addressOf(key)}pagefind.js`);
      if (globalThis.pagefindModule === undefined) throw new Error('The pack has no Pagefind');
      const instance = globalThis.pagefindModule.createInstance({ basePath: addressOf(key), noWorker: true });
      await orFail(instance.init());
      return { mergeIndex: (address) => orFail(instance.mergeIndex(address)), search: (text) => orFail(instance.search(text)) };
    },
  };
}

function runScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.setAttribute('charset', SCRIPT_CHARSET);
    script.src = address;
    script.addEventListener('load', () => {
      script.remove();
      resolve();
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${address} could not be read`));
    });
    document.head.append(script);
  });
}
