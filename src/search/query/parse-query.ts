/**
 * What a reader types, understood. Words, `"exact words"` between quotation marks of any kind, `-word` to leave out, `OR` or
 * `أو` between words. Whatever cannot be understood so is taken as words: no query is an error.
 */
import { readTokenWords, readWords } from '../../arabic/forms.ts';
import { INVISIBLE } from '../../arabic/letters.ts';
import { isStopWord } from '../../arabic/stop-words.ts';
import { splitTokens } from '../tokens.ts';

export interface Clause {
  /** A word is found in all its forms; exact words as they stand, in their order. */
  readonly kind: 'word' | 'exact';
  /** Normal forms: one for a word, one or more for exact words. */
  readonly forms: readonly string[];
  /** As typed, without quotation marks. */
  readonly typed: string;
}

export interface Query {
  /** An article should have one of each list. */
  readonly wanted: readonly (readonly Clause[])[];
  /** An article that has one of these is left out. */
  readonly unwanted: readonly Clause[];
  /** A question in full: whoever asks one wants the best answer, not every word of the question. */
  readonly question: boolean;
}

const OPENING = '"«“”„‟‹‘‚';
const CLOSING = '"»”“‟›«’‘';

/** A minus, quoted words, or a run without white space; the minus must stand at the beginning. */
const PART = new RegExp(`(?<![^\\s(])([-\u2212\u2013])?(?:[${OPENING}]([^${OPENING}${CLOSING}]+)[${CLOSING}]|([^\\s${OPENING}${CLOSING}]+))|[${OPENING}]([^${OPENING}${CLOSING}]+)[${CLOSING}]|([^\\s${OPENING}${CLOSING}]+)`, 'gu');

/** Ends like a question, or begins like one. */
const QUESTION = /[؟?]\s*$|^\s*(?:[وف]?(?:هل|ماذا|متى|أين|اين|كيف|لماذا|كم)|من\s+ه[وي]|ما\s+ه[وي])\s/u;

/** A text that is longer is known by its beginning: each word is looked up, which takes a file or two. */
const MOST_PARTS = 64;

const OR = new Set(['OR', 'أو', '|']);

export function parseQuery(text: string): Query {
  const wanted: Clause[][] = [];
  const unwanted: Clause[] = [];
  let joins = false;
  const clean = text.replace(INVISIBLE, '').normalize('NFC');
  for (const [, minus, quotedFirst, bareFirst, quoted = quotedFirst, bare = bareFirst] of clean.matchAll(PART)) {
    if (minus === undefined && bare !== undefined && OR.has(bare)) {
      joins = wanted.length > 0;
      continue;
    }
    const clauses = quoted === undefined ? wordClauses(bare ?? '') : exactClauses(quoted);
    if (minus !== undefined) unwanted.push(...clauses);
    else if (joins && clauses[0] !== undefined) {
      wanted.at(-1)?.push(clauses[0]);
      wanted.push(...clauses.slice(1).map((clause) => [clause]));
    } else wanted.push(...clauses.map((clause) => [clause]));
    if (clauses.length > 0) joins = false;
  }
  // Nothing but the word between words is asked for itself.
  if (wanted.length + unwanted.length === 0) wanted.push(...wordClauses(clean).map((clause) => [clause]));
  return { wanted: withoutDoubles(withoutStopWords(wanted)).slice(0, MOST_PARTS), unwanted: unwanted.slice(0, MOST_PARTS), question: QUESTION.test(clean) };
}

function wordClauses(text: string): readonly Clause[] {
  return readWords(text).map(({ form, spelling }): Clause => ({ kind: 'word', forms: [form], typed: spelling }));
}

function exactClauses(text: string): readonly Clause[] {
  const forms = splitTokens(text).flatMap(placedForms);
  return forms.length === 0 ? [] : [{ kind: 'exact', forms, typed: text.trim() }];
}

/** The words of a token share its place; of `F-16` the joined form alone can stand beside another word. */
function placedForms(token: string): readonly string[] {
  const words = readWords(token);
  const joined = readTokenWords(token).slice(words.length).at(-1);
  return words.length > 1 && joined !== undefined ? [joined.form] : words.map(({ form }) => form);
}

/** Words that say nothing alone are left out unless there are no others. */
function withoutStopWords(wanted: readonly (readonly Clause[])[]): readonly (readonly Clause[])[] {
  const telling = wanted.filter(([clause, ...others]) => others.length > 0 || clause?.kind === 'exact' || !isStopWord(clause?.typed ?? ''));
  return telling.length > 0 ? telling : wanted;
}

function withoutDoubles(wanted: readonly (readonly Clause[])[]): readonly (readonly Clause[])[] {
  const keys = wanted.map((clauses) => JSON.stringify(clauses.map(({ kind, forms }) => [kind, forms])));
  return wanted.filter((_, place) => keys.indexOf(keys[place] ?? '') === place);
}
