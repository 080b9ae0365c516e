/** A sorted table cut into files, so that one word costs one small file. The list of first keys tells which. */

/** Where the entries of a table lie. */
export interface ChunkList {
  /** Of each file its first key, or a beginning of it that sorts behind all keys of the file before; sorted by code units. */
  readonly first: readonly string[];
  readonly files: readonly string[];
}

/** The file that would hold a key; undefined when the key sorts before all. */
export function chunkOf({ first, files }: ChunkList, key: string): string | undefined {
  let low = 0;
  let high = first.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((first[middle] ?? '') <= key) low = middle + 1;
    else high = middle;
  }
  return files[low - 1];
}

/** The files that may hold keys that begin with a prefix. */
export function chunksOfPrefix(list: ChunkList, prefix: string): readonly string[] {
  const holder = chunkOf(list, prefix);
  const begin = holder === undefined ? 0 : list.files.indexOf(holder);
  let end = begin;
  while (end < list.first.length && (end === begin || (list.first[end] ?? '').startsWith(prefix))) end += 1;
  return list.files.slice(begin, end);
}
