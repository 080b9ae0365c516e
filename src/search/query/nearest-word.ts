/** What comes nearest to a word that the archive does not have, for a query that would otherwise find nothing. */
import { readWords } from '../../arabic/forms.ts';
import type { IndexFiles } from './index-files.ts';
import { resolveForm } from './resolve-forms.ts';
import { closestEntry } from './suggest.ts';

/** What may be joined before a word. In the analysis it counts as such only where the vocabulary shows it. */
const JOINED = [/^[وفبكلس](?=.{3})/u, /^[وف][بكلس](?=.{3})/u, /^[وف]?(?:[بك]?ال|لل)(?=.{3})/u];

/** A beginning that is shorter says little of a word. */
const LEAST_BEGINNING = 3;

/**
 * The word without what is joined before it, where the archive has a form of that; else one that differs by a letter or two; else the most
 * usual word that begins so.
 * @returns as it is written; undefined where nothing is near
 */
export async function nearestWord(form: string, files: IndexFiles): Promise<string | undefined> {
  for (const joined of JOINED) {
    const bare = form.replace(joined, '');
    if (bare !== form && (await isHeld(bare, files))) return bare;
  }
  const slip = await closestEntry(form, files, 1);
  if (slip !== undefined) return slip.spelling;
  if (form.length < LEAST_BEGINNING) return undefined;
  const longer = await files.entriesOfPrefix(form);
  return [...longer].sort((a, b) => b.step - a.step || (a.form < b.form ? -1 : 1))[0]?.spelling;
}

async function isHeld(form: string, files: IndexFiles): Promise<boolean> {
  const classes = await resolveForm(form, files);
  const held = await Promise.all(classes.map(async (name) => (await files.classIn(name)).flat().length > 0));
  return held.length > 0 && held.every(Boolean);
}

/** The normal form under which a written word is found. */
export function formOf(spelling: string): string {
  return readWords(spelling)[0]?.form ?? '';
}
