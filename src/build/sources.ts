/** What a build has before it: the files, all that was made of them before, and what has to be parsed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { digestData, digestList, type Digest } from '../plan/digest.ts';
import { loadEntries, loadScan, saveEntries, saveScan, type Entries } from './article-cache.ts';
import type { CodeDigests } from './code-digest.ts';
import { unparsedFiles } from './load-articles.ts';
import type { SiteOptions } from './load-site.ts';
import type { ParsedEntry } from './parse-file.ts';
import { PUBLISHED_FILE } from './published-addresses.ts';
import { isSource, scanFiles, type Scan, type ScannedFile } from './scan-files.ts';

export interface Sources {
  readonly scan: Scan;
  /** Digest of everything that the site is made from. */
  readonly inputs: Digest;
}

/** Looks at the folders. @param now milliseconds since 1970 */
export async function lookAtSources(options: Omit<SiteOptions, 'published'> & { readonly shardSize: number; readonly search: boolean; readonly published: readonly string[] }, cache: string, code: CodeDigests, now: number): Promise<Sources> {
  const scan = await scanFiles(options.articles, await loadScan(cache), now);
  // Its addresses come in with the others that were published.
  const names = (await glob('**', { cwd: options.data, dot: true, ignore: [PUBLISHED_FILE] }).catch(() => [])).sort();
  const settings = await Promise.all(names.map(async (name) => [name, await readFile(join(options.data, name), 'utf8').catch(() => '')] as const));
  const { base, language, siteUrl, shardSize, search, published } = options;
  const files = scan.files.flatMap(({ name, digest, link, fault }) => [name, isSource(name) ? digest : '', String(link), fault ?? '']);
  return { scan, inputs: digestList([code.all, digestData({ base, language, siteUrl, shardSize, search }), digestList([...published].sort()), digestData(settings), digestList(files)]) };
}

export interface ReadSources {
  readonly scan: Scan;
  /** Folder of the articles. */
  readonly articles: string;
  readonly cache: string;
  /** Digest of the code that parses. */
  readonly code: Digest;
  /** Does the work, for whichever files it is given. */
  readonly parse: (files: readonly ScannedFile[]) => Promise<ReadonlyMap<string, ParsedEntry>>;
}

/** Parses what has changed and keeps it for the next time. */
export async function readEntries({ scan, articles, cache, code, parse }: ReadSources): Promise<Entries> {
  const known = await loadEntries(cache, code, articles);
  const fresh = await parse(unparsedFiles(scan, known));
  const present = new Set(scan.files.map(({ name }) => name));
  const gone = [...known.keys()].filter((name) => !present.has(name));
  const entries = new Map(known);
  for (const name of gone) entries.delete(name);
  for (const [name, entry] of fresh) entries.set(name, entry);
  const saved = await saveEntries(cache, code, articles, { entries, changed: [...fresh.keys(), ...gone] });
  await saveScan(cache, scan);
  return saved;
}
