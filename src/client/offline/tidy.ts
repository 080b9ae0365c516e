/** Drops what nothing kept needs any more: files of packs that are gone, and scripts and styles of older versions of the site. */
import { heldFiles, type Ledger } from './ledger.ts';
import { addressOf, keyOf, type Stores } from './stores.ts';

/** @param wanted paths of all files that the reader keeps */
export async function dropUnused(stores: Stores, ledger: Ledger, wanted: ReadonlySet<string>): Promise<void> {
  const kept = await caches.open(stores.kept);
  for (const path of (await heldFiles(ledger)).keys()) {
    if (wanted.has(path)) continue;
    // The ledger first: it must never name what is not there.
    await ledger.delete('files', path);
    await kept.delete(addressOf(stores, path));
  }
  // What was put and not yet named when the browser was closed.
  const addresses = new Set([...wanted].map((path) => addressOf(stores, path)));
  for (const { url } of await kept.keys()) if (!addresses.has(url)) await kept.delete(url);
  await dropOldAssets(stores);
}

/** Names in a page, a style or a script of files that are named after their content. */
const NAME = /[\w-]+-[A-Z0-9]{8}\.\w+/gu;

/** Of the assets that came with pages, those stay that an opened page still names, or that such a file names in turn. */
export async function dropOldAssets(stores: Stores): Promise<void> {
  const [seen, assets] = await Promise.all([caches.open(stores.seen), caches.open(stores.assets)]);
  const files = new Map((await assets.keys()).map(({ url }) => [nameOf(url), url]));
  const used = new Set<string>();
  const follow = async (store: Cache, address: string): Promise<void> => {
    const response = await store.match(address);
    if (response === undefined || !/html|css|javascript/u.test(response.headers.get('Content-Type') ?? '')) return;
    for (const [name] of (await response.text()).matchAll(NAME)) {
      const next = files.get(name);
      if (next === undefined || used.has(name)) continue;
      used.add(name);
      await follow(assets, next);
    }
  };
  for (const { url } of await seen.keys()) await follow(seen, url);
  for (const [name, url] of files) if (url.endsWith('/')) await follow(assets, url);
    else if (!NAME_ONLY.test(name)) used.add(name);
  for (const [name, url] of files) if (!url.endsWith('/') && !used.has(name)) await assets.delete(url);
}

const NAME_ONLY = /^[\w-]+-[A-Z0-9]{8}\.\w+$/u;

function nameOf(address: string): string {
  const key = keyOf(address);
  return key.endsWith('/') ? key : key.slice(key.lastIndexOf('/') + 1);
}
