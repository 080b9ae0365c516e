/** Words through time as lines, time running as the lines of the page do; the same numbers stand in a table, so the drawing is hidden from screen readers. */
import { formatNumber, shapeDigits } from '../arabic/digits.ts';
import { searchSentence, sentence, wordsText } from '../arabic/strings.ts';
import { gregorianMonthName } from '../calendar/months.ts';
import type { DateStyle } from './time-chart.ts';
import { isKnown, isRelative, roundUp, valueOf, type Measure, type PeriodCounts, type Step } from './word-series.ts';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 240;
const TOP = 14;
/** Room for what is written on the axes: one at each end, since a long chart is seen in parts. */
const SIDE = 44;
/** Least units between two periods: closer, and a finger cannot tell them apart. */
const PERIOD_WIDTH: Readonly<Record<Step, number>> = { month: 9, year: 18 };

/** What the name of a month and its year take on the axis. */
const MONTH_ROOM = 96;

/** Lines that differ without their colours too. */
export const DASHES = ['', '9 4', '2 4', '12 4 2 4', '5 3'] as const;

type Attributes = Readonly<Record<string, string | number>>;

function svg(name: string, attributes: Attributes, ...children: readonly (Node | string)[]): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

export function periodName(period: string, { digits, months }: DateStyle): string {
  const [year = '', month] = period.split('-');
  return shapeDigits(month === undefined ? year : `${gregorianMonthName(Number(month), months)} ${year}`, digits);
}

/** `12`; `3.5%` for a share; `2.4` for a rate. */
export function valueText(value: number, measure: Measure, { digits }: DateStyle): string {
  if (!isRelative(measure)) return formatNumber(value, digits);
  const shown = measure === 'share' ? value * 100 : value;
  const text = shown.toFixed(shown > 0 && shown < 10 ? 2 : 1).replace(/\.?0+$/u, '');
  return `${shapeDigits(digits === 'arabic' ? text.replace('.', '٫') : text, digits)}${measure === 'rate' ? '' : digits === 'arabic' ? wordsText.percent : '%'}`;
}

export interface ChartLine {
  readonly word: string;
  /** To the articles of a period. */
  readonly addressOf: (period: string) => string;
}

/** @param room width of the place for the chart, in pixels; a longer chart is wider */
export function drawWords(periods: readonly PeriodCounts[], lines: readonly ChartLine[], measure: Measure, step: Step, style: DateStyle, room: number): SVGElement {
  const gap = Math.max(PERIOD_WIDTH[step], (room - 2 * SIDE) / Math.max(1, periods.length - 1));
  const width = Math.round(2 * SIDE + gap * Math.max(1, periods.length - 1));
  const most = roundUp(Math.max(0, ...periods.flatMap((period) => lines.map((_, place) => valueOf(period, place, measure)))));
  const ceiling = isRelative(measure) ? most : Math.max(2, most);
  const rightToLeft = document.documentElement.dir === 'rtl';
  const x = (at: number): number => Math.round((rightToLeft ? width - SIDE - at * gap : SIDE + at * gap) * 10) / 10;
  const y = (value: number): number => Math.round((TOP + HEIGHT * (1 - value / ceiling)) * 10) / 10;
  const levels = [0, ceiling / 2, ceiling];
  const chart = svg('svg', { class: 'lines', viewBox: `0 0 ${String(width)} ${String(TOP + HEIGHT + 30)}`, width, height: TOP + HEIGHT + 30, 'aria-hidden': 'true' });
  for (const level of levels) {
    chart.append(svg('path', { class: 'level', d: `M${String(SIDE)} ${String(y(level))}H${String(width - SIDE)}` }), svg('text', { x: width - SIDE + 8, y: y(level) + 4, 'text-anchor': 'start' }, valueText(level, measure, style)), svg('text', { x: SIDE - 8, y: y(level) + 4, 'text-anchor': 'end' }, valueText(level, measure, style)));
  }
  chart.append(...(step === 'month' && gap >= MONTH_ROOM ? monthMarks(periods, x, style) : yearMarks(periods, x, step, style)));
  for (const [place, { word, addressOf }] of lines.entries()) {
    const path = periods.map((period, at) => {
      if (!isKnown(period, measure)) return '';
      const before = periods[at - 1];
      return `${before !== undefined && isKnown(before, measure) ? 'L' : 'M'}${String(x(at))} ${String(y(valueOf(period, place, measure)))}`;
    }).join('');
    const group = svg('g', { class: `line s${String(place + 1)}` }, svg('path', { d: path, 'stroke-dasharray': DASHES[place] ?? '' }));
    for (const [at, period] of periods.entries()) {
      const value = valueOf(period, place, measure);
      if (value === 0) continue;
      const dot = svg('circle', { cx: x(at), cy: y(value), r: periods.length > 120 ? 2.5 : 4 });
      group.append(svg('a', { href: addressOf(period.period), tabindex: -1 }, svg('title', {}, searchSentence.counted(sentence.cell(word, periodName(period.period, style)), valueText(value, measure, style))), dot));
    }
    chart.append(group);
  }
  return chart;
}

/** In an archive of a few months each has its name. */
function monthMarks(periods: readonly PeriodCounts[], x: (at: number) => number, style: DateStyle): readonly SVGElement[] {
  return periods.flatMap(({ period }, at) => [
    svg('path', { class: 'axis', d: `M${String(x(at))} ${String(TOP + HEIGHT)}v6` }),
    svg('text', { x: x(at), y: TOP + HEIGHT + 22, 'text-anchor': 'middle' }, periodName(period, style)),
  ]);
}

/** A mark where each year begins, and its name wherever there is room for it. */
function yearMarks(periods: readonly PeriodCounts[], x: (at: number) => number, step: Step, style: DateStyle): readonly SVGElement[] {
  const starts = periods.flatMap(({ period }, at) => (step === 'year' || at === 0 || period.endsWith('-01') ? [at] : []));
  let before = -Infinity;
  return starts.flatMap((at) => {
    const place = x(at);
    const mark = svg('path', { class: 'axis', d: `M${String(place)} ${String(TOP + HEIGHT)}v6` });
    if (Math.abs(place - before) < 44) return [mark];
    before = place;
    return [mark, svg('text', { x: place, y: TOP + HEIGHT + 22, 'text-anchor': 'middle' }, periodName((periods[at]?.period ?? '').slice(0, 4), style))];
  });
}
