/**
 * What a reader sets on the device: size of the text, theme, width, digits, months, calendar; and what the keyboard does. The script stands in the
 * head and is no module, so that the page is drawn as set from the first moment. Without it everything can be read.
 */
import type { DigitShape } from '../arabic/digits.ts';
import { readerText } from '../arabic/strings.ts';
import type { MonthNames } from '../calendar/months.ts';
import { readerDates, writeDates } from './reader-dates.ts';

const SETTINGS = { size: ['normal', 'large', 'larger'], theme: ['auto', 'light', 'dark'], width: ['normal', 'wide'], digits: ['site', 'western', 'arabic'], months: ['site', 'gulf', 'levant', 'maghreb', 'morocco', 'dual'], calendar: ['gregorian', 'hijri'] } as const;
type Setting = keyof typeof SETTINGS;

const KEY = 'warraq-reader';

/** Storage may be forbidden, or hold what another program wrote. */
function load(): Partial<Record<Setting, string>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}

const chosen = load();

function apply(setting: Setting): void {
  const [usual, ...others] = SETTINGS[setting];
  const value = others.find((option) => option === chosen[setting]) ?? usual;
  if (value === usual) document.documentElement.removeAttribute(`data-${setting}`);
  else document.documentElement.setAttribute(`data-${setting}`, value);
}

/** How the pages are written. */
const { digits = 'western', months = 'gulf' } = document.currentScript?.dataset ?? {};
const site = { digits: digits as DigitShape, months: months as MonthNames };

/** Only Arabic has two sets of digits and several of months. */
const ARABIC_ONLY: readonly Setting[] = ['digits', 'months'];
const names = (Object.keys(SETTINGS) as Setting[]).filter((setting) => document.documentElement.lang === 'ar' || !ARABIC_ONLY.includes(setting));
for (const setting of names) apply(setting);

const dates = readerDates(site);
if (dates !== undefined) writeDates(site, dates);

/** Dates are written over once, from the page as it came. */
const WRITTEN: readonly Setting[] = ['digits', 'months', 'calendar'];

function choose(setting: Setting, value: string): void {
  chosen[setting] = value;
  apply(setting);
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // The choice holds for this page.
  }
}

function labelled(setting: Setting): HTMLLabelElement {
  const label = document.createElement('label');
  const select = document.createElement('select');
  const { options } = readerText[setting] as { readonly options: Readonly<Record<string, string>> };
  for (const value of SETTINGS[setting]) select.append(new Option(options[value], value, false, chosen[setting] === value));
  select.addEventListener('change', () => {
    choose(setting, select.value);
    if (WRITTEN.includes(setting)) location.reload();
  });
  label.append(readerText[setting].label, ' ', select);
  return label;
}

const KEYS: readonly (readonly [key: string, what: string, act: () => void])[] = [
  // The script of every page does this one.
  ['/', readerText.keys.search, () => undefined],
  ['n', readerText.keys.next, () => document.querySelector<HTMLAnchorElement>('main a[rel=next]')?.click()],
  ['p', readerText.keys.previous, () => document.querySelector<HTMLAnchorElement>('main a[rel=prev]')?.click()],
  ['?', readerText.keys.help, () => help()],
];

let dialog: HTMLDialogElement | undefined;

function help(): void {
  if (dialog === undefined) {
    dialog = document.createElement('dialog');
    dialog.className = 'keys';
    const title = document.createElement('h2');
    title.id = 'keys-title';
    title.textContent = readerText.keys.title;
    dialog.setAttribute('aria-labelledby', title.id);
    const list = document.createElement('dl');
    for (const [key, what] of KEYS) {
      const term = document.createElement('dt');
      const kbd = document.createElement('kbd');
      kbd.dir = 'ltr';
      kbd.textContent = key;
      term.append(kbd);
      const text = document.createElement('dd');
      text.textContent = what;
      list.append(term, text);
    }
    const close = document.createElement('button');
    close.className = 'act';
    close.textContent = readerText.keys.close;
    close.addEventListener('click', () => dialog?.close());
    dialog.append(title, list, close);
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
}

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null;
  if (typing || event.ctrlKey || event.metaKey || event.altKey || dialog?.open === true) return;
  const found = KEYS.find(([key]) => key === event.key);
  if (found === undefined) return;
  event.preventDefault();
  found[2]();
});

function addSettings(place: Element): void {
  const form = document.createElement('form');
  form.className = 'reader-settings';
  const keys = document.createElement('button');
  keys.type = 'button';
  keys.className = 'act';
  keys.textContent = readerText.keys.title;
  keys.addEventListener('click', help);
  form.append(...names.map(labelled), keys);
  place.prepend(form);
}

/** Put into the footer when the parser has come to it, before it is drawn: a form that came later would move it. */
new MutationObserver((_, observer) => {
  const place = document.querySelector('.footer .wrap');
  if (place === null) return;
  observer.disconnect();
  addSettings(place);
}).observe(document, { childList: true, subtree: true });
