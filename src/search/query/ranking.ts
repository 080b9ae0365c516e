/**
 * How results are ranked. Chosen on two sets of questions and passages with `npm run search-eval` (see docs/search.md):
 * each value was varied alone, and the sets agree on it or one does not mind.
 */

/** Pagefind's own ranking, passed to `options()`. */
export const ENGINE_RANKING = {
  /** A headline counts a little more than the text; Pagefind's 5 lets it drown the text. */
  metaWeights: { title: 1.5 },
  /** The second and third time that a word stands in an article say less than Pagefind's 1.4 assumes. */
  termSaturation: 0.8,
  /** Long articles are held back a little more than by Pagefind's 0.75. */
  pageLength: 0.9,
} as const;

/** Share of a pair's score that is added for words that stand side by side as in the query; less the farther apart. */
export const NEARNESS = 0.4;

/** Farther apart than this, two words say nothing together. */
export const REACH = 6;

/** Up to so many words a reader wants all of them; a longer query is a headline or a question, and the best answers are wanted. */
export const ALL_WORDS_UP_TO = 3;
