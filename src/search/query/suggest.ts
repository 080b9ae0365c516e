/** What a reader may mean: words and names that begin as typed, and the usual spelling of a word that stands nowhere. */
import { readWords } from '../../arabic/forms.ts';
import { isStopWord } from '../../arabic/stop-words.ts';
import type { Facet } from '../format/manifest.ts';
import { articlesOf, type VocabularyEntry } from '../format/vocabulary.ts';
import type { IndexFiles } from './index-files.ts';
import { MOST_ASKED } from './ranking.ts';
import { resolveForm } from './resolve-forms.ts';

export interface Suggestion {
  /** The whole query as it would be. */
  readonly query: string;
  /** A word of the archive, or a name of the archive's own: a tag, section, source or author. */
  readonly kind: 'word' | Facet;
  /** About how many articles have it. */
  readonly articles: number;
}

const MOST_WORDS = 6;
const MOST_NAMES = 4;

/** Completions of the last word, the archive's names first. Nothing for an empty text or one that ends with a space. */
export async function suggest(text: string, files: IndexFiles): Promise<readonly Suggestion[]> {
  const [, before = '', last = ''] = /^(.*?)([\p{L}\p{M}\p{N}]+)$/su.exec(text) ?? [];
  const prefix = readWords(last)[0]?.form ?? '';
  if (prefix === '') return [];
  // Whoever leaves something out or quotes means words: a name would ask for another thing.
  const [names, entries] = await Promise.all([isPlain(text) ? namesLike(text, files) : [], files.entriesOfPrefix(prefix)]);
  const words = [...entries]
    .filter(({ form, spelling }) => form !== prefix && !isStopWord(spelling))
    .sort((a, b) => b.step - a.step || (a.form < b.form ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ spelling, step }): Suggestion => ({ query: `${before}${spelling}`, kind: 'word', articles: articlesOf(step) }));
  return [...names, ...words];
}

function isPlain(text: string): boolean {
  return !/["«“”„‟‹‘]|(?:^|\s)[-\u2212\u2013]\S/u.test(text);
}

/** Names whose words begin with the typed words, in their order. */
async function namesLike(text: string, files: IndexFiles): Promise<readonly Suggestion[]> {
  const typed = readWords(text).map(({ form }) => form);
  if (typed.join('').length < 2) return [];
  const names = await files.names();
  return names
    .filter(({ forms }) => forms.some((_, at) => typed.every((form, next) => (next === typed.length - 1 ? forms[at + next]?.startsWith(form) : forms[at + next] === form))))
    .slice(0, MOST_NAMES)
    .map(({ name, facet, articles }) => ({ query: name, kind: facet, articles }));
}

/** A word that is seldom is taken for a slip of one that is so many times as usual. */
const FAR_MORE = 50;

/**
 * The query with each word that stands nowhere, or hardly anywhere, in the spelling that was meant.
 * @returns undefined when there is nothing to mend
 */
export async function correctQuery(text: string, files: IndexFiles): Promise<string | undefined> {
  let corrected = text;
  const words = readWords(text);
  // A text that was pasted was not typed wrongly.
  if (words.length > MOST_ASKED) return undefined;
  for (const { form, spelling } of words) {
    const own = articlesOf((await files.entryOf(form))?.step ?? 0);
    const better = await closestEntry(form, files, Math.max(2, FAR_MORE * own));
    if (better !== undefined && articlesOf(better.step) >= FAR_MORE * (await holdersOf(form, files))) corrected = corrected.replace(spelling, () => better.spelling);
  }
  return corrected === text ? undefined : corrected;
}

/** How many articles have the form or another of its class: a singular that stands nowhere is no slip where its plural stands. */
async function holdersOf(form: string, files: IndexFiles): Promise<number> {
  const classes = await resolveForm(form, files);
  const held = await Promise.all(classes.map(async (name) => (await files.classIn(name)).flat().reduce((most, { articles }) => Math.max(most, articles.length), 0)));
  return classes.length === 0 ? 0 : Math.min(...held);
}

/** The form that differs least of those that stand in so many articles, and of these the most usual. @param least about how many articles */
export async function closestEntry(form: string, files: IndexFiles, least: number): Promise<VocabularyEntry | undefined> {
  if (form.length < 4 || /\d/u.test(form)) return undefined;
  const candidates = await Promise.all([files.entriesOfPrefix(form.slice(0, 2)), ...firstLetterSlips(form).map(async (slip) => [await files.entryOf(slip)])]);
  const most = form.length <= 5 ? 1 : 2;
  let best: { readonly entry: VocabularyEntry; readonly distance: number } | undefined;
  for (const entry of candidates.flat()) {
    if (entry === undefined || entry.form === form || articlesOf(entry.step) < least) continue;
    const distance = editDistance(form, entry.form, most);
    if (distance > most) continue;
    if (best === undefined || distance < best.distance || (distance === best.distance && entry.step > best.entry.step)) best = { entry, distance };
  }
  return best?.entry;
}

/** Letters that are taken for each other by ear or on the keyboard. */
const CONFUSED = ['ضظ', 'سصث', 'تطث', 'ذدزظ', 'قكغ', 'حهخج', 'اع', 'يئى', 'بنتيث'];

/** Words that differ in one of the first two letters: the vocabulary is sorted, so these stand elsewhere. */
function firstLetterSlips(form: string): readonly string[] {
  return [0, 1].flatMap((at) => {
    const letter = form[at] ?? '';
    const others = [...new Set(CONFUSED.filter((group) => group.includes(letter)).join(''))].filter((other) => other !== letter);
    const swapped = at === 0 ? [`${form[1] ?? ''}${letter}${form.slice(2)}`] : [];
    return [...others.map((other) => `${form.slice(0, at)}${other}${form.slice(at + 1)}`), `${form.slice(0, at)}${form.slice(at + 1)}`, ...swapped];
  });
}

/** Damerau and Levenshtein's distance with neighbours swapped; anything above `most` is `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoBefore: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min((before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (before[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) cost = Math.min(cost, (twoBefore[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    [twoBefore, before] = [before, current];
  }
  return Math.min(before[b.length] ?? 0, most + 1);
}
