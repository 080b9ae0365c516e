import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectTests } from '../../scripts/support/select-tests.ts';

const FILES = ['test/site/b.test.ts', 'test/arabic/digits.test.ts', 'test/arabic/slug.test.ts', 'test/arabic-search/a.test.ts'];
const select = (...filters: string[]): readonly string[] => selectTests(FILES, filters, '/project').selected;

test('without filters all are selected, in a fixed order', () => {
  assert.deepEqual(select(), [...FILES].sort());
});

test('a folder selects what lies in it, however it is written', () => {
  const arabic = ['test/arabic/digits.test.ts', 'test/arabic/slug.test.ts'];
  for (const filter of ['test/arabic', 'test/arabic/', './test/arabic', '/project/test/arabic']) assert.deepEqual(select(filter), arabic);
});

test('files and folders add up', () => {
  assert.deepEqual(select('test/arabic/slug.test.ts', 'test/site', 'test/site/b.test.ts'), ['test/arabic/slug.test.ts', 'test/site/b.test.ts']);
});

test('a filter that fits nothing is told', () => {
  assert.deepEqual(selectTests(FILES, ['test/arabc', 'test/site'], '/project'), { selected: ['test/site/b.test.ts'], unmatched: ['test/arabc'] });
});
