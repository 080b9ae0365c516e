import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { buildExcerpt } from '../../src/search/query/excerpt.ts';

const show = (pieces: ReturnType<typeof buildExcerpt>): string => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('a short text is shown whole, with every hit marked', () => {
  assert.equal(show(buildExcerpt('قال الوزير إن الوزارة بخير', [1, 3], 30)), 'قال [الوزير] إن [الوزارة] بخير');
});

test('punctuation round a word is not marked', () => {
  assert.equal(show(buildExcerpt('قال: «المناخ»، ثم', [1], 30)), 'قال: «[المناخ]»، ثم');
});

test('of a long text the part with most hits is shown, and dots say that there is more', () => {
  const tokens = Array.from({ length: 100 }, (_, index) => `ك${String(index)}`);
  assert.equal(show(buildExcerpt(tokens.join(' '), [5, 60, 62], 6)), '… ك59 [ك60] ك61 [ك62] ك63 ك64 …');
});

test('where parts have as many hits, the earliest is shown', () => {
  const tokens = Array.from({ length: 40 }, (_, index) => `ك${String(index)}`);
  assert.match(show(buildExcerpt(tokens.join(' '), [30, 10], 6)), /\[ك10\]/u);
});

test('without hits the beginning is shown', () => {
  assert.equal(show(buildExcerpt('واحد اثنان ثلاثة أربعة', [], 2)), 'واحد اثنان …');
});

test('positions outside the text mark nothing', () => {
  assert.equal(show(buildExcerpt('واحد اثنان', [7], 5)), 'واحد اثنان');
});

test('an excerpt is a stretch of the text with the asked number of tokens at most', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[^\s…]{1,8}$/u), { minLength: 1, maxLength: 60 }), fc.array(fc.nat(70), { maxLength: 10 }), fc.integer({ min: 1, max: 40 }), (tokens, positions, length) => {
      const content = tokens.join(' ');
      const text = buildExcerpt(content, positions, length).map((piece) => piece.text).join('').replace(/^… /u, '').replace(/ …$/u, '');
      assert.ok(content.includes(text));
      assert.ok(text.split(' ').length <= length);
    }),
  );
});

test('markup in an index stays text', () => {
  for (const piece of buildExcerpt('<img src=x onerror=alert(1)> <mark> </mark>', [0, 2], 9)) assert.deepEqual(Object.keys(piece).sort(), ['marked', 'text']);
});
