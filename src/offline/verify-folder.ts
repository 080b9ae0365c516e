/** Checks a folder against its manifest: a bag (RFC 8493) or a built site. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFiles, listFiles, parseSums, SUMS_FILE, type Sums } from '../build/sums.ts';

export interface Verdict {
  readonly kind: 'bag' | 'site';
  /** Files that were checked. */
  readonly checked: number;
  /** Each file that is not as it was. */
  readonly faults: readonly Fault[];
}

export interface Fault {
  readonly path: string;
  readonly what: 'differs' | 'missing' | 'extra' | 'damaged';
  /** More words where the file is there but cannot be believed. */
  readonly detail?: string;
}

/** The folder has no manifest. */
export class NoManifest extends Error {}

const DECLARATION = 'bagit.txt';
export const TAG_SUMS_FILE = 'tagmanifest-sha256.txt';
export const BAG_INFO = 'bag-info.txt';
export const PAYLOAD = 'data/';

/**
 * @param beside files that may lie beside those of a site
 * @throws NoManifest
 */
export async function verifyFolder(folder: string, beside: ReadonlySet<string> = new Set()): Promise<Verdict> {
  const files = await listFiles(folder).catch(async () => {
    const isFile = await stat(folder).then((found) => found.isFile(), () => false);
    throw new NoManifest(isFile ? `${folder} is a file: unpack it, and name the folder` : `There is no folder ${folder}`);
  });
  if (!files.includes(SUMS_FILE)) throw new NoManifest(`The folder ${folder} has no ${SUMS_FILE}`);
  const isBag = files.includes(DECLARATION);
  const checks = isBag
    ? [
        // A manifest that is damaged would name good files bad, so what stands over it is checked first.
        await checkSums(folder, TAG_SUMS_FILE, files.filter((path) => !path.startsWith(PAYLOAD) && path !== TAG_SUMS_FILE)),
        await checkSums(folder, SUMS_FILE, files.filter((path) => path.startsWith(PAYLOAD))),
        await checkBagInfo(folder, files),
      ]
    : [await checkSums(folder, SUMS_FILE, files.filter((path) => path !== SUMS_FILE && !beside.has(path)))];
  const faults = checks.flatMap((check) => check.faults).sort((a, b) => (a.path < b.path ? -1 : 1));
  return { kind: isBag ? 'bag' : 'site', checked: checks.reduce((sum, { checked }) => sum + checked, 0), faults };
}

type Check = Pick<Verdict, 'checked' | 'faults'>;

async function checkSums(folder: string, manifest: string, there: readonly string[]): Promise<Check> {
  const text = await readFile(join(folder, manifest), 'utf8').catch(() => undefined);
  if (text === undefined) return { checked: 0, faults: [{ path: manifest, what: 'missing' }] };
  let sums: Sums;
  try {
    sums = parseSums(text);
  } catch (error) {
    return { checked: 0, faults: [{ path: manifest, what: 'damaged', detail: error instanceof Error ? error.message : String(error) }] };
  }
  const present = new Set(there);
  const found = hashFiles(folder, [...sums.keys()].filter((path) => present.has(path)));
  const faults = [
    ...[...sums].flatMap(([path, digest]): Fault[] => (!present.has(path) ? [{ path, what: 'missing' }] : found.get(path) === digest ? [] : [{ path, what: 'differs' }])),
    ...there.filter((path) => !sums.has(path)).map((path): Fault => ({ path, what: 'extra' })),
  ];
  return { checked: found.size, faults };
}

/** The declaration says what a bag is; Payload-Oxum says how many bytes and files it has. */
async function checkBagInfo(folder: string, files: readonly string[]): Promise<Check> {
  const declaration = await readFile(join(folder, DECLARATION), 'utf8');
  const faults: Fault[] = /^BagIt-Version: (?:0\.97|1\.0)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/u.test(declaration) ? [] : [{ path: DECLARATION, what: 'damaged', detail: 'no declaration of BagIt 1.0' }];
  const info = await readFile(join(folder, BAG_INFO), 'utf8').catch(() => '');
  const count = /^Payload-Oxum: \d+\.(\d+)\s*$/mu.exec(info)?.[1];
  const payload = files.filter((path) => path.startsWith(PAYLOAD)).length;
  if (count !== undefined && Number(count) !== payload) faults.push({ path: BAG_INFO, what: 'damaged', detail: `it counts ${count} files, and there are ${String(payload)}` });
  return { checked: 0, faults };
}
