/**
 * From a typed form to the classes that hold it. The vocabulary knows every form of the archive; for others the analysis runs
 * here as it ran for the index, with the same lists, asking the vocabulary for its evidence.
 */
import { createAnalyser, type WordLists } from '../../arabic/analyser.ts';
import { articlesOf, type VocabularyEntry } from '../format/vocabulary.ts';
import type { IndexFiles } from './index-files.ts';

/** Each round asks for what the one before found missing; three see through `وبال`. */
const ROUNDS = 4;

export async function resolveForm(form: string, files: IndexFiles): Promise<readonly string[]> {
  const entry = await files.entryOf(form);
  if (entry !== undefined) return entry.classes;
  const lists = await files.json<WordLists>((await files.manifest()).lists);
  const known = new Map<string, VocabularyEntry | undefined>();
  for (let round = 0; ; round += 1) {
    const missing = new Set<string>();
    const analyser = createAnalyser(lists, (word) => {
      if (!known.has(word)) missing.add(word);
      return articlesOf(known.get(word)?.step ?? 0);
    });
    const classes = analyser.classesOf(form);
    if (missing.size === 0 || round === ROUNDS) return classes;
    await Promise.all([...missing].map(async (word) => known.set(word, await files.entryOf(word))));
  }
}
