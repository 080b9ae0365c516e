/**
 * Days on which an article without a date may have been published, told from its words: the weekday of its lead, `الشهر
 * الماضي`, `18 من آذار الماضي`, years, and who held which office. They are suggestions with reasons; only a person makes
 * one of them a date.
 */
import { dayFromNumber, dayNumber, isoDay, weekdayOf, type Day } from '../../calendar/day.ts';
import { weekdayName } from '../../calendar/months.ts';
import { normalForm } from '../../arabic/words.ts';
import type { WrittenDate } from './find-dates.ts';
import { findDates } from './find-dates.ts';
import { foldText, type FoldedText } from './fold-text.ts';
import { gregorianMonths, ordinalDays, weekdays } from './month-words.ts';

export interface Era {
  /** Parts of folded words, with up to four words between them. */
  readonly words: string;
  readonly pattern: RegExp;
  readonly from: number;
  /** Day number; `undefined` while it lasts. */
  readonly to: number | undefined;
}

export interface CandidateDate {
  /** `2021-05-04` */
  readonly iso: string;
  readonly reasons: readonly string[];
}

const FORMER = ['السابق', 'الأسبق', 'الراحل', 'المخلوع', 'السابقة', 'الأسبقة', 'سابقا', 'الراحلة'].map(normalForm).join('|');

/** Reads the table of eras. */
export function parseEras(table: string): readonly Era[] {
  return table.split(/\r?\n/u).filter((row) => row.trim() !== '' && !row.startsWith('#')).flatMap((row): Era[] => {
    const [words = '', from = '', to = ''] = row.split('\t').map((cell) => cell.trim());
    const parts = words.split('*').map((part) => part.trim().split(/\s+/u).map((word) => (/^\d+$/u.test(word) ? word : normalForm(word))).join('\\s+'));
    const first = dayOfIso(from);
    if (first === undefined || words === '') return [];
    const pattern = new RegExp(`(?<!\\p{L})[وبلفك]{0,2}${parts.join(`(?:\\s+(?!${FORMER})[\\p{L}()"«»,،.]+){0,4}?\\s+`)}(?!\\p{L})(?!\\s+(?:${FORMER}))`, 'u');
    return [{ words, pattern, from: first, to: dayOfIso(to) }];
  });
}

function dayOfIso(iso: string): number | undefined {
  const [year, month, day] = iso.split('-').map(Number);
  return year === undefined || month === undefined || day === undefined ? undefined : dayNumber({ year, month, day });
}

/** What the words say about a day: how well it fits, or that it cannot be. */
interface Hint {
  readonly written: string;
  /** Points for a day; `undefined` rules it out. */
  readonly judge: (day: Day, number: number) => { readonly points: number; readonly reason: string } | undefined;
}

const MOST_CANDIDATES = 8;
/** Days looked at, at most: twelve years. */
const LONGEST_WINDOW = 4400;

/**
 * @param paragraphs the article's own text, headline first
 * @param latest day number on which the article surely was published already: today
 */
export function findCandidateDates(paragraphs: readonly string[], eras: readonly Era[], latest: number): readonly CandidateDate[] {
  const text = paragraphs.join('\n');
  const folded = foldText(text);
  const spans = findSpans(folded, eras);
  const weekday = weekdayHints(foldText(paragraphs.slice(0, 4).join('\n')));
  const dateline = datelineHints(paragraphs.slice(0, 4));
  // A day of the week and of the month fit together in one year of six or so: that is little enough to choose from.
  const anyYear: Window | undefined = weekday.length > 0 && dateline.length > 0 ? { from: latest - LONGEST_WINDOW, to: latest, reasons: ['no year is named; these are the years of the last twelve that fit'] } : undefined;
  const window = findWindow(folded, findDates(text, folded), spans, latest) ?? anyYear;
  if (window === undefined || window.to - window.from > LONGEST_WINDOW) return [];
  const hints = [...weekday, ...dateline, ...leadHints(paragraphs.slice(0, 3)), ...monthHints(folded)];
  // A window of years without any hint names hundreds of days: that is no candidate but a guess.
  if (hints.length === 0 && window.to - window.from > 31) return [];

  const found: { readonly number: number; readonly points: number; readonly reasons: readonly string[] }[] = [];
  for (let number = window.from; number <= window.to; number += 1) {
    if (!spans.every(({ ranges }) => ranges.some(({ from, to }) => number >= from && number <= (to ?? latest)))) continue;
    const day = dayFromNumber(number);
    const verdicts = hints.map(({ judge }) => judge(day, number));
    if (verdicts.some((verdict) => verdict === undefined)) continue;
    const given = verdicts.filter((verdict) => verdict !== undefined);
    found.push({ number, points: given.reduce((sum, { points }) => sum + points, 0), reasons: given.map(({ reason }) => reason) });
  }
  const frame = [...window.reasons, ...spans.map(({ reason }) => reason)];
  // Of days that fit alike the earliest stands first: news follows soon upon what it tells of.
  return found
    .sort((a, b) => b.points - a.points || a.number - b.number)
    .slice(0, MOST_CANDIDATES)
    .map(({ number, reasons }) => ({ iso: isoDay(dayFromNumber(number)), reasons: [...new Set([...reasons, ...frame])] }));
}

interface Span {
  readonly ranges: readonly { readonly from: number; readonly to: number | undefined }[];
  readonly reason: string;
}

function findSpans({ text }: FoldedText, eras: readonly Era[]): readonly Span[] {
  const byWords = new Map<string, Era[]>();
  for (const era of eras) if (era.pattern.test(text)) byWords.set(era.words, [...(byWords.get(era.words) ?? []), era]);
  return [...byWords].map(([words, ranges]) => ({
    ranges,
    reason: `«${words.replace(' * ', ' … ')}»: ${ranges.map(({ from, to }) => `${isoDay(dayFromNumber(from))} to ${to === undefined ? 'today' : isoDay(dayFromNumber(to))}`).join(', ')}`,
  }));
}

interface Window {
  readonly from: number;
  readonly to: number;
  readonly reasons: readonly string[];
}

function findWindow({ text }: FoldedText, dates: readonly WrittenDate[], spans: readonly Span[], latest: number): Window | undefined {
  const from: { readonly number: number; readonly reason?: string }[] = spans.map(({ ranges }) => ({ number: Math.min(...ranges.map((range) => range.from)) }));
  const to = spans.map(({ ranges }) => Math.max(...ranges.map((range) => range.to ?? latest)));
  const past = dates.filter(({ date }) => date.precision === 'day' || date.precision === 'time').map(({ date, written }) => ({ number: date.sort / 86_400_000 - ((date.sort / 86_400_000) % 1), written })).filter(({ number }) => number <= latest);
  const last = past.sort((a, b) => b.number - a.number)[0];
  if (last !== undefined) {
    from.push({ number: last.number - 31, reason: `the text names ${last.written}` });
    to.push(last.number + 400);
  }
  const years = [...text.matchAll(/(?:عام|سنه|العام)\s+(?:الماضي\s+|الجاري\s+|الحالي\s+)?((?:19|20)\d{2})(?!\d)/gu)].map((match) => Number(match[1])).filter((year) => dayNumber({ year, month: 1, day: 1 }) <= latest);
  const year = years.length === 0 ? undefined : Math.max(...years);
  const thisYear = /(?:العام|السنه)\s+(?:الجاري|الحالي|الجاريه|الحاليه)\s+((?:19|20)\d{2})/u.exec(text)?.[1];
  if (thisYear !== undefined) {
    from.push({ number: dayNumber({ year: Number(thisYear), month: 1, day: 1 }), reason: `«العام الجاري ${thisYear}»` });
    to.push(dayNumber({ year: Number(thisYear), month: 12, day: 31 }));
  } else if (year !== undefined) {
    from.push({ number: dayNumber({ year, month: 1, day: 1 }), reason: `the latest year in the text is ${String(year)}` });
    // A year that is named may lie some way back; a span that is known decides better.
    if (to.length === 0) to.push(dayNumber({ year: year + 1, month: 12, day: 31 }));
  }
  if (from.length === 0) return undefined;
  return { from: Math.max(...from.map(({ number }) => number)), to: Math.min(latest, ...to), reasons: from.flatMap(({ reason }) => reason ?? []) };
}

/** `اليوم الثلاثاء`, `أمس الاثنين`, `الثلاثاء` in the lead: the day itself or the next, when the paper was out. */
function weekdayHints(lead: FoldedText): readonly Hint[] {
  const pattern = new RegExp(`(?<!\\p{L})(?:(?<when>اليوم|امس|غدا|اول\\s+من\\s+امس)[،,]?\\s+\\(?)?(?:يوم\\s+)?(?<day>${weekdays.pattern})(?!\\p{L})(?<after>\\s+(?:الماضي|المقبل|القادم|المنصرم|الفاءت|الفايت))?`, 'u');
  for (const match of lead.text.matchAll(new RegExp(pattern, 'gu'))) {
    const weekday = weekdays.numberOf(match.groups?.['day'] ?? '');
    // «الثلاثاء الماضي» lies days back, and tells little.
    if (weekday === undefined || match.groups?.['after'] !== undefined) continue;
    const when = match.groups?.['when'];
    const shift = when === undefined || when === 'اليوم' ? 0 : when === 'غدا' ? -1 : when === 'امس' ? 1 : 2;
    const written = lead.written(match.index, match.index + match[0].length);
    return [{
      written,
      judge: (day) => {
        const off = (weekdayOf(day) - weekday - shift + 14) % 7;
        if (off === 0) return { points: 3, reason: `«${written}»: ${isoDay(day)} is ${when === undefined || shift === 0 ? 'a' : 'fitting, a'} ${weekdayName(weekdayOf(day))}` };
        return off === 1 && when === undefined ? { points: 1, reason: `«${written}»: the day before ${isoDay(day)}` } : undefined;
      },
    }];
  }
  return [];
}

/**
 * `لندن، 18 آذار (مارس):` at the beginning of a paragraph, without a year: the day itself or the next, when the paper was out. A mark must
 * part it from the text, and no preposition stand before it: `وقع في 3 آذار` tells of another day.
 */
function datelineHints(lead: readonly string[]): readonly Hint[] {
  const month = `(?<name>${gregorianMonths.pattern})(?:\\s*[-/\\\\(]?\\s*(?:${gregorianMonths.pattern})\\)?)?`;
  const pattern = new RegExp(`^(?:[^\\d\\n]{0,40}[\\s،,:(/–—-])?(?<!(?<!\\p{L})(?:في|من|منذ|حتي|الي|قبل|بعد|بتاريخ|يوم|مساء|ليل)\\s+)(?<day>\\d{1,2}\\s+(?:من\\s+)?${month}|\\d{1,2}\\s*[-/]\\s*(?<number>\\d{1,2})(?!\\s*[-/]?\\s*\\d))(?!\\s*[،,/-]?\\s*\\d{4})\\s*[-–—:(/ـ]`, 'u');
  for (const folded of lead.map((paragraph) => foldText(paragraph))) {
    const match = pattern.exec(folded.text);
    const monthNumber = match?.groups?.['number'] === undefined ? gregorianMonths.numberOf(match?.groups?.['name'] ?? '') : Number(match.groups['number']);
    if (match === null || monthNumber === undefined || monthNumber < 1 || monthNumber > 12) continue;
    const dayOfMonth = Number.parseInt(match.groups?.['day'] ?? '', 10);
    const from = match[0].indexOf(match.groups?.['day'] ?? '');
    const written = folded.written(from, from + (match.groups?.['day'] ?? '').length);
    const isThat = (day: Day): boolean => day.month === monthNumber && day.day === dayOfMonth;
    return [{
      written,
      judge: (own, number) => {
        if (isThat(own)) return { points: 3, reason: `«${written}» begins the text` };
        return isThat(dayFromNumber(number - 1)) ? { points: 1, reason: `«${written}» begins the text: the day before ${isoDay(own)}` } : undefined;
      },
    }];
  }
  return [];
}

/** `اليوم الثلاثاء (18 أيار 2021)`: a whole date in the lead is the day itself more often than not. */
function leadHints(lead: readonly string[]): readonly Hint[] {
  const [date] = lead.flatMap((paragraph) => findDates(paragraph)).filter((found) => found.date.precision === 'day');
  if (date === undefined) return [];
  const number = Math.floor(date.date.sort / 86_400_000);
  return [{
    written: date.written,
    judge: (_, own) => {
      if (own === number) return { points: 4, reason: `«${date.written}» stands in the lead` };
      return own === number + 1 ? { points: 1, reason: `«${date.written}» stands in the lead: the day before` } : { points: 0, reason: `the lead names ${date.written}` };
    },
  }];
}

function monthHints(folded: FoldedText): readonly Hint[] {
  const day = `(?:(?<number>\\d{1,2})|(?<ordinal>${ordinalDays.pattern}))`;
  const relative = new RegExp(`(?<!\\p{L})${day}\\s+من\\s+(?:هذا\\s+)?الشهر\\s+(?<which>الماضي|المنصرم|الفاءت|الجاري|الحالي|المقبل|القادم)`, 'gu');
  const named = new RegExp(`(?<!\\p{L})(?:${day}\\s+(?:من\\s+)?(?:شهر\\s+)?)?(?<name>${gregorianMonths.pattern})(?:\\s*[-/\\\\(]?\\s*(?:${gregorianMonths.pattern})\\)?)?\\s+(?<which>الماضي|المنصرم|الفاءت|الجاري|الحالي|المقبل|القادم)`, 'gu');
  const hints: Hint[] = [];
  let saysLastMonth = /الشهر\s+(?:الماضي|المنصرم|الفاءت)/u.test(folded.text);
  for (const match of folded.text.matchAll(relative)) {
    const number = dayIn(match.groups);
    const written = folded.written(match.index, match.index + match[0].length);
    const which = match.groups?.['which'] ?? '';
    if (/الجاري|الحالي/u.test(which)) {
      hints.push({ written, judge: (own) => ({ points: own.day >= number ? 1 - (own.day - number) * 0.02 : 0.3, reason: `«${written}»: day ${String(number)} of the article's own month` }) });
    } else if (/الماضي|المنصرم|الفاءت/u.test(which)) {
      saysLastMonth = true;
      hints.push({ written, judge: (own) => ({ points: number <= 31 && number >= 1 ? 0.5 : 0, reason: `«${written}»: last month is then ${own.month === 1 ? `${String(own.year - 1)}-12` : `${String(own.year)}-${String(own.month - 1).padStart(2, '0')}`}` }) });
    }
  }
  for (const match of folded.text.matchAll(named)) {
    const month = gregorianMonths.numberOf(match.groups?.['name'] ?? '');
    if (month === undefined) continue;
    const written = folded.written(match.index, match.index + match[0].length);
    const which = match.groups?.['which'] ?? '';
    const number = dayIn(match.groups);
    hints.push({
      written,
      judge: (own) => {
        const back = (own.month - month + 12) % 12;
        if (/الجاري|الحالي/u.test(which)) return back === 0 ? { points: 2, reason: `«${written}»: the article's own month` } : undefined;
        if (/المقبل|القادم/u.test(which)) return back === 0 ? undefined : { points: 1 - ((12 - back) % 12) * 0.08, reason: `«${written}» lies ahead` };
        if (back === 0 && !(number > 0 && own.day > number)) return undefined;
        // Who says «الشهر الماضي» elsewhere means another month when he names one.
        const points = back === 0 ? 0 : back === 1 && saysLastMonth ? 0 : 1 - back * 0.08;
        return { points, reason: `«${written}»: ${String(back)} months before` };
      },
    });
  }
  return hints;
}

function dayIn(groups: Readonly<Partial<Record<string, string>>> | undefined): number {
  return groups?.['number'] !== undefined ? Number(groups['number']) : (ordinalDays.numberOf(groups?.['ordinal'] ?? '') ?? 0);
}
