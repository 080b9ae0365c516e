/** The languages of the interface. Another one is a file beside `english.ts`, a line here and its code in `language.ts`. */
import * as arabicCounts from '../arabic/plural.ts';
import type { CountedNoun } from '../arabic/plural.ts';
import * as arabicTexts from '../arabic/strings.ts';
import * as arabicDates from '../calendar/months.ts';
import * as english from './english.ts';
import type { Language, LanguageCode, NounName } from './language.ts';

export const LANGUAGES: Readonly<Record<LanguageCode, Language>> = {
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
  en: {
    code: 'en',
    direction: 'ltr',
    locale: 'en_GB',
    name: 'English',
    file: 'src/languages/english.ts',
    texts: english,
    dates: english,
    count: (n, noun, shape) => english.formatCount(n, english.nouns[noun], shape),
  },
};

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly LanguageCode[];

const names = new Map<CountedNoun, NounName>((Object.keys(arabicCounts.nouns) as NounName[]).map((name) => [arabicCounts.nouns[name], name]));

/** The name under which every language counts the noun. @throws for a noun that the interface does not have */
export function nounName(noun: CountedNoun): NounName {
  const name = names.get(noun);
  if (name === undefined) throw new Error(`No language counts ${noun.plural}`);
  return name;
}
