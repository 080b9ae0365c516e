/** npm run pack -- --disk: the copy opens from a disk in a browser as it comes, without a server. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { askInPage, type ShownAnswer } from '../../scripts/support/search-in-page.ts';
import { searchSentence, searchText } from '../../src/arabic/strings.ts';
import { findBrowser } from '../support/find-browser.ts';
import { launchFirefox, missingFirefox, type Firefox } from '../support/firefox.ts';
import { runCommandLine, STACK_TRACE, type CommandResult } from '../support/run-command.ts';
import { shown } from '../support/search-page.ts';
import { serveSite } from '../support/serve-site.ts';
import { readTree } from '../support/site-checks/built-site.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-disk-'));
const site = join(room, 'site');
// A name as people give it: letters, blanks and signs that addresses have a meaning for.
const folder = join(room, 'أرشيف #1 (نسخة)');
const BASE = '/some/path/';
const FIRST_SEARCH_MS = 2000;
let browser: Browser;

const firefoxMissing = missingFirefox();
let startedFirefox: Firefox | undefined;
const firefox = (): Firefox => startedFirefox ?? assert.fail('Firefox was started');

type Answered = Omit<ShownAnswer, 'ms'>;

function withoutTime({ query, status, notes, results }: ShownAnswer): Answered {
  return { query, status, notes, results };
}

const pack = (...args: readonly string[]): Promise<CommandResult> => runCommandLine('pack', ['--out', site, ...args]);

before(async () => {
  const built = await runCommandLine('build', ['--out', site, '--base', BASE, '--quiet']);
  assert.equal(built.status, 0, built.stderr);
  const packed = await pack('--disk', folder);
  assert.equal(packed.status, 0, packed.stderr);
  // No flags: what a reader has. Only the sandbox is not to be had in every container.
  browser = await chromium.launch({ executablePath: await findBrowser(), chromiumSandbox: false });
  if (firefoxMissing !== false) return;
  startedFirefox = await launchFirefox();
  await startedFirefox.open(pathToFileURL(join(folder, 'index.html')).href);
});
after(async () => {
  await Promise.all([browser.close(), startedFirefox?.close()]);
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

  test('opens in Firefox', { skip: firefoxMissing }, async () => {
    const { heading, direction, styles, fonts } = await firefox().run(async () => {
      await document.fonts.ready;
      const fonts = [...document.fonts].filter((font) => font.status === 'loaded').length;
      return { heading: document.querySelector('h1')?.textContent ?? '', direction: getComputedStyle(document.body).direction, styles: document.styleSheets.length, fonts };
    });
    assert.notEqual(heading, '');
    assert.equal(direction, 'rtl');
    assert.ok(styles > 0 && fonts > 0);
  });

  describe('finds what the site on a host finds', () => {
    const queries = readFileSync(join(import.meta.dirname, 'disk-queries.txt'), 'utf8').trimEnd().split('\n');
    const search = pathToFileURL(join(folder, 'search/index.html')).href;
    let hosted: readonly Answered[];

    before(async () => {
      assert.equal(new Set(queries).size, 50);
      const host = await serveSite(site, BASE);
      const page = await browser.newPage();
      await page.goto(`${host.url}search/`);
      hosted = (await page.evaluate(askInPage, queries)).map(withoutTime);
      await page.close();
      await host.close();
      assert.ok(hosted.filter(({ results }) => results.length > 0).length >= 40, 'most queries find something');
    });

    test('in Chromium, the first time within two seconds', async () => {
      const page = await browser.newPage();
      const wrong: string[] = [];
      page.on('console', (message) => wrong.push(message.text()));
      page.on('requestfailed', (request) => wrong.push(request.url()));
      page.on('request', (request) => {
        if (!/^(?:file|data):/u.test(request.url())) wrong.push(`asked for ${request.url()}`);
      });
      await page.goto(search);
      const answers = await page.evaluate(askInPage, queries);
      assert.deepEqual(answers.map(withoutTime), hosted);
      assert.ok((answers[0]?.ms ?? Infinity) < FIRST_SEARCH_MS, `${String(answers[0]?.ms)} ms`);
      assert.deepEqual(wrong, []);
      await page.close();
    });

    test('in Firefox', { skip: firefoxMissing }, async () => {
      await firefox().open(search);
      const answers = await firefox().run(askInPage, queries);
      assert.deepEqual(answers.map(withoutTime), hosted);
      assert.ok((answers[0]?.ms ?? Infinity) < FIRST_SEARCH_MS, `${String(answers[0]?.ms)} ms`);
    });
  });

  test('follows words through time, articles and occurrences', async () => {
    const host = await serveSite(site, BASE);
    const page = await browser.newPage();
    const told: (readonly string[])[] = [];
    for (const start of [`${host.url}words/`, pathToFileURL(join(folder, 'words/index.html')).href]) {
      for (const measure of ['count', 'rate']) {
        await page.goto(`${start}?q=${encodeURIComponent('مصر')}&measure=${measure}`);
        await page.locator('.words-legend li').waitFor();
        told.push(await page.locator('.words-legend small, #words-found tr').allTextContents());
      }
    }
    assert.deepEqual(told.slice(2), told.slice(0, 2));
    assert.notDeepEqual(told[0], told[1]);
    await page.close();
    await host.close();
  });

  test('is searched from the form of any page; the address says what is searched, and one can go back', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, 'about/index.html')).href);
    await page.fill('#masthead-search', 'المناخ');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/index\.html\?q=/u);
    const first = await shown(page);
    assert.ok(first.titles.length > 0);
    await page.fill('#search-input', 'مصر');
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => address.searchParams.get('q') === 'مصر');
    await shown(page);
    await page.goBack();
    await page.waitForURL((address) => address.searchParams.get('q') === 'المناخ');
    assert.deepEqual(await shown(page), first);
    await page.reload();
    assert.deepEqual(await shown(page), first);
    await page.close();
  });

  test('marks the hits in the article that a result leads to, and the key leads back to the search', async () => {
    const page = await browser.newPage();
    await page.goto(`${pathToFileURL(join(folder, 'search/index.html')).href}?q=${encodeURIComponent('المناخ')}`);
    await shown(page);
    await page.locator('#search-results h2 a').first().click();
    await page.waitForURL('**/20*/**/index.html*');
    await page.locator('.hits-bar').waitFor();
    assert.match((await page.locator('mark.hit').first().textContent()) ?? '', /مناخ/u);
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'search');
    await page.close();
  });

  test('searches on where the browser refuses to change the address', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      for (const name of ['pushState', 'replaceState'] as const) History.prototype[name] = () => { throw new DOMException('refused', 'SecurityError'); };
    });
    await page.goto(pathToFileURL(join(folder, 'search/index.html')).href);
    await page.fill('#search-input', 'المناخ');
    await page.keyboard.press('Enter');
    assert.ok((await shown(page)).titles.length > 0);
    await page.close();
  });

  test('says so where a file of the search is gone', async () => {
    const broken = join(room, 'broken');
    cpSync(folder, broken, { recursive: true });
    rmSync(join(broken, 'pagefind/words'), { recursive: true });
    const page = await browser.newPage();
    await page.goto(`${pathToFileURL(join(broken, 'search/index.html')).href}?q=${encodeURIComponent('المناخ')}`);
    assert.equal((await shown(page)).status, searchText.failed);
    await page.close();
  });

  test('of one year has its pages and what they show, and begins there', async () => {
    const year = join(room, '2021');
    assert.equal((await pack('--disk', year, '--year', '2021')).status, 0);
    const files = [...readTree(year).keys()].filter((path) => path.endsWith('.html'));
    assert.ok(files.every((path) => path === 'index.html' || path === 'search/index.html' || path.startsWith('2021/')));
    assert.ok(readTree(site).has('2021/index.html') && files.length > 10);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(year, 'index.html')).href);
    await page.waitForURL(/2021\/index\.html$/u);
    await page.close();
  });

  test('of one year finds what the site finds within that year, and says which it is', async () => {
    const year = join(room, '2021');
    const host = await serveSite(site, BASE);
    const page = await browser.newPage();
    for (const query of ['رئيس', 'اتفاق', '«الأمم المتحدة»', 'مصر أو العراق']) {
      await page.goto(`${host.url}search/?${new URLSearchParams({ q: query, from: '2021', to: '2021' }).toString()}`);
      const hosted = await shown(page);
      await page.goto(`${pathToFileURL(join(year, 'search/index.html')).href}?${new URLSearchParams({ q: query }).toString()}`);
      const own = await shown(page);
      assert.deepEqual({ ...own, addresses: [] }, { ...hosted, addresses: [] }, query);
      for (const address of own.addresses) assert.ok(existsSync(fileURLToPath(address.replace(/^null/u, 'file://'))), address);
    }
    assert.ok((await page.textContent('main'))?.includes(searchSentence.onlyYear('2021')));
    await host.close();
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
