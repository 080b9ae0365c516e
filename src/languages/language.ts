/**
 * What a language of the interface is. Arabic is the measure: its files (`src/arabic/strings.ts`, `plural.ts`,
 * `src/calendar/months.ts`) say which texts there are; another language is one file with the same exports, so that the
 * browser's scripts can be bundled with it in their place (`src/build/build-assets.ts`).
 */
import type { DigitShape } from '../arabic/digits.ts';
import type { nouns } from '../arabic/plural.ts';
import type * as strings from '../arabic/strings.ts';
import type { DateNames } from '../calendar/format-date.ts';

/** The shape of a text or a group of texts, whatever it says. */
type Shape<T> = T extends string ? string : T extends (...values: infer Values) => string ? (...values: Values) => string : { readonly [Key in keyof T]: Shape<T[Key]> };

/** Every text of the interface, in groups. */
export type Texts = Shape<typeof strings>;

/** Names of the nouns that the interface counts. */
export type NounName = keyof typeof nouns;

/** What a language says of itself. */
export interface LanguageFacts {
  /** For `lang` attributes. */
  readonly code: string;
  readonly direction: 'rtl' | 'ltr';
  /** For Open Graph. */
  readonly locale: string;
  /** Its own name, for readers of the other languages. */
  readonly name: string;
  /** Where its texts are, from the project's root; Arabic has several files, which import no other. */
  readonly file: string | undefined;
}

/** The exports of the file of a language: facts, texts, names of months and days, nouns and how they are counted. */
export interface LanguageFile<Noun> extends Omit<Texts, 'default'>, DateNames {
  readonly language: LanguageFacts;
  readonly nouns: Readonly<Record<NounName, Noun>>;
  readonly formatCount: (n: number, noun: Noun, shape: DigitShape) => string;
}

export interface Language extends LanguageFacts {
  readonly texts: Texts;
  readonly dates: DateNames;
  /** `count(11, 'article', 'western')` → `11 مقالًا`, `11 articles` */
  readonly count: (n: number, noun: NounName, shape: DigitShape, options?: { readonly oblique?: boolean }) => string;
}
