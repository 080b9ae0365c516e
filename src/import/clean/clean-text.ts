/**
 * What is put right in every text, by rules that change no word: how letters are encoded, strokes that only stretch, and
 * characters that nobody sees. Everything is counted.
 */
import { cleanControls } from '../../arabic/bidi.ts';
import { displayForm } from '../../arabic/normalize.ts';

/** The rules, by the names that the report uses. */
export const CLEANING_RULES = {
  'line-ends': 'line ends made uniform',
  'presentation-forms': 'letters in presentation forms turned into plain letters',
  tatweel: 'tatweel taken out of words',
  invisible: 'invisible characters taken out',
  controls: 'control characters taken out',
  direction: 'direction overrides, embeddings and open isolates taken out',
  spaces: 'spaces of other kinds turned into plain ones',
  composed: 'letters and marks composed (NFC)',
  entities: 'HTML entities decoded',
} as const;
export type CleaningRule = keyof typeof CLEANING_RULES;

export interface Cleaned {
  readonly text: string;
  readonly counts: ReadonlyMap<CleaningRule, number>;
}

/** Arabic presentation forms; the word ligatures U+FDF0–FDFD (ﷺ, ﷲ, ﷼) and the ornate brackets are signs and stay. */
const FORMS = /[\uFB50-\uFBFF\uFC00-\uFD3D\uFD50-\uFDCF\uFE70-\uFEFC]/gu;
const INVISIBLE = /[\u00AD\u180E\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB]/gu;
/** A joiner means something between letters of a script that joins, and within emoji. */
const IDLE_JOINERS = /(?<![\p{Script=Arabic}\p{Extended_Pictographic}\uFE0F])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{Script=Arabic}\p{Extended_Pictographic}])/gu;
const REPEATED_MARKS = /([\u200E\u200F\u061C])\1+/gu;
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/gu;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
/** Between letters a stroke only stretches; a run of them does anywhere in a word. One at the end may be `هـ` or `الـ`. */
const TATWEEL_INSIDE = /(?<=[\p{L}\p{M}])\u0640+(?=[\p{M}\u0640]*[^\P{L}\u0640])/gu;
const TATWEEL_RUN_END = /(?<=[\p{L}\p{M}])(?<!\u0640)\u0640{2,}(?![\p{L}\p{M}\u0640])/gu;
const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Cleans a text of any length. Running it again changes nothing. */
export function cleanText(text: string): Cleaned {
  const counts = new Map<CleaningRule, number>();
  // A quick look first: most texts of the press need nothing of all this.
  if (!/[\r\u000B\u000C\u0085\u2028\u2029\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00A0\u00AD\u0640]|[\u0300-\u036F]|[\u0653-\u0655]|[\u1680\u180E\u2000-\u200F\u202A-\u202F\u205F-\u2069\u3000\uFB50-\uFEFF\uFFF9-\uFFFB\u061C\uD800-\uDFFF]/.test(text)) return { text: displayForm(text), counts };
  const add = (rule: CleaningRule, count: number): void => {
    if (count > 0) counts.set(rule, (counts.get(rule) ?? 0) + count);
  };
  const replace = (value: string, rule: CleaningRule, pattern: RegExp, by: string | ((found: string) => string)): string =>
    value.replace(pattern, (...found: readonly unknown[]) => {
      const match = found[0] as string;
      const result = typeof by === 'string' ? by.replace('$1', typeof found[1] === 'string' ? found[1] : '') : by(match);
      if (result !== match) add(rule, rule === 'line-ends' || rule === 'spaces' ? 1 : [...match].length);
      return result;
    });

  let clean = text.replace(LONE_SURROGATES, '\uFFFD');
  clean = replace(clean, 'line-ends', /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu, '\n');
  clean = replace(clean, 'presentation-forms', FORMS, plainLetters);
  clean = replace(clean, 'controls', CONTROLS, '');
  clean = replace(clean, 'spaces', SPACES, ' ');
  clean = replace(clean, 'invisible', INVISIBLE, '');
  const directed = cleanControls(clean);
  add('direction', directed.removed);
  // Composing puts marks in their order, and with it decides what stands beside a joiner or a tatweel.
  const ordered = displayForm(directed.text);
  add('composed', ordered === directed.text ? 0 : 1);
  clean = replace(ordered, 'invisible', IDLE_JOINERS, '');
  clean = replace(clean, 'invisible', REPEATED_MARKS, '$1');
  clean = replace(clean, 'tatweel', TATWEEL_INSIDE, '');
  clean = replace(clean, 'tatweel', TATWEEL_RUN_END, '\u0640');
  const composed = displayForm(clean);
  if (ordered === directed.text) add('composed', composed === clean ? 0 : 1);
  return { text: composed, counts };
}

/** NFKC of one form. Marks that carry a space or a stroke of their own come out as the mark alone. */
function plainLetters(form: string): string {
  const plain = form.normalize('NFKC');
  return plain === form ? form : plain.replace(/^[ \u0640](?=\p{M})/u, '');
}
