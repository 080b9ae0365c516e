/** A date as machines write it, as people read it. */
import { formatDay, formatMonth, formatYear, type DateStyle } from '../calendar/format-date.ts';

/** @param date `2021`, `2021-05` or `2021-05-04`; empty for anything else */
export function dateName(date: string, style: DateStyle): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date) ?? [];
  if (year === undefined) return '';
  if (month === undefined) return formatYear(Number(year), style);
  return day === undefined ? formatMonth(Number(year), Number(month), style) : formatDay({ year: Number(year), month: Number(month), day: Number(day) }, style);
}
