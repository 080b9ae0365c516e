/** Exact words side by side, found by their places: an article has them where each stands one token behind the one before it. */
import { ABOUT_TEXT, usualAfter, usualBefore, usualNumber, type Places } from '../format/places.ts';
import type { Numbering } from './hits.ts';
import type { IndexFiles } from './index-files.ts';

export interface PlacedPhrase {
  /** Articles that have the words, as far as places tell, ascending. */
  readonly articles: Int32Array;
  /** How often each of them has the words in its text; 0 where they stand in headline, summary or names alone. */
  readonly times: Uint32Array;
  /** False where one of the most usual words stands between two others: nothing is known of its places. */
  readonly sure: boolean;
}

/** @returns undefined for a phrase of nothing but the most usual words, whose places are not kept */
export async function findPhraseByPlaces(forms: readonly string[], { starts }: Numbering, files: IndexFiles): Promise<PlacedPhrase | undefined> {
  const words = forms.map((form, offset): PhraseWord => ({ form, offset, usual: usualNumber(form) }));
  const placed = words.filter(({ usual }) => usual === 0);
  if (placed.length === 0) return undefined;
  const lists = await Promise.all(placed.map(async ({ form }) => placedArticles(form, files)));
  const found: number[] = [];
  const times: number[] = [];
  for (const [segment, start] of starts.entries()) {
    const inSegment = placed.flatMap((word, at): readonly PlacedWord[] => {
      const list = lists[at]?.[segment];
      return list === undefined ? [] : [{ ...word, ...list, before: words[word.offset - 1]?.usual ?? 0, after: words[word.offset + 1]?.usual ?? 0 }];
    });
    if (inSegment.length < placed.length) continue;
    for (const [article, own] of articlesWith(inSegment)) {
      found.push(start + article);
      times.push(own);
    }
  }
  const told = (offset: number): boolean => [offset - 1, offset + 1].some((beside) => words[beside]?.usual === 0);
  return { articles: Int32Array.from(found), times: Uint32Array.from(times), sure: words.every(({ usual, offset }) => usual === 0 || told(offset)) };
}

interface PhraseWord {
  readonly form: string;
  /** Its place in the phrase. */
  readonly offset: number;
  readonly usual: number;
}

export interface PlacedArticles extends Places {
  readonly articles: Int32Array;
}

interface PlacedWord extends PhraseWord, PlacedArticles {
  /** Numbers of the most usual words that the phrase has beside it; 0 where it has others. */
  readonly before: number;
  readonly after: number;
}

/** The articles of a form with its places, segment by segment; undefined where none has it. Empty for a form that stands nowhere. */
export async function placedArticles(form: string, files: IndexFiles): Promise<readonly (PlacedArticles | undefined)[]> {
  const [name] = (await files.entryOf(form))?.classes ?? [];
  if (name === undefined) return [];
  const [postings, places] = await Promise.all([files.classIn(name), files.placesOf(form)]);
  return postings.map((forms, segment) => {
    const own = forms.find((held) => held.form === form);
    const where = places[segment];
    return own === undefined || where === undefined ? undefined : { ...where, articles: own.articles };
  });
}

function articlesWith(words: readonly PlacedWord[]): readonly (readonly [article: number, times: number])[] {
  const [rarest, ...others] = [...words].sort((a, b) => a.articles.length - b.articles.length);
  if (rarest === undefined) return [];
  const next = others.map(() => 0);
  const found: (readonly [article: number, times: number])[] = [];
  for (const [at, article] of rarest.articles.entries()) {
    const inArticle = others.every((word, place) => {
      let here = next[place] ?? 0;
      while (here < word.articles.length && (word.articles[here] ?? 0) < article) here += 1;
      next[place] = here;
      return word.articles[here] === article;
    });
    const starts = inArticle ? startsTogether(rarest, at, others, next) : [];
    if (starts.length > 0) found.push([article, starts.filter((start) => start < ABOUT_TEXT).length]);
  }
  return found;
}

/** @param at the article's number in the lists of the rarest word; @param next in those of the others */
function startsTogether(rarest: PlacedWord, at: number, others: readonly PlacedWord[], next: readonly number[]): readonly number[] {
  const starts: number[] = [];
  for (let item = rarest.starts[at] ?? 0; item < (rarest.starts[at + 1] ?? 0); item += 1) {
    const start = (rarest.places[item] ?? 0) - rarest.offset;
    if (hasNeighbours(rarest, item) && others.every((word, place) => standsAt(word, next[place] ?? 0, start + word.offset))) starts.push(start);
  }
  return starts;
}

function standsAt(word: PlacedWord, article: number, place: number): boolean {
  for (let item = word.starts[article] ?? 0; item < (word.starts[article + 1] ?? 0); item += 1) {
    if (word.places[item] === place) return hasNeighbours(word, item);
  }
  return false;
}

function hasNeighbours({ before, after, neighbours }: PlacedWord, item: number): boolean {
  const beside = neighbours[item] ?? 0;
  return (before === 0 || usualBefore(beside) === before) && (after === 0 || usualAfter(beside) === after);
}
