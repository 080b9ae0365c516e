/** The reader's today in both calendars, and what was published on it in other years. The page carries no clock, so the browser fills it in. */
import { onThisDayText, periodText } from '../arabic/strings.ts';
import type { DigitShape } from '../arabic/digits.ts';
import { pad2 } from '../calendar/day.ts';
import { toHijri } from '../calendar/hijri.ts';
import type { MonthNames } from '../calendar/months.ts';
import { afterPaint } from './after-paint.ts';
import { bothDates, readerDates } from './reader-dates.ts';

const now = new Date();
const day = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };

const line = document.querySelector<HTMLElement>('#today');
if (line !== null) {
  const { label = '', months = 'gulf', digits = 'western' } = line.dataset;
  const site = { months: months as MonthNames, digits: digits as DigitShape };
  const [first, second] = bothDates(day, readerDates(site) ?? { ...site, calendar: 'gregorian' });
  line.append(`${label}: ${first} ${periodText.equals} ${second}`);
}

/** Headlines of each calendar. */
const FEW = 3;

/** The page of a day of the year has all of them; the home page takes the newest from it. */
async function readDay(address: string): Promise<HTMLElement | undefined> {
  const response = await fetch(address);
  if (!response.ok) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const list = document.createElement('ul');
  for (const card of [...page.querySelectorAll('.group .card')].slice(0, FEW)) {
    const link = card.querySelector<HTMLAnchorElement>('h2 a, h3 a');
    const group = card.closest('.group')?.querySelector('.group-title a')?.textContent ?? '';
    if (link === null) continue;
    const item = document.createElement('li');
    const own = document.createElement('a');
    own.href = link.getAttribute('href') ?? '';
    own.textContent = link.textContent;
    const heading = link.closest('[lang]');
    if (heading !== null && heading !== page.documentElement) [own.lang, own.dir] = [heading.getAttribute('lang') ?? 'ar', heading.getAttribute('dir') ?? ''];
    const small = document.createElement('small');
    small.textContent = group.split(' ').at(-1) ?? '';
    item.append(own, ' ', small);
    list.append(item);
  }
  if (list.childElementCount === 0) return undefined;
  const title = document.createElement('h3');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = page.querySelector('h1')?.textContent.split(': ').at(-1) ?? '';
  title.append(link);
  const section = document.createElement('div');
  section.append(title, list);
  return section;
}

async function fillOnThisDay(box: HTMLElement): Promise<void> {
  const { base = '' } = box.dataset;
  const hijri = toHijri(day);
  const addresses = [`${base}${pad2(day.month)}/${pad2(day.day)}/`, `${base}hijri/${pad2(hijri.month)}/${pad2(hijri.day)}/`];
  // Without a connection the link to all days stays.
  const found = (await Promise.all(addresses.map((address) => readDay(address).catch(() => undefined)))).filter((part) => part !== undefined);
  const none = document.createElement('p');
  none.textContent = onThisDayText.none;
  box.querySelector('h2')?.after(...(found.length === 0 ? [none] : found));
}

const box = document.querySelector<HTMLElement>('#on-this-day');
// A page on a disk may not read its neighbours.
if (box !== null && location.protocol !== 'file:') afterPaint(() => void fillOnThisDay(box));
