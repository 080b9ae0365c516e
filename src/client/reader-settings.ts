/** What a reader sets on the device, as attributes of the page: size of the text, theme, width, digits, months, calendar. */
import { OFFERED, SETTINGS_KEY, type Setting } from './setting-names.ts';

/** In the order in which they are shown. The first value of each is the usual one, which the page has without an attribute. */
export const SETTINGS: Readonly<Record<Setting, readonly string[]>> = { size: ['normal', 'large', 'larger'], theme: ['auto', 'light', 'dark'], width: ['normal', 'wide'], digits: ['site', 'western', 'arabic'], months: ['site', 'gulf', 'levant', 'maghreb', 'morocco', 'dual'], calendar: ['gregorian', 'hijri'] };
export type Choices = Partial<Record<Setting, string | undefined>>;

export const settingNames: readonly Setting[] = (Object.keys(SETTINGS) as Setting[]).filter((setting) => OFFERED.includes(setting));

/** Storage may be forbidden, or hold what another program wrote. */
export function loadChoices(): Choices {
  try {
    return Object(JSON.parse(localStorage.getItem(SETTINGS_KEY) ?? '{}')) as Choices;
  } catch {
    return {};
  }
}

export function storeChoices(choices: Choices): void {
  try {
    localStorage.setItem(SETTINGS_KEY, JSON.stringify(choices));
  } catch {
    // The choice holds for this page.
  }
}

export function applySetting(setting: Setting, choices: Choices): void {
  const value = SETTINGS[setting].slice(1).find((option) => option === choices[setting]);
  if (value === undefined) document.documentElement.removeAttribute(`data-${setting}`);
  else document.documentElement.setAttribute(`data-${setting}`, value);
}
