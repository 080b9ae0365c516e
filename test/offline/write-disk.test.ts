import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusedByWindows } from '../../src/offline/write-disk.ts';

test('names that Windows refuses are told from those that it takes', () => {
  for (const name of ['con', 'CON.png', 'nul.tar.gz', 'lpt1', 'a:b.png', 'a?.png', 'a"b', 'a|b', 'dot.', 'blank ']) assert.ok(isRefusedByWindows(name), name);
  for (const name of ['con-', 'icon.png', 'console', 'صورة #1 (أ).png', '.htaccess', 'lpt10x', 'a%23b.png']) assert.ok(!isRefusedByWindows(name), name);
});
