import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

function npmTest(args: readonly string[], env: Readonly<Record<string, string>> = {}): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/test.ts', ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
}

test('--help names the arguments', () => {
  const { status, stdout } = npmTest(['--help']);
  assert.equal(status, 0);
  assert.match(stdout, /^Usage: npm test -- \[options\] \[paths\.\.\.\]\n/);
});

test('paths without tests are wrong usage', () => {
  const { status, stderr } = npmTest(['test/nowhere']);
  assert.deepEqual({ status, stderr }, { status: 2, stderr: 'error: no tests at test/nowhere\nSee: npm test -- --help\n' });
});

test('without a browser no test runs, and one line says why', () => {
  const { status, stdout, stderr } = npmTest(['test/scripts/select-tests.test.ts'], { WARRAQ_BROWSER: '/no/browser' });
  assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
  assert.match(stderr, /^error: WARRAQ_BROWSER is "\/no\/browser", [^\n]+\n$/);
});
