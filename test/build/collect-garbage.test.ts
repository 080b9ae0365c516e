/** Garbage is collected when there is much of it, and not for what stays in use. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCollector } from '../../src/build/collect-garbage.ts';

test('memory that has grown is looked through once, and again when it has grown as much from there', () => {
  let used = 500;
  let inUse = 500;
  const collected: number[] = [];
  const look = createCollector(100, {
    used: () => used,
    collect: () => {
      collected.push(used);
      used = inUse;
    },
  });
  for (const [next, live] of [[590, 500], [600, 550], [640, 550], [651, 560], [400, 400], [499, 400], [500, 400]] as const) {
    used = next;
    inUse = live;
    look();
  }
  assert.deepEqual(collected, [600, 651, 500]);
});
