/** Words through time as lines: what stands on the axis of time. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { parseHTML } from 'linkedom';
import { drawWords } from '../../src/client/words-chart.ts';

Object.assign(globalThis, { document: parseHTML('<html dir="rtl"><body></body></html>').document });

/** Names on the axis of time of a chart of so many months. */
function names(months: number, room: number): readonly string[] {
  const periods = Array.from({ length: months }, (_, at) => ({ period: `${String(2015 + Math.floor((at + 6) / 12))}-${String(((at + 6) % 12) + 1).padStart(2, '0')}`, all: 10, counts: [at] }));
  const chart = drawWords(periods, [{ word: 'نفط', addressOf: () => '' }], 'count', 'month', { digits: 'western', months: 'gulf' }, room);
  return [...chart.querySelectorAll('text[text-anchor=middle]')].map((text) => text.textContent);
}

test('a few months are named one by one, many by their years', () => {
  assert.deepEqual(names(2, 1000), ['يوليو 2015', 'أغسطس 2015']);
  assert.deepEqual(names(3, 350), ['يوليو 2015', 'أغسطس 2015', 'سبتمبر 2015']);
  assert.deepEqual(names(8, 350), ['2015', '2016']);
  assert.deepEqual(names(30, 1000), ['2015', '2016', '2017']);
});
