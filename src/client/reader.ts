/**
 * What a reader sets on the device, and what the keyboard does. `first-moment.ts` has drawn the page as it is set; this script comes
 * while the page is read or after, and without it everything can be read.
 */
import type { DigitShape } from '../arabic/digits.ts';
import { readerText } from '../arabic/strings.ts';
import type { MonthNames } from '../calendar/months.ts';
import { readerDates, writeDates } from './reader-dates.ts';
import { applySetting, loadChoices, SETTINGS, settingNames as names, storeChoices } from './reader-settings.ts';
import { addScriptStyles } from './script-styles.ts';
import { WRITTEN, type Setting } from './setting-names.ts';

addScriptStyles();

const chosen = loadChoices();

/** How the pages are written. */
const { digits = 'western', months = 'gulf' } = document.currentScript?.dataset ?? {};
const site = { digits: digits as DigitShape, months: months as MonthNames };

// Words that are none of ours go.
for (const name of names) applySetting(name, chosen);

const dates = readerDates(site);
if (dates !== undefined) writeDates(site, dates);
delete document.documentElement.dataset['unwritten'];

function choose(setting: Setting, value: string): void {
  // What is usual is not kept: nothing is to be done for it before the page is drawn.
  chosen[setting] = value === SETTINGS[setting][0] ? undefined : value;
  applySetting(setting, chosen);
  storeChoices(chosen);
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

/** On an Arabic keyboard the keys of Latin letters write others, and the question mark is the Arabic one. */
function isPressed({ key, code }: KeyboardEvent, wanted: string): boolean {
  if (key === wanted) return true;
  return wanted === '?' ? key === '؟' : /^[^\0-\x7F]$/u.test(key) && code === `Key${wanted.toUpperCase()}`;
}

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
  const found = KEYS.find(([key]) => isPressed(event, key));
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

/** Put into the footer when the parser has come to it, or at once. Its room is kept by the style. */
function addWhenThere(): boolean {
  const place = document.querySelector('.footer .wrap');
  if (place !== null) addSettings(place);
  return place !== null;
}
if (!addWhenThere()) {
  new MutationObserver((_, observer) => {
    if (addWhenThere()) observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}
