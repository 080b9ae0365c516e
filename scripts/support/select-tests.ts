/** Which test files a run is about. */
import { relative, sep } from 'node:path';

export interface Selection {
  readonly selected: readonly string[];
  /** Filters that fit no file: most likely misspelt. */
  readonly unmatched: readonly string[];
}

/** Keeps the files that a filter names, or that lie in a folder it names; without filters all. Both are relative to `root`. */
export function selectTests(files: readonly string[], filters: readonly string[], root: string): Selection {
  const wanted = filters.map((filter) => {
    const path = (filter.startsWith(root) ? relative(root, filter) : filter).split(sep).join('/');
    return { filter, path: path.replace(/^\.\//, '').replace(/\/+$/, '') };
  });
  const fits = (file: string, path: string): boolean => file === path || file.startsWith(`${path}/`);
  return {
    selected: files.filter((file) => wanted.length === 0 || wanted.some(({ path }) => fits(file, path))).sort(),
    unmatched: wanted.filter(({ path }) => !files.some((file) => fits(file, path))).map(({ filter }) => filter),
  };
}
