/** What axe-core finds on one page of every kind, in both colour schemes, on a phone and on a desk. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { listPages } from '../../src/site/pages.ts';
import { prepareAxe, violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/open-page.ts';
import { openSample, type SampleSite } from '../support/sample-site.ts';

let sample: SampleSite;
let browser: Browser;

before(async () => {
  [sample, browser] = await Promise.all([openSample({ extra: true }), launchBrowser()]);
});

after(async () => {
  await browser.close();
  await sample.close();
});

test('axe finds nothing on any kind of page, light and dark, at 320 and 1280 pixels', async (t) => {
  const page = await browser.newPage();
  for (const { name, path } of sample.pages) {
    await t.test(`axe finds nothing on the ${name}`, async () => {
      await openPage(page, sample.url + path);
      await prepareAxe(page);
      assert.deepEqual(await everyWay(page), []);
    });
  }
});

test('every kind of page that the site has is among them', () => {
  const kinds = new Set(listPages(sample.site).map(({ kind }) => kind));
  const looked = new Set(sample.pages.map(({ kind }) => kind));
  assert.deepEqual([...kinds].filter((kind) => !looked.has(kind)), []);
  assert.ok(kinds.size >= 25);
});

test('axe finds nothing on what appears at a reader’s wish: the list filled, the keys, the bar over a selection, the reader’s own colours', async () => {
  const page = await browser.newPage();
  for (const path of ['2021/05/04/everything-sample/', '2021/05/04/english-sample/', '2015/12/12/r2wjykps/']) {
    await openPage(page, sample.url + path);
    await page.locator('.article .keep').click();
  }
  await prepareAxe(page);
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  assert.deepEqual(await everyWay(page), [], 'the list of keys');
  await page.keyboard.press('Escape');
  await page.locator('.body p').first().selectText();
  await page.mouse.up();
  await page.locator('.quote-bar:not([hidden])').waitFor();
  assert.deepEqual(await everyWay(page), [], 'the bar over a selection');

  await openPage(page, `${sample.url}reading-list/`);
  assert.equal(await page.locator('.kept-articles li').count(), 3);
  await prepareAxe(page);
  assert.deepEqual(await everyWay(page), [], 'the reading list');

  await page.evaluate(() => { localStorage.setItem('warraq-reader', JSON.stringify({ theme: 'dark', size: 'larger', digits: 'arabic', months: 'dual', calendar: 'hijri' })); });
  await openPage(page, `${sample.url}2021/`);
  await prepareAxe(page);
  assert.deepEqual(await everyWay(page), [], 'with settings of the reader');
  await page.close();
});

/** In both colour schemes, on a phone and on a desk. */
async function everyWay(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      found.push(...(await violations(page)).map((text) => `${colorScheme} ${String(width)}: ${text}`));
    }
  }
  return found;
}
