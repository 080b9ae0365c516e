/** The analysis with the program's own lists and counts, as a site without an editor's additions and with few articles has it. */
import { createAnalyser, type Analyser } from '../../src/arabic/analyser.ts';
import { readWords } from '../../src/arabic/forms.ts';
import { loadSearchSource } from '../../src/build/load-word-lists.ts';
import { readTokens, writtenForm } from '../../src/search/tokens.ts';

export const { lists, baseCounts } = await loadSearchSource();

export const analyser = createAnalyser(lists, (form) => baseCounts.get(form) ?? 0);

/** Classes of the words of a query. */
export function queryClasses(text: string, { classesOf }: Analyser = analyser): readonly string[] {
  return readWords(text).flatMap(({ form }) => classesOf(form));
}

/** Classes under which a text is found. */
export function textClasses(text: string, { classesOf }: Analyser = analyser): ReadonlySet<string> {
  return new Set(readTokens(text).flatMap(({ words }) => words.flatMap(({ form }) => classesOf(form))));
}

/** The text as Pagefind would be given it: each token one word of it, made of all its own, or a mark that keeps the place. */
export function writtenText(text: string): string {
  return readTokens(text).map(({ words }) => words.map(({ form }) => writtenForm(form)).join('-') || '-').join(' ');
}
