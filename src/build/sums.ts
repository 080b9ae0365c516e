/**
 * SHA-256 sums of files, in the lines that `sha256sum -c` and BagIt (RFC 8493) read: the digest, two blanks, the path below
 * the folder. A site carries its own as `manifest-sha256.txt`, so that any copy of it can be checked.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ManifestEntry } from './manifest.ts';
import type { Made } from './workshop.ts';
import { writeWhole } from './write-file.ts';

export const SUMS_FILE = 'manifest-sha256.txt';

/** Digest in hexadecimal by path, with `/`. */
export type Sums = ReadonlyMap<string, string>;

const AT_ONCE = 16;

/** Paths of all files below a folder, sorted. Links are no files. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Sums of the paths named, in their order. */
export async function hashFiles(folder: string, paths: readonly string[]): Promise<Sums> {
  const sums = new Map<string, string>();
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const part = paths.slice(start, start + AT_ONCE);
    const digests = await Promise.all(part.map((path) => hashFile(join(folder, path))));
    part.forEach((path, index) => sums.set(path, digests[index] ?? ''));
  }
  return sums;
}

/** Brings the sums of a built site up to date after files were put into it. @param changed their paths */
export async function updateSums(folder: string, changed: readonly string[]): Promise<void> {
  const known = await loadSums(folder);
  const open = known.size === 0 ? (await listFiles(folder)).filter((path) => path !== SUMS_FILE) : changed;
  await writeWhole(join(folder, SUMS_FILE), renderSums(sortSums([...known, ...(await hashFiles(folder, open))])));
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

/** The sums of a new site as text. */
export async function renewSums({ entries, made, live, stage }: SumsWork): Promise<string> {
  const known: Sums = live?.sums ?? new Map<string, string>();
  const inFolders = groupByFolder([...known.keys()], entries);
  const sums: (readonly [path: string, digest: string])[] = [];
  for (const [name, { digest }] of entries) {
    const kept = live?.manifest.entries.get(name)?.digest === digest;
    const old = !kept ? [] : name.endsWith('/') ? (inFolders.get(name) ?? []) : known.has(name) ? [name] : [];
    const sum = made.get(name)?.sum;
    if (old.length > 0) sums.push(...old.map((path) => [path, known.get(path) ?? ''] as const));
    else if (sum !== undefined) sums.push([name, sum]);
    else sums.push(...(await hashEntry(name, (await isThere(join(stage, name))) ? stage : (live?.folder ?? stage))));
  }
  return renderSums(sortSums(sums));
}

async function hashEntry(name: string, folder: string): Promise<Sums> {
  return hashFiles(folder, name.endsWith('/') ? (await listFiles(join(folder, name))).map((path) => `${name}${path}`) : [name]);
}

/** Files below folders that are entries as a whole. */
function groupByFolder(paths: readonly string[], entries: SumsWork['entries']): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>([...entries.keys()].flatMap((name) => (name.endsWith('/') ? [[name, []]] : [])));
  if (folders.size === 0) return folders;
  for (const path of paths) {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) folders.get(path.slice(0, end + 1))?.push(path);
  }
  return folders;
}

/** Those that a site carries; none where they cannot be read. */
export async function loadSums(folder: string): Promise<Sums> {
  try {
    return parseSums(await readFile(join(folder, SUMS_FILE), 'utf8'));
  } catch {
    return new Map();
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}

function sortSums(sums: readonly (readonly [path: string, digest: string])[]): Sums {
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

export function renderSums(sums: Sums): string {
  return [...sums].map(([path, digest]) => `${digest}  ${path.replace(/[%\n\r]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)}\n`).join('');
}

/** @throws on a line that is none of a manifest, and on a path that would leave the folder */
export function parseSums(text: string): Sums {
  return new Map(
    text.split('\n').flatMap((line, index): [string, string][] => {
      if (line === '' || line === '\r') return [];
      const [, digest = '', encoded = ''] = /^([0-9a-f]{64})[ \t]+\*?(?:\.\/)?(.+?)\r?$/iu.exec(line) ?? [];
      const path = encoded.replace(/%(25|0A|0D)/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
      if (digest === '' || path.startsWith('/') || path.split('/').includes('..')) throw new Error(`line ${String(index + 1)} is no line of sums: ${JSON.stringify(line.slice(0, 80))}`);
      return [[path, digest.toLowerCase()]];
    }),
  );
}
