/**
 * Dates and numbers as the reader wants them. Pages are the same for all readers; the browser writes them over while it
 * reads the page, each part before it is drawn. A reader who has chosen nothing costs nothing.
 */
import { shapeDigits, type DigitShape } from '../arabic/digits.ts';
import { periodText, siteText } from '../arabic/strings.ts';
import type { Day } from '../calendar/day.ts';
import { formatBoth, formatDay, formatMonth } from '../calendar/format-date.ts';
import { gregorianMonthName, type MonthNames } from '../calendar/months.ts';

export interface ReaderDates {
  readonly digits: DigitShape;
  readonly months: MonthNames;
  /** Which calendar comes first. */
  readonly calendar: 'gregorian' | 'hijri';
}

/** What was written by others: articles, references, addresses, and what is typed. It stays as it is. */
const CONTENT = '.body, .citation, .address, .article h1, .card :is(h2, h3), .summary, .kicker, .subtitle, .related a, .story-links span, .timeline a, .on-this-day li a, code, kbd, pre, script, style, textarea, input, select';

/** Where texts are dates of the interface and of nothing else: a tag may be called after a month. */
const DATED = '.calendar, .months, .year-calendar h2, .chart, .year-days, #today, .group-title, .on-this-day h3, [data-dated], time';
const DATED_ADDRESS = /\/\d{4}\/\d{2}\/(?:\d{2}\/)?$|#m\d{4}-\d{2}$|\/on-this-day\/(?:hijri\/)?\d{2}\/\d{2}\/$/u;

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/u;
const DAY_ADDRESS = /\/(\d{4})\/(\d{2})\/(\d{2})\/$/u;

/** Writes the page over from now on, also what scripts add later. @param site how its pages are written */
export function writeDates(site: Pick<ReaderDates, 'digits' | 'months'>, style: ReaderDates): void {
  const months = monthRule(site.months, style.months);
  const done = new WeakSet<Element>();

  const writeText = (node: Text): void => {
    const parent = node.parentElement;
    if (parent?.closest(CONTENT) !== null) return;
    const named = months !== undefined && isDated(parent) ? node.data.replace(months.find, months.write) : node.data;
    const text = site.digits === style.digits ? named : style.digits === 'arabic' ? shapeDigits(named, 'arabic') : toEuropean(named);
    if (text !== node.data) node.data = text;
  };
  const writeElement = (element: Element): void => {
    if (done.has(element) || !isWhole(element)) return;
    done.add(element);
    if (element instanceof HTMLTimeElement) writeTime(element, style);
    else if (style.calendar === 'hijri') swapHeading(element, style);
  };
  const write = (node: Node): void => {
    if (node instanceof Text) writeText(node);
    if (!(node instanceof Element)) return;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) if (walker.currentNode instanceof Text) writeText(walker.currentNode);
  };
  const writeWhole = (): void => {
    for (const element of document.querySelectorAll('time[datetime], .group-title')) writeElement(element);
  };

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') write(target);
      for (const node of addedNodes) write(node);
    }
    writeWhole();
    // What was written here is no news.
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => {
    writeWhole();
    observer.takeRecords();
  });
  if (document.body as HTMLElement | null) {
    write(document.body);
    writeWhole();
    observer.takeRecords();
  }
}

/** The parser may still be within an element that nothing follows. */
function isWhole(element: Element): boolean {
  if (document.readyState !== 'loading') return true;
  for (let at: Element | null = element; at !== null; at = at.parentElement) if (at.nextSibling !== null) return true;
  return false;
}

function isDated(element: Element): boolean {
  return element.closest(DATED) !== null || DATED_ADDRESS.test(element.closest('a')?.getAttribute('href') ?? '') || (element.closest('h1') !== null && DATED_ADDRESS.test(location.pathname));
}

interface MonthRule {
  readonly find: RegExp;
  readonly write: (name: string) => string;
}

/** From the month names of one set to those of another. */
function monthRule(from: MonthNames, to: MonthNames): MonthRule | undefined {
  if (from === to) return undefined;
  const names = new Map(Array.from({ length: 12 }, (_, at) => [gregorianMonthName(at + 1, from), gregorianMonthName(at + 1, to)]));
  const all = [...names.keys()].sort((a, b) => b.length - a.length);
  return { find: new RegExp(`(?<![\\p{L}\\p{M}/])(?:${all.join('|')})(?![\\p{L}\\p{M}/])`, 'gu'), write: (name) => names.get(name) ?? name };
}

/** Arabic-Indic digits only: a script may have its own. */
function toEuropean(text: string): string {
  return text.replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/(?<=\d)\u066C(?=\d)/gu, ',');
}

function dayIn(text: string, form: RegExp): Day | undefined {
  const [, year, month, day] = form.exec(text) ?? [];
  return day === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}

/** The dates of an article, in the order that the reader chose. */
export function bothDates(day: Day, style: ReaderDates): readonly [first: string, second: string] {
  const { gregorian, hijri } = formatBoth(day, style);
  if (style.calendar !== 'hijri') return [gregorian, hijri];
  const bare = formatDay(day, style);
  // The name of the day leads the date that comes first.
  return [`${gregorian.slice(0, -bare.length)}${hijri}`, bare];
}

/** A date with both calendars keeps both; a short one has the first alone. */
function writeTime(element: HTMLTimeElement, style: ReaderDates): void {
  const day = dayIn(element.dateTime, ISO_DAY);
  const [, year, month] = /^(\d{4})-(\d{2})$/u.exec(element.dateTime) ?? [];
  if (month !== undefined) element.textContent = formatMonth(Number(year), Number(month), style);
  if (day === undefined) return;
  const [first, second] = bothDates(day, style);
  const clock = element.querySelector('bdi');
  const both = element.textContent.includes(` ${periodText.equals} `);
  element.replaceChildren(first, ...(clock === null ? [] : [siteText.comma, clock]), ...(both ? [` ${periodText.equals} ${second}`] : []));
}

/** A day over its articles: its date in the one calendar, beside it that in the other. */
function swapHeading(element: Element, style: ReaderDates): void {
  const link = element.querySelector('a');
  const note = element.querySelector('small');
  const day = dayIn(link?.getAttribute('href') ?? '', DAY_ADDRESS);
  if (link === null || note === null || day === undefined) return;
  const [first, second] = bothDates(day, style);
  link.textContent = first;
  note.textContent = ` ${second}`;
}

/** What the reader chose, as the script in the head left it; undefined where nothing differs from the site. */
export function readerDates(site: Pick<ReaderDates, 'digits' | 'months'>): ReaderDates | undefined {
  const { digits, months, calendar } = document.documentElement.dataset;
  if (digits === undefined && months === undefined && calendar === undefined) return undefined;
  return { digits: (digits as DigitShape | undefined) ?? site.digits, months: (months as MonthNames | undefined) ?? site.months, calendar: calendar === 'hijri' ? 'hijri' : 'gregorian' };
}
