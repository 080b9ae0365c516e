/** The language of the site, for every component below the page. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Texts } from '../../src/languages/language.ts';
import { LANGUAGES } from '../../src/languages/languages.ts';

export const LanguageContext = createContext<Language>(LANGUAGES.ar);

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Time runs as the lines do: where they go from right to left, what came before is on the right. */
export function useArrows(): { readonly back: string; readonly on: string } {
  return useLanguage().direction === 'rtl' ? { back: '→', on: '←' } : { back: '←', on: '→' };
}

/** The texts of the interface. */
export function useWords(): Texts {
  return useLanguage().texts;
}
