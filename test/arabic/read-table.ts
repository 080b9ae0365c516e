/**
 * Tables of cases that an editor can extend: tab-separated, first line the names of the columns, `#` for remarks.
 * A character that cannot be seen is written `\u200F`; an empty cell is written `-`.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads a table of the given folder. Every row must have every column. */
export function readTable<Column extends string>(folder: string, name: string, columns: readonly Column[]): readonly Readonly<Record<Column, string>>[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n').map((text, index) => ({ text, number: index + 1 }));
  const [head, ...rows] = lines.filter(({ text }) => text !== '' && !text.startsWith('#'));
  assert.deepEqual(head?.text.split('\t'), columns, `${name}: the first line names the columns`);
  assert.ok(rows.length > 0, `${name} has rows`);
  return rows.map(({ text, number }) => {
    const cells = text.split('\t');
    assert.equal(cells.length, columns.length, `${name}:${String(number)} has ${String(columns.length)} cells`);
    return Object.fromEntries(columns.map((column, index) => [column, readCell(cells[index] ?? '')])) as Record<Column, string>;
  });
}

function readCell(cell: string): string {
  return cell === '-' ? '' : cell.replace(/\\u([0-9A-F]{4})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A text as it is named in a test: invisible characters made visible. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Mn}]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}
