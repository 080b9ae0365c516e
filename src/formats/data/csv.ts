/** CSV (RFC 4180) that spreadsheets open with the Arabic intact: UTF-8 with a byte order mark, lines ended by CR LF. */
import { DATA_FIELDS, LIST_MARK } from './fields.ts';
import type { ArticleRecord } from './record.ts';

const MARK = '\uFEFF';

/** @param head false for rows that follow others */
export function renderCsv(records: readonly ArticleRecord[], { head = true }: { readonly head?: boolean } = {}): string {
  const rows = [...(head ? [DATA_FIELDS.map(({ name }) => name)] : []), ...records.map((record) => DATA_FIELDS.map(({ name }) => cell(record[name])))];
  return `${head ? MARK : ''}${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}

function cell(value: string | readonly string[] | undefined): string {
  const text = typeof value === 'string' ? value : (value?.join(LIST_MARK) ?? '');
  // A spreadsheet would take such a text for a formula, and run it.
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
