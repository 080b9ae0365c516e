/**
 * What earlier builds learned of the article files, kept beside the site: the scan, and every parsed file under the digest of
 * its content. Nothing in it is believed without its digest, so a cache that was lost, cut short or is of another version
 * costs time and never correctness.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Digest } from '../plan/digest.ts';
import { readBucket, writeBucket } from './kept-bucket.ts';
import type { ParsedEntry } from './parse-file.ts';
import type { Scan, ScannedFile } from './scan-files.ts';
import { writeWhole } from './write-file.ts';

const SCAN_FILE = 'scan.json';

/** The scan in columns, which are read several times faster than records. */
const scanSchema = z.object({
  began: z.number(),
  names: z.array(z.string()),
  digests: z.array(z.string()),
  links: z.array(z.number()),
  faults: z.record(z.string(), z.string()),
  sizes: z.array(z.number()),
  mtimes: z.array(z.number()),
  ctimes: z.array(z.number()),
  inodes: z.array(z.number()),
});

export async function loadScan(folder: string): Promise<Scan | undefined> {
  const result = scanSchema.safeParse(parseJson(await readWhole(join(folder, SCAN_FILE))));
  if (!result.success) return undefined;
  const { began, names, digests, links, faults, sizes, mtimes, ctimes, inodes } = result.data;
  const linked = new Set(links);
  const files = names.map((name, at): ScannedFile => ({
    name,
    link: linked.has(at),
    digest: digests[at] ?? '',
    fault: faults[name],
    stamp: { size: sizes[at] ?? -1, mtime: mtimes[at] ?? 0, ctime: ctimes[at] ?? 0, inode: inodes[at] ?? 0 },
  }));
  return { began, files };
}

export async function saveScan(folder: string, { began, files }: Scan): Promise<void> {
  const columns: z.input<typeof scanSchema> = {
    began,
    names: files.map(({ name }) => name),
    digests: files.map(({ digest }) => digest),
    links: files.flatMap(({ link }, at) => (link ? [at] : [])),
    faults: Object.fromEntries(files.flatMap(({ name, fault }) => (fault === undefined ? [] : [[name, fault]]))),
    sizes: files.map(({ stamp }) => stamp.size),
    mtimes: files.map(({ stamp }) => stamp.mtime),
    ctimes: files.map(({ stamp }) => stamp.ctime),
    inodes: files.map(({ stamp }) => stamp.inode),
  };
  await writeWhole(join(folder, SCAN_FILE), JSON.stringify(columns));
}

/** Parsed files by name. They are kept in buckets, so that one new article rewrites a small part. */
export type Entries = ReadonlyMap<string, ParsedEntry>;

const BUCKETS = 32;

/** The entries that the code at hand has made. @param articles folder of the articles */
export async function loadEntries(folder: string, code: Digest, articles: string): Promise<Entries> {
  const entries = new Map<string, ParsedEntry>();
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const content = await readFile(join(folder, bucketFile(bucket))).catch(() => undefined);
    for (const [name, entry] of (content && readBucket(content, code, articles)) ?? []) entries.set(name, entry);
  }
  return entries;
}

/** What is known of files now, and which names changed since the buckets were written. */
export interface ChangedEntries {
  readonly entries: Entries;
  readonly changed: Iterable<string>;
}

/** Writes the buckets of the names that changed. @returns all entries, as they will be loaded: what was just parsed is held whole no longer */
export async function saveEntries(folder: string, code: Digest, articles: string, { entries, changed }: ChangedEntries): Promise<Entries> {
  const buckets = new Set([...changed].map(bucketOf));
  if (buckets.size === 0) return entries;
  const contents = new Map<number, (readonly [string, ParsedEntry])[]>([...buckets].map((bucket) => [bucket, []]));
  for (const entry of entries) contents.get(bucketOf(entry[0]))?.push(entry);
  const saved = new Map(entries);
  for (const [bucket, own] of contents) {
    const content = writeBucket(code, own);
    await writeWhole(join(folder, bucketFile(bucket)), content);
    for (const [name, entry] of readBucket(content, code, articles) ?? []) saved.set(name, entry);
  }
  return saved;
}

function bucketFile(bucket: number): string {
  return `parsed-${String(bucket).padStart(2, '0')}.json`;
}

function bucketOf(name: string): number {
  let sum = 0;
  for (let at = 0; at < name.length; at += 1) sum = (sum * 31 + name.charCodeAt(at)) >>> 0;
  return sum % BUCKETS;
}

/** A file as text, empty where it cannot be read. Decoded at once: Node decodes what it reads as text piece by piece, which takes three times as long. */
async function readWhole(file: string): Promise<string> {
  return (await readFile(file).catch(() => undefined))?.toString('utf8') ?? '';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
