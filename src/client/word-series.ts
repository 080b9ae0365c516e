/** Words through time, without a page: the address, the numbers of each period, and the table that is downloaded. */
import type { MonthSum } from '../search/query/narrow.ts';

/** Articles that have a word, and their share of all articles; occurrences in texts, and how many they are among so many words. */
export const MEASURES = ['count', 'share', 'times', 'rate'] as const;
export type Measure = (typeof MEASURES)[number];

/** Words of texts to which a rate is told. */
export const RATE_WORDS = 10_000;

/** Whether occurrences are counted, and not articles. */
export function countsOccurrences(measure: Measure): boolean {
  return measure === 'times' || measure === 'rate';
}

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

/** A month or year, and how many articles of it have each word; or how often each word stands in it. */
export interface PeriodCounts {
  /** `2015-07` or `2015` */
  readonly period: string;
  /** All articles of the period, or all words of their texts. */
  readonly all: number;
  /** By place of the word. */
  readonly counts: readonly number[];
}

/** An archive of more months than these is shown by years, unless the reader says otherwise. */
const MOST_MONTHS = 72;

export function suitableStep(all: readonly MonthSum[]): Step {
  const months = all.map(([month]) => month).filter(({ length }) => length === 7);
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined || monthNumber(last) - monthNumber(first) >= MOST_MONTHS ? 'year' : 'month';
}

/**
 * Every period from the first to the last that has articles, those without any too: the chart is true to time. Articles of which
 * only the year is known count in years, and in no month.
 * @param all articles a month (or words) of the whole archive, in order of time
 * @param words for each word the articles a month that have it (or how often it stands in them)
 */
export function countPeriods(all: readonly MonthSum[], words: readonly (readonly MonthSum[])[], step: Step): readonly PeriodCounts[] {
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

function sumBy(months: readonly MonthSum[], step: Step): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [month, sum] of months) {
    if (step === 'month' && month.length < 7) continue;
    const period = step === 'month' ? month : month.slice(0, 4);
    sums.set(period, (sums.get(period) ?? 0) + sum);
  }
  return sums;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** What is drawn: a number, a share from 0 to 1, or occurrences among `RATE_WORDS`. A period without articles has a share of 0, which `isKnown` tells apart. */
export function valueOf({ all, counts }: PeriodCounts, place: number, measure: Measure): number {
  const count = counts[place] ?? 0;
  if (!isRelative(measure)) return count;
  return all === 0 ? 0 : (count * (measure === 'rate' ? RATE_WORDS : 1)) / all;
}

/** Whether there is a value: nothing can be said of a share in a period without articles. */
export function isKnown({ all }: PeriodCounts, measure: Measure): boolean {
  return !isRelative(measure) || all > 0;
}

export function isRelative(measure: Measure): measure is 'share' | 'rate' {
  return measure === 'share' || measure === 'rate';
}

/** The relative measure of what a measure counts. */
export function relativeOf(measure: Measure): 'share' | 'rate' {
  return countsOccurrences(measure) ? 'rate' : 'share';
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
  readonly measures: Readonly<Record<Measure, string>>;
}

/**
 * The table as a file (RFC 4180), with the mark at its beginning by which spreadsheets know UTF-8.
 * A share of a period without articles is unknown, and its cell empty.
 * @param relative what is told beside the number
 * @param headings of the columns; what a word’s two are is said after the word
 */
export function formatWordsCsv(periods: readonly PeriodCounts[], words: readonly string[], relative: 'share' | 'rate', { period: heading, all, measures }: WordsHeadings): string {
  const [count, share, parts] = relative === 'share' ? [measures.count, `${measures.share}, %`, 100] : [measures.times, measures.rate, 1];
  const rows = [
    [heading, all, ...words.flatMap((word) => [`${word} (${count})`, `${word} (${share})`])],
    ...periods.map((period) => [period.period, String(period.all), ...words.flatMap((_, place) => [String(period.counts[place] ?? 0), isKnown(period, relative) ? (valueOf(period, place, relative) * parts).toFixed(2) : ''])]),
  ];
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet would run a cell that begins like a formula. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
