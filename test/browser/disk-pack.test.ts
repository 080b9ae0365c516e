/** npm run pack -- --disk: the copy opens from a disk in a browser as it comes, without a server. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../support/find-browser.ts';
import { findProgram } from '../support/host-servers.ts';
import { runCommandLine, STACK_TRACE, type CommandResult } from '../support/run-command.ts';
import { readTree } from '../support/site-checks/built-site.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-disk-'));
const site = join(room, 'site');
// A name as people give it: letters, blanks and signs that addresses have a meaning for.
const folder = join(room, 'أرشيف #1 (نسخة)');
let browser: Browser;

const pack = (...args: readonly string[]): Promise<CommandResult> => runCommandLine('pack', ['--out', site, ...args]);

before(async () => {
  const built = await runCommandLine('build', ['--out', site, '--base', '/some/path/', '--quiet']);
  assert.equal(built.status, 0, built.stderr);
  const packed = await pack('--disk', folder);
  assert.equal(packed.status, 0, packed.stderr);
  // No flags: what a reader has. Only the sandbox is not to be had in every container.
  browser = await chromium.launch({ executablePath: await findBrowser(), chromiumSandbox: false });
});
after(async () => {
  await browser.close();
  rmSync(room, { recursive: true, force: true });
});

describe('a copy on a disk', () => {
  test('asks no server for anything: every link is relative and leads to a file, or is another site’s', () => {
    const files = readTree(folder);
    const faults: string[] = [];
    for (const [path, bytes] of files) {
      if (!path.endsWith('.html')) continue;
      for (const [, name = '', address = ''] of bytes.toString('utf8').matchAll(/<[a-z][^>]*? (href|src|action)="([^"]*)"/gu)) {
        if (/^(?:https?:|mailto:|data:|#)/u.test(address)) continue;
        const target = decodeURI(new URL(address, `file:///pack/${encodeURI(path)}`).pathname).slice('/pack/'.length);
        if (address.startsWith('/') || !files.has(target)) faults.push(`${path}: ${name}="${address}"`);
      }
    }
    assert.deepEqual(faults.slice(0, 10), []);
  });

  test('opens by its file, with styles and fonts, and links lead from page to page', async () => {
    const page = await browser.newPage();
    try {
      const wrong: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(message.text());
      });
      page.on('requestfailed', (request) => wrong.push(request.url()));
      page.on('request', (request) => {
        if (!/^(?:file|data):/u.test(request.url())) wrong.push(`asked for ${request.url()}`);
      });
      await page.goto(pathToFileURL(join(folder, 'index.html')).href);
      assert.match((await page.textContent('#today')) ?? '', /\d/u, 'the reader’s day is filled in');
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      assert.ok(await page.evaluate(() => [...document.fonts].some((font) => font.status === 'loaded')), 'our fonts are there');
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl');
      await page.click('main .card a, main article a');
      await page.waitForLoadState();
      await page.click('.main-nav li:nth-child(2) a');
      assert.match(decodeURI(page.url()), /dates\/index\.html$/u);
      assert.deepEqual(wrong, []);
    } finally {
      await page.close();
    }
  });

  test('opens in Firefox', { skip: findProgram('firefox-esr') === undefined ? 'NOT TESTED: firefox-esr is not installed; get it with: apt-get install firefox-esr' : false }, () => {
    const picture = join(room, 'firefox.png');
    const home = join(room, 'home');
    mkdirSync(home);
    execFileSync('firefox-esr', ['--headless', '--profile', home, '--screenshot', picture, '--window-size=1280,900', pathToFileURL(join(folder, 'index.html')).href], { env: { ...process.env, HOME: home }, stdio: 'pipe', timeout: 60_000 });
    // A page without its styles and text would be nearly white, and small.
    assert.ok(readFileSync(picture).length > 60_000);
  });

  test('of one year has its pages and what they show, and begins there', async () => {
    const year = join(room, '2021');
    assert.equal((await pack('--disk', year, '--year', '2021')).status, 0);
    const files = [...readTree(year).keys()].filter((path) => path.endsWith('.html'));
    assert.ok(files.every((path) => path === 'index.html' || path.startsWith('2021/')));
    assert.ok(readTree(site).has('2021/index.html') && files.length > 10);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(year, 'index.html')).href);
    await page.waitForURL(/2021\/index\.html$/u);
    await page.close();
  });

  test('as a ZIP holds the same files, twice the same bytes', async () => {
    const zips = ['a', 'b'].map((name) => join(room, name, 'archive.zip'));
    for (const zip of zips) assert.equal((await pack('--disk', zip)).status, 0);
    const [first, second] = zips.map((zip) => readFileSync(zip));
    assert.ok(first !== undefined && second !== undefined && first.equals(second));
    assert.deepEqual(readdirSync(join(room, 'a')), ['archive.zip']);
    execFileSync('python3', ['-m', 'zipfile', '-e', zips[0] ?? '', join(room, 'unzipped')]);
    assert.deepEqual(readTree(join(room, 'unzipped', 'archive')), readTree(folder));
  });
});

for (const [args, status, message] of [
  [['--disk', folder], 1, /^error: --disk: .* is not empty/u],
  [['--disk', join(room, 'x'), '--year', '21'], 2, /^error: --year: got "21"; expected a year/u],
  [['--disk', join(room, 'x'), '--year', '1901'], 1, /^error: The site has no page of the year 1901; choose one that it has/u],
  [['--disk', join(site, 'x')], 1, /^error: --disk: .* lies in the built site/u],
] as const) {
  test(`pack ${args.map((arg) => arg.replace(room, '')).join(' ')} says what is wrong, and makes nothing`, async () => {
    const result = await pack(...args);
    assert.equal(result.status, status);
    assert.match(result.stderr, message);
    assert.doesNotMatch(result.stderr, STACK_TRACE);
    assert.ok(!existsSync(join(room, 'x')));
  });
}
