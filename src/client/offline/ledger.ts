/** What the reader chose to keep and what of it has arrived, in the browser's database. */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { FileList } from './lists.ts';
import type { Stores } from './stores.ts';

/** A part of the archive that the reader keeps. */
export interface Pack {
  /** `year-2021`, `all`, or `topic-/tags/…/`. */
  readonly id: string;
  /** As it is shown. */
  readonly name: string;
  /** Page of the topic, for a topic. */
  readonly topic?: string | undefined;
  /** For a topic: with what a search of its articles needs. */
  readonly searched?: boolean | undefined;
  /** Texts of the articles of such a topic, `BUNDLE/NAME`, once all is there. */
  readonly texts?: readonly string[] | undefined;
  /** Years that can be searched once all is there. */
  readonly years: readonly string[];
  /** When all of it had arrived, ISO 8601. */
  readonly complete?: string | undefined;
}

export interface KeptList extends FileList {
  readonly digest: string;
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

/** What can be searched without a network; years oldest first. Half of a year or topic cannot. */
export function searchable(packs: readonly Pack[]): { readonly years: readonly string[]; readonly topics: readonly string[]; readonly texts: readonly string[] } {
  const whole = packs.filter(({ complete }) => complete !== undefined);
  const topics = whole.filter(({ searched }) => searched === true);
  return {
    years: [...new Set(whole.flatMap(({ years }) => years))].sort(),
    topics: topics.map(({ name }) => name),
    texts: [...new Set(topics.flatMap(({ texts = [] }) => texts))],
  };
}
