/** What axe-core finds on one page of every kind, in both colour schemes, on a phone and on a desk. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
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
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [320, 1280]) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          found.push(...(await violations(page)).map((text) => `${colorScheme} ${String(width)}: ${text}`));
        }
      }
      assert.deepEqual(found, []);
    });
  }
});
