/** The bar chart of what was found by years, and by the months of a chosen year; its bars are the buttons that choose. */
import { formatNumber, shapeDigits, type DigitShape } from '../arabic/digits.ts';
import { formatCount, nouns } from '../arabic/plural.ts';
import { periodText, searchSentence, searchText } from '../arabic/strings.ts';
import { gregorianMonthName, type MonthNames } from '../calendar/months.ts';
import type { Choice } from '../search/query/choice.ts';
import type { Count } from '../search/query/narrow.ts';
import { button, element, elementById, replaceKeepingFocus } from './elements.ts';

export interface DateStyle {
  readonly digits: DigitShape;
  readonly months: MonthNames;
}

type ChooseTime = (from: string | undefined, to: string | undefined) => void;

/** `2015`, `مايو 2015`, `من 2015 إلى مايو 2017` */
export function timeName({ from, to }: Choice, style: DateStyle): string {
  if (from === undefined) return to === undefined ? '' : searchSentence.until(periodName(to, style));
  if (to === undefined) return searchSentence.since(periodName(from, style));
  return from === to ? periodName(from, style) : searchSentence.span(periodName(from, style), periodName(to, style));
}

function periodName(period: string, { digits, months }: DateStyle): string {
  const [year = '', month] = period.split('-');
  return shapeDigits(month === undefined ? year : `${gregorianMonthName(Number(month), months)} ${year}`, digits);
}

/** @param counts found articles a month, whatever time was chosen */
export function renderTime(counts: readonly Count[], choice: Choice, style: DateStyle, choose: ChooseTime): void {
  elementById('search-time').hidden = counts.length === 0;
  const years = countYears(counts);
  renderYears(years, choice, style, choose);
  const year = yearOf(choice);
  const months = elementById('search-months');
  months.hidden = year === undefined;
  if (year !== undefined) renderMonths(months, year, counts, choice, style, choose);
  renderBounds('search-from', years, choice.from, style, (from) => { choose(from, later(from, choice.to)); });
  renderBounds('search-to', years, choice.to, style, (to) => { choose(earlier(choice.from, to), to); });
}

/** A bound that is passed by the other goes with it. */
function later(from: string | undefined, to: string | undefined): string | undefined {
  return from !== undefined && to !== undefined && to < from ? from : to;
}
function earlier(from: string | undefined, to: string | undefined): string | undefined {
  return from !== undefined && to !== undefined && from.slice(0, to.length) > to ? to : from;
}

/** The one year that was chosen, or whose month was. */
function yearOf({ from, to }: Choice): string | undefined {
  const year = from?.slice(0, 4);
  return year === to?.slice(0, 4) ? year : undefined;
}

/** Every year from the first to the last, those without any article too: the chart is true to time. */
function countYears(counts: readonly Count[]): readonly Count[] {
  const sums = new Map<number, number>();
  for (const { value, articles } of counts) sums.set(Number(value.slice(0, 4)), (sums.get(Number(value.slice(0, 4))) ?? 0) + articles);
  const first = Math.min(...sums.keys());
  const last = Math.max(...sums.keys());
  return sums.size === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => ({ value: String(first + at).padStart(4, '0'), articles: sums.get(first + at) ?? 0 }));
}

function renderYears(years: readonly Count[], choice: Choice, style: DateStyle, choose: ChooseTime): void {
  const most = Math.max(...years.map(({ articles }) => articles));
  const chart = elementById('search-years');
  const bars = years.map(({ value, articles }) => {
    const alone = choice.from === value && choice.to === value;
    const bar = barButton(value, periodName(value, style), articles, style, isWithin(value, choice), () => { choose(alone ? undefined : value, alone ? undefined : value); });
    bar.style.setProperty('--share', String(articles / most));
    return bar;
  });
  replaceKeepingFocus(chart, ...bars);
  const current = bars.find((bar) => bar.getAttribute('aria-pressed') === 'true') ?? bars.findLast((bar) => !bar.disabled);
  const focused = bars.find((bar) => bar === document.activeElement) ?? current;
  for (const bar of bars) bar.tabIndex = bar === focused ? 0 : -1;
  // The newest years, or the chosen one, are in sight; only the chart itself is moved.
  if (current !== undefined && focused === current) chart.scrollLeft += current.getBoundingClientRect().left - chart.getBoundingClientRect().left - chart.clientWidth / 2;
}

function isWithin(year: string, { from, to }: Choice): boolean {
  return (from !== undefined || to !== undefined) && year >= (from ?? '').slice(0, 4) && year <= (to ?? '9999').slice(0, 4);
}

function renderMonths(parent: Element, year: string, counts: readonly Count[], choice: Choice, style: DateStyle, choose: ChooseTime): void {
  const found = new Map(counts.filter(({ value }) => value.startsWith(year)).map(({ value, articles }) => [value, articles]));
  const most = Math.max(...found.values(), 1);
  const buttons = Array.from({ length: 12 }, (_, at) => {
    const value = `${year}-${String(at + 1).padStart(2, '0')}`;
    const articles = found.get(value) ?? 0;
    const alone = choice.from === value && choice.to === value;
    const period = alone ? year : value;
    const month = barButton(value, gregorianMonthName(at + 1, style.months), articles, style, alone, () => { choose(period, period); });
    month.style.setProperty('--share', String(articles / most));
    return month;
  });
  const undated = found.get(year);
  const rest = undated === undefined ? [] : [element('p', {}, searchSentence.counted(periodText.noMonth, formatCount(undated, nouns.result, style.digits)))];
  replaceKeepingFocus(parent, ...buttons, ...rest);
}

function barButton(value: string, name: string, articles: number, { digits }: DateStyle, pressed: boolean, onClick: () => void): HTMLButtonElement {
  const made = button('', onClick, { class: 'bar', 'data-value': value, disabled: articles === 0, 'aria-pressed': String(pressed), 'aria-label': searchSentence.counted(name, formatCount(articles, nouns.result, digits)) });
  made.append(element('span', { class: 'number', 'aria-hidden': 'true' }, articles === 0 ? '' : formatNumber(articles, digits)), element('span', { class: 'column' }), element('span', { class: 'name', 'aria-hidden': 'true' }, name));
  return made;
}

function renderBounds(id: string, years: readonly Count[], chosen: string | undefined, style: DateStyle, onChange: (year: string | undefined) => void): void {
  const select = elementById(id);
  if (!(select instanceof HTMLSelectElement)) return;
  const values = [...new Set([...years.map(({ value }) => value), ...(chosen === undefined ? [] : [chosen])])].sort();
  select.replaceChildren(element('option', { value: '' }, searchText.anyYear), ...values.map((value) => element('option', { value, selected: value === chosen }, periodName(value, style))));
  select.onchange = () => {
    onChange(select.value === '' ? undefined : select.value);
  };
}

/** Arrows lead from bar to bar: time runs as the lines do. */
export function moveAmongYears(chart: HTMLElement): void {
  chart.addEventListener('keydown', (event) => {
    const bars = [...chart.querySelectorAll<HTMLButtonElement>('button:enabled')];
    const at = bars.findIndex((bar) => bar === document.activeElement);
    const step = document.documentElement.dir === 'ltr' ? -1 : 1;
    const to = { ArrowLeft: at + step, ArrowRight: at - step, Home: 0, End: bars.length - 1 }[event.key];
    const next = to === undefined ? undefined : bars[to];
    if (next === undefined) return;
    event.preventDefault();
    for (const bar of bars) bar.tabIndex = bar === next ? 0 : -1;
    next.focus();
  });
}
