/** Files of the index that are named after what they hold: an unchanged file keeps its name, and a name may be cached for ever. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ByteWriter } from '../format/bytes.ts';
import type { ChunkList } from '../format/chunks.ts';

/** Below the folder of the bundles. */
export const WORDS_FOLDER = 'words';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** Characters of a name; 55 bits, so that a million files do not meet in one. */
const NAME_LENGTH = 11;

/** Level 9 takes twice as long, for a five-hundredth. */
const LEVEL = 6;

/**
 * Compresses and writes on the spot: files are small, and to hand each to another thread, and wait for all steps of its writing, takes as long as
 * to compress it.
 */
export class FileWriter {
  readonly #root: string;
  readonly #folder: string;
  readonly #there: ReadonlySet<string>;
  #made = false;
  /** Bytes of each file; 0 for those that are there. */
  readonly #sizes = new Map<string, number>();
  /** Files of the present `during`. */
  #noted: Set<string> | undefined;

  /** @param folder the folder of the bundles. @param there names of files that need not be written, since somebody has them */
  constructor(folder: string, there: ReadonlySet<string> = new Set()) {
    this.#root = folder;
    this.#folder = join(folder, WORDS_FOLDER);
    this.#there = there;
  }

  /** The size in bytes of each file by its name in the folder; 0 for those that were there. */
  get sizes(): ReadonlyMap<string, number> {
    return this.#sizes;
  }

  /** With what another writer, in another thread, writes beside this one. */
  get place(): { readonly folder: string; readonly there: ReadonlySet<string> } {
    return { folder: this.#root, there: this.#there };
  }

  /** Takes up what another writer has written. @param sizes those of the other */
  adopt(sizes: ReadonlyMap<string, number>): void {
    for (const [name, size] of sizes) {
      this.#noted?.add(name);
      if (size > 0 || !this.#sizes.has(name)) this.#sizes.set(name, size);
    }
  }

  /** @returns the name of the file, below the folder of the bundles */
  write(bytes: Uint8Array): string {
    const name = `${nameOf(bytes)}.wq`;
    this.#noted?.add(name);
    if (!this.#sizes.has(name)) this.#sizes.set(name, this.#there.has(name) ? 0 : this.#write(name, bytes));
    return `${WORDS_FOLDER}/${name}`;
  }

  /** Does a piece of work, and tells which files it needs. */
  async during<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly names: readonly string[] }> {
    const noted = new Set<string>();
    this.#noted = noted;
    try {
      const value = await work();
      return { value, names: [...noted] };
    } finally {
      this.#noted = undefined;
    }
  }

  /** Takes up files that an earlier piece of work needed. @returns false, and takes none, where one of them is not there */
  keep(names: readonly string[]): boolean {
    if (!names.every((name) => this.#sizes.has(name) || this.#there.has(name))) return false;
    for (const name of names) if (!this.#sizes.has(name)) this.#sizes.set(name, 0);
    return true;
  }

  #write(name: string, bytes: Uint8Array): number {
    if (!this.#made) mkdirSync(this.#folder, { recursive: true });
    this.#made = true;
    const packed = gzipSync(bytes, { level: LEVEL });
    writeFileSync(join(this.#folder, name), packed);
    return packed.length;
  }
}

/**
 * Cuts a sorted table into files of about so many bytes; a larger entry has a file of its own. Past half of the size the next
 * key that its own hash chooses begins a new file, so that an entry that is added or grows changes its own file and leaves
 * those behind it as they are (content-defined chunking).
 * @param write is given the entry before it in the same file
 */
export function writeChunks<Entry>(files: FileWriter, entries: Iterable<Entry>, size: number, keyOf: (entry: Entry) => string, write: (writer: ByteWriter, entry: Entry, before: Entry | undefined) => void): ChunkList {
  const first: string[] = [];
  const names: string[] = [];
  let writer = new ByteWriter();
  let before: Entry | undefined;
  let lastKey: string | undefined;
  for (const entry of entries) {
    const key = keyOf(entry);
    if (writer.length >= size * 2 || (writer.length >= size / 2 && hashText(key) % CHOSEN === 0)) {
      names.push(files.write(writer.finish()));
      writer = new ByteWriter();
      before = undefined;
    }
    if (writer.length === 0) first.push(lastKey === undefined ? key : separator(lastKey, key));
    write(writer, entry, before);
    before = entry;
    lastKey = key;
  }
  if (writer.length > 0) names.push(files.write(writer.finish()));
  return { first, files: names };
}

/** The shortest beginning of a key that sorts behind the key before it: it parts the two as well as the whole, and every search fetches it. */
function separator(before: string, key: string): string {
  let length = 1;
  while (length < key.length && key.slice(0, length) <= before) length += 1;
  return key.slice(0, length);
}

/** One key of so many may begin a file. */
const CHOSEN = 16;

/** FNV-1a over code units. */
export function hashText(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function nameOf(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest();
  return Array.from(digest.subarray(0, NAME_LENGTH), (byte) => LETTERS[byte & 31]).join('');
}

/** One key for several texts. */
export function keyOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${String(part.length)}:${part}`);
  return hash.digest('hex').slice(0, 32);
}
