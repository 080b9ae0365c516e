/** Changing some lines of a sorted text gives the text that sorting all of them anew would give. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { comparePaths, SortedLines } from '../../src/plan/sorted-lines.ts';

const path = fc.constantFrom('a', 'a/b', 'a/b/c', 'a/c', 'أ/ب', 'أ/ت', '2015/01/x', '2015/02/y', 'z', '😀', '\uFE8D', 'tags/عُمان/index.html');
const folder = fc.constantFrom('a/', 'a/b/', 'أ/', '2015/', 'tags/');
const value = fc.constantFrom('1', '22', 'ب');

const render = (lines: ReadonlyMap<string, string>): string => [...lines].sort(([a], [b]) => comparePaths(a, b)).map(([key, text]) => `${text}\t${key}\n`).join('');

test('lines are put in, taken out and changed, alone and by folders', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(path, value)), fc.array(fc.oneof(path, folder)), fc.array(fc.tuple(path, value)), (old, removed, added) => {
      const before = new Map(old);
      const after = new Map([...before].filter(([key]) => !removed.some((gone) => (gone.endsWith('/') ? key.startsWith(gone) : key === gone))));
      for (const [key, text] of added) after.set(key, text);
      const lines = new SortedLines(Buffer.from(render(before)), (line) => line.slice(line.indexOf('\t') + 1));
      for (const [key, text] of before) assert.equal(lines.find(key), `${text}\t${key}`);
      assert.equal(lines.find('nowhere'), undefined);
      const changed = lines.change({ removed, added: new Map(added.map(([key, text]) => [key, `${text}\t${key}`])) });
      assert.equal(changed.toString('utf8'), render(after));
    }),
  );
});
