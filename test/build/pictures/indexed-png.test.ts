/** Pictures of few colours, read again by another program. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { writeIndexedPng } from '../../../src/build/pictures/indexed-png.ts';

const PALETTE = Array.from({ length: 16 }, (_, at) => `#${(at * 0x0f1e0d).toString(16).padStart(6, '0')}`);
const colorOf = (at: number): readonly number[] => [1, 3, 5].map((from) => Number.parseInt((PALETTE[at] ?? '').slice(from, from + 2), 16));

test('sharp reads every pixel as it was given, for widths that are even or odd', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 81, maxLength: 81 }), async (width, height, colors) => {
      const pixels = Uint8Array.from(colors.slice(0, width * height));
      const { data, info } = await sharp(writeIndexedPng(width, height, pixels, PALETTE)).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
      assert.deepEqual([info.width, info.height, info.channels], [width, height, 3]);
      assert.deepEqual([...data], [...pixels].flatMap(colorOf));
    }),
    { numRuns: 60 },
  );
});
