/** npm start as its user sees it: an address, and a page that follows the files. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PROJECT } from '../support/build-once.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-start-'));
const articles = join(room, 'articles');
const file = join(articles, 'one.md');
let child: ChildProcess | undefined;

after(() => {
  child?.kill();
  rmSync(room, { recursive: true, force: true });
});

function write(title: string, date = '2020-01-01'): void {
  writeFileSync(file, `---\nid: only-one\ntitle: "${title}"\ndate: ${date}\n---\nنص\n`);
}

/** Waits until a check holds; the time is ample, since other tests run beside. */
async function until<T>(what: string, check: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const found = await check();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited in vain for ${what}`);
}

test('start prints what it does and the address, the page follows a saved article, and a mistake is named and mended', async () => {
  mkdirSync(articles);
  write('العنوان الأول');
  let said = '';
  child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', '--articles', articles, '--data', room, '--out', join(room, 'site'), '--port', '0'], { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));

  const address = await until('the address', () => /http:\/\/localhost:\d+\//u.exec(said)?.[0]);
  assert.match(said, /rendering pages/u);
  // A connection kept open may be closed by the server at the moment it is used again.
  const page = async (): Promise<string> => (await fetch(`${address}2020/01/01/only-one/`, { headers: { connection: 'close' } })).text();
  assert.match(await page().catch((error: unknown) => assert.fail(`${String(error)}\n${said}`)), /العنوان الأول/u);

  write('العنوان الثاني');
  await until('the changed page', async () => ((await page()).includes('العنوان الثاني') ? true : undefined));

  write('العنوان الثالث', '2020-02-30');
  await until('the message', () => (said.includes('one.md:4 date: got "2020-02-30"') ? true : undefined));
  assert.match(await page(), /العنوان الثاني/u, 'the last good page is still there');

  write('العنوان الرابع');
  await until('the mended page', async () => ((await page()).includes('العنوان الرابع') ? true : undefined));
});
