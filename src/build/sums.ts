/**
 * SHA-256 sums of files, in the lines that `sha256sum -c` and BagIt (RFC 8493) read: the digest, two blanks, the path below
 * the folder. A site carries its own as `manifest-sha256.txt`, so that any copy of it can be checked.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { digestOf } from '../plan/digest.ts';
import type { FileEntries } from './manifest.ts';
import { comparePaths, SortedLines, type LineChanges } from '../plan/sorted-lines.ts';
import type { MadeLookup } from './made-files.ts';
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

/** The sums of a built site, read as far as somebody asks. */
export class SiteSums {
  readonly #lines: SortedLines;
  readonly text: Buffer;

  constructor(text: Buffer) {
    this.text = text;
    this.#lines = new SortedLines(text, pathOfLine);
  }

  sumOf(path: string): string | undefined {
    return this.#lines.find(path)?.slice(0, SUM_LENGTH);
  }

  change(changes: LineChanges): Buffer {
    return this.#lines.change(changes);
  }
}

const SUM_LENGTH = 64;
const LINE_HEAD = SUM_LENGTH + 2;

/** Of the lines that a build writes. */
function pathOfLine(line: string): string {
  const path = line.slice(LINE_HEAD);
  return path.includes('%') ? path.replace(/%(25|0A|0D)/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : path;
}

/** The sums that a site carries, if they are those that its build wrote. @param digest of what the build wrote */
export async function openSums(folder: string, digest: string | undefined): Promise<SiteSums | undefined> {
  const text = await readFile(join(folder, SUMS_FILE)).catch(() => undefined);
  return text !== undefined && digest !== undefined && digestOf(text) === digest ? new SiteSums(text) : undefined;
}

/** A part of a site before and after a build. */
export interface ChangedEntries {
  readonly before: FileEntries;
  readonly after: FileEntries;
}

export interface SumsWork {
  /** The blocks in which something has changed. */
  readonly changed: readonly ChangedEntries[];
  /** Names of all that the new site has but the sums. */
  readonly everything: () => Iterable<string>;
  readonly made: MadeLookup;
  /** The old site. */
  readonly live: { readonly folder: string; readonly sums: SiteSums | undefined } | undefined;
  /** Has the files that the old site has not. */
  readonly stage: string;
}

/** Changing so many lines one by one takes longer than sorting them all. */
const MANY = 20_000;

/** The sums of a new site as text. */
export async function renewSums({ changed, everything, made, live, stage }: SumsWork): Promise<Uint8Array> {
  const sumsOf = (name: string): Iterable<Sum> | Promise<Iterable<Sum>> => {
    const sum = made.get(name)?.sum;
    return sum === undefined ? hashEntry(name, existsSync(join(stage, name)) ? stage : (live?.folder ?? stage)) : [[name, sum]];
  };
  const sums = live?.sums;
  const fresh: string[] = [];
  const removed: string[] = [];
  for (const { before, after } of changed) {
    for (const [name, { digest }] of after) if (before.get(name)?.digest !== digest) fresh.push(name);
    for (const [name, { digest }] of before) if (after.get(name)?.digest !== digest) removed.push(name);
  }
  if (sums === undefined || fresh.length + removed.length > MANY) return sumAll(everything(), sums && { sums, fresh: new Set(fresh) }, sumsOf);
  const added = new Map<string, string>();
  for (const name of fresh) for (const sum of await sumsOf(name)) added.set(sum[0], renderLine(sum));
  return sums.change({ removed, added });
}

type Sum = readonly [path: string, digest: string];

/** From the names of all entries. @param old with the names that it does not know as they are now */
async function sumAll(names: Iterable<string>, old: { readonly sums: SiteSums; readonly fresh: ReadonlySet<string> } | undefined, sumsOf: (name: string) => Iterable<Sum> | Promise<Iterable<Sum>>): Promise<Uint8Array> {
  const known = old === undefined ? new Map<string, string>() : parseSums(old.sums.text.toString('utf8'));
  const all: Sum[] = [];
  for (const name of names) {
    const sum = old?.fresh.has(name) === true ? undefined : known.get(name);
    if (sum !== undefined) {
      all.push([name, sum]);
      continue;
    }
    const own = sumsOf(name);
    // Hundreds of thousands are at hand.
    for (const each of own instanceof Promise ? await own : own) all.push(each);
  }
  return Buffer.concat(renderPortions(all.sort(compareSums)));
}

/** Lines as bytes, a portion at a time: one text of them all would take twice their size beside it. */
function renderPortions(sums: readonly Sum[]): readonly Buffer[] {
  return Array.from({ length: Math.ceil(sums.length / PORTION) }, (_, at) => Buffer.from(renderLines(sums.slice(at * PORTION, (at + 1) * PORTION))));
}

const PORTION = 10_000;

async function hashEntry(name: string, folder: string): Promise<Sums> {
  return hashFiles(folder, name.endsWith('/') ? (await listFiles(join(folder, name))).map((path) => `${name}${path}`) : [name]);
}

function compareSums([a]: Sum, [b]: Sum): number {
  return comparePaths(a, b);
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
  return new Map([...sums].sort(compareSums));
}

export function renderSums(sums: Sums): string {
  return renderLines(sums);
}

function renderLines(sums: Iterable<Sum>): string {
  let text = '';
  for (const sum of sums) text += `${renderLine(sum)}\n`;
  return text;
}

function renderLine([path, digest]: Sum): string {
  return `${digest}  ${ODD.test(path) ? path.replace(/[%\n\r]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`) : path}`;
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
