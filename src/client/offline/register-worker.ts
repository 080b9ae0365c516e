/** Registers the service worker, tells it of the page that was open before it, and lets what is kept follow the site. */

/** When what is kept was last compared with the site: a number, in the browser's small storage. Absent where nothing is kept. */
const KEY = 'warraq-kept ';
const PAUSE_MS = 10 * 60_000;

function keptFlag(base: string): string {
  return `${KEY}${new URL(base).pathname}`;
}

/** @param value undefined takes the flag away */
export function setKeptFlag(base: string, value: number | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(keptFlag(base));
    else localStorage.setItem(keptFlag(base), String(value));
  } catch {
    // Without the small storage what is kept follows the site only on the page about it.
  }
}

/** @param script full address of the worker; the site is the folder that it stands in */
export async function registerWorker(script: string): Promise<void> {
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  if (workers === undefined) return;
  const base = new URL('.', script).href;
  const before = workers.controller;
  try {
    // Never from the browser's cache: it is the way to a newer site, or out of this one.
    await workers.register(script, { updateViaCache: 'none' });
  } catch {
    // Private windows and browsers without it: the site is read as it is.
    return;
  }
  if (before === null) {
    const { active } = await workers.ready;
    active?.postMessage([location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)]);
  }
  await followSite(base);
}

async function followSite(base: string): Promise<void> {
  const last = readFlag(keptFlag(base));
  if (last === undefined || !navigator.onLine || Date.now() - last < PAUSE_MS || document.querySelector('#offline') !== null) return;
  setKeptFlag(base, Date.now());
  const { followQuietly } = await import('./follow-quietly.ts');
  await followQuietly(base);
}

function readFlag(key: string): number | undefined {
  try {
    const value = localStorage.getItem(key);
    return value === null ? undefined : Number(value);
  } catch {
    return undefined;
  }
}
