/** The date of an article, of all that its source says of dates; and the dates of its other fields. */
import type { ArchiveDate } from '../../calendar/archive-date.ts';
import type { ForeignArticle, ForeignDate, Remark } from '../foreign-article.ts';
import { findPathDate, readDateField, type WrittenDate } from './find-dates.ts';

export interface Decision {
  readonly date: ArchiveDate | undefined;
  /** The date in the words of the source, where it was Hijri. */
  readonly printed: string | undefined;
}

/** Metadata first, then a line of the text, then the user, then the name of file or address. */
export function decideDate(article: ForeignArticle, line: WrittenDate | undefined, given: string | undefined, remarks: Remark[]): Decision {
  const printed = line !== undefined && (line.calendar === 'hijri' || /هـ|ه\b|رمضان|شوال|شعبان|رجب|محرم|صفر|ربيع|جماد|القعدة|الحجة/u.test(line.written)) ? line.written.slice(0, 200) : undefined;
  for (const foreign of article.dates) {
    const read = fieldDate(foreign, remarks);
    if (read === undefined) continue;
    if (line !== undefined && Math.abs(line.date.sort - read.sort) > 3 * 86_400_000) remarks.push({ kind: 'eye', code: 'dates-differ', text: `${foreign.from}: ${read.iso}; text: ${line.written}` });
    return { date: read, printed };
  }
  if (line !== undefined) return { date: line.date, printed };
  const fromFile = findPathDate(article.place.file);
  const fromAddress = article.address === undefined ? undefined : findPathDate(safeDecode(article.address));
  const fromPath = [fromFile, fromAddress].find((date) => date?.precision === 'day') ?? fromFile ?? fromAddress;
  if (fromPath !== undefined && (given === undefined || fromPath.precision === 'day')) {
    remarks.push({ kind: 'cleaned', code: 'date-from-path', text: `${fromPath.iso} (${fromPath === fromFile ? article.place.file : (article.address ?? '')})` });
    return { date: fromPath, printed };
  }
  const wished = given === undefined ? undefined : readDateField(given)?.date;
  if (wished !== undefined) remarks.push({ kind: 'cleaned', code: 'date-given', text: wished.iso });
  return { date: wished, printed };
}

function safeDecode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

export function fieldDate({ text, from }: ForeignDate, remarks: Remark[]): ArchiveDate | undefined {
  const read = readDateField(text);
  if (read === undefined) {
    remarks.push({ kind: 'eye', code: 'date-unread', text: `${from}: ${text.slice(0, 100)}` });
    return undefined;
  }
  if (read.note !== undefined) remarks.push({ kind: 'cleaned', code: `date-${read.note}`, text: `${text.slice(0, 60)} → ${read.date.iso}` });
  return read.date;
}

export function updatedDate(updated: ForeignDate | undefined, date: ArchiveDate | undefined, remarks: Remark[]): string | undefined {
  const read = updated === undefined ? undefined : fieldDate(updated, remarks);
  if (read === undefined || date === undefined || read.iso === date.iso) return undefined;
  if (read.iso.slice(0, 10) >= date.iso.slice(0, read.iso.length).slice(0, 10)) return read.iso;
  remarks.push({ kind: 'removed', code: 'updated-early', text: `${read.iso} comes before ${date.iso}` });
  return undefined;
}
