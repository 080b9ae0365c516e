/**
 * SHA-256 sums of files, in the lines that `sha256sum -c` and BagIt (RFC 8493) read: the digest, two blanks, the path below
 * the folder. A site carries its own as `manifest-sha256.txt`, so that any copy of it can be checked.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ManifestEntry } from './manifest.ts';
import type { Made } from './workshop.ts';
import { writeWhole } from './write-file.ts';

export const SUMS_FILE = 'manifest-sha256.txt';

/** Digest in hexadecimal by path, with `/`. */
export type Sums = ReadonlyMap<string, string>;

/** Paths of all files below a folder, sorted. Links are no files. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Files of this size and more are read in pieces. */
const LARGE = 1 << 20;

export function hashFile(file: string): string {
  const hash = createHash('sha256');
  // Most files of a site are small and many: streams would cost ten times what the hashing does.
  const descriptor = openSync(file, 'r');
  try {
    if (fstatSync(descriptor).size < LARGE) return hash.update(readFileSync(descriptor)).digest('hex');
    const buffer = Buffer.allocUnsafe(LARGE);
    for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) hash.update(buffer.subarray(0, length));
    return hash.digest('hex');
  } finally {
    closeSync(descriptor);
  }
}

/** Sums of the paths named, in their order. */
export function hashFiles(folder: string, paths: readonly string[]): Sums {
  return new Map(paths.map((path) => [path, hashFile(join(folder, path))]));
}

/** Brings the sums of a built site up to date after files were put into it. @param changed their paths */
export async function updateSums(folder: string, changed: readonly string[]): Promise<void> {
  const known = await loadSums(folder);
  const open = known.size === 0 ? (await listFiles(folder)).filter((path) => path !== SUMS_FILE) : changed;
  await writeWhole(join(folder, SUMS_FILE), renderSums(sortSums([...known, ...hashFiles(folder, open)])));
}

export interface SumsWork {
  /** All that the new site has but the sums. */
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  readonly made: ReadonlyMap<string, Made>;
  /** The old site, whose sums of what has not changed are used. */
  readonly live: { readonly folder: string; readonly sums: Sums; readonly manifest: { readonly entries: ReadonlyMap<string, ManifestEntry> } } | undefined;
  /** Has the files that the old site has not. */
  readonly stage: string;
}

/** The sums of a new site as text. Those that stay come in the order of the old site's, so that only the new ones have to be sorted. */
export async function renewSums({ entries, made, live, stage }: SumsWork): Promise<string> {
  const stays = (name: string): boolean => {
    const entry = entries.get(name);
    return entry !== undefined && live?.manifest.entries.get(name)?.digest === entry.digest;
  };
  const folders = new Map([...entries.keys()].flatMap((name): [string, boolean][] => (name.endsWith('/') ? [[name, stays(name)]] : [])));
  const found = new Set<string>();
  const kept: Sum[] = [];
  for (const sum of live?.sums ?? []) {
    const [path] = sum;
    const name = entries.has(path) ? path : folderOf(path, folders);
    if (name === undefined || !(folders.get(name) ?? stays(name))) continue;
    found.add(name);
    kept.push(sum);
  }
  const fresh: Sum[] = [];
  for (const name of entries.keys()) {
    if (found.has(name)) continue;
    const sum = made.get(name)?.sum;
    if (sum !== undefined) fresh.push([name, sum]);
    else for (const own of await hashEntry(name, existsSync(join(stage, name)) ? stage : (live?.folder ?? stage))) fresh.push(own);
  }
  // A list that was edited by hand may be in any order.
  if (kept.some((sum, at) => at > 0 && comparePaths(kept[at - 1] ?? sum, sum) > 0)) kept.sort(comparePaths);
  return renderLines(mergeSums(kept, fresh.sort(comparePaths)));
}

type Sum = readonly [path: string, digest: string];

/** The folder that is an entry as a whole and has the file. */
function folderOf(path: string, folders: ReadonlyMap<string, boolean>): string | undefined {
  if (folders.size === 0) return undefined;
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
    const folder = path.slice(0, end + 1);
    if (folders.has(folder)) return folder;
  }
  return undefined;
}

async function hashEntry(name: string, folder: string): Promise<Sums> {
  return hashFiles(folder, name.endsWith('/') ? (await listFiles(join(folder, name))).map((path) => `${name}${path}`) : [name]);
}

/** Of two sorted lists one. */
function* mergeSums(a: readonly Sum[], b: readonly Sum[]): Iterable<Sum> {
  let next = 0;
  for (const sum of a) {
    for (let other = b[next]; other !== undefined && comparePaths(other, sum) < 0; other = b[next]) {
      yield other;
      next += 1;
    }
    yield sum;
  }
  yield* b.slice(next);
}

function comparePaths([a]: Sum, [b]: Sum): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Those that a site carries; none where they cannot be read. */
export async function loadSums(folder: string): Promise<Sums> {
  try {
    return parseSums(await readFile(join(folder, SUMS_FILE), 'utf8'));
  } catch {
    return new Map();
  }
}

function sortSums(sums: readonly Sum[]): Sums {
  return new Map([...sums].sort(comparePaths));
}

export function renderSums(sums: Sums): string {
  return renderLines(sums);
}

function renderLines(sums: Iterable<Sum>): string {
  let text = '';
  for (const [path, digest] of sums) text += `${digest}  ${ODD.test(path) ? path.replace(/[%\n\r]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`) : path}\n`;
  return text;
}

const ODD = /[%\n\r]/u;

/** Without escapes, dots that could lead elsewhere, or anything to be cut off. */
const PLAIN = /^[0-9a-f]{64} {2}(?!\.\/)[^*/%\r\s][^%\r]*$/u;

/** @throws on a line that is none of a manifest, and on a path that would leave the folder */
export function parseSums(text: string): Sums {
  return new Map(
    text.split('\n').flatMap((line, index): [string, string][] => {
      if (line === '' || line === '\r') return [];
      // Nearly all lines of a site are of this form.
      if (PLAIN.test(line) && !line.includes('..')) return [[line.slice(66), line.slice(0, 64)]];
      const [, digest = '', encoded = ''] = /^([0-9a-f]{64})[ \t]+\*?(?:\.\/)?(.+?)\r?$/iu.exec(line) ?? [];
      const path = encoded.replace(/%(25|0A|0D)/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
      if (digest === '' || path.startsWith('/') || path.split('/').includes('..')) throw new Error(`line ${String(index + 1)} is no line of sums: ${JSON.stringify(line.slice(0, 80))}`);
      return [[path, digest.toLowerCase()]];
    }),
  );
}
