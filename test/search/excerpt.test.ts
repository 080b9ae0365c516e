import assert from 'node:assert/strict';
import test from 'node:test';
import { parseExcerpt } from '../../src/search/query/excerpt.ts';

test('marks become pieces, and the pieces together are the text', () => {
  assert.deepEqual(parseExcerpt('قال <mark>الوزير</mark> أمس'), [
    { text: 'قال ', marked: false },
    { text: 'الوزير', marked: true },
    { text: ' أمس', marked: false },
  ]);
  assert.deepEqual(parseExcerpt('<mark>أ</mark> <mark>ب</mark>').filter(({ marked }) => marked).map(({ text }) => text), ['أ', 'ب']);
  assert.deepEqual(parseExcerpt(''), []);
});

test('what Pagefind escaped is turned back into the characters of the text, once', () => {
  assert.deepEqual(parseExcerpt('&lt;b&gt; <mark>&lt;i&gt;</mark> &amp;lt;'), [
    { text: '<b> ', marked: false },
    { text: '<i>', marked: true },
    { text: ' &amp;lt;', marked: false },
  ]);
});

test('markup in an index stays text', () => {
  for (const hostile of ['<img src=x onerror=alert(1)>', '<mark><script>alert(1)</script></mark>', '<mark', '</mark>text', '<mark><mark>twice</mark></mark>']) {
    const pieces = parseExcerpt(hostile);
    for (const piece of pieces) assert.deepEqual(Object.keys(piece), ['text', 'marked']);
    assert.equal(pieces.map(({ text }) => text).join('').replaceAll(/<\/?mark>/gu, ''), hostile.replaceAll(/<\/?mark>/gu, ''));
  }
});
