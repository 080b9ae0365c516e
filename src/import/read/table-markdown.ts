/**
 * Tables of HTML as tables of Markdown. Turndown's plugins ask a table for its `rows`, which the tree that is used here does not have, and
 * would run the cells together.
 */
import type TurndownService from 'turndown';

/** Signs that no text has: they part cells and rows until the whole table is known. */
const CELL = '\uFDD0';
const ROW = '\uFDD1';
const MOST_COLUMNS = 40;

export function addTableRules(turndown: TurndownService): void {
  turndown.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content, node) => `${CELL}${content.replace(/\\?\n/gu, ' ').replace(/\s+/gu, ' ').trim().replace(/(?<!\\)\|/gu, '\\|')}${CELL.repeat(spanOf(node) - 1)}`,
  });
  turndown.addRule('row', { filter: 'tr', replacement: (content) => `${ROW}${content}` });
  turndown.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
  turndown.addRule('columns', { filter: ['colgroup', 'col'], replacement: () => '' });
  turndown.addRule('table-caption', { filter: 'caption', replacement: (content) => `\n\n${content.trim()}\n\n` });
  turndown.addRule('table', { filter: 'table', replacement: tableOf });
}

function spanOf(node: unknown): number {
  const written = node instanceof Object && 'getAttribute' in node ? ((node as Element).getAttribute('colspan') ?? '') : '';
  return Math.min(MOST_COLUMNS, Math.max(1, Number.parseInt(written, 10) || 1));
}

/** Markdown's tables have a head, so the first row is it, whether its cells are `th` or not. */
function tableOf(content: string): string {
  const [before = '', ...rest] = content.split(ROW);
  const rows = rest.map((row) => row.split(CELL).slice(1).map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map((row) => row.length)));
  if (width === 0) return `\n\n${before.trim()}\n\n`;
  const lineOf = (row: readonly string[]): string => `| ${[...row.slice(0, width - 1), row.slice(width - 1).join(' ').trim(), ...Array<string>(width).fill('')].slice(0, width).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return `\n\n${before.trim()}\n\n${[lineOf(head), `|${' --- |'.repeat(width)}`, ...body.map(lineOf)].join('\n')}\n\n`;
}

/** Longer cells hold texts, which the page only set side by side. */
const LONGEST_CELL = 300;

/** Turns tables that only arranged a page, and parts of tables without one, into what stands in them. */
export function unwrapLayoutTables(body: HTMLElement): void {
  for (const table of [...body.querySelectorAll('table')].reverse()) if (!holdsData(table)) table.replaceWith(...[...table.querySelectorAll('caption, td, th')].map((cell) => blockOf(body, cell)));
  for (const part of [...body.querySelectorAll('td, th, tr, tbody, thead, tfoot, caption, colgroup')].reverse()) if (part.closest('table') === null) part.replaceWith(blockOf(body, part));
}

function blockOf(body: HTMLElement, cell: Element): HTMLElement {
  const block = body.ownerDocument.createElement('div');
  block.append(...cell.childNodes);
  return block;
}

function holdsData(table: Element): boolean {
  const rows = [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td, th')]);
  const cells = rows.flat();
  if (!rows.some((row) => row.length > 1) || table.querySelector('table, h1, h2, h3, ul, ol, blockquote, figure') !== null) return false;
  if (table.querySelector('th') === null && rows.length < 2) return false;
  return cells.every((cell) => cell.textContent.length <= LONGEST_CELL && cell.querySelectorAll('p, div').length <= 1);
}
