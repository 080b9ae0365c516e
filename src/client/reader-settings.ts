/** What a reader sets on the device, as attributes of the page: size of the text, theme, width, digits, months, calendar. */

/** The first value of each is the usual one, which the page has without an attribute. */
export const SETTINGS = { size: ['normal', 'large', 'larger'], theme: ['auto', 'light', 'dark'], width: ['normal', 'wide'], digits: ['site', 'western', 'arabic'], months: ['site', 'gulf', 'levant', 'maghreb', 'morocco', 'dual'], calendar: ['gregorian', 'hijri'] } as const;
export type Setting = keyof typeof SETTINGS;
export type Choices = Partial<Record<Setting, string>>;

const KEY = 'warraq-reader';

/** Only Arabic has two sets of digits and several of months. */
const ARABIC_ONLY: readonly Setting[] = ['digits', 'months'];
/** Dates are written over once, from the page as it came. */
export const WRITTEN: readonly Setting[] = [...ARABIC_ONLY, 'calendar'];

const names = Object.keys(SETTINGS) as Setting[];
/** Those that the page's language has. */
export const settingNames: readonly Setting[] = document.documentElement.lang === 'ar' ? names : names.filter((setting) => !ARABIC_ONLY.includes(setting));

/** Storage may be forbidden, or hold what another program wrote. */
export function loadChoices(): Choices {
  try {
    return Object(JSON.parse(localStorage.getItem(KEY) ?? '{}')) as Choices;
  } catch {
    return {};
  }
}

export function storeChoices(choices: Choices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // The choice holds for this page.
  }
}

/** @returns true if it is another than the usual one */
export function applySetting(setting: Setting, choices: Choices): boolean {
  const value = SETTINGS[setting].slice(1).find((option) => option === choices[setting]);
  if (value === undefined) document.documentElement.removeAttribute(`data-${setting}`);
  else document.documentElement.setAttribute(`data-${setting}`, value);
  return value !== undefined;
}
