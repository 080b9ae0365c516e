/** The word lists as text: one group a line, its words parted by tabs; `#` begins a remark. */
import type { WordGroups } from './analyser.ts';

/** A line that is no group. */
export interface ListFault {
  readonly line: number;
  readonly text: string;
}

/** @param least words that a group has at least */
export function parseWordGroups(text: string, least = 2): { readonly groups: WordGroups; readonly faults: readonly ListFault[] } {
  const groups: (readonly string[])[] = [];
  const faults: ListFault[] = [];
  for (const [index, row] of text.split(/\r?\n/u).entries()) {
    if (row.trim() === '' || row.startsWith('#')) continue;
    const words = row.split('\t').map((word) => word.trim()).filter((word) => word !== '');
    if (words.length >= least) groups.push(words);
    else faults.push({ line: index + 1, text: row.trim() });
  }
  return { groups, faults };
}
