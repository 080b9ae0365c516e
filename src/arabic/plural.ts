/**
 * Counted nouns. Arabic has six plural forms (CLDR), and the last two digits decide from 100 on.
 *
 * | n | form | example |
 * |---|---|---|
 * | 0 | لا + plural | لا مقالات |
 * | 1 | noun + واحد | مقال واحد |
 * | 2 | dual, no number | مقالان |
 * | 3–10 | number + plural | 3 مقالات |
 * | 11–99 | number + accusative singular | 11 مقالًا |
 * | 100–102 … | number + singular | 100 مقال |
 */
import { formatNumber, type DigitShape } from './digits.ts';

/** The written forms of one noun. `dual` is nominative (مقالان), `dualOblique` after a preposition (مقالين). */
export interface CountedNoun {
  readonly zero: string;
  readonly one: string;
  readonly dual: string;
  readonly dualOblique: string;
  readonly plural: string;
  readonly accusative: string;
  readonly singular: string;
}

export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** CLDR plural category of a whole number in Arabic; the rule is written out so that no ICU version can change a page. */
export function pluralCategory(n: number): PluralCategory {
  if (n === 0) return 'zero';
  if (n === 1) return 'one';
  if (n === 2) return 'two';
  const rest = Math.abs(n) % 100;
  if (rest >= 3 && rest <= 10) return 'few';
  if (rest >= 11) return 'many';
  return 'other';
}

/** `formatCount(11, nouns.article, 'western')` → `11 مقالًا`. Set `oblique` where a preposition or verb governs the count. */
export function formatCount(n: number, noun: CountedNoun, shape: DigitShape, { oblique = false } = {}): string {
  const number = formatNumber(n, shape);
  switch (pluralCategory(n)) {
    case 'zero':
      return noun.zero;
    case 'one':
      return noun.one;
    case 'two':
      return oblique ? noun.dualOblique : noun.dual;
    case 'few':
      return `${number} ${noun.plural}`;
    case 'many':
      return `${number} ${noun.accusative}`;
    case 'other':
      return `${number} ${noun.singular}`;
  }
}

/** The nouns that the interface counts. */
export const nouns = {
  article: { zero: 'لا مقالات', one: 'مقال واحد', dual: 'مقالان', dualOblique: 'مقالين', plural: 'مقالات', accusative: 'مقالًا', singular: 'مقال' },
  tag: { zero: 'لا وسوم', one: 'وسم واحد', dual: 'وسمان', dualOblique: 'وسمين', plural: 'وسوم', accusative: 'وسمًا', singular: 'وسم' },
  section: { zero: 'لا أقسام', one: 'قسم واحد', dual: 'قسمان', dualOblique: 'قسمين', plural: 'أقسام', accusative: 'قسمًا', singular: 'قسم' },
  source: { zero: 'لا مصادر', one: 'مصدر واحد', dual: 'مصدران', dualOblique: 'مصدرين', plural: 'مصادر', accusative: 'مصدرًا', singular: 'مصدر' },
  author: { zero: 'لا كتّاب', one: 'كاتب واحد', dual: 'كاتبان', dualOblique: 'كاتبين', plural: 'كتّاب', accusative: 'كاتبًا', singular: 'كاتب' },
  person: { zero: 'لا أشخاص', one: 'شخص واحد', dual: 'شخصان', dualOblique: 'شخصين', plural: 'أشخاص', accusative: 'شخصًا', singular: 'شخص' },
  place: { zero: 'لا أماكن', one: 'مكان واحد', dual: 'مكانان', dualOblique: 'مكانين', plural: 'أماكن', accusative: 'مكانًا', singular: 'مكان' },
  dossier: { zero: 'لا ملفات', one: 'ملف واحد', dual: 'ملفان', dualOblique: 'ملفين', plural: 'ملفات', accusative: 'ملفًا', singular: 'ملف' },
  day: { zero: 'لا أيام', one: 'يوم واحد', dual: 'يومان', dualOblique: 'يومين', plural: 'أيام', accusative: 'يومًا', singular: 'يوم' },
  month: { zero: 'لا أشهر', one: 'شهر واحد', dual: 'شهران', dualOblique: 'شهرين', plural: 'أشهر', accusative: 'شهرًا', singular: 'شهر' },
  year: { zero: 'لا سنوات', one: 'سنة واحدة', dual: 'سنتان', dualOblique: 'سنتين', plural: 'سنوات', accusative: 'سنة', singular: 'سنة' },
  file: { zero: 'لا ملفات', one: 'ملف واحد', dual: 'ملفان', dualOblique: 'ملفين', plural: 'ملفات', accusative: 'ملفًا', singular: 'ملف' },
  result: { zero: 'لا نتائج', one: 'نتيجة واحدة', dual: 'نتيجتان', dualOblique: 'نتيجتين', plural: 'نتائج', accusative: 'نتيجة', singular: 'نتيجة' },
  word: { zero: 'لا كلمات', one: 'كلمة واحدة', dual: 'كلمتان', dualOblique: 'كلمتين', plural: 'كلمات', accusative: 'كلمة', singular: 'كلمة' },
  occurrence: { zero: 'ولا مرة', one: 'مرة واحدة', dual: 'مرتان', dualOblique: 'مرتين', plural: 'مرات', accusative: 'مرة', singular: 'مرة' },
  minute: { zero: 'لا دقائق', one: 'دقيقة واحدة', dual: 'دقيقتان', dualOblique: 'دقيقتين', plural: 'دقائق', accusative: 'دقيقة', singular: 'دقيقة' },
} as const satisfies Record<string, CountedNoun>;
