/** What a reader sets stays set, from the first moment of the next page; and what the keyboard does. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { readerText } from '../../src/arabic/strings.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/open-page.ts';
import { openSample, type SampleSite } from '../support/sample-site.ts';

const ARTICLE = '2015/12/12/r2wjykps/';
let sample: SampleSite;
let browser: Browser;
let page: Page;

before(async () => {
  [sample, browser] = await Promise.all([openSample(), launchBrowser()]);
  page = await browser.newPage({ colorScheme: 'light' });
});

after(async () => {
  await browser.close();
  await sample.close();
});

const look = () => page.evaluate(() => ({ size: Number.parseFloat(getComputedStyle(document.documentElement).fontSize), paper: getComputedStyle(document.documentElement).backgroundColor, width: document.querySelector('.article')?.getBoundingClientRect().width ?? 0 }));

test('text, colours and width change at once and hold on the next page', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openPage(page, sample.url + ARTICLE);
  const usual = await look();
  await page.getByLabel(readerText.size.label).selectOption('larger');
  await page.getByLabel(readerText.theme.label).selectOption('dark');
  await page.getByLabel(readerText.width.label).selectOption('wide');
  const set = await look();
  assert.ok(set.size > usual.size * 1.3);
  assert.notEqual(set.paper, usual.paper);
  assert.ok(set.width > usual.width);
  await openPage(page, sample.url);
  assert.deepEqual([(await look()).size, (await look()).paper], [set.size, set.paper]);
  assert.equal(await page.getByLabel(readerText.theme.label).inputValue(), 'dark');
  await page.getByLabel(readerText.theme.label).selectOption('auto');
  assert.equal((await look()).paper, usual.paper);
});

test('the page is drawn as set before its body is read', async () => {
  const early = await browser.newContext();
  await early.addInitScript(() => {
    localStorage.setItem('warraq-reader', '{"theme":"dark"}');
    new MutationObserver(() => {
      if (document.body as HTMLElement | null) document.documentElement.dataset['seen'] ??= document.documentElement.dataset['theme'] ?? 'none';
    }).observe(document, { childList: true, subtree: true });
  });
  const fresh = await early.newPage();
  await fresh.goto(sample.url);
  assert.equal(await fresh.evaluate(() => document.documentElement.dataset['seen']), 'dark');
  await early.close();
});

test('a page whose dates are to be written otherwise is seen when they are, and when the script for them does not come', async () => {
  const early = await browser.newContext({ serviceWorkers: 'block' });
  await early.addInitScript(() => { localStorage.setItem('warraq-reader', '{"digits":"arabic"}'); });
  const fresh = await early.newPage();
  let release = (): void => undefined;
  const late = new Promise<void>((resolve) => { release = resolve; });
  await fresh.route('**/assets/reader-*.js', async (route) => { await late; await route.continue(); });
  await fresh.goto(sample.url, { waitUntil: 'commit' });
  await fresh.waitForSelector('.card time', { state: 'attached' });
  const seen = (): Promise<readonly string[]> => fresh.evaluate(() => [getComputedStyle(document.body).visibility, /[\u0660-\u0669]/u.test(document.querySelector('.card time')?.textContent ?? '') ? 'arabic' : 'western']);
  assert.deepEqual(await seen(), ['hidden', 'western']);
  release();
  await fresh.waitForFunction(() => getComputedStyle(document.body).visibility === 'visible');
  assert.deepEqual(await seen(), ['visible', 'arabic']);
  await fresh.unroute('**/assets/reader-*.js');
  await fresh.route('**/assets/reader-*.js', (route) => route.abort());
  await fresh.goto(sample.url);
  await fresh.waitForFunction(() => getComputedStyle(document.body).visibility === 'visible');
  assert.deepEqual(await seen(), ['visible', 'western']);
  await early.close();
});

test('what another program stored does no harm', async () => {
  for (const stored of ['null', '[]', '{', '"x"', '{"theme":"purple","size":7}']) {
    await page.evaluate((text) => {
      localStorage.setItem('warraq-reader', text);
    }, stored);
    await openPage(page, sample.url);
    assert.equal(await page.locator('.reader-settings select').count(), 6, stored);
    assert.equal(await page.evaluate(() => document.documentElement.dataset['theme']), undefined);
  }
});

test('keys lead to the search, to the neighbours and to the list of keys, but not while typing', async () => {
  await openPage(page, sample.url + ARTICLE);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: readerText.keys.title });
  assert.ok(await dialog.isVisible());
  await page.keyboard.press('Escape');
  assert.ok(!(await dialog.isVisible()));
  const next = await page.locator('main a[rel=next]').getAttribute('href');
  await page.keyboard.press('n');
  await page.waitForURL(`**${next ?? ''}`);
  await page.keyboard.press('p');
  await page.waitForURL(`**/${ARTICLE}`);
  await page.keyboard.press('/');
  await page.keyboard.type('np?');
  assert.equal(await page.getByRole('searchbox').inputValue(), 'np?');
});

test('the keys are those of the keyboard whatever it writes: an Arabic one has other letters and another question mark', async () => {
  const press = (key: string, code: string) => page.evaluate(([key, code]) => document.dispatchEvent(new KeyboardEvent('keydown', { key: key ?? '', code: code ?? '', bubbles: true, cancelable: true })), [key, code]);
  await openPage(page, sample.url + ARTICLE);
  await press('؟', 'Slash');
  assert.ok(await page.getByRole('dialog', { name: readerText.keys.title }).isVisible());
  await page.keyboard.press('Escape');
  // In a Latin layout that is not English the key says another Latin letter, which is meant.
  await press('b', 'KeyN');
  const next = await page.locator('main a[rel=next]').getAttribute('href');
  await press('ى', 'KeyN');
  await page.waitForURL(`**${next ?? ''}`);
  await press('ح', 'KeyP');
  await page.waitForURL(`**/${ARTICLE}`);
});

/** An article on a day, with digits and a month in its headline; and a tag that is called after a month. */
const DATED = '2021/10/07/j3kx3ecy/';
const datesOf = () => page.evaluate(() => [...document.querySelectorAll('time')].map((element) => element.textContent));

async function chooseDates(chosen: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((stored) => {
    localStorage.setItem('warraq-reader', JSON.stringify(stored));
  }, chosen);
}

test('digits, names of months and the calendar are the reader’s in dates and counts, and articles stay as printed', async () => {
  await chooseDates({});
  await openPage(page, sample.url + DATED);
  const body = await page.locator('.article .body').textContent();
  const title = await page.locator('.article h1').textContent();
  const references = await page.locator('.citation').allTextContents();
  assert.equal((await datesOf())[0], 'الخميس 7 أكتوبر 2021 الموافق 1 ربيع الأول 1443هـ');

  await page.getByLabel(readerText.months.label).selectOption('levant');
  await page.waitForFunction(() => document.querySelector('time')?.textContent.includes('تشرين'));
  await page.getByLabel(readerText.digits.label).selectOption('arabic');
  await page.waitForFunction(() => document.querySelector('time')?.textContent.includes('٢٠٢١'));
  await page.getByLabel(readerText.calendar.label).selectOption('hijri');
  await page.waitForFunction(() => document.querySelector('time')?.textContent.includes('الخميس ١ ربيع'));
  assert.equal((await datesOf())[0], 'الخميس ١ ربيع الأول ١٤٤٣هـ الموافق ٧ تشرين الأول ٢٠٢١');
  assert.deepEqual(await page.locator('.crumbs a').allTextContents(), ['الرئيسية', 'التواريخ', '٢٠٢١', 'تشرين الأول ٢٠٢١', '٧ تشرين الأول ٢٠٢١']);
  assert.equal(await page.locator('.article .body').textContent(), body);
  assert.equal(await page.locator('.article h1').textContent(), title);
  // The box of references gains buttons, and nothing else.
  assert.deepEqual(await page.locator('.citation').allTextContents(), references);

  await openPage(page, sample.url);
  assert.match(await page.locator('.group-title').first().textContent() ?? '', /^\p{L}+ [٠-٩]+ [^0-9]+ [٠-٩]+هـ/u);
  await openPage(page, `${sample.url}2021/10/`);
  assert.equal(await page.locator('h1').textContent(), 'تشرين الأول ٢٠٢١');
  assert.doesNotMatch(await page.locator('.calendar').textContent() ?? '', /[0-9]/u);

  await page.getByLabel(readerText.digits.label).selectOption('site');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent.includes('2021'));
});

test('names of months are the reader’s in sentences with dates too, and over the map of days none runs into the next', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await chooseDates({ months: 'levant' });
  const titled = sample.pages.find(({ kind }) => kind === 'dossier');
  await openPage(page, sample.url + (titled?.path ?? ''));
  const span = (await page.locator('.lede [data-dated]').textContent()) ?? '';
  assert.match(span, /كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين/u);
  assert.doesNotMatch(span, /يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر/u);
  await openPage(page, `${sample.url}2021/`);
  const edges = await page.locator('.heat > svg text').evaluateAll((names) => names.map((name) => name.getBoundingClientRect()).map(({ left, right }) => ({ left, right })));
  assert.equal(edges.length, 12);
  // From right to left: each begins where the one before has ended.
  assert.deepEqual(edges.filter(({ right }, at) => at > 0 && right > (edges[at - 1]?.left ?? 0)), []);
  await chooseDates({});
});

test('two names side by side are not doubled, and a tag called after a month keeps its name', async () => {
  await chooseDates({ months: 'dual' });
  await openPage(page, `${sample.url}2021/10/`);
  assert.equal(await page.locator('h1').textContent(), 'أكتوبر/تشرين الأول 2021');
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    heading?.firstChild?.replaceWith('مايو 2021');
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<ul class="chips"><li><a id="tag" href="/tags/x/">حرب أكتوبر 1973</a></li></ul>');
  });
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'مايو/أيار 2021');
  assert.equal(await page.locator('#tag').textContent(), 'حرب أكتوبر 1973');
});

/** The sample over a slow line: pages come in pieces, with pauses in which the browser draws. */
async function openSlowly(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(new URL(request.url ?? '', sample.url));
      const bytes = Buffer.from(await answer.arrayBuffer());
      const type = answer.headers.get('content-type') ?? '';
      response.setHeader('content-type', type);
      // Scripts come when much of the page is there.
      if (type.includes('javascript')) await setTimeout(300);
      const size = type.startsWith('text/html') ? Math.ceil(bytes.length / 6) : bytes.length;
      for (let start = 0; start < bytes.length; start += size) {
        response.write(bytes.subarray(start, start + size));
        if (size < bytes.length) await setTimeout(80);
      }
      response.end();
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { url: `http://127.0.0.1:${String(address.port)}/`, close: () => { server.closeAllConnections(); server.close(); } };
}

test('dates are never drawn as the site writes them and then changed', { timeout: 60_000 }, async (t) => {
  const slow = await openSlowly();
  t.after(slow.close);
  const context = await browser.newContext();
  // As text: the loader of the tests gives functions a name by a helper that the browser does not have.
  await context.addInitScript({ content: `
    localStorage.setItem('warraq-reader', '{"digits":"arabic","calendar":"hijri"}');
    globalThis.drawn = { frames: 0, dates: 0, wrong: [] };
    // However busy the machine of the test is, the page waits for its script.
    const later = setTimeout;
    globalThis.setTimeout = (work, delay, ...given) => later(work, delay === 1500 ? 60000 : delay, ...given);
    requestAnimationFrame(function look() {
      requestAnimationFrame(look);
      if (document.documentElement.hasAttribute('data-unwritten')) return;
      const dates = [...document.querySelectorAll('time')].map((element) => element.textContent);
      drawn.frames += 1;
      drawn.dates += dates.length;
      // The last one may still be on its way.
      drawn.wrong.push(...dates.slice(0, document.readyState === 'loading' ? -1 : undefined).filter((text) => /[0-9]/u.test(text)));
    });` });
  const fresh = await context.newPage();
  await fresh.goto(`${slow.url}2021/`, { waitUntil: 'load' });
  await fresh.locator('html:not([data-unwritten])').waitFor({ state: 'attached' });
  await fresh.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); }));
  const drawn = await fresh.evaluate(() => (globalThis as unknown as { readonly drawn: { readonly frames: number; readonly dates: number; readonly wrong: readonly string[] } }).drawn);
  assert.ok(drawn.frames > 0 && drawn.dates > 5, `${String(drawn.frames)} frames, ${String(drawn.dates)} dates`);
  assert.deepEqual(drawn.wrong, []);
  await context.close();
});

test('search results and their chart are written as the reader wants', async () => {
  await chooseDates({ digits: 'arabic', months: 'levant', calendar: 'hijri' });
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('مصر')}&from=2021&to=2021`);
  await page.locator('#search-results .card').first().waitFor();
  const details = await page.locator('#search-results .card .meta').first().locator('span').allTextContents();
  assert.match(details[0] ?? '', /^\p{L}+ [٠-٩]+ .* [٠-٩]+هـ$/u);
  assert.match(details[1] ?? '', /٢٠٢١$/u);
  assert.ok((await page.locator('#search-months .name').allTextContents()).includes('كانون الثاني'));
  assert.doesNotMatch(await page.locator('#search-status').textContent() ?? '', /[0-9]/u);
  await chooseDates({});
});

test('without a script the page is as the site writes it', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(sample.url + DATED);
  assert.equal(await still.locator('time').first().textContent(), 'الخميس 7 أكتوبر 2021 الموافق 1 ربيع الأول 1443هـ');
  await plain.close();
});
