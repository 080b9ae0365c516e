/** Bytes of files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createTextEncoder } from '../../src/eleventy/encode-text.ts';
import { runs, wildText } from '../arabic/arbitraries.ts';

test('one text after the other has the bytes of UTF-8, whatever is in it', () => {
  const encode = createTextEncoder();
  fc.assert(fc.property(wildText, fc.nat({ max: 40 }), (text, times) => {
    const long = text.repeat(times);
    assert.ok(Buffer.from(long).equals(encode(long)));
  }), { numRuns: runs.numRuns * 5 });
  for (const long of ['ع'.repeat(1_000_001), 'a', '']) assert.ok(Buffer.from(long).equals(encode(long)));
});
