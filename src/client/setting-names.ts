/** What a reader can set, by name. Apart from the values, since the script in every page has only these. */
export const SETTINGS_KEY = 'warraq-reader';

/** Only Arabic has two sets of digits and several of months. */
const ARABIC_ONLY = ['digits', 'months'] as const;
/** Dates are written over once, from the page as it came. */
export const WRITTEN: readonly Setting[] = [...ARABIC_ONLY, 'calendar'];

const EVERYWHERE = ['size', 'theme', 'width', 'calendar'] as const;

export type Setting = (typeof ARABIC_ONLY | typeof EVERYWHERE)[number];

/** Those that the page's language has. */
export const OFFERED: readonly Setting[] = document.documentElement.lang === 'ar' ? [...EVERYWHERE, ...ARABIC_ONLY] : EVERYWHERE;
