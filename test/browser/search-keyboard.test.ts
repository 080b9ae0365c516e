/** The search by keyboard: completion, the way to the box and among the results; and more results as one scrolls. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { searchHelp, topicText } from '../../src/arabic/strings.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/open-page.ts';
import { openSample, type SampleSite } from '../support/sample-site.ts';
import { answerTo, newSearch, parametersOf, shown, type } from '../support/search-page.ts';

/** Articles that hold one word: more than scrolling alone shows. */
const MANY = 70;

let sample: SampleSite;
let browser: Browser;
let context: BrowserContext;

before(async () => {
  [sample, browser] = await Promise.all([openSample({ extra: true, added: manyArticles() }), launchBrowser()]);
  context = await browser.newContext();
  context.setDefaultTimeout(10_000);
});

after(async () => {
  await browser.close();
  await sample.close();
});

function manyArticles(): ReadonlyMap<string, string> {
  const numbers = [...Array(MANY).keys()].map((number) => String(number + 1000));
  return new Map(numbers.map((number) => [`2019/03/test${number}.md`, `---\nid: test${number}\ntitle: "تقرير المحطة رقم ${number}"\ndate: 2019-03-11\nsection: علوم\n---\n\nقاست محطة الرصد التجريبية الأمطار وحدها أو مع غيرها في يوم القياس ${number}.\n`]));
}

const STATION = '«الرصد التجريبية»';

async function options(page: Page): Promise<readonly string[]> {
  await page.locator('#search-suggestions [role=option]').first().waitFor();
  return page.locator('#search-suggestions [role=option] > span').allInnerTexts();
}

function box(page: Page): ReturnType<Page['locator']> {
  return page.locator('#search-input');
}

test('the last word is completed with words of the archive in a list that assistive technology understands', async () => {
  const page = await newSearch(context, sample);
  await box(page).pressSequentially('مؤتمر المن');
  // The lists for its first letters may come before.
  await page.getByRole('option', { name: 'مؤتمر المناخ' }).first().waitFor();
  const found = await options(page);
  assert.ok(found.every((option) => option.startsWith('مؤتمر المن')), found.join(', '));
  assert.ok(found.includes('مؤتمر المناخ'));
  const combobox = page.getByRole('combobox', { name: 'ابحث في الأرشيف' });
  assert.equal(await combobox.getAttribute('aria-expanded'), 'true');
  assert.equal(await combobox.getAttribute('aria-controls'), await page.getByRole('listbox').getAttribute('id'));
  await page.keyboard.press('ArrowDown');
  const active = await combobox.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`[id="${active ?? ''}"]`).getAttribute('aria-selected'), 'true');
  assert.equal(await box(page).inputValue(), 'مؤتمر المن', 'what was typed stays until a choice');
  await page.keyboard.press('ArrowUp');
  assert.equal(await combobox.getAttribute('aria-activedescendant'), null);
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.locator('#search-suggestions [aria-selected=true] > span').innerText(), found.at(-1), 'the list goes round');
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('listbox').isVisible(), false);
  assert.equal(await combobox.getAttribute('aria-expanded'), 'false');
  assert.equal(await box(page).inputValue(), 'مؤتمر المن');
  await page.close();
});

test('Enter takes the chosen completion, a click too, and each is a step in the history', async () => {
  const page = await newSearch(context, sample);
  await box(page).pressSequentially('المن');
  // The tag of the same name stands before the word.
  const place = (await options(page)).lastIndexOf('المناخ');
  assert.ok(place >= 0);
  for (let step = 0; step <= place; step += 1) await page.keyboard.press('ArrowDown');
  await answerTo(page, () => page.keyboard.press('Enter'));
  assert.equal(await box(page).inputValue(), 'المناخ');
  assert.deepEqual(parametersOf(page), { q: ['المناخ'] });
  assert.equal(await page.getByRole('listbox').isVisible(), false);
  await box(page).fill('');
  await box(page).pressSequentially('مص');
  await options(page);
  await answerTo(page, () => page.getByRole('option', { name: 'مصر', exact: true }).first().click());
  assert.equal(await box(page).inputValue(), 'مصر');
  assert.equal(await box(page).evaluate((input) => input === document.activeElement), true, 'the focus stays in the box');
  await page.close();
});

test('the archive’s own names are offered and told as what they are', async () => {
  const page = await newSearch(context, sample);
  await box(page).pressSequentially('القسم الريا');
  await options(page);
  const first = page.locator('#search-suggestions [role=option]').first();
  assert.equal(await first.locator('span').innerText(), 'القسم الرياضي في ورّاق');
  assert.equal(await first.locator('small').innerText(), topicText.author.one);
  await page.keyboard.press('ArrowDown');
  const { titles } = await answerTo(page, () => page.keyboard.press('Enter'));
  assert.deepEqual([await box(page).inputValue(), parametersOf(page)['author'], parametersOf(page)['q']], ['', ['القسم الرياضي في ورّاق'], undefined], 'a name narrows and is no text');
  assert.ok(titles.length > 0, 'all that is filed under the name');
  await page.close();
});

test('an unfinished word already finds what it may become', async () => {
  const page = await newSearch(context, sample);
  const unfinished = await type(page, 'المنا');
  assert.ok(unfinished.titles.length > 0);
  assert.ok(unfinished.marks.some((mark) => mark.includes('مناخ')), unfinished.marks.join(' '));
  await page.close();
});

test('a slash leads to the box on every page, also where the key writes an Arabic letter', async (t) => {
  const page = await context.newPage();
  for (const { name, path } of sample.pages.filter((candidate) => !candidate.path.includes('?'))) {
    await t.test(`on the ${name}`, async () => {
      await openPage(page, sample.url + path);
      await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); });
      await page.keyboard.press('/');
      assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type), 'search');
      assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value), '', 'the key itself is not typed');
    });
  }
  await t.test('with an Arabic keyboard', async () => {
    await openPage(page, sample.url);
    await page.evaluate(() => { document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ظ', code: 'Slash', bubbles: true, cancelable: true })); });
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type), 'search');
  });
  await t.test('in a box it is a slash', async () => {
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value), '/');
  });
  await t.test('a page without a form leads to the search page', async () => {
    await openPage(page, `${sample.url}about/`);
    await page.evaluate(() => { for (const form of document.querySelectorAll('form')) form.remove(); });
    await page.keyboard.press('/');
    await page.waitForURL(`${sample.url}search/`);
  });
  await page.close();
});

test('arrows lead from the box through the results and back, and Enter opens one', async () => {
  const page = await newSearch(context, sample, 'المناخ');
  const { titles } = await shown(page);
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), titles[0]);
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), titles[1]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await box(page).evaluate((input) => input === document.activeElement), true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/20*/**');
  assert.equal(await page.locator('h1').innerText(), titles[0]);
  await page.close();
});

test('more results come as one scrolls, each once; after a while a button asks, and leads on where they begin', async () => {
  const page = await newSearch(context, sample, STATION);
  const { status, titles } = await shown(page);
  assert.equal(status, `${String(MANY)} نتيجة`);
  assert.equal(titles.length, 10);
  const count = (): Promise<number> => page.locator('#search-results li').count();
  const more = page.locator('.more-results');
  for (let shownNow = 10; shownNow < 50; shownNow += 10) {
    await more.scrollIntoViewIfNeeded();
    await page.waitForFunction((least) => document.querySelectorAll('#search-results li').length > least, shownNow);
  }
  await more.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  assert.equal(await count(), 50);
  await more.click();
  await page.waitForFunction(() => document.querySelectorAll('#search-results li').length >= 60);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('#search-results h2 a')].indexOf(document.activeElement ?? document.body)), 50);
  await page.mouse.wheel(0, 20_000);
  await page.waitForFunction((all) => document.querySelectorAll('#search-results li').length >= all, MANY);
  const { addresses } = await shown(page);
  assert.equal(addresses.length, MANY);
  assert.equal(new Set(addresses).size, MANY);
  assert.equal(await more.count(), 0);
  await page.close();
});

test('when more results cannot be fetched the page says so, and the next try works', async (t) => {
  t.after(() => {
    sample.interrupt();
  });
  const page = await newSearch(await browser.newContext({ viewport: { width: 1280, height: 600 } }), sample, STATION);
  await shown(page);
  sample.interrupt('/fragment/');
  await page.locator('.more-results').click();
  const retry = page.getByRole('button', { name: 'أعد المحاولة' });
  await retry.waitFor();
  sample.interrupt();
  await answerTo(page, () => retry.click());
  await page.locator('.more-results').click();
  await page.waitForFunction(() => document.querySelectorAll('#search-results li').length >= 20);
  await page.close();
});

test('a phrase of the most usual words, whose places are not kept, is looked up by Pagefind, with a worker and without', async () => {
  for (const worker of [true, false]) {
    const own = await browser.newContext();
    if (!worker) await own.addInitScript(() => { Reflect.deleteProperty(globalThis, 'Worker'); });
    const page = await own.newPage();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    own.on('request', (request) => loaded.push(request.url()));
    await openPage(page, `${sample.url}search/?q=${encodeURIComponent('الرصد التجريبية')}`);
    assert.ok(!loaded.some((address) => address.includes('pagefind.js')), 'words alone do without it');
    assert.equal((await type(page, '«الرصد التجريبية»')).status, `${String(MANY)} نتيجة`);
    assert.ok(!loaded.some((address) => address.includes('pagefind.js')), 'and so does a phrase of other words');
    const { status } = await type(page, '«أو مع»');
    assert.equal(status, `${String(MANY)} نتيجة`, worker ? 'in a worker' : 'in the page');
    assert.ok(loaded.some((address) => address.includes('pagefind.js')));
    await own.close();
  }
});

for (const part of ['/pagefind.js', '.pf_index', '.pf_meta']) {
  test(`when Pagefind’s ${part} does not arrive a phrase is not said to be nowhere, and the next try works`, async (t) => {
    t.after(() => {
      sample.interrupt();
    });
    sample.interrupt(part);
    const own = await browser.newContext();
    const page = await newSearch(own, sample, '«أو مع»');
    assert.equal((await shown(page)).status, 'تعذّر تحميل فهرس البحث. تحقّق من الاتصال ثم أعد المحاولة.');
    sample.interrupt();
    const { status } = await answerTo(page, () => page.getByRole('button', { name: 'أعد المحاولة' }).click());
    assert.equal(status, `${String(MANY)} نتيجة`);
    await own.close();
  });
}

test('a short help explains the query language, and each of its examples is understood', async () => {
  const page = await newSearch(context, sample);
  const help = page.locator('.search-help');
  assert.equal(await help.locator('dl').isVisible(), false);
  await help.locator('summary').click();
  assert.deepEqual(await help.locator('dt').allInnerTexts(), searchHelp.rows.map(([typed]) => typed));
  assert.ok(await help.locator('dl').isVisible());
  await page.close();
});
