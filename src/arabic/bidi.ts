/** Mixed directions: find the runs that a right-to-left line must isolate, and the controls that must not stay in a text. */

/** A stretch of text; `foreign` runs are written left to right and want isolation (`<bdi>`, or FSI … PDI in plain text). */
export interface TextRun {
  readonly text: string;
  readonly foreign: boolean;
}

/**
 * A Latin, Greek or Cyrillic name together with what belongs to it: inner spaces, digits, dots, hyphens, an ampersand.
 * It starts and ends with a letter or digit, so brackets and the sentence's own punctuation stay outside. A number
 * written to it (`3G`) belongs to it: isolated alone, the letter would come to stand on the number's wrong side.
 */
const FOREIGN = /(?:(?<![\d.,])(?:\d+[.,])*\d+-?)?(?!\p{M})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\d .,:;&'’+/@#_-]*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d+#]\p{M}*)?/gu;

/** Where Latin, Greek and Cyrillic letters stand, and some others: the quickest look, since most texts have none of them. Halves of pairs are meant: with the flag u it would take several times as long. */
const FOREIGN_RANGES = /[A-Za-z\u00AA-\u058F\u1C80-\u1FFF\u2071-\u218F\u2C00-\u2DFF\uA640-\uA7FF\uAB30-\uAB6F\uFB00-\uFB06\uFF21-\uFF5A\uD800-\uDFFF]/;

/** Any letter that is not Arabic: a look before the slow one. */
const MAY_BE_FOREIGN = /[^\P{Alphabetic}\p{Script=Arabic}]/u;

/** What is isolated already, or stands from one Arabic letter to another with no letter of another script between. */
const ARABIC = /\u2068[^\u2069]*\u2069|\p{Script=Arabic}(?:[^\p{Alphabetic}\u2068\n]|\p{Script=Arabic})*\p{Script=Arabic}|\p{Script=Arabic}/gu;

/**
 * Cuts a text into runs; joined again they are the text.
 * @param base direction of the line. In one that runs from left to right what is foreign is Arabic: the whole of a text
 *   that begins with it, with its numbers and marks, and stretches of any other
 */
export function splitRuns(text: string, base: 'rtl' | 'ltr' = 'rtl'): readonly TextRun[] {
  if (base === 'ltr') {
    const first = /[\p{Alphabetic}\u2068]/u.exec(text)?.[0];
    return first !== undefined && /\p{Script=Arabic}/u.test(first) ? [{ text, foreign: true }] : cutRuns(text, ARABIC);
  }
  return FOREIGN_RANGES.test(text) && MAY_BE_FOREIGN.test(text) ? cutRuns(text, FOREIGN) : [{ text, foreign: false }];
}

function cutRuns(text: string, foreign: RegExp): readonly TextRun[] {
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of text.matchAll(foreign)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index), foreign: false });
    runs.push({ text: match[0], foreign: true });
    end = match.index + match[0].length;
  }
  if (end < text.length || runs.length === 0) runs.push({ text: text.slice(end), foreign: false });
  return runs;
}

/** Any control that the rule speaks of: a quick look before the slow one, since hardly any text has one. */
const MAY_BE_CLEANED = /[\u202A-\u202E\u2066-\u2069]/u;

const OVERRIDES = /[\u202D\u202E]/gu;
const EMBEDDINGS = /[\u202A-\u202C]/gu;

/** What `cleanControls` found and took out. */
export interface CleanedText {
  readonly text: string;
  readonly removed: number;
}

/**
 * The rule for bidi controls in articles: overrides (U+202D, U+202E) and embeddings (U+202A–U+202C) go, since they can
 * make a text read differently from what it says (CVE-2021-42574); isolates stay while they are balanced on their line;
 * the marks RLM, LRM and ALM stay.
 */
export function cleanControls(text: string): CleanedText {
  if (!MAY_BE_CLEANED.test(text)) return { text, removed: 0 };
  let removed = 0;
  const count = (): string => ((removed += 1), '');
  const stripped = text.replace(OVERRIDES, count).replace(EMBEDDINGS, count);
  const balanced = stripped.replace(/[^\n]*/gu, (line) => (hasBalancedIsolates(line) ? line : line.replace(/[\u2066-\u2069]/gu, count)));
  return { text: balanced, removed };
}

function hasBalancedIsolates(line: string): boolean {
  let depth = 0;
  for (const char of line) {
    if (char >= '\u2066' && char <= '\u2068') depth += 1;
    if (char === '\u2069' && --depth < 0) return false;
  }
  return depth === 0;
}

/** Languages of the press that are written from right to left. */
const RTL_LANGUAGES = new Set(['ar', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd', 'he', 'yi', 'dv', 'syr', 'arc']);

/** Base direction of a language tag such as `fa-IR` or `ku-Arab`. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  if (subtags.includes('latn')) return 'ltr';
  return RTL_LANGUAGES.has(primary) || subtags.includes('arab') ? 'rtl' : 'ltr';
}
