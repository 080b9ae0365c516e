import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { MadeFiles } from '../../src/build/made-files.ts';
import { digestOf } from '../../src/plan/digest.ts';

const FILES = [{ file: '2015/07/20/a/index.html' }, { file: 'tags/نفط/index.html' }, { file: 'robots.txt' }];

test('a file is known once it was made, with its size, sum and digest', () => {
  const files = new MadeFiles(FILES);
  const sum = hash('sha256', 'نص', 'hex');
  assert.deepEqual([files.size, files.has('robots.txt'), files.get('robots.txt')], [0, false, undefined]);
  files.add([{ file: 'robots.txt', bytes: 4, sum }]);
  assert.deepEqual([files.size, files.has('robots.txt'), files.has('tags/نفط/index.html')], [1, true, false]);
  assert.deepEqual(files.get('robots.txt'), { file: 'robots.txt', bytes: 4, sum, digest: digestOf('نص') });
});

test('a file that was made again counts once, and is as it was made last', () => {
  const files = new MadeFiles(FILES);
  for (const text of ['أول', 'ثان']) files.add([{ file: 'robots.txt', bytes: Buffer.byteLength(text), sum: hash('sha256', text, 'hex') }]);
  assert.equal(files.size, 1);
  assert.equal(files.get('robots.txt')?.digest, digestOf('ثان'));
});

test('an empty file is a file', () => {
  const files = new MadeFiles(FILES);
  files.add([{ file: 'robots.txt', bytes: 0, sum: hash('sha256', '', 'hex') }]);
  assert.equal(files.get('robots.txt')?.bytes, 0);
});

test('what nobody asked for is a fault', () => {
  assert.throws(() => {
    new MadeFiles(FILES).add([{ file: 'other.txt', bytes: 1, sum: hash('sha256', 'x', 'hex') }]);
  }, /other\.txt was made, and nobody asked for it/u);
});
