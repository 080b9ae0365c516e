/** The languages of the interface. Another one is a file beside `english.ts`, which is named here once. */
import * as arabicCounts from '../arabic/plural.ts';
import type { CountedNoun } from '../arabic/plural.ts';
import * as arabicTexts from '../arabic/strings.ts';
import * as arabicDates from '../calendar/months.ts';
import * as english from './english.ts';
import type { Language, LanguageFile, NounName } from './language.ts';

const known = {
  ar: {
    code: 'ar',
    direction: 'rtl',
    locale: 'ar_AR',
    name: 'العربية',
    file: undefined,
    texts: arabicTexts,
    dates: arabicDates,
    count: (n, noun, shape, options) => arabicCounts.formatCount(n, arabicCounts.nouns[noun], shape, options),
  },
  en: fromFile(english),
} satisfies Readonly<Record<string, Language>>;

export type LanguageCode = keyof typeof known;

export const LANGUAGES: Readonly<Record<LanguageCode, Language>> = known;

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly LanguageCode[];

/** A language from the exports of its file. */
export function fromFile<Noun>(file: LanguageFile<Noun>): Language {
  return { ...file.language, texts: file, dates: file, count: (n, noun, shape) => file.formatCount(n, file.nouns[noun], shape) };
}

const names = new Map<CountedNoun, NounName>((Object.keys(arabicCounts.nouns) as NounName[]).map((name) => [arabicCounts.nouns[name], name]));

/** The name under which every language counts the noun. @throws for a noun that the interface does not have */
export function nounName(noun: CountedNoun): NounName {
  const name = names.get(noun);
  if (name === undefined) throw new Error(`No language counts ${noun.plural}`);
  return name;
}
