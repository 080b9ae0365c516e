/** Dates for formats that know instants only (RFC 3339). */
import type { ArchiveDate } from '../calendar/archive-date.ts';

/**
 * A full timestamp. A date without a clock becomes noon UTC of its first day: between UTC−12 and UTC+11 that instant lies
 * on the right day, so no reader's feed program shows the day before.
 */
export function machineDate({ precision, iso }: ArchiveDate): string {
  if (precision === 'time') return iso;
  const day = precision === 'day' ? iso : precision === 'month' ? `${iso}-01` : `${iso}-01-01`;
  return `${day}T12:00:00Z`;
}
