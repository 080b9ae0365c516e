/** Messages name files as the user would find them. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Problem } from '../../src/article/problem.ts';
import { nameFiles, nameSettings } from '../../src/build/name-files.ts';

const PROBLEM: Problem = { code: 'address-lost', severity: 'error', file: 'redirects.yaml', line: 1, field: 'address', got: '/tags/_data/', expected: 'a page', fix: 'write into _data/redirects.yaml the line /tags/_data/: /tags/' };
const named = (folder: string): string[] => nameSettings(folder, nameFiles(folder, [PROBLEM])).flatMap(({ file, fix }) => [file, fix]);

test('files are named from where the user is, where that is shorter, and from the root otherwise', () => {
  assert.deepEqual(named(join(process.cwd(), 'other')), ['other/redirects.yaml', 'write into other/redirects.yaml the line /tags/_data/: /tags/']);
  assert.deepEqual(named('/o'), ['/o/redirects.yaml', 'write into /o/redirects.yaml the line /tags/_data/: /tags/']);
  const beside = join(process.cwd(), '..', 'beside');
  assert.deepEqual(named(beside)[0], '../beside/redirects.yaml');
});
