/** The table of features names what is there: every path, every command, every check; and every row of the list has a place. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { PROJECT } from '../support/build-once.ts';

const PAGE = readFileSync(join(PROJECT, 'docs/features.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
/** Folders whose tests are named without `test/` before them. */
const ROOTS = ['', 'test'];

interface Named {
  readonly line: number;
  readonly text: string;
  /** Whether what it names is there. */
  readonly found: boolean;
}

/** What stands between backticks or as the target of a link, and claims to be a file, a folder, a command or a check. */
function namesIn(page: string): readonly Named[] {
  return page.split('\n').flatMap((row, at) => {
    // `heat-map.ts` after `src/site/views/month-chart.ts` is its neighbour.
    let folder = '';
    return [...row.matchAll(/`([^`]+)`|\]\(([^)]+)\)/gu)].flatMap(([, code, link]): readonly Named[] => {
      const name = (text: string, found: boolean): readonly Named[] => [{ line: at + 1, text, found }];
      if (link !== undefined) return name(link, existsSync(join(PROJECT, 'docs', link)));
      const text = code ?? '';
      const command = /^npm run ([\w:-]+)/u.exec(text)?.[1];
      if (command !== undefined) return name(text, scripts[command] !== undefined);
      if (/^check-[a-z-]+$/u.test(text)) return name(text, existsSync(join(PROJECT, 'test/support/site-checks', `${text}.ts`)));
      const isPath = /^[\w.@-]+(?:\/[\w.@-]+)*(?:\.(?:tsx?|css|yaml|md)|\/)$|^(?:src|_includes|_data|test|scripts)(?:\/[\w.@-]+)*$/u.test(text);
      if (!isPath) return [];
      const places = [...ROOTS.map((root) => join(PROJECT, root, text)), ...(folder === '' ? [] : [join(folder, text)])];
      const place = places.find((path) => existsSync(path));
      if (place !== undefined) folder = text.endsWith('/') ? place : dirname(place);
      return name(text, place !== undefined);
    });
  });
}

describe('the page of features', () => {
  test('names only paths, commands and checks that exist', () => {
    const names = namesIn(PAGE);
    assert.ok(names.length > 120, String(names.length));
    assert.deepEqual(names.filter(({ found }) => !found).map(({ line, text }) => `line ${String(line)}: ${text}`), []);
  });

  test('a path, a command and a check that are not there would be found', () => {
    for (const text of ['`src/nowhere.ts`', '`npm run nothing`', '`check-nothing`', '`nowhere/`', '[a page](nowhere.md)', '`browser/nothing.test.ts`']) assert.deepEqual(namesIn(text).map(({ found }) => found), [false], text);
  });

  test('has each row from 1 to 60, and each says where it lives and what proves it, or why it is not there', () => {
    const rows = PAGE.split('\n').filter((line) => /^\| \d/u.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
    const numbers = rows.flatMap(([number = '']) => {
      const span = /^(\d+)–(\d+)$/u.exec(number);
      if (span === null) return number.split(', ').map(Number);
      return Array.from({ length: Number(span[2]) - Number(span[1]) + 1 }, (_, at) => Number(span[1]) + at);
    });
    assert.deepEqual(numbers, Array.from({ length: 60 }, (_, at) => at + 1));
    for (const [number, , place = '', proof = ''] of rows) {
      assert.ok(place !== '' && proof !== '' && proof !== '–', `row ${String(number)}`);
      if (place === '–') assert.match(proof, /^not here/u, `row ${String(number)}`);
    }
  });
});
