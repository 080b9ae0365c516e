/** The English interface as its readers meet it: axe on every kind of page, nothing beside the screen, the search and the keys. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { readerText } from '../../src/languages/english.ts';
import { prepareAxe, violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/open-page.ts';
import { openSample, type SampleSite } from '../support/sample-site.ts';

let sample: SampleSite;
let browser: Browser;
let page: Page;

before(async () => {
  [sample, browser] = await Promise.all([openSample({ extra: true, language: 'en' }), launchBrowser()]);
  page = await browser.newPage();
});

after(async () => {
  await browser.close();
  await sample.close();
});

test('on every kind of page axe finds nothing and nothing stands beside the screen', async (t) => {
  // Both schemes and widths are proved in Arabic: the styles are the same.
  await page.setViewportSize({ width: 320, height: 900 });
  for (const { name, path } of sample.pages) {
    await t.test(name, async () => {
      await openPage(page, sample.url + path);
      await prepareAxe(page);
      assert.deepEqual(await violations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  }
});

test('months stand in their boxes in the largest letters', async () => {
  await page.evaluate(() => { localStorage.setItem('warraq-reader', JSON.stringify({ size: 'larger' })); });
  await openPage(page, `${sample.url}dates/`);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.evaluate(() => { localStorage.clear(); });
});

test('an Arabic search is answered in English, and its Arabic runs from right to left', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('مصر')}`);
  const card = page.locator('#search-results .card').first();
  await card.waitFor();
  assert.match(await page.locator('#search-status').textContent() ?? '', /^\d+ results/u);
  assert.deepEqual(await card.locator('h2').evaluate((heading) => [heading.getAttribute('lang'), heading.getAttribute('dir')]), ['ar', 'rtl']);
  assert.match(await card.locator('.meta span').first().textContent() ?? '', /^\w+day \d+ \w+ \d{4}$/u);
  // Time runs from left to right, and so do the arrows.
  const bars = page.locator('#search-years button:enabled');
  await bars.first().focus();
  await page.keyboard.press('ArrowRight');
  assert.ok(await bars.nth(1).evaluate((bar) => bar === document.activeElement));
});

test('an article is printed with one reference, and a dossier is one in Arabic', async () => {
  await openPage(page, `${sample.url}2015/12/12/r2wjykps/`);
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('.cite-box dd').evaluateAll((references) => references.map((reference) => reference.checkVisibility()));
  assert.deepEqual(printed, [true, false, false, false]);
  await page.emulateMedia({ media: null });
  await openPage(page, `${sample.url}dossiers/climate-conferences/`);
  const aligned = await page.locator('.dossier :is(h1, .subtitle, .body p)').evaluateAll((parts) => parts.map((part) => getComputedStyle(part).direction));
  assert.ok(aligned.length > 3 && aligned.every((direction) => direction === 'rtl'));
});

test('a chart runs from left to right', async () => {
  await openPage(page, `${sample.url}dates/`);
  const places = await page.locator('.bars').first().locator('text').evaluateAll((years) => years.map((year) => year.getBoundingClientRect().x));
  assert.ok(places.length === 5 && places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0)));
});

test('the reader chooses the calendar; digits and names of months are one set', async () => {
  await openPage(page, `${sample.url}2021/10/07/j3kx3ecy/`);
  assert.equal(await page.getByLabel(readerText.digits.label).count() + await page.getByLabel(readerText.months.label).count(), 0);
  assert.equal(await page.locator('time').first().textContent(), 'Thursday 7 October 2021 / 1 Rabi I 1443 AH');
  await page.getByLabel(readerText.calendar.label).selectOption('hijri');
  await page.waitForFunction(() => document.querySelector('time')?.textContent === 'Thursday 1 Rabi I 1443 AH / 7 October 2021');
});
