/** CSV and TSV with a line of column names. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { parse as parseRows } from 'csv-parse/sync';
import type { Found } from '../foreign-article.ts';
import { MAX_COLUMNS, MAX_RECORD } from './limits.ts';
import { SourceRefused } from './open-source.ts';
import { createRecordReader, hasField, isKnownColumn, type ColumnField } from './read-records.ts';

/** @throws SourceRefused for a table that cannot be read further; rows before it have been given */
export async function* readCsv(chunks: AsyncIterable<string>, head: string, file: string, given: ReadonlyMap<ColumnField, string>): AsyncGenerator<Found> {
  // A first line that long names no columns; the parser would take seconds to find it out.
  if (head.length > 200_000 && !/[\r\n]/u.test(head)) throw new SourceRefused('csv-broken', `the first line is longer than ${String(head.length)} characters`, 'the first line must name the columns');
  // Excel's own first line: `sep=;`
  const named = /^\uFEFF?sep=(.)\r?\n/iu.exec(head);
  const table = named === null ? head : head.slice(named[0].length);
  const delimiter = named?.[1] ?? guessDelimiter(table);
  const records = createRecordReader(file, withGuessedBody(table, delimiter, given));
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    // A quotation mark within an unquoted cell is text: «قال "نعم"».
    relax_quotes: true,
    skip_empty_lines: true,
    trim: false,
    info: true,
    max_record_size: MAX_RECORD,
    from_line: named === null ? 1 : 2,
    columns: (names: string[]) => {
      const columns = nameColumns(names);
      const refusal = records.refuse(columns);
      if (refusal !== undefined) throw refusal;
      return columns;
    },
  });
  const rows = Readable.from(chunks).on('error', (error) => parser.destroy(error)).pipe(parser) as AsyncIterable<{ readonly record: Readonly<Record<string, string>>; readonly info: { readonly lines: number; readonly records: number } }>;
  let found = 0;
  try {
    for await (const { record, info } of rows) {
      found += 1;
      yield { article: records.read(record, { file, record: found, line: info.lines, alone: false }, 'csv') };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new SourceRefused('csv-broken', `after ${String(found)} rows: ${error.message.slice(0, 160)}`, 'look for a quotation mark that is not closed near this row');
    throw error;
  }
  if (found === 0) throw new SourceRefused('empty', 'the table has no rows below its column names', 'nothing, if it should be empty');
  yield { mapping: records.mapping() };
}

/** Rows that are looked at where no name of a column tells which holds the texts. */
const LOOKED_AT = 20;
const LEAST_TEXT = 80;

/** A table whose columns name a headline and no text has its text in the column with the longest Arabic cells. */
function withGuessedBody(head: string, delimiter: string, given: ReadonlyMap<ColumnField, string>): ReadonlyMap<ColumnField, string> {
  if (given.has('body')) return given;
  let rows: string[][];
  try {
    rows = parseRows(head, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, to: LOOKED_AT, max_record_size: MAX_RECORD });
  } catch {
    // The sample may end within a row, or the table is broken, which is told where it is read.
    rows = [];
  }
  const [names = [], ...cells] = rows;
  const columns = nameColumns(names);
  if (!hasField(columns, 'title', given) || hasField(columns, 'body', given)) return given;
  const lengths = columns.map((column, index) => ({ column, length: median(cells.map((row) => arabicLetters(row[index] ?? ''))) })).filter(({ column }) => !isKnownColumn(column, given));
  const best = lengths.sort((a, b) => b.length - a.length)[0];
  return best === undefined || best.length < LEAST_TEXT ? given : new Map([...given, ['body', best.column]]);
}

function arabicLetters(text: string): number {
  return text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function nameColumns(names: readonly string[]): string[] {
  if (names.length > MAX_COLUMNS) throw new SourceRefused('csv-broken', `the first line has ${String(names.length)} columns`, `at most ${String(MAX_COLUMNS)} make sense; check the separator`);
  const seen = new Set<string>();
  return names.map((name, index) => {
    const plain = name.trim() === '' ? `column ${String(index + 1)}` : name.trim();
    const own = seen.has(plain) ? `${plain} (${String(index + 1)})` : plain;
    seen.add(own);
    return own;
  });
}

/** The sign that the first line has most of, outside quotation marks. */
function guessDelimiter(head: string): string {
  const line = (head.split(/\r\n|\n|\r/u, 1)[0] ?? '').replace(/"[^"]*"/gu, '');
  const counts = ['\t', ',', ';', '|', '،'].map((sign) => ({ sign, times: line.split(sign).length - 1 }));
  return counts.sort((a, b) => b.times - a.times)[0]?.sign ?? ',';
}
