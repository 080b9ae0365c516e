/** How often words stand in the texts of an archive, where the search elsewhere counts articles. Only the places of forms tell. */
import { ABOUT_TEXT, usualNumber } from '../format/places.ts';
import { findPhraseByPlaces, placedArticles, type PlacedArticles } from './find-phrase.ts';
import type { Numbering } from './hits.ts';
import type { IndexFiles } from './index-files.ts';
import { numberingOf } from './match-query.ts';
import { parseQuery, type Clause } from './parse-query.ts';
import { resolveForm } from './resolve-forms.ts';

/** By article, how often its text has what was asked. Undefined is what nobody counted. */
type Times = Uint32Array;

/**
 * Counts a word in all its forms, exact words, or alternatives of these together.
 * @param text as it is typed into the search
 * @returns undefined where places do not tell: for several words that need not stand together, for the most usual words (and forms of
 * their classes), and for a name of several words that is written joined
 */
export async function countOccurrences(text: string, files: IndexFiles): Promise<Times | undefined> {
  const { wanted: [clauses, ...others], unwanted } = parseQuery(text);
  if (clauses === undefined || others.length > 0 || unwanted.length > 0) return undefined;
  const numbering = await numberingOf(files);
  const forms = await Promise.all(clauses.map((clause) => formsOf(clause, files)));
  const single = new Set(forms.flatMap((own) => own ?? []));
  if (forms.some((own) => own === undefined) || [...single].some((form) => usualNumber(form) > 0)) return undefined;
  const phrases = clauses.filter(({ forms: words }) => words.length > 1);
  const parts = await Promise.all([...[...single].map((form) => countForm(form, numbering, files)), ...phrases.map((phrase) => countPhrase(phrase.forms, numbering, files))]);
  const sums = new Uint32Array(numbering.articles);
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const [article, times] of part) sums[article] = (sums[article] ?? 0) + times;
  }
  return sums;
}

/** The forms that count for a clause of one word; none for a phrase. Undefined where a word is of several classes, of which an article must have all. */
async function formsOf({ kind, forms }: Clause, files: IndexFiles): Promise<readonly string[] | undefined> {
  const [form = ''] = forms;
  if (forms.length > 1) return [];
  if (kind === 'exact') return [form];
  const classes = await resolveForm(form, files);
  if (classes.length > 1) return undefined;
  return (await Promise.all(classes.map((name) => files.classIn(name)))).flat(2).map((postings) => postings.form);
}

type ArticleTimes = readonly (readonly [article: number, times: number])[];

async function countForm(form: string, { starts }: Numbering, files: IndexFiles): Promise<ArticleTimes> {
  const lists = await placedArticles(form, files);
  return lists.flatMap((list, segment) => (list === undefined ? [] : timesInTexts(list, starts[segment] ?? 0)));
}

function timesInTexts({ articles, starts, places }: PlacedArticles, first: number): ArticleTimes {
  return Array.from(articles, (article, at) => {
    let times = 0;
    for (let item = starts[at] ?? 0; item < (starts[at + 1] ?? 0) && (places[item] ?? 0) < ABOUT_TEXT; item += 1) times += 1;
    return [first + article, times] as const;
  });
}

async function countPhrase(forms: readonly string[], numbering: Numbering, files: IndexFiles): Promise<ArticleTimes | undefined> {
  const found = await findPhraseByPlaces(forms, numbering, files);
  return found?.sure === true ? Array.from(found.articles, (article, at) => [article, found.times[at] ?? 0] as const) : undefined;
}
