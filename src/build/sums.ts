/**
 * SHA-256 sums of files, in the lines that `sha256sum -c` and BagIt (RFC 8493) read: the digest, two blanks, the path below
 * the folder. A site carries its own as `manifest-sha256.txt`, so that any copy of it can be checked.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

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

/** Writes the sums of a built site into it. */
export async function writeSums(folder: string): Promise<void> {
  const paths = (await listFiles(folder)).filter((path) => path !== SUMS_FILE);
  await writeFile(join(folder, SUMS_FILE), renderSums(await hashFiles(folder, paths)));
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
