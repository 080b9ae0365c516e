/**
 * Answers the site's requests: pages from the network, and from the store where that is gone or too slow, with a line that says so;
 * files named after their content from the store first. Everything else passes.
 */
import { offlineText } from '../../arabic/strings.ts';
import type { DateStyle } from '../../calendar/format-date.ts';
import { withCopyNotice, withNotice, type Reason } from './kept-notice.ts';
import { openLedger, searchable } from './ledger.ts';
import { fetchAnew, fetchIndex } from './lists.ts';
import { addressOf, COVERAGE, COVERED, isPermanent, keepable, KEPT_AT, keyOf, PASS, storesOf } from './stores.ts';
import { dropOldAssets } from './tidy.ts';
import { workerScope, type FetchEvent } from './worker-scope.ts';

/** Set by the build. */
declare const DATE_STYLE: DateStyle;

/** A reader with a kept page waits no longer for a newer one. */
const PATIENCE_MS = 4_000;
const MOST_SEEN = 150;
/** Several versions of the site have some twenty each. */
const MANY_ASSETS = 80;
const FALLBACK = '/offline/';
const SEARCH_LEADER = 'pagefind/manifest.wq';

const scope = workerScope();
const stores = storesOf(scope.registration.scope);

scope.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  // Firefox shows its own page of errors where a navigation that was asked for in advance fails, whatever the worker answers.
  event.waitUntil(Promise.all([scope.clients.claim(), scope.registration.navigationPreload.disable().catch(() => undefined), dropOldAssets(stores)]));
});

/** A page that was open before there was a worker sends its own address and those of its files. */
scope.addEventListener('message', (event) => {
  const { data } = event;
  if (Array.isArray(data)) event.waitUntil(keepOpened(data.filter((address) => typeof address === 'string')));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(stores.base) || request.headers.has(PASS) || request.headers.has('Range')) return;
  const path = keyOf(request.url).slice(stores.base.length);
  if (path === 'sw.js') return;
  if (path === `pagefind/${COVERAGE}`) event.respondWith(readCoverage().then((coverage) => new Response(JSON.stringify(coverage), { headers: { 'Content-Type': 'application/json' } })));
  else if (isPermanent(path)) event.respondWith(permanentFile(event, path));
  else if (request.mode === 'navigate' && (path === '' || path.endsWith('/'))) event.respondWith(openPage(event));
  else event.respondWith(otherFile(event, path));
});

async function keepShell(): Promise<void> {
  const { shell } = await fetchIndex(stores);
  const assets = await caches.open(stores.assets);
  await Promise.all(shell.map(async (path) => {
    const address = addressOf(stores, path);
    if (isPermanent(path.slice(1)) && (await assets.match(address)) !== undefined) return;
    await assets.put(address, await keepable(await fetchAnew(stores, path, isPermanent(path.slice(1)) ? 'default' : 'no-cache'), new Date()));
  }));
}

/** The newest of what is kept of an address. */
async function findKept(address: string): Promise<Response | undefined> {
  const found = await Promise.all([stores.kept, stores.seen, stores.assets].map(async (name) => (await caches.open(name)).match(keyOf(address))));
  return found.filter((response) => response !== undefined).sort((a, b) => (keptAt(a) < keptAt(b) ? 1 : -1))[0];
}

function keptAt(response: Response): string {
  return response.headers.get(KEPT_AT) ?? '';
}

async function permanentFile(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  const kept = await findKept(request.url);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  // Files of the search are kept with the years only: a reader who searches once should not fill the device.
  if (response.ok && path.startsWith('assets/')) event.waitUntil(remember(stores.assets, request.url, response.clone()));
  return response;
}

async function openPage(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const network = fetch(request);
  event.waitUntil(network.then((response) => noteOpened(request.url, response.clone()), () => undefined));
  const kept = await findKept(request.url);
  try {
    const response = await (kept === undefined ? network : withPatience(network));
    if (response === undefined || response.status >= 500) return kept === undefined ? await network : await withCopyNotice(kept, response === undefined ? 'slow' : 'fault', DATE_STYLE);
    return response;
  } catch {
    if (kept !== undefined) return withCopyNotice(kept, reasonOf(), DATE_STYLE);
    const instead = await findKept(addressOf(stores, FALLBACK));
    return instead === undefined ? Response.error() : withNotice(instead, offlineText.notKept, 503);
  }
}

/** A network that is there and does not reach the host. */
function reasonOf(): Reason {
  return navigator.onLine ? 'fault' : 'offline';
}

/** @returns undefined when the network takes too long */
function withPatience(network: Promise<Response>): Promise<Response | undefined> {
  return Promise.race([network, new Promise<undefined>((resolve) => setTimeout(() => { resolve(undefined); }, PATIENCE_MS))]);
}

async function otherFile({ request }: FetchEvent, path: string): Promise<Response> {
  const kept = await findKept(request.url);
  if (kept === undefined) return fetch(request);
  try {
    const response = await withPatience(fetch(request));
    if (response !== undefined && response.status < 500) return response;
  } catch {
    // From the store, below.
  }
  return path === SEARCH_LEADER ? ifSearchable(kept) : kept;
}

async function readCoverage(): Promise<ReturnType<typeof searchable>> {
  const ledger = await openLedger(stores);
  const packs = await ledger.getAll('packs');
  ledger.close();
  return searchable(packs);
}

async function ifSearchable(kept: Response): Promise<Response> {
  const { years, topics } = await readCoverage();
  if (years.length + topics.length === 0) return Response.error();
  const headers = new Headers(kept.headers);
  headers.set(COVERED, '1');
  return new Response(await kept.arrayBuffer(), { headers });
}

/** Keeps a page that was opened; one that the site has taken back is not shown from the store either. */
async function noteOpened(address: string, response: Response): Promise<void> {
  const seen = await caches.open(stores.seen);
  if (response.status === 404 || response.status === 410) {
    await Promise.all([seen.delete(keyOf(address)), (await caches.open(stores.kept)).delete(keyOf(address))]);
    return;
  }
  if (!response.ok || !(response.headers.get('Content-Type') ?? '').startsWith('text/html')) return;
  await remember(stores.seen, address, response);
  const keys = await seen.keys();
  for (const { url } of keys.slice(0, Math.max(0, keys.length - MOST_SEEN))) await seen.delete(url);
  if ((await (await caches.open(stores.assets)).keys()).length > MANY_ASSETS) await dropOldAssets(stores);
}

async function remember(store: string, address: string, response: Response): Promise<void> {
  try {
    const cache = await caches.open(store);
    const key = keyOf(address);
    const kept = await keepable(response, new Date());
    // Put at the end, so that the oldest stand first.
    await cache.delete(key);
    await cache.put(key, kept);
  } catch {
    // No space: what the reader chose to keep comes before what was merely opened.
    await caches.delete(stores.seen);
  }
}

async function keepOpened(addresses: readonly string[]): Promise<void> {
  for (const address of addresses.filter((candidate) => candidate.startsWith(stores.base))) {
    const path = keyOf(address).slice(stores.base.length);
    if (!path.startsWith('assets/') && path !== '' && !path.endsWith('/')) continue;
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok !== true) continue;
    if (path.startsWith('assets/')) await remember(stores.assets, address, response);
    else await noteOpened(address, response);
  }
}
