/** Commands: nothing that one needs while it runs is defined after it was started. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT } from '../support/build-once.ts';

const scripts = join(PROJECT, 'scripts');

test('a command is started below its constants: above them it would run into what is not defined yet', () => {
  const files = readdirSync(scripts).filter((name) => name.endsWith('.ts'));
  assert.ok(files.length > 10);
  const late = files.flatMap((name) => {
    const [, after = ''] = readFileSync(join(scripts, name), 'utf8').split(/^await runCommand\(/mu);
    return [...after.matchAll(/^(?:export )?(?:const|let|class) (\w+)/gmu)].map(([, constant = '']) => `${name}: ${constant}`);
  });
  assert.deepEqual(late, []);
});
