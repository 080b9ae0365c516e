/** Commands: nothing that one needs while it runs is defined after it was started. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { YOUNG_GENERATION } from '../../src/build/young-generation.ts';
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

test('a build begins with the young generation that its workers have', () => {
  const { scripts: commands } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
  assert.match(commands['build'] ?? '', new RegExp(`^node ${YOUNG_GENERATION} `, 'u'));
});
