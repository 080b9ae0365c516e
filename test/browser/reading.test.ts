/** Reading without scripts, with the keyboard, and on the reader's own day. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { homeText, onThisDayText, searchText, siteText } from '../../src/arabic/strings.ts';
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

/** Pages by name, without those that are the search page in another state. */
const lastingPages = (): typeof sample.pages => sample.pages.filter(({ path }) => !path.includes('?'));

test('every kind of page shows its text and its links without scripts', async (t) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const { name, path } of lastingPages()) {
    await t.test(`without scripts the ${name} shows its text and links that lead on`, async () => {
      await page.goto(sample.url + path);
      const heading = page.locator('h1');
      assert.equal(await heading.count(), 1);
      assert.ok(await heading.isVisible());
      assert.ok((await page.locator('main').innerText()).trim().length > 80, 'the page has text');
      const links = page.locator(name === 'withdrawn article' || name === 'english article' ? 'nav a' : 'main a');
      assert.ok((await links.count()) >= 2, 'the page has links');
      assert.ok(await links.first().isVisible());
    });
  }

  await t.test('without scripts an article has all its paragraphs', async () => {
    const article = sample.site.archive.articles.find(({ id }) => id === 'r2wjykps');
    assert.ok(article !== undefined);
    await page.goto(`${sample.url}2015/12/12/r2wjykps/`);
    const shown = (await page.locator('.body').innerText()).replace(/\s+/gu, ' ');
    for (const paragraph of article.body.split('\n\n')) assert.ok(shown.includes(paragraph.trim()), paragraph);
  });

  await t.test('without scripts the search page says in Arabic what it lacks, and leads to other ways', async () => {
    await page.goto(`${sample.url}search/`);
    const notice = page.locator('noscript p');
    assert.equal(await notice.innerText(), searchText.needsScript);
    assert.ok(await notice.isVisible());
    const ways = page.locator('noscript a');
    assert.ok((await ways.count()) >= 5);
    for (const address of await ways.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
      assert.equal((await page.request.get(address)).status(), 200, address);
    }
  });

  await t.test('without scripts the search form of a page leads to the search page with what was typed', async () => {
    await page.goto(sample.url);
    await page.getByRole('searchbox').fill('المناخ');
    await page.getByRole('button', { name: siteText.search }).click();
    await page.waitForURL('**/search/**');
    assert.equal(page.url(), `${sample.url}search/?q=${encodeURIComponent('المناخ')}`);
  });

  await t.test('without scripts no page of the archive talks of scripts but the search page', async () => {
    await page.goto(sample.url);
    assert.equal(await page.locator('noscript').count(), 0);
  });
  await context.close();
});

/** The focused element: how it is drawn, where it is. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return {
      html: element.outerHTML.slice(0, 100),
      matches: element.matches('.skip') ? 'skip' : element.tagName.toLowerCase(),
      ringed: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      inView: top > -1 && left > -1 && bottom < innerHeight + 1 && right < document.documentElement.clientWidth + 1,
    };
  });
}

test('the first stop of the Tab key is the skip link, and it leads past the navigation', async (t) => {
  const page = await browser.newPage();
  for (const { name, path } of sample.pages) {
    // The empty search page puts the reader into its box.
    if (name === 'search page') continue;
    await t.test(`on the ${name} Tab reaches the skip link first`, async () => {
      await openPage(page, sample.url + path);
      await page.keyboard.press('Tab');
      const first = await focused(page);
      assert.deepEqual([first.matches, first.ringed, first.inView], ['skip', true, true], first.html);
      await page.keyboard.press('Enter');
      assert.equal((await focused(page)).matches, 'main');
      await page.keyboard.press('Tab');
      const next = await page.evaluate(() => ({ inMain: document.activeElement?.closest('main') !== null, inFooter: document.activeElement?.closest('footer') !== null }));
      assert.ok(next.inMain || next.inFooter, 'the next stop is past the navigation');
    });
  }
});

test('every stop of the Tab key is in view and has a ring', async () => {
  const page = await browser.newPage();
  for (const path of ['', '2015/12/12/r2wjykps/', `search/?q=${encodeURIComponent('المناخ')}`]) {
    await openPage(page, sample.url + path);
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab');
      const { html, matches, ringed, inView } = await focused(page);
      // Past the last stop the browser's own controls come, and then the page once more.
      if (stop > 15 && matches === 'body') break;
      assert.deepEqual({ ringed, inView }, { ringed: true, inView: true }, `${path}: ${html}`);
    }
  }
  await page.close();
});

test('the empty search page waits for typing', async () => {
  const page = await browser.newPage();
  await openPage(page, `${sample.url}search/`);
  assert.equal((await focused(page)).matches, 'input');
  await page.close();
});

/** What the home page says of today, at a moment in a place. */
async function today(at: string, timezoneId: string): Promise<string> {
  const context = await browser.newContext({ timezoneId, locale: 'en-US' });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(at));
  await openPage(page, sample.url);
  const text = await page.locator('#today').innerText();
  await context.close();
  return text;
}

test('the home page says which day it is for the reader, in both calendars', async () => {
  assert.equal(await today('2021-05-04T09:00:00Z', 'Asia/Riyadh'), `${homeText.today}: الثلاثاء 4 مايو 2021 الموافق 22 رمضان 1442هـ`);
});

test('the day is that of the reader’s own clock, not of the archive’s', async () => {
  const late = '2024-03-10T21:30:00Z';
  assert.equal(await today(late, 'Asia/Riyadh'), `${homeText.today}: الاثنين 11 مارس 2024 الموافق 1 رمضان 1445هـ`);
  assert.equal(await today(late, 'Africa/Casablanca'), `${homeText.today}: الأحد 10 مارس 2024 الموافق 29 شعبان 1445هـ`);
});

test('the home page shows what was published on the reader’s day, in both calendars', async () => {
  const context = await browser.newContext({ timezoneId: 'Asia/Riyadh' });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2025-05-04T09:00:00Z'));
  await openPage(page, sample.url);
  const box = page.locator('#on-this-day');
  await box.locator('h3').first().waitFor();
  assert.equal(await box.locator('h3').first().innerText(), '4 مايو');
  const link = box.locator('li a').first();
  assert.match(await link.getAttribute('href') ?? '', /\/2021\/05\/04\//u);
  assert.match(await box.locator('li').first().innerText(), / 2021$/u);
  await context.close();
});

test('the home page says when nothing was published on the reader’s day', async () => {
  const context = await browser.newContext({ timezoneId: 'Asia/Riyadh' });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2025-01-08T09:00:00Z'));
  await openPage(page, sample.url);
  await page.locator('#on-this-day').getByText(onThisDayText.none).waitFor();
  assert.equal(await page.locator('#on-this-day li').count(), 0);
  await context.close();
});
