/** A folder as digests: two folders are the same where these are. */
import { createHash } from 'node:crypto';
import { readTree } from './site-checks/built-site.ts';

/** SHA-256 of each file by its path. */
export function digestTree(folder: string): ReadonlyMap<string, string> {
  return digestFiles(readTree(folder));
}

export function digestFiles(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> {
  return new Map([...files].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]));
}

export interface TreeChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export function compareTrees(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): TreeChange {
  return {
    added: [...after.keys()].filter((path) => !before.has(path)),
    removed: [...before.keys()].filter((path) => !after.has(path)),
    changed: [...after].filter(([path, digest]) => before.has(path) && before.get(path) !== digest).map(([path]) => path),
  };
}
