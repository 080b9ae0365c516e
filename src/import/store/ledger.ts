/**
 * What has been imported before, kept in the hidden folder `.import` of the archive: a line of JSON an article, added as
 * they are written, so that an import that was stopped goes on where it was.
 */
import { createReadStream } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface LedgerEntry {
  /** Digest of the article's identity. */
  readonly key: string;
  readonly id: string;
  /** Path of the file below the archive. */
  readonly file: string;
  /** Digest of what the source said, with the settings it was read by. */
  readonly source: string;
  /** Digest of the file as it was written. */
  readonly written: string;
  /** The file it came from, if it held nothing else: how a text without an address is known when its words changed. */
  readonly place?: string;
  /** Sketch of the words, base64. */
  readonly sketch?: string;
  /** Digest of the words. */
  readonly words?: string;
  /** Address of the page, to redirect when its date changes. */
  readonly path?: string;
  /** A date that the user gave, where the source has none. */
  readonly given?: string;
  /** True when it was given for this article alone; a date for all does not replace it. */
  readonly own?: true;
}

export interface Ledger {
  readonly get: (key: string) => LedgerEntry | undefined;
  readonly byPlace: (place: string) => LedgerEntry | undefined;
  readonly byId: (id: string) => LedgerEntry | undefined;
  readonly entries: () => Iterable<LedgerEntry>;
  /** Lets go of the digests and sketches of words, which only copies are found by: they stay in the file. */
  readonly dropWords: () => void;
  readonly put: (entry: LedgerEntry) => void;
  /** Writes what was put since the last time. */
  readonly flush: () => Promise<void>;
  /** Writes the whole anew, without what was replaced. */
  readonly close: () => Promise<void>;
}

const FILE = 'ledger.jsonl';
const PIECE = 262_144;

function withoutWords(entry: LedgerEntry): LedgerEntry {
  const { words, sketch, ...rest } = entry;
  return words === undefined && sketch === undefined ? entry : rest;
}

/** @param folder the hidden folder; nothing is written when `readOnly` */
export async function openLedger(folder: string, readOnly: boolean): Promise<Ledger> {
  const entries = new Map<string, LedgerEntry>();
  const places = new Map<string, string>();
  const ids = new Map<string, string>();
  let lean = false;
  const remember = (entry: LedgerEntry): void => {
    entries.set(entry.key, lean ? withoutWords(entry) : entry);
    ids.set(entry.id, entry.key);
    if (entry.place !== undefined) places.set(entry.place, entry.key);
  };
  let lines = 0;
  for await (const entry of readEntries(join(folder, FILE))) {
    lines += 1;
    remember(entry);
  }
  let waiting: string[] = [];
  let handle: FileHandle | undefined;
  const flush = async (): Promise<void> => {
    if (readOnly || waiting.length === 0) return;
    handle ??= await open(join(folder, FILE), 'a');
    // A line that was cut off by a crash must not run into the first of ours.
    const text = `${lines === 0 ? '' : '\n'}${waiting.join('\n')}\n`;
    lines += waiting.length;
    waiting = [];
    await handle.appendFile(text);
  };
  return {
    get: (key) => entries.get(key),
    byPlace: (place) => entries.get(places.get(place) ?? ''),
    byId: (id) => entries.get(ids.get(id) ?? ''),
    entries: () => entries.values(),
    dropWords: () => {
      lean = true;
      for (const [key, entry] of entries) entries.set(key, withoutWords(entry));
    },
    put: (entry) => {
      remember(entry);
      waiting.push(JSON.stringify(entry));
    },
    flush,
    close: async () => {
      await flush();
      await handle?.close();
      if (readOnly || handle === undefined || lines <= entries.size * 1.5) return;
      const fresh = await open(join(folder, `${FILE}.new`), 'w');
      // The file has each article's last line whole, which memory need not have.
      const last = new Map<string, number>();
      let number = 0;
      for await (const { key } of readEntries(join(folder, FILE))) last.set(key, (number += 1));
      number = 0;
      let piece = '';
      for await (const entry of readEntries(join(folder, FILE))) {
        if (last.get(entry.key) !== (number += 1)) continue;
        piece += `${JSON.stringify(entry)}\n`;
        if (piece.length < PIECE) continue;
        await fresh.appendFile(piece);
        piece = '';
      }
      await fresh.appendFile(piece);
      await fresh.close();
      await rename(join(folder, `${FILE}.new`), join(folder, FILE));
    },
  };
}

async function* readEntries(path: string): AsyncGenerator<LedgerEntry> {
  const stream = createReadStream(path);
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      const entry = parseEntry(line);
      if (entry !== undefined) yield entry;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** A line that was cut off when an import was stopped is passed over; its article is looked at again. */
function parseEntry(line: string): LedgerEntry | undefined {
  try {
    const value = JSON.parse(line) as Partial<LedgerEntry> | null;
    if (typeof value?.key !== 'string' || typeof value.id !== 'string' || typeof value.file !== 'string' || typeof value.source !== 'string' || typeof value.written !== 'string') return undefined;
    // Files are opened and deleted by this name: it is checked as if it came from a stranger.
    return /^(?:(?!\.\.?\/)[\w.-]+\/)*[a-z0-9][a-z0-9-]*\.md$/u.test(value.file) ? (value as LedgerEntry) : undefined;
  } catch {
    return undefined;
  }
}
