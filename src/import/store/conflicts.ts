/** Articles that a person has edited and whose original changed: the new version is kept beside the archive, and what differs is shown. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MOST_LINES = 40;

/** @param folder where the new version goes */
export async function saveConflict(folder: string, id: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${id}.md`), text);
}

/** The lines that only one of them has. */
export function showDifference(here: string, source: string): readonly string[] {
  const [ours, theirs] = [here.split('\n'), source.split('\n')];
  const [inOurs, inTheirs] = [new Set(ours), new Set(theirs)];
  return [...ours.filter((line) => !inTheirs.has(line)).map((line) => `here:   ${line}`), ...theirs.filter((line) => !inOurs.has(line)).map((line) => `source: ${line}`)].slice(0, MOST_LINES);
}
