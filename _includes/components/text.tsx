import { directionOf, splitRuns } from '../../src/arabic/bidi.ts';

/** A text whose Latin names are isolated, so that punctuation and numbers beside them stay in place. */
export function Text({ value }: { readonly value: string }) {
  return <>{splitRuns(value).map(({ text, foreign }) => (foreign ? <bdi>{text}</bdi> : text))}</>;
}

/** Attributes of an element whose text may be in another language than the page. */
export function languageAttributes(language: string): { readonly lang?: string; readonly dir?: 'rtl' | 'ltr' } {
  return language === 'ar' ? {} : { lang: language, dir: directionOf(language) };
}

/** A headline inside a line of the page. */
export function Headline({ text, language }: { readonly text: string; readonly language: string }) {
  return language === 'ar' ? <Text value={text} /> : <bdi {...languageAttributes(language)}>{text}</bdi>;
}
