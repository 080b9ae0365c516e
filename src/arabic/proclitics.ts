/**
 * What is joined before a word (`و`, `ف`, `ب`, `ل`, `ك`, the article), taken off where a vocabulary bears it out.
 *
 * A letter goes only before what is attested as a word by itself: `لبغداد` loses its lam because `بغداد` is common, `وزير`
 * keeps its waw because it takes the article and `زير` does not. The idea is that of Nwesri, Tahaghoghi and Scholer (2005);
 * the thresholds were measured on news.
 */

/** How often a normal form was seen; 0 for a word that was never seen. */
export type Attested = (normal: string) => number;

/** Words that begin like something with an article and are none; normal forms. */
const WHOLE = new Set('الله اللهم التي الذي الذين اللذين اللتين اللذان اللتان اللواتي الان الي الا الم الف الاف'.split(' '));

const ARABIC_WORD = /^[\u0621-\u064A]+$/u;

/** `وبال` has three layers; more are not written. */
const LAYERS = 3;

interface Cut {
  readonly rest: string;
  /** Nothing stands before an article. */
  readonly article: boolean;
}

export function createProclitics(attested: Attested): (normal: string) => string {
  /** `الماني` keeps its ال: with a preposition it is written `لالماني`, not `للماني`. */
  const isLexical = (rest: string): boolean => attested(`لال${rest}`) > attested(`لل${rest}`) && attested(rest) < 0.05 * attested(`ال${rest}`);
  const takesArticle = (rest: string): boolean => (rest.length > 2 ? !isLexical(rest) : attested(`ال${rest}`) >= 2 && attested(`لل${rest}`) >= 2);
  const withArticle = (word: string): number => ['ال', 'لل', 'بال', 'وال'].reduce((sum, article) => sum + attested(article + word), 0);

  const cutLamArticle = (word: string): Cut => {
    const rest = word.slice(2);
    if (takesArticle(rest) && (attested(rest) > 1 || attested(`ال${rest}`) > 1)) return { rest, article: true };
    // `للغة` is the article before `لغة`.
    return { rest: attested(`ال${word.slice(1)}`) > 1 ? word.slice(1) : rest, article: true };
  };
  const cutBeforeArticle = (word: string, rest: string): Cut | undefined => {
    if (attested(`ال${rest}`) < 2 && attested(rest) < 5) return undefined;
    if (withArticle(word) > 0.05 * attested(word)) return undefined;
    return { rest: isLexical(rest) ? `ال${rest}` : rest, article: true };
  };
  const cutLetter = (word: string): Cut | undefined => {
    const rest = word.slice(1);
    if (WHOLE.has(rest)) return { rest, article: false };
    const [whole, bare] = [attested(word), attested(rest)];
    const isAnd = word.startsWith('و');
    // Most words end here: the rest is asked for less.
    if (isAnd ? bare < Math.max(2, 0.05 * whole) : bare < Math.max(3, 0.8 * whole)) return undefined;
    // What takes the article with its first letter owns the letter.
    const definite = withArticle(word);
    if (definite > Math.max(2, 0.02 * whole) && definite >= 0.02 * bare) return undefined;
    const aloneBefore = (): boolean => ['ف', 'ب', 'ل'].every((letter) => attested(letter + word) < 2);
    return !isAnd || bare >= 0.3 * whole || (bare >= 20 && aloneBefore()) ? { rest, article: false } : undefined;
  };
  /** `سيعلن` is `يعلن`, which is more usual; `سيارة` is no `يارة`. */
  const cutFuture = (word: string): Cut | undefined => {
    const rest = /^س([يتن].{3,})$/u.exec(word)?.[1];
    return rest !== undefined && attested(rest) >= Math.max(5, 2 * attested(word)) ? { rest, article: false } : undefined;
  };
  const cutOnce = (word: string): Cut | undefined => {
    if (word.length < 4 || WHOLE.has(word)) return undefined;
    if (word.startsWith('ال')) return takesArticle(word.slice(2)) ? { rest: word.slice(2), article: true } : undefined;
    if (word.startsWith('لل') && word.length >= 5) return cutLamArticle(word);
    const before = /^(?:[وف]?[بك]ال|[وف](?:ال|لل))(.{2,})$/u.exec(word)?.[1];
    const cut = before === undefined ? undefined : cutBeforeArticle(word, before);
    return cut ?? (/^[وفبلك].{3}/u.test(word) ? cutLetter(word) : cutFuture(word));
  };

  return (normal) => {
    if (!ARABIC_WORD.test(normal)) return normal;
    let word = normal;
    for (let layer = 0; layer < LAYERS; layer += 1) {
      const cut = cutOnce(word);
      if (cut === undefined) break;
      word = cut.rest;
      if (cut.article) break;
    }
    return word;
  };
}
