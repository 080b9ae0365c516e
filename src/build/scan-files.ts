/**
 * What lies in the folder of articles, each file with a digest of its content. A file that the last build saw with the same
 * size, times and inode is not read again; the rest is read and hashed, so that a fresh checkout with equal content, or a
 * file whose time was set back, is known for what it is.
 */
import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finishDigest, type Digest } from '../plan/digest.ts';

export interface ScannedFile {
  /** Path below the folder, with `/`. */
  readonly name: string;
  readonly link: boolean;
  /** Empty for links, for files that cannot be read and for those that nothing is made of. */
  readonly digest: Digest;
  /** Why the file cannot be read. */
  readonly fault: string | undefined;
  readonly stamp: Stamp;
}

/** A file with the content that was found in it. */
export type FileVersion = Pick<ScannedFile, 'name' | 'digest'>;

/** What a file system says of a file; `ctime` cannot be set by hand. */
export interface Stamp {
  readonly size: number;
  readonly mtime: number;
  readonly ctime: number;
  readonly inode: number;
}

/** What an earlier scan found, and when it began. */
export interface Scan {
  readonly files: readonly ScannedFile[];
  /** Milliseconds since 1970, by the clock of that moment. */
  readonly began: number;
}

/** File systems and clocks may be this coarse: a file changed so shortly before a scan may change again under the same times. */
const COARSE_MS = 2_000;

/** Folder of images and other attachments beside the articles. */
export const MEDIA_FOLDER = 'media';

/** The files that a site is made of. */
export function isSource(name: string): boolean {
  return name.endsWith('.md') || isMedia(name);
}

export function isMedia(name: string): boolean {
  return name.startsWith(`${MEDIA_FOLDER}/`);
}

/** @param now milliseconds since 1970 */
export async function scanFiles(folder: string, earlier: Scan | undefined, now: number): Promise<Scan> {
  const names = (await listFiles(folder, '')).sort((a, b) => (a < b ? -1 : 1));
  const known = new Map(earlier?.files.map((file) => [file.name, file]));
  // A clock that stands before the last scan has been set back: what it says of files proves nothing.
  const trusted = earlier !== undefined && earlier.began <= now;
  const buffer = Buffer.alloc(CHUNK);
  return {
    began: now,
    files: names.map((name): ScannedFile => {
      const path = join(folder, name);
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (stats === undefined) return { name, link: false, digest: '', fault: 'the file vanished while it was looked at', stamp: NO_STAMP };
      const stamp = stampOf(stats);
      if (stats.isSymbolicLink() || !isSource(name)) return { name, link: stats.isSymbolicLink(), digest: '', fault: undefined, stamp };
      const before = known.get(name);
      if (trusted && before !== undefined && before.fault === undefined && sameStamp(before.stamp, stamp) && Math.max(stamp.mtime, stamp.ctime) < earlier.began - COARSE_MS) return before;
      try {
        return { name, link: false, digest: digestFile(path, buffer), fault: undefined, stamp };
      } catch (error) {
        return { name, link: false, digest: '', fault: error instanceof Error ? error.message : String(error), stamp };
      }
    }),
  };
}

const NO_STAMP: Stamp = { size: 0, mtime: 0, ctime: 0, inode: 0 };

function stampOf(stats: Stats): Stamp {
  return { size: stats.size, mtime: stats.mtimeMs, ctime: stats.ctimeMs, inode: stats.ino };
}

function sameStamp(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.mtime === b.mtime && a.ctime === b.ctime && a.inode === b.inode;
}

/** Images and films may be larger than what should be held in memory. */
const CHUNK = 1 << 20;

/** The same as `digestOf` of the whole content. */
function digestFile(path: string, buffer: Buffer): Digest {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) hash.update(buffer.subarray(0, length));
    return finishDigest(hash);
  } finally {
    closeSync(file);
  }
}

/** All files below a folder; what begins with a dot is no part of the archive. */
async function listFiles(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<string[]> => {
      if (entry.name.startsWith('.')) return [];
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? listFiles(folder, name) : [name];
    }),
  );
  return found.flat();
}
