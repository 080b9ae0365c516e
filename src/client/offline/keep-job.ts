/**
 * Brings all that the reader keeps up to date with the site: fetches what differs, then drops what nothing needs. Stopped at any
 * moment it goes on where it was. What leads a search is changed last, so that a search always finds the files it names.
 */
import { heldFiles, openLedger, type Ledger } from './ledger.ts';
import { fetchAnew, fetchIndex, NotThere, type ListedFile, type OfflineIndex } from './lists.ts';
import { filesOf, textsAmong } from './pack-files.ts';
import { addressOf, isPermanent, keepable, type Stores } from './stores.ts';
import { dropUnused } from './tidy.ts';

/** `busy`: another window is at it. `full`: the browser gives no more space. `offline`: no network. */
export type Outcome = 'done' | 'stopped' | 'busy' | 'full' | 'offline' | 'failed';

export interface Progress {
  /** Bytes that are here, and of all that is wanted. */
  readonly done: number;
  readonly total: number;
}

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

const AT_ONCE = 6;
/** The site may be published anew while it is fetched. */
const ATTEMPTS = 3;
const LAST = '/pagefind/manifest.wq';
const PICTURES = '/media/';

export async function runJob(stores: Stores, options: JobOptions = {}): Promise<Outcome> {
  return navigator.locks.request(stores.database, { ifAvailable: true }, async (lock) => {
    if (lock === null) return 'busy';
    const ledger = await openLedger(stores);
    try {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await bringUpToDate(stores, ledger, options, attempt === ATTEMPTS);
        } catch (error) {
          if (!(error instanceof NotThere) || attempt === ATTEMPTS) return outcomeOf(error);
        }
      }
    } finally {
      ledger.close();
    }
  });
}

export function outcomeOf(error: unknown): Outcome {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'full';
  if (error instanceof DOMException && error.name === 'AbortError') return 'stopped';
  if (error instanceof TypeError) return 'offline';
  console.error(error);
  return 'failed';
}

/** @param last true when all was looked up anew in vain: pictures that the site lists and its host has not are left out then, since a page is read without one */
async function bringUpToDate(stores: Stores, ledger: Ledger, { signal, onProgress }: JobOptions, last: boolean): Promise<Outcome> {
  const packs = await ledger.getAll('packs');
  if (packs.length === 0) return 'done';
  const index = await fetchIndex(stores);
  const own = new Map<string, readonly ListedFile[]>();
  for (const pack of packs) own.set(pack.id, await filesOf(pack, index, stores, ledger));
  // A file that several packs have is fetched once.
  const wanted = [...new Map([...own.values()].flat().map((file) => [file[0], file])).values()];
  const held = await heldFiles(ledger);
  const total = sumBytes(wanted);
  const open = wanted.filter(([path, , digest]) => held.get(path) !== digest);
  let done = total - sumBytes(open);
  onProgress?.({ done, total });
  const fetchOne = async (file: ListedFile): Promise<void> => {
    await keepFile(file, stores, ledger).catch((error: unknown) => {
      if (!last || !(error instanceof NotThere) || !file[0].startsWith(PICTURES)) throw error;
    });
    done += file[1];
    onProgress?.({ done, total });
  };
  await inParallel(open.filter(([path]) => path !== LAST), fetchOne, signal);
  for (const file of open) {
    if (file[0] !== LAST || signal?.aborted === true) continue;
    await assertCurrent(stores, index);
    await fetchOne(file);
  }
  if (signal?.aborted === true) return 'stopped';
  if (open.length > 0) await assertCurrent(stores, index);
  const now = new Date().toISOString();
  for (const pack of packs) {
    // The reader may have removed it meanwhile.
    const years = pack.id === 'all' ? index.years.map(({ year }) => year) : pack.years;
    if ((await ledger.get('packs', pack.id)) !== undefined) await ledger.put('packs', { ...pack, years, ...(pack.searched === true ? { texts: textsAmong(own.get(pack.id) ?? []) } : {}), complete: open.length === 0 ? (pack.complete ?? now) : now });
  }
  await dropUnused(stores, ledger, new Set(wanted.map(([path]) => path)));
  return 'done';
}

/** Files of two versions together are none: what came after a newer site was published is not what was listed. @throws NotThere */
async function assertCurrent(stores: Stores, { version }: OfflineIndex): Promise<void> {
  if ((await fetchIndex(stores)).version !== version) throw new NotThere(LAST);
}

async function keepFile([path, , digest]: ListedFile, stores: Stores, ledger: Ledger): Promise<void> {
  const response = await fetchAnew(stores, path, isPermanent(path.slice(1)) ? 'default' : 'no-cache');
  const kept = await keepable(response, new Date());
  await (await caches.open(stores.kept)).put(addressOf(stores, path), kept);
  // Only now: what is in the ledger is in the store.
  await ledger.put('files', digest, path);
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let item = items[next]; item !== undefined && !failed && signal?.aborted !== true; item = items[next]) {
      next += 1;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function sumBytes(files: readonly ListedFile[]): number {
  return files.reduce((sum, [, bytes]) => sum + bytes, 0);
}
