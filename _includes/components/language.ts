/** The language of the site, for every component of a page. */
import type { Language, Texts } from '../../src/languages/language.ts';
import { LANGUAGES } from '../../src/languages/languages.ts';

let current: Language = LANGUAGES.ar;

/** Makes a page, or a part of one, in a language. Pages are made one after the other, none while another is being made. */
export function inLanguage<T>(language: Language, make: () => T): T {
  const outer = current;
  current = language;
  try {
    return make();
  } finally {
    current = outer;
  }
}

export function useLanguage(): Language {
  return current;
}

/** Time runs as the lines do: where they go from right to left, what came before is on the right. */
export function useArrows(): { readonly back: string; readonly on: string } {
  return useLanguage().direction === 'rtl' ? { back: '→', on: '←' } : { back: '←', on: '→' };
}

/** The texts of the interface. */
export function useWords(): Texts {
  return useLanguage().texts;
}
