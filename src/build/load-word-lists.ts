/** Reads the word lists of the search: those of the program, and what an editor adds in the folder of settings. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WordGroups, WordLists } from '../arabic/analyser.ts';
import { parseWordGroups } from '../arabic/word-lists.ts';
import type { Problem } from '../article/problem.ts';
import type { SearchSource } from '../search/index/assemble-search.ts';

const OWN_LISTS = join(dirname(fileURLToPath(import.meta.url)), '..', 'arabic', 'lists');

/** Files of the lists; an editor's have the same names in `_data/words/`. */
const FILES = { plurals: 'broken-plurals.tsv', spellings: 'spellings.tsv', joined: 'joined-names.tsv', names: 'names.tsv' } as const satisfies Record<keyof WordLists, string>;

const EDITORS_FOLDER = 'words';

const BASE_COUNTS = 'base-counts.tsv';

/** @param data folder of the editor's settings; without it only the program's lists are read */
export async function loadWordLists(data?: string): Promise<{ readonly lists: WordLists; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const load = async (file: string, least = 2): Promise<WordGroups> => {
    const own = parseWordGroups(await readFile(join(OWN_LISTS, file), 'utf8'), least);
    const path = `${EDITORS_FOLDER}/${file}`;
    const added = parseWordGroups(data === undefined ? '' : await readFile(join(data, path), 'utf8').catch(() => ''), least);
    for (const { line, text } of added.faults) {
      problems.push({ code: 'settings-field', severity: 'error', file: path, line, field: 'file', got: `"${text}"`, expected: 'two words or more, parted by tabs', fix: 'put the forms of one word on one line with a tab between them' });
    }
    return [...own.groups, ...added.groups];
  };
  const [plurals, spellings, joined, names] = await Promise.all([load(FILES.plurals), load(FILES.spellings), load(FILES.joined), load(FILES.names, 1)]);
  return { lists: { plurals, spellings, joined, names }, problems };
}

/** How often normal forms stand in a large body of news. */
export async function loadBaseCounts(): Promise<ReadonlyMap<string, number>> {
  const { groups } = parseWordGroups(await readFile(join(OWN_LISTS, BASE_COUNTS), 'utf8'));
  return new Map(groups.map(([form = '', count = '']) => [form, Number(count)]));
}

/** All that the word index is made with. @param data folder of the editor's settings */
export async function loadSearchSource(data?: string): Promise<SearchSource> {
  const [{ lists }, baseCounts] = await Promise.all([loadWordLists(data), loadBaseCounts()]);
  return { lists, baseCounts };
}
