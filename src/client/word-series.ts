/** Words through time, without a page: the address, the numbers of each period, and the table that is downloaded. */
import type { Count } from '../search/query/narrow.ts';

export const MEASURES = ['count', 'share'] as const;
export type Measure = (typeof MEASURES)[number];

export const STEPS = ['month', 'year'] as const;
export type Step = (typeof STEPS)[number];

/** So many lines can still be told apart. */
export const MOST_WORDS = 5;

export interface WordsState {
  readonly words: readonly string[];
  readonly measure: Measure;
  /** Undefined: what suits the length of the archive. */
  readonly step: Step | undefined;
}

/** @param address the part of an address from its question mark on; what is not understood in it is left out */
export function readWordsState(address: string): WordsState {
  const parameters = new URLSearchParams(address);
  return {
    words: splitWords(parameters.getAll('q').join('،')),
    measure: MEASURES.find((measure) => measure === parameters.get('measure')) ?? 'count',
    step: STEPS.find((step) => step === parameters.get('step')),
  };
}

/** @returns the same for the same state; empty for an empty one */
export function writeWordsState({ words, measure, step }: WordsState): string {
  const parameters = new URLSearchParams();
  for (const word of words) parameters.append('q', word);
  if (measure !== 'count') parameters.set('measure', measure);
  if (step !== undefined) parameters.set('step', step);
  const written = parameters.toString();
  return written === '' ? '' : `?${written}`;
}

/** Words or phrases between commas, each once. */
export function splitWords(text: string): readonly string[] {
  return [...new Set(text.split(/[،,؛;\n]/u).map((word) => word.trim().replace(/\s+/gu, ' ')).filter((word) => /[\p{L}\p{N}]/u.test(word)))];
}

/** A month or year, and how many articles of it have each word. */
export interface PeriodCounts {
  /** `2015-07` or `2015` */
  readonly period: string;
  /** All articles of the period. */
  readonly all: number;
  /** By place of the word. */
  readonly counts: readonly number[];
}

/** An archive of more months than these is shown by years, unless the reader says otherwise. */
const MOST_MONTHS = 72;

export function suitableStep(all: readonly Count[]): Step {
  const months = all.filter(({ value }) => value.length === 7);
  const [first, last] = [months[0]?.value, months.at(-1)?.value];
  return first === undefined || last === undefined || monthNumber(last) - monthNumber(first) >= MOST_MONTHS ? 'year' : 'month';
}

/**
 * Every period from the first to the last that has articles, those without any too: the chart is true to time. Articles of which
 * only the year is known count in years, and in no month.
 * @param all articles a month of the whole archive, in order of time
 * @param words for each word the articles a month that have it
 */
export function countPeriods(all: readonly Count[], words: readonly (readonly Count[])[], step: Step): readonly PeriodCounts[] {
  const totals = sumBy(all, step);
  const counts = words.map((months) => sumBy(months, step));
  const numbers = [...totals.keys()].map(step === 'month' ? monthNumber : Number);
  if (numbers.length === 0) return [];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const period = step === 'month' ? monthName(first + at) : String(first + at).padStart(4, '0');
    return { period, all: totals.get(period) ?? 0, counts: counts.map((own) => own.get(period) ?? 0) };
  });
}

function sumBy(months: readonly Count[], step: Step): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { value, articles } of months) {
    if (step === 'month' && value.length < 7) continue;
    const period = step === 'month' ? value : value.slice(0, 4);
    sums.set(period, (sums.get(period) ?? 0) + articles);
  }
  return sums;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** What is drawn: a number of articles, or a share from 0 to 1. A period without articles has a share of 0, which `isKnown` tells apart. */
export function valueOf({ all, counts }: PeriodCounts, place: number, measure: Measure): number {
  const count = counts[place] ?? 0;
  return measure === 'count' ? count : all === 0 ? 0 : count / all;
}

/** Whether there is a value: nothing can be said of a share in a period without articles. */
export function isKnown({ all }: PeriodCounts, measure: Measure): boolean {
  return measure === 'count' || all > 0;
}

/** The first of 1, 2, 4, 6, 8, 10, 20, 40 … (and of 0.1, 0.2 …) that is not below: the height of a chart, whose half is written on its axis too. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 6, 8, 10].map((step) => step * power).find((step) => step >= value * 0.999999) ?? value;
}

export interface WordsHeadings {
  readonly period: string;
  readonly all: string;
  readonly count: string;
  readonly share: string;
}

/**
 * The table as a file (RFC 4180), with the mark at its beginning by which spreadsheets know UTF-8.
 * A share of a period without articles is unknown, and its cell empty.
 * @param headings of the columns; what a word’s two are is said after the word
 */
export function formatWordsCsv(periods: readonly PeriodCounts[], words: readonly string[], headings: WordsHeadings): string {
  const rows = [
    [headings.period, headings.all, ...words.flatMap((word) => [`${word} (${headings.count})`, `${word} (${headings.share}, %)`])],
    ...periods.map((period) => [period.period, String(period.all), ...words.flatMap((_, place) => [String(period.counts[place] ?? 0), period.all === 0 ? '' : (valueOf(period, place, 'share') * 100).toFixed(2)])]),
  ];
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet would run a cell that begins like a formula. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
