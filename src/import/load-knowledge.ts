/** The lists of the import: those of the program, and what a user adds to them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEras } from './dates/candidate-dates.ts';
import { parseNames } from './news/dateline.ts';
import { createFurnitureFinder, parseFurniture } from './news/furniture.ts';
import type { Knowledge } from './understand.ts';

const LISTS = join(import.meta.dirname, 'lists');

export interface LoadedKnowledge extends Pick<Knowledge, 'furniture' | 'names' | 'eras'> {
  /** Lines of the user's lists that cannot be read. */
  readonly faults: readonly string[];
}

/** @param own folder of the user's lists, with the same names */
export async function loadKnowledge(own: string | undefined): Promise<LoadedKnowledge> {
  const load = async (file: string): Promise<{ readonly ours: string; readonly theirs: string }> => ({
    ours: await readFile(join(LISTS, file), 'utf8'),
    theirs: own === undefined ? '' : await readFile(join(own, file), 'utf8').catch(() => ''),
  });
  const [furniture, agencies, places, givenNames, eras] = await Promise.all([load('furniture.tsv'), load('agencies.tsv'), load('places.tsv'), load('given-names.tsv'), load('eras.tsv')]);
  const added = parseFurniture(furniture.theirs);
  return {
    furniture: createFurnitureFinder([...parseFurniture(furniture.ours).rules, ...added.rules]),
    names: parseNames(`${agencies.theirs}\n${agencies.ours}`, `${places.theirs}\n${places.ours}`, `${givenNames.theirs}\n${givenNames.ours}`),
    eras: parseEras(`${eras.ours}\n${eras.theirs}`),
    faults: added.faults.map(({ line, text }) => `${join(own ?? '', 'furniture.tsv')}:${String(line)} file: got ${JSON.stringify(text.slice(0, 80))}; expected kind, where (line, begins, ends, holds, span), words (of a span: first line > last line) and a number, parted by tabs; fix: correct the line`),
  };
}
