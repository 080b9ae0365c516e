/**
 * How results are ranked: BM25 over classes of words, with more for the very form that was asked for, for headlines, and for
 * words that stand near each other. Chosen on sets of questions with known answers (see docs/search.md).
 */

/** How soon a word that comes again says nothing new (k1 of BM25). */
export const SATURATION = 0.9;

/** A word in the headline or summary counts as so many in the text. */
export const HEADLINE = 3;

/** A word in a tag or a name counts as so many in the text. */
export const NAMED = 1;

/**
 * What the beginning of the text adds to the frequency of a word: news says first what it is about, and an encyclopaedia defines.
 * For a word of the first zone, and of the second; a text of more than fourteen zones has more beginnings, since zones go round.
 */
export const LEAD = 0.35;
export const AFTER_LEAD = 0.2;

/** Weights of what an article has of a word: any form of its class, forms of its stem, the very form that was typed. */
export const CLASS = 0.6;
export const STEM = 0.4;
export const EXACT = 0.5;

/**
 * Share of the rarer word's weight that is added when two words that follow each other in the query share a zone of the text; half
 * of it for zones side by side. Less for a question: its words need not stand together in the answer.
 */
export const NEARNESS = 0.9;
export const NEARNESS_OF_A_QUESTION = 0.45;

/** Up to so many words a reader wants all of them; a longer query is a headline or a question, and what has most of it follows. */
export const ALL_WORDS_UP_TO = 3;

/** Up to so many words an article that has all comes before one that has not; of a longer query one word more or less says little. */
export const COMPLETE_FIRST_UP_TO = 4;

/** Share of a long query's weight that an article must have to follow those that have all of it. */
export const LEAST_SHARE = 0.1;

/** Of a query of more words so many are asked for, the rarest: each costs files, and the most usual ones cost most and tell least. */
export const MOST_ASKED = 9;

/** How telling a word is that stands in so many of all articles (Robertson and Sparck Jones, as in Lucene). */
export function rarity(holders: number, articles: number): number {
  return Math.log(1 + (articles - holders + 0.5) / (holders + 0.5));
}

/** What a word gives to an article that has it so often: from 0 to SATURATION + 1. */
export function saturated(frequency: number): number {
  return (frequency * (SATURATION + 1)) / (frequency + SATURATION);
}
