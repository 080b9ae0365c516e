/** Written dates in any of the forms that the Arabic press, its sites and their exports use. */
import { isDateFault, parseArchiveDate, type ArchiveDate } from '../../calendar/archive-date.ts';
import { dayFromNumber, isoDay, pad2, pad4 } from '../../calendar/day.ts';
import { foldText, type FoldedText } from './fold-text.ts';
import { hijriToDay } from './hijri-to-day.ts';
import { gregorianMonths, hijriMonths, ordinalDays } from './month-words.ts';

export interface WrittenDate {
  readonly date: ArchiveDate;
  readonly calendar: 'gregorian' | 'hijri';
  /** As it was written. */
  readonly written: string;
  /** Place in the folded text. */
  readonly start: number;
  readonly end: number;
  /** What had to be decided, for the report. */
  readonly note?: 'day-before-month' | 'day-count' | 'no-zone' | 'unknown-zone' | 'short-year';
}

const G = gregorianMonths.pattern;
const H = hijriMonths.pattern;
const DAY = `(?:(?<day>\\d{1,2})(?:\\s*(?:st|nd|rd|th)\\b)?|(?<ordinal>${ordinalDays.pattern}))`;
const YEAR_WORDS = '(?:\\s*[،,/-]?\\s*(?:من\\s+)?(?:عام|سنه|العام)?\\s*)';
const CLOCK = '(?:[T\\s،,|-]+(?:الساعه\\s+)?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?\\s*(?<zone>Z|UTC|UT|GMT|[+-]\\d{2}:?\\d{2}|[A-Z]{2,4}T?\\b)?)?';
const LETTER = '(?<![\\p{L}\\p{N}])';
const LETTER_END = '(?![\\p{L}\\p{N}])';

const PATTERNS: readonly { readonly form: Form; readonly pattern: RegExp }[] = [
  { form: 'ymd', pattern: new RegExp(`(?<![\\p{L}\\d])(?<year>\\d{4})(?<sep>[-/._])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?!\\d)${CLOCK}(?<era>\\s*(?:ه|هج)(?!\\p{L}))?`, 'giu') },
  { form: 'dmy', pattern: new RegExp(`(?<![\\p{L}\\d])(?<day>\\d{1,2})\\s?(?<sep>[-/.])\\s?(?<month>\\d{1,2})\\s?\\k<sep>\\s?(?<year>\\d{4}|\\d{2})(?!\\d)${CLOCK}(?<era>\\s*(?:ه|هج)(?!\\p{L}))?`, 'giu') },
  { form: 'words', pattern: new RegExp(`${LETTER}${DAY}\\s*[-/،,]?\\s*(?:من\\s+)?(?:شهر\\s+)?(?<name>${G})(?:\\s*[-/\\\\(،]?\\s*(?:${G})\\)?)?${LETTER_END}${YEAR_WORDS}(?<year>\\d{4})(?!\\d)${CLOCK}`, 'giu') },
  { form: 'words', pattern: new RegExp(`${LETTER}(?<name>${G})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s*,\\s*(?<year>\\d{4})(?!\\d)${CLOCK}`, 'giu') },
  // RFC 822 wrote years with two digits; a clock must follow, or the number means something else.
  { form: 'words', pattern: new RegExp(`${LETTER}(?<day>\\d{1,2})\\s+(?<name>[A-Za-z]{3})\\s+(?<year>\\d{2})(?=\\s+\\d{1,2}:\\d{2})${CLOCK}`, 'giu') },
  { form: 'hijri-words', pattern: new RegExp(`${LETTER}${DAY}\\s*[-/،,]?\\s*(?:من\\s+)?(?:شهر\\s+)?(?<name>${H})${LETTER_END}(?:\\s+(?:المبارك|الحرام|المعظم))?${YEAR_WORDS}(?<year>1[0-5]\\d{2})(?!\\d)`, 'giu') },
  { form: 'month', pattern: new RegExp(`${LETTER}(?<name>${G})(?:\\s*[-/\\\\(،]?\\s*(?:${G})\\)?)?${LETTER_END}${YEAR_WORDS}(?<year>(?:1[89]|20)\\d{2})(?!\\d)`, 'giu') },
];
type Form = 'ymd' | 'dmy' | 'words' | 'hijri-words' | 'month';

/** All dates of a text in its order; of those that overlap, the one that says more. */
export function findDates(text: string, folded: FoldedText = foldText(text)): readonly WrittenDate[] {
  // Every form has a digit in it, or an ordinal, and a year.
  if (!/\d{4}|[a-z]\s\d{2}\s+\d{1,2}:|\d[/.-]\d{1,2}[/.-]\d{2}/u.test(folded.text)) return [];
  const found: WrittenDate[] = [];
  /** What looked like a date is not looked at again: 31 February 2020 is not February 2020. */
  const claimed: { readonly start: number; readonly end: number }[] = [];
  for (const { form, pattern } of PATTERNS) {
    for (const match of folded.text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (claimed.some((other) => start < other.end && other.start < end)) continue;
      claimed.push({ start, end });
      const read = readMatch(form, match.groups ?? {});
      if (read !== undefined) found.push({ ...read, written: folded.written(start, end), start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

type Read = Pick<WrittenDate, 'date' | 'calendar' | 'note'>;
type Groups = Readonly<Partial<Record<string, string>>>;

function readMatch(form: Form, groups: Groups): Read | undefined {
  const year = fullYear(groups['year'] ?? '');
  const short = (groups['year'] ?? '').length === 2 ? ({ note: 'short-year' } as const) : {};
  if (form === 'month') return day(parse(`${pad4(year)}-${pad2(gregorianMonths.numberOf(groups['name'] ?? '') ?? 0)}`));
  const dayNumber = groups['day'] !== undefined ? Number(groups['day']) : ordinalDays.numberOf(groups['ordinal'] ?? '') ?? 0;
  if (form === 'hijri-words') return hijri(year, hijriMonths.numberOf(groups['name'] ?? '') ?? 0, dayNumber);
  if (form === 'words') return withClock({ year, month: gregorianMonths.numberOf(groups['name'] ?? '') ?? 0, day: dayNumber }, groups);
  const month = Number(groups['month']);
  // No newspaper is of the year 1442 of the common era, and no Hijri date of 2021.
  if (groups['era'] !== undefined || (year >= 1200 && year <= 1500)) return hijri(year, month, dayNumber);
  if (form === 'ymd') return withClock({ year, month, day: dayNumber }, groups);
  // Day before month, as the Arab press has it; the other order only where this one makes no date.
  if (month > 12 && dayNumber <= 12) return merge(withClock({ year, month: dayNumber, day: month }, groups), short);
  return merge(withClock({ year, month, day: dayNumber }, groups), dayNumber <= 12 && dayNumber !== month ? { note: 'day-before-month', ...short } : short);
}

function merge(read: Read | undefined, extra: Pick<WrittenDate, 'note'>): Read | undefined {
  return read === undefined ? undefined : { ...extra, ...read };
}

function fullYear(text: string): number {
  const number = Number(text);
  return text.length === 2 ? number + (number < 70 ? 2000 : 1900) : number;
}

function hijri(year: number, month: number, dayOfMonth: number): Read | undefined {
  const found = hijriToDay({ year, month, day: dayOfMonth });
  const date = found === undefined ? undefined : parse(isoDay(found));
  return date === undefined ? undefined : { date, calendar: 'hijri' };
}

function day(date: ArchiveDate | undefined): Read | undefined {
  return date === undefined ? undefined : { date, calendar: 'gregorian' };
}

/** Zones of RFC 822 that mean one thing; `AST` and its like mean several. */
const ZONES: Readonly<Record<string, string>> = { Z: 'Z', UT: 'Z', UTC: 'Z', GMT: 'Z', EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00', MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00', CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00' };

function withClock(written: { readonly year: number; readonly month: number; readonly day: number }, groups: Groups): Read | undefined {
  const iso = isoDay(written);
  const plain = parse(iso);
  const { hour, minute, second = '00', zone } = groups;
  if (plain === undefined || hour === undefined || minute === undefined) return day(plain);
  const offset = zone === undefined ? undefined : /^[+-]/u.test(zone) ? zone.replace(/^([+-]\d{2}):?(\d{2})$/u, '$1:$2') : ZONES[zone.toUpperCase()];
  if (offset === undefined) return { date: plain, calendar: 'gregorian', note: zone === undefined ? 'no-zone' : 'unknown-zone' };
  const timed = parse(`${iso}T${hour.padStart(2, '0')}:${minute}:${second}${offset}`);
  return { date: timed ?? plain, calendar: 'gregorian' };
}

function parse(iso: string): ArchiveDate | undefined {
  const date = parseArchiveDate(iso);
  return isDateFault(date) ? undefined : date;
}

/** The date of a field that should hold nothing else: also a year, a month, seconds since 1970, eight digits. */
export function readDateField(text: string): Read | undefined {
  const value = foldText(text.trim()).text.trim();
  if (/^\d{4}$/u.test(value) || /^\d{4}-\d{2}$/u.test(value)) return day(parse(value));
  const compact = /^((?:1[89]|20)\d{2})(\d{2})(\d{2})$/u.exec(value);
  if (compact !== null) return day(parse(`${compact[1] ?? ''}-${compact[2] ?? ''}-${compact[3] ?? ''}`));
  const month = /^(\d{1,2})[/-](\d{4})$/u.exec(value);
  if (month !== null) return day(parse(`${month[2] ?? ''}-${(month[1] ?? '').padStart(2, '0')}`));
  // Spreadsheets count days from 1900: 44320 is 4 May 2021.
  if (/^[2-6]\d{4}(?:\.\d+)?$/u.test(value)) {
    const counted = day(parse(isoDay(dayFromNumber(Math.floor(Number(value)) - 25_569))));
    return counted === undefined ? undefined : { ...counted, note: 'day-count' };
  }
  // A thousand million seconds are September 2001; a feed or a database writes them, a person does not.
  if (/^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/u.test(value)) {
    const number = Number(value);
    const time = new Date(value.length >= 12 && !value.includes('.') ? number : number * 1000);
    return Number.isNaN(time.getTime()) ? undefined : day(parse(time.toISOString().replace(/\.\d+Z$/u, 'Z')));
  }
  const dates = findDates(text);
  // A field that gives both calendars gives the same day twice; the Gregorian one is stored.
  const first = dates.find(({ calendar }) => calendar === 'gregorian') ?? dates[0];
  return first === undefined ? undefined : { date: first.date, calendar: first.calendar, ...(first.note === undefined ? {} : { note: first.note }) };
}

/** The date in a path or address: `2021-05-04-title.md`, `2021/05/04/`, `20210504`; a month where there is no day. */
export function findPathDate(path: string): ArchiveDate | undefined {
  const full = /(?<![\p{L}\p{N}])((?:1[89]|20)\d{2})[-_/.](\d{1,2})[-_/.](\d{1,2})(?!\d)/u.exec(path) ?? /(?<![\p{L}\p{N}])((?:1[89]|20)\d{2})(\d{2})(\d{2})(?![\p{L}\p{N}])/u.exec(path);
  if (full !== null) {
    const date = parse(`${full[1] ?? ''}-${(full[2] ?? '').padStart(2, '0')}-${(full[3] ?? '').padStart(2, '0')}`);
    if (date !== undefined) return date;
  }
  const month = /(?:^|\/)((?:1[89]|20)\d{2})[-_/](0[1-9]|1[0-2])(?=\/|[-_])/u.exec(path);
  return month === null ? undefined : parse(`${month[1] ?? ''}-${month[2] ?? ''}`);
}
