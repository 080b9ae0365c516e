/** What a reader sets stays set, from the first moment of the next page; and what the keyboard does. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

test('what another program stored does no harm', async () => {
  for (const stored of ['null', '[]', '{', '"x"', '{"theme":"purple","size":7}']) {
    await page.evaluate((text) => {
      localStorage.setItem('warraq-reader', text);
    }, stored);
    await openPage(page, sample.url);
    assert.equal(await page.locator('.reader-settings select').count(), 3, stored);
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
