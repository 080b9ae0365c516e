/**
 * The date of an article, with as much precision as its source gave: a year, a month, a day, or an instant with its zone.
 * Nothing is made up: an article of «August 2015» has no day, and no page pretends that it has.
 */
import { DateTime } from 'luxon';
import { dayNumber, daysInMonth, isoDay, pad2, pad4, type Day } from './day.ts';

export type Precision = 'year' | 'month' | 'day' | 'time';

export interface ArchiveDate {
  readonly precision: Precision;
  readonly year: number;
  /** 1–12, from month precision on. */
  readonly month?: number;
  /** From day precision on. The calendar day where it happened, in the date's own zone. */
  readonly day?: number;
  /** `10:30`, with `time` precision only. */
  readonly time?: string;
  /** As written in files and in machine formats: `2015`, `2015-08`, `2015-08-04`, `2015-08-04T10:30:00+03:00`. */
  readonly iso: string;
  /**
   * For sorting within the archive, in milliseconds: the calendar day first, then the clock of the place. A date of less
   * precision stands at its first moment. It is not an instant: a day belongs where it was lived, not where UTC puts it.
   */
  readonly sort: number;
}

/** Why a text is not a date; `expected` says what would be one. */
export interface DateFault {
  readonly reason: 'form' | 'no-such-day' | 'no-such-time' | 'zone' | 'range';
  readonly expected: string;
}

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** The years an archive of the press may hold; the first Arabic newspapers are of about 1800. */
const FIRST_YEAR = 1500;
const LAST_YEAR = 2999;

/**
 * Reads a date in one of the four written forms (ISO 8601). Digits may be 0-9 only.
 * A time without a zone is refused: it would name a different instant on every machine.
 */
export function parseArchiveDate(text: string): ArchiveDate | DateFault {
  const match = FORM.exec(text.trim());
  if (match === null) return { reason: 'form', expected: '2021, 2021-05, 2021-05-04 or 2021-05-04T10:30+03:00' };
  const [, yearText = '', monthText, dayText, hourText, minuteText, secondText, zone] = match;
  const year = Number(yearText);
  if (year < FIRST_YEAR || year > LAST_YEAR) return { reason: 'range', expected: `a year from ${String(FIRST_YEAR)} to ${String(LAST_YEAR)}` };
  if (monthText === undefined) return { precision: 'year', year, iso: pad4(year), sort: sortValue({ year, month: 1, day: 1 }) };

  const month = Number(monthText);
  if (month < 1 || month > 12) return { reason: 'no-such-day', expected: 'a month from 01 to 12' };
  if (dayText === undefined) return { precision: 'month', year, month, iso: `${pad4(year)}-${pad2(month)}`, sort: sortValue({ year, month, day: 1 }) };

  const day = Number(dayText);
  const length = daysInMonth(year, month);
  if (day < 1 || day > length) return { reason: 'no-such-day', expected: `a day from 01 to ${String(length)} in ${pad4(year)}-${pad2(month)}` };
  const iso = isoDay({ year, month, day });
  if (hourText === undefined || minuteText === undefined) return { precision: 'day', year, month, day, iso, sort: sortValue({ year, month, day }) };
  if (zone === undefined) return { reason: 'zone', expected: `a zone after the time, as in ${iso}T${hourText}:${minuteText}+03:00` };
  return withTime({ year, month, day }, { time: `${hourText}:${minuteText}`, seconds: secondText ?? '00', zone });
}

/** A date that was read before, from its written form and its place in the order: the same as `parseArchiveDate` gave. */
export function reviveDate(iso: string, sort: number): ArchiveDate {
  const number = (begin: number, end: number): number => Number(iso.slice(begin, end));
  const year = number(0, 4);
  if (iso.length === 4) return { precision: 'year', year, iso, sort };
  const month = number(5, 7);
  if (iso.length === 7) return { precision: 'month', year, month, iso, sort };
  const day = number(8, 10);
  return iso.length === 10 ? { precision: 'day', year, month, day, iso, sort } : { precision: 'time', year, month, day, time: iso.slice(11, 16), iso, sort };
}

function withTime({ year, month, day }: Day, clock: { readonly time: string; readonly seconds: string; readonly zone: string }): ArchiveDate | DateFault {
  const iso = `${isoDay({ year, month, day })}T${clock.time}:${clock.seconds}${clock.zone}`;
  const instant = DateTime.fromISO(iso, { setZone: true });
  const knownZone = instant.offset >= -12 * 60 && instant.offset <= 14 * 60 && !/:[6-9]\d$/.test(clock.zone);
  if (!instant.isValid || clock.time > '23:59' || !knownZone) return { reason: 'no-such-time', expected: 'a time from 00:00 to 23:59 and a zone from -12:00 to +14:00' };
  return { precision: 'time', year, month, day, time: clock.time, iso, sort: sortValue({ year, month, day }) + (instant.hour * 60 + instant.minute) * 60_000 + instant.second * 1000 };
}

function sortValue(day: Day): number {
  return dayNumber(day) * 86_400_000;
}

/** The day of a date that has one. */
export function dayOf(date: ArchiveDate): Day | undefined {
  return date.month === undefined || date.day === undefined ? undefined : { year: date.year, month: date.month, day: date.day };
}

export function isDateFault(value: ArchiveDate | DateFault): value is DateFault {
  return 'reason' in value;
}
