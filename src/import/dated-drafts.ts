/** Drafts that wait for a date, and the dates that people write into them, with whatever editor and in whatever form. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDateFault, parseArchiveDate, type ArchiveDate } from '../calendar/archive-date.ts';
import { findDates, readDateField } from './dates/find-dates.ts';
import type { Refusal } from './foreign-article.ts';
import { DRAFTS } from './store/article-file.ts';
import { shortDigest } from './store/make-id.ts';


export interface Draft {
  readonly id: string;
  /** Path below the archive. */
  readonly file: string;
  /** What a person has written into it; nothing while it waits. */
  readonly dated?: DatedDraft;
  /** A date that cannot be read. */
  readonly refusal?: Refusal;
}

export interface DatedDraft {
  readonly date: ArchiveDate;
  /** As the person wrote it. */
  readonly written: string;
  /** The article file: without the notes of the import, and with the date in its common form. */
  readonly text: string;
  /** Digest of the draft without the date: that of the file as it was imported where nothing else was changed. */
  readonly before: string;
}

/**
 * @param confirmed id → date, as the user said it
 * @returns all drafts of the archive, in the order of their names
 */
export async function readDrafts(archive: string, confirmed: ReadonlyMap<string, string>): Promise<readonly Draft[]> {
  const folder = join(archive, DRAFTS);
  const names = await readdir(folder).catch(() => []);
  const drafts: Draft[] = [];
  for (const name of names.filter((own) => /^[a-z0-9-]+\.md$/u.test(own)).sort()) {
    const id = name.replace(/\.md$/u, '');
    drafts.push({ id, file: `${DRAFTS}/${name}`, ...parseDraft(await readFile(join(folder, name), 'utf8'), `${DRAFTS}/${name}`, confirmed.get(id)) });
  }
  return drafts;
}

/** @param confirmed the date that the user gave beside the file */
export function parseDraft(raw: string, file: string, confirmed?: string): Pick<Draft, 'dated' | 'refusal'> {
  const lines = raw.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n').split('\n');
  const refuse = (line: number, reason: string, fix: string): Pick<Draft, 'refusal'> => ({ refusal: { place: { file, line, alone: true }, code: 'draft-date', reason, fix } });
  const opens = /^---[ \t]*$/u.test(lines[0] ?? '');
  const close = opens ? lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/u.test(line)) : -1;
  if (close === -1) return refuse(1, 'the fields of the draft do not stand between two lines of ---', 'put a line --- before the first field and after the last');
  const filled = lines.slice(0, close).flatMap((line, index) => (isDateLine(line) && valueOf(line) !== '' ? [{ index, written: valueOf(line) }] : []));
  const [first, second] = filled;
  if (second !== undefined) return refuse(second.index + 1, 'date: the draft has two dates', 'keep one');
  const written = first?.written ?? confirmed;
  if (written === undefined) return {};
  const both = first !== undefined && confirmed !== undefined && sameDay(first.written) !== confirmed;
  const read = both ? { expected: `${confirmed}, as --confirm says` } : readOneDate(written);
  if ('expected' in read) return refuse((first?.index ?? 0) + 1, `date: got ${JSON.stringify(written)}; expected ${read.expected}`, 'write the day that the article was published');

  const fields = lines.slice(1, close);
  const printed = read.calendar === 'hijri' && !fields.some((line) => line.startsWith('date_printed:')) ? [`date_printed: ${JSON.stringify(written)}`] : [];
  const date = [`date: ${read.date.iso}`, ...printed];
  const place = fields.findIndex(isDateLine);
  // The notes of the import at the top have done their work.
  const notes = fields.findIndex((line) => !line.startsWith('#'));
  const after = place === -1 ? fields.findLastIndex((line) => /^(?:id|title|kicker|subtitle):/u.test(line)) : -1;
  const kept = fields.flatMap((line, index) => (index === place ? date : index < notes || isDateLine(line) ? [] : index === after ? [line, ...date] : [line]));
  const text = ['---', ...(place === -1 && after === -1 ? date : []), ...kept, ...lines.slice(close)].join('\n');
  const before = lines.filter((line, index) => index >= close || !isDateLine(line)).join('\n');
  return { dated: { date: read.date, written, text, before: shortDigest(before) } };
}

/** One day and no other: `2021-05-04 or 2021-05-11` is still a question. */
function readOneDate(written: string): NonNullable<ReturnType<typeof readDateField>> | { readonly expected: string } {
  const strict = parseArchiveDate(written);
  if (!isDateFault(strict)) return { date: strict, calendar: 'gregorian' };
  const days = new Set(findDates(written).filter(({ calendar }) => calendar === 'gregorian').map(({ date }) => date.iso));
  if (days.size > 1) return { expected: 'one date' };
  return readDateField(written) ?? { expected: strict.reason === 'form' ? 'a date such as 2021-05-04, 2021-05, 4 مايو 2021 or 22 رمضان 1442' : strict.expected };
}

function sameDay(written: string): string | undefined {
  const read = readOneDate(written);
  return 'date' in read ? read.date.iso : undefined;
}

function isDateLine(line: string): boolean {
  return /^date[ \t]*:/iu.test(line);
}

/** The value of a field of one line: without quotation marks, and without a comment behind it. */
function valueOf(line: string): string {
  const value = line.slice(line.indexOf(':') + 1).trim();
  const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/u.exec(value);
  return (quoted?.[2] ?? value.replace(/(?:^|\s+)#.*$/u, '')).trim();
}
