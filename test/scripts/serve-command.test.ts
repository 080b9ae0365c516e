/** npm run serve as its user sees it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PROJECT } from '../support/build-once.ts';
import { runCommandLine, STACK_TRACE } from '../support/run-command.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-serve-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

/** A folder that looks like a built site. */
function site(base: string): string {
  const out = mkdtempSync(join(room, 'site-'));
  mkdirSync(join(out, 'صفحة'));
  writeFileSync(join(out, 'site.json'), JSON.stringify({ generator: 'Warraq', format: 1, base }));
  writeFileSync(join(out, 'index.html'), 'home');
  writeFileSync(join(out, 'صفحة/index.html'), 'page');
  writeFileSync(join(out, '404.html'), 'lost');
  return out;
}

for (const base of ['/', '/some/path/']) {
  test(`serve says where the site is and serves it there, built for ${base}`, async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts', '--out', site(base), '--port', '0'], { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
      const said = chunk.toString('utf8').trim();
      assert.match(said, new RegExp(`^http://localhost:\\d+${base}$`, 'u'));
      const read = async (path: string): Promise<readonly [number, string]> => {
        const response = await fetch(new URL(path, said.replace('localhost', '127.0.0.1')));
        return [response.status, await response.text()];
      };
      assert.deepEqual([await read(base), await read(`${base}صفحة/`), await read(`${base}صفحة`), await read(`${base}gone/`)], [[200, 'home'], [200, 'page'], [200, 'page'], [404, 'lost']]);
    } finally {
      child.kill();
      await once(child, 'close');
    }
  });
}

test('serve without a built site ends with 1 and says how to build it', async () => {
  const { status, stdout, stderr } = await runCommandLine('serve', ['--out', join(room, 'nowhere'), '--port', '0']);
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^error: There is no built site in .*nowhere; build it first with: npm run build\n$/u);
});

test('serve on a port in use ends with 1 and says so', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : assert.fail('no port');
  try {
    const { status, stderr } = await runCommandLine('serve', ['--out', site('/'), '--port', port]);
    assert.equal(status, 1);
    assert.equal(stderr, `error: Port ${port} is in use; choose another with --port\n`);
  } finally {
    other.close();
  }
});

test('serve of a folder whose record is broken ends with 1 and no stack trace', async () => {
  const out = site('/');
  writeFileSync(join(out, 'site.json'), '{');
  const { status, stderr } = await runCommandLine('serve', ['--out', out, '--port', '0']);
  assert.equal(status, 1);
  assert.doesNotMatch(stderr, STACK_TRACE);
});

for (const port of ['x', '65536', '-1', '1.5', '']) {
  test(`serve --port=${port} is wrong usage`, async () => {
    const { status, stdout, stderr } = await runCommandLine('serve', ['--out', site('/'), `--port=${port}`]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^error: .*--port/u);
    assert.doesNotMatch(stderr, STACK_TRACE);
  });
}
