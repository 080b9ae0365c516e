/** How pages lie on screens of all widths, with large text, while they load, and on paper. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
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

/** What sticks out at either side: the page's own overflow, and elements that no scrolling could bring into view. */
async function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${String(scrollWidth - clientWidth)} pixels too wide`] : [];
    // What is only said aloud is nowhere; what has its own scroll bar may be wider than the screen.
    const excused = new Set<Element>(document.querySelectorAll('.visually-hidden, .skip, .body .table *, .scrolling *'));
    for (const element of document.querySelectorAll('body *')) {
      const { left, right, width, height } = element.getBoundingClientRect();
      if (width > 0 && height > 0 && (left < -1 || right > clientWidth + 1) && !excused.has(element)) found.push(element.outerHTML.slice(0, 100));
    }
    return found;
  });
}

test('on every kind of page what follows the heading keeps a distance from it', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  const close: string[] = [];
  for (const { name, path } of sample.pages) {
    await openPage(page, sample.url + path);
    const gap = await page.evaluate(() => {
      const heading = document.querySelector('main h1');
      const next = [...(heading?.parentElement?.children ?? [])].find((element) => heading !== null && (heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && element.getBoundingClientRect().height > 0);
      return heading === null || next === undefined ? Infinity : next.getBoundingClientRect().top - heading.getBoundingClientRect().bottom;
    });
    if (gap < 4) close.push(`${name}: ${String(gap)} pixels`);
  }
  assert.deepEqual(close, []);
  await page.close();
});

test('beside a search result no room is kept for a button that it has not', async () => {
  const page = await browser.newPage();
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('المناخ')}`);
  assert.equal(await page.locator('#search-results .meta').first().evaluate((line) => getComputedStyle(line).paddingInlineEnd), '0px');
  await page.close();
});

test('a choice has room for the letters of the archive’s font also where the font comes late', async () => {
  const page = await browser.newPage();
  await page.route('**/*.woff2', (route) => route.abort());
  await openPage(page, sample.url);
  const choices = page.locator('.reader-settings select');
  await choices.first().waitFor();
  for (const ratio of await choices.evaluateAll((all) => all.map((choice) => choice.getBoundingClientRect().height / parseFloat(getComputedStyle(choice).fontSize)))) assert.ok(ratio > 1.9, String(ratio));
  await page.close();
});

const WIDTHS = [320, 390, 768, 1280];

/** Twice the size of all text, as a reader may set it. Widths in `em` stay, which is the harder case. */
const LARGE_TEXT = '212.5%';

test('nothing sticks out of any kind of page at 320, 390, 768 and 1280 pixels, nor with text of twice the size', async (t) => {
  const page = await browser.newPage();
  for (const { name, path } of sample.pages) {
    await t.test(`nothing sticks out of the ${name}`, async () => {
      await openPage(page, sample.url + path);
      const found: string[] = [];
      for (const size of ['100 %', '200 %']) {
        if (size === '200 %') await page.evaluate((size) => { document.documentElement.style.setProperty('font-size', size, 'important'); }, LARGE_TEXT);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          found.push(...(await sticksOut(page)).map((text) => `${String(width)} px, ${size}: ${text}`));
        }
      }
      assert.deepEqual(found, []);
    });
  }
});

test('on no kind of page does anything move while it loads, fail to load, or complain', async (t) => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const shifts: { value: number; what: string }[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: readonly { node: Node | null }[] })[]) {
        shifts.push({ value: entry.value, what: entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : String(node?.textContent))).join(' ') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // Over a slow network scripts come after the first paint.
  await context.route('**/assets/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 250));
    await route.continue();
  });
  for (const { name, path } of sample.pages) {
    await t.test(`nothing moves, fails or complains on the ${name}`, async () => {
      const complaints: string[] = [];
      const page = await context.newPage();
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('requestfailed', (request) => {
        // The second width leaves the page of the first, and what that was still fetching.
        if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) complaints.push(`${String(response.status())}: ${response.url()}`);
      });
      const moved: { width: number; sum: number; what: string }[] = [];
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await openPage(page, sample.url + path);
        if (name === 'home page') await page.locator('#today').filter({ hasText: /\d/u }).waitFor();
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
        const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: { value: number; what: string }[] }).shifts);
        const sum = shifts.reduce((total, { value }) => total + value, 0);
        if (sum >= 0.02) moved.push({ width, sum, what: shifts.map(({ what }) => what).join('; ') });
      }
      await page.close();
      assert.deepEqual({ complaints, moved }, { complaints: [], moved: [] });
    });
  }
});

async function shownOnPaper(page: Page, selector: string): Promise<readonly boolean[]> {
  return page.locator(selector).evaluateAll((elements) => elements.map((element) => element.checkVisibility() && element.getBoundingClientRect().height > 1));
}

test('on paper an article is there with its address, and what leads elsewhere is not', async () => {
  const page = await browser.newPage();
  const article = sample.pages.find(({ name }) => name === 'article');
  await openPage(page, sample.url + (article?.path ?? ''));
  const navigation = 'nav, form, .skip, footer';
  assert.ok((await shownOnPaper(page, navigation)).filter(Boolean).length >= 4, 'on a screen they are there');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.deepEqual((await shownOnPaper(page, navigation)).filter(Boolean), []);
  for (const selector of ['.brand', 'h1', '.byline time', '.body > p:first-child', '.body > p:last-child', '.details .address']) {
    const shown = await shownOnPaper(page, selector);
    assert.ok(shown.length > 0 && shown.every(Boolean), selector);
  }
  assert.match((await page.locator('.details dd .address').last().textContent()) ?? '', /^https:\/\/warraq\.example\/\d{4}\//u);
  await page.close();
});

/** From 0 to 255; what is not painted is as light as the paper. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/gu) ?? []).map(Number);
  return alpha === 0 ? 255 : (red + green + blue) / 3;
}

test('paper is white and the print black, whatever the colours of the screen', async (t) => {
  const page = await browser.newPage();
  for (const { name, path } of sample.pages) {
    await t.test(`the ${name} is printed black on white`, async () => {
      await openPage(page, sample.url + path);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const colours = await page.evaluate(() =>
        [...document.querySelectorAll('html, body *')]
          .filter((element) => element.checkVisibility())
          .map((element) => ({ html: element.outerHTML.slice(0, 80), ink: getComputedStyle(element).color, paper: getComputedStyle(element).backgroundColor })),
      );
      const days = await page.locator('.heat .h0').first().evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).fill));
      assert.ok(days.every((fill) => lightness(fill) > 200), 'days without articles are light');
      const dark = colours.filter(({ ink, paper }) => lightness(paper) < 120 || lightness(ink) > 120);
      assert.deepEqual(dark, []);
    });
  }
});

test('the whole chart of words is on the sheet, however long', async () => {
  const page = await browser.newPage();
  await openPage(page, `${sample.url}words/?q=مصر`);
  await page.setViewportSize({ width: 700, height: 900 });
  await page.emulateMedia({ media: 'print' });
  const { chart, sheet } = await page.evaluate(() => ({ chart: document.querySelector('.lines')?.getBoundingClientRect().width ?? Infinity, sheet: document.documentElement.clientWidth }));
  assert.ok(chart <= sheet, `${String(chart)} of ${String(sheet)}`);
  assert.deepEqual(await shownOnPaper(page, '.words-form'), [false]);
  await page.close();
});

/** What an article or a name may hold: every one of them is drawn in a font of ours, in running text and in headlines. */
const LETTERS: Readonly<Record<string, string>> = {
  Arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي ءآأؤإئىة لا لأ لإ لآ',
  marks: 'نَصٌّ عَرَبِيٌّ مُشَكَّلٌ هٰذا ٱلله',
  Persian: 'پچژگکی ۰۱۲۳۴۵۶۷۸۹ می‌روم',
  Urdu: 'ٹڈڑںھہےۓۃ',
  Kurdish: 'ڕڤڵێۆە',
  Maghribi: 'ڨڥڭڢڧ',
  'signs of the Quran': 'ۖ ۗ ۘ ۙ ۚ ۛ ۜ ۞ ۩ ۝ ۥ ۦ ۭ',
  'digits and marks': '٠١٢٣٤٥٦٧٨٩٪٫٬؛؟، «» “” – — … ‹›',
  'joined signs': 'ﷺ ﷲ ﷻ ﴾﴿',
  Latin: 'AZaz09 éüñçß Œ €',
  'names of Europe': 'Erdoğan Şı Čžš Łódź ő āīū',
};

test('no letter of ours falls out of the fonts that are cut down', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  // A font that is optional is left out for good where it comes late, as on a busy machine; here every font is waited for.
  await context.route('**/*.css', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('font-display:optional', 'font-display:block') });
  });
  const page = await context.newPage();
  await openPage(page, `${sample.url}2021/05/04/everything-sample/`);
  const tools = await context.newCDPSession(page);
  await tools.send('DOM.enable');
  await tools.send('CSS.enable');
  const foreign: string[] = [];
  for (const [name, text] of Object.entries(LETTERS)) {
    for (const selector of ['.body p', 'h1']) {
      await page.evaluate(async ([where, what]) => {
        await Promise.all(['Warraq Naskh', 'Warraq Markazi'].flatMap((family) => ['400', '700'].map((weight) => document.fonts.load(`${weight} 16px "${family}"`, what))));
        const element = document.querySelector(where ?? '');
        if (element !== null) element.textContent = what ?? '';
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
      }, [selector, text]);
      const { root } = await tools.send('DOM.getDocument', { depth: 1 });
      const { nodeId } = await tools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
      const { fonts } = await tools.send('CSS.getPlatformFontsForNode', { nodeId });
      assert.ok(fonts.length > 0, `${name} in ${selector}`);
      foreign.push(...fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => `${name} in ${selector}: ${familyName}`));
    }
  }
  assert.deepEqual(foreign, []);
  await context.close();
});
