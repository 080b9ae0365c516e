/** What the reader chose to keep and what of it has arrived, in the browser's database. */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { ListedFile } from './lists.ts';
import type { Stores } from './stores.ts';

/** A part of the archive that the reader keeps. */
export interface Pack {
  /** `year-2021`, `all`, or `topic-/tags/…/`. */
  readonly id: string;
  /** As it is shown. */
  readonly name: string;
  /** Page of the topic, for a topic. */
  readonly topic?: string | undefined;
  /** Years that can be searched once all is there. */
  readonly years: readonly string[];
  /** When all of it had arrived, ISO 8601. */
  readonly complete?: string | undefined;
}

export interface KeptList {
  readonly digest: string;
  readonly files: readonly ListedFile[];
}

interface Schema extends DBSchema {
  packs: { key: string; value: Pack };
  /** Lists of files by name, as they were when they were last fetched. */
  lists: { key: string; value: KeptList };
  /** Digest of each file that is kept, by its path. */
  files: { key: string; value: string };
  flags: { key: 'paused'; value: boolean };
}

export type Ledger = IDBPDatabase<Schema>;

/** @throws where the browser has no database, as in some private windows */
export function openLedger({ database }: Stores): Promise<Ledger> {
  return openDB<Schema>(database, 1, {
    upgrade: (db) => {
      db.createObjectStore('packs', { keyPath: 'id' });
      for (const store of ['lists', 'files', 'flags'] as const) db.createObjectStore(store);
    },
    // Another window is deleting the database.
    blocking: (_, __, { target }) => {
      if (target instanceof IDBDatabase) target.close();
    },
  });
}

export async function deleteLedger({ database }: Stores): Promise<void> {
  await deleteDB(database);
}

export async function heldFiles(ledger: Ledger): Promise<ReadonlyMap<string, string>> {
  const [paths, digests] = await Promise.all([ledger.getAllKeys('files'), ledger.getAll('files')]);
  return new Map(paths.map((path, at) => [path, digests[at] ?? '']));
}

/** Years that can be searched without a network, oldest first. */
export function searchableYears(packs: readonly Pack[]): readonly string[] {
  return [...new Set(packs.flatMap(({ complete, years }) => (complete === undefined ? [] : years)))].sort();
}
