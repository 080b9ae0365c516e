/** Queries of many kinds, drawn from the articles of an index: always the same ones of the same index. */
import { readWords } from '../../src/arabic/forms.ts';
import { isStopWord } from '../../src/arabic/stop-words.ts';
import { articlesOf } from '../../src/search/format/vocabulary.ts';
import type { StoredArticle } from '../../src/search/query/index-files.ts';
import type { Sources } from '../../src/search/query/match-query.ts';

export interface DrawnQuery {
  readonly kind: string;
  readonly text: string;
}

/** A word that so few articles have is rare; one that this share of them has is usual. */
const RARE = 20;
const USUAL_SHARE = 0.03;

/** @param each how many of each kind at most; kinds that the articles do not give are left out */
export async function drawQueries({ files }: Sources, each: number): Promise<readonly DrawnQuery[]> {
  const { bundles, articles: total } = await files.manifest();
  const drawn: DrawnQuery[] = [];
  for (let number = 0; number < each; number += 1) {
    // The golden ratio spreads the draws over the archive, and within a text.
    const article = await articleAt(Math.floor(((number * 0.618 + 0.3) % 1) * total), bundles, files);
    const words = await Promise.all(readWords(article.content).map(async ({ form, spelling }) => ({ spelling, articles: articlesOf((await files.entryOf(form))?.step ?? 0) })));
    const turn = Math.floor(((number * 0.382) % 1) * words.length);
    const turned = [...words.slice(turn), ...words.slice(0, turn)];
    const isUsual = (word: { readonly articles: number } | undefined): boolean => (word?.articles ?? 0) >= USUAL_SHARE * total;
    const telling = turned.filter(({ spelling }) => !isStopWord(spelling));
    const run = (length: number, from: number): string => `"${turned.slice(from, from + length).map(({ spelling }) => spelling).join(' ')}"`;
    const candidates: readonly (readonly [kind: string, text: string | undefined])[] = [
      ['rare word', telling.find(({ articles }) => articles <= RARE)?.spelling],
      ['usual word', telling.find(isUsual)?.spelling],
      ['two words', telling.slice(0, 2).map(({ spelling }) => spelling).join(' ')],
      ['headline typed whole', article.meta['title']],
      ['two exact words', run(2, 0)],
      ['three exact words', run(3, 0)],
      ['two usual exact words', runOf(turned, isUsual, run)],
    ];
    for (const [kind, text = ''] of candidates) if (/\p{L}/u.test(text)) drawn.push({ kind, text });
  }
  return drawn;
}

function runOf<Word extends { readonly spelling: string }>(words: readonly Word[], isUsual: (word: Word | undefined) => boolean, run: (length: number, from: number) => string): string | undefined {
  const at = words.findIndex((word, place) => [word, words[place + 1]].every((one) => isUsual(one) && !isStopWord(one?.spelling ?? '')));
  return at === -1 ? undefined : run(2, at);
}

async function articleAt(number: number, bundles: readonly { readonly articles: number }[], files: Sources['files']): Promise<StoredArticle> {
  let place = number;
  for (const [bundle, { articles }] of bundles.entries()) {
    if (place < articles) return files.article(bundle, place);
    place -= articles;
  }
  throw new Error('The index has no articles');
}
