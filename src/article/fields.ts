/** Readers for single fields: raw YAML text in, a value or a fault out. The schema is composed of them. */
import { z } from 'zod';
import { isDateFault, parseArchiveDate, type ArchiveDate } from '../calendar/archive-date.ts';
import { quote, type Fault } from './problem.ts';

/** Makes a zod type of a reader, so that a fault travels with zod's path and all faults of a file come together. */
export function field<T>(read: (value: unknown) => T | FieldFault) {
  return z.unknown().transform((value, context): T => {
    const result = read(value);
    if (!(result instanceof FieldFault)) return result;
    context.addIssue({ code: 'custom', message: result.fault.expected, params: result.fault });
    return z.NEVER;
  });
}

/** Marks a fault among values of any type. */
export class FieldFault {
  readonly fault: Fault;
  constructor(fault: Fault) {
    this.fault = fault;
  }
}

function fault(code: Fault['code'], value: unknown, expected: string, fix: string): FieldFault {
  return new FieldFault({ code, got: quote(value), expected, fix });
}

/** A text of one line. White space is collapsed. */
export function readLine(maxLength: number) {
  return (value: unknown): string | FieldFault => {
    if (value === null) return fault('field-missing', value, 'a text', 'write the text, or delete the line');
    if (typeof value !== 'string') return fault('field-type', value, 'a text', 'write the value on one line, inside quotation marks');
    const text = value.replace(/\s+/gu, ' ').trim();
    if (text === '') return fault('field-missing', value, 'a text', 'write the text, or delete the field');
    if (text.length > maxLength) return new FieldFault({ code: 'field-text', got: `${String(text.length)} characters`, expected: `at most ${String(maxLength)} characters`, fix: 'shorten it; long text belongs in the body' });
    return text;
  };
}

/** A list of names: `[أ, ب]`, one a line after hyphens, or a single name. Doubles are dropped. */
export function readNames(value: unknown): readonly string[] | FieldFault {
  const list = Array.isArray(value) ? value : [value];
  const names: string[] = [];
  for (const item of list) {
    const name = readLine(200)(item);
    if (name instanceof FieldFault) return name;
    if (!Array.isArray(value) && /[,،؛;]/u.test(name)) {
      return fault('field-list', value, 'a list', `write it as [${name.split(/\s*[,،؛;]\s*/u).filter((part) => part !== '').join(', ')}]`);
    }
    if (!names.includes(name)) names.push(name);
  }
  return names;
}

const DATE_FIX = {
  form: 'write year, month and day with hyphens and the digits 0-9; leave out what the source does not say',
  'no-such-day': 'look the date up in the source; the words of the source can go to date_printed',
  'no-such-time': 'write the time as 10:30 and the zone as +03:00 or Z',
  zone: 'add the zone, or leave the time out',
  range: 'check the year; a Hijri year can go to date_printed',
} as const;

/** A date of any precision. */
export function readDate(value: unknown): ArchiveDate | FieldFault {
  if (typeof value !== 'string') return fault('field-type', value, 'a date such as 2021-05-04', 'write the date on one line');
  const date = parseArchiveDate(value);
  return isDateFault(date) ? fault(`date-${date.reason}`, value, date.expected, DATE_FIX[date.reason]) : date;
}

/** A full address. Only http and https: anything else could run or leak something in a reader's browser. */
export function readUrl(value: unknown): string | FieldFault {
  const expected = 'a full address that begins with https:// or http://';
  if (typeof value !== 'string') return fault('url-form', value, expected, 'write the address on one line');
  const text = value.trim();
  if (/^https?:\/\/[^\s/]/iu.test(text) && URL.canParse(text)) return new URL(text).href;
  return fault('url-form', value, expected, 'copy the address from the browser');
}

/** An image: a full https address, or `/media/…` for a file of the archive's media folder. */
export function readImageSource(value: unknown): string | FieldFault {
  if (typeof value === 'string' && /^\/media\/(?!.*\.\.)[\p{L}\p{M}\p{N}._/-]+\.(?:jpe?g|png|webp|avif|gif)$/iu.test(value.trim())) return value.trim().normalize('NFC');
  if (typeof value === 'string' && /^https:\/\//iu.test(value.trim())) return readUrl(value);
  return fault('url-form', value, 'a path such as /media/2021/photo.jpg, or an address that begins with https://', 'put the file into the media folder beside the articles and write its path');
}

/** `true` or `false`. */
export function readFlag(value: unknown): boolean | FieldFault {
  if (value === 'true' || value === 'false') return value === 'true';
  return fault('field-type', value, 'true or false', 'write true, or delete the field');
}

/** Lower-case Latin letters, digits and hyphens; never only one to three characters, so that it cannot be a month or day. */
export const ID_FORM = /^[a-z0-9](?:[a-z0-9-]{2,62})[a-z0-9]$/u;

/** A permanent id, the last part of the article's address. */
export function readId(value: unknown): string | FieldFault {
  if (typeof value === 'string' && ID_FORM.test(value) && !/^(?:com|lpt)\d$/u.test(value)) return value;
  return fault('id-form', value, '4 to 64 lower-case Latin letters, digits and hyphens', 'take a fresh one from: npm run new');
}

/** A language tag such as `ar` or `fa-IR` (BCP 47). */
export function readLanguage(value: unknown): string | FieldFault {
  try {
    // Longer names such as «Arabic» are well-formed tags too, but no language has one.
    if (typeof value === 'string' && /^[a-z]{2,3}(?:-|$)/iu.test(value)) return Intl.getCanonicalLocales(value)[0] ?? 'ar';
  } catch {
    // falls through to the fault: the tag is malformed
  }
  return fault('field-type', value, 'a language tag such as ar, fa or en', 'write ar, or delete the field');
}
