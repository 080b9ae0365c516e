/** Articles that a person has edited and whose original changed: the new version is kept beside the archive, and what differs is shown. */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MOST_LINES = 40;

/** @param folder where the new version goes */
export async function saveConflict(folder: string, id: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${id}.md`), text);
}

/** What a person wrote and had replaced stays where it can be found: `conflicts/ID.replaced.md`. @param file absolute path of the article */
export async function keepReplaced(folder: string, id: string, file: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await copyFile(file, join(folder, `${id}.replaced.md`));
}

/** The person has decided. */
export async function clearConflict(folder: string, id: string): Promise<void> {
  await rm(join(folder, `${id}.md`), { force: true });
}

/** The lines that only one of them has. */
export function showDifference(here: string, source: string): readonly string[] {
  const [ours, theirs] = [here.split('\n'), source.split('\n')];
  const [inOurs, inTheirs] = [new Set(ours), new Set(theirs)];
  return [...ours.filter((line) => !inTheirs.has(line)).map((line) => `here:   ${line}`), ...theirs.filter((line) => !inOurs.has(line)).map((line) => `source: ${line}`)].slice(0, MOST_LINES);
}
