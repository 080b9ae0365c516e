/** Articles opened from a search: the hits are marked there, one can go from mark to mark, and take them away. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { markText } from '../../src/arabic/strings.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/open-page.ts';
import { openSample, type SampleSite } from '../support/sample-site.ts';
import { ownPolicy } from '../support/own-policy.ts';
import { complaintsOf, newSearch, shown } from '../support/search-page.ts';

let sample: SampleSite;
let browser: Browser;
let context: BrowserContext;

before(async () => {
  [sample, browser] = await Promise.all([openSample({ extra: true, headers: ownPolicy }), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 390, height: 700 } });
  context.setDefaultTimeout(10_000);
});

after(async () => {
  await browser.close();
  await sample.close();
});

/** Opens the first result of a search as a reader does. */
async function openFirst(query: string): Promise<Page> {
  const page = await newSearch(context, sample, query);
  await shown(page);
  await page.locator('#search-results h2 a').first().click();
  await page.waitForURL('**/20*/**');
  await page.locator('.hits-bar').waitFor();
  return page;
}

async function marks(page: Page): Promise<readonly string[]> {
  return page.locator('mark.hit').allInnerTexts();
}

test('a result’s article has the hits marked in headline and text, in all their forms, and shows the first', async () => {
  const page = await openFirst('اتفاق');
  const found = await marks(page);
  assert.ok(found.length > 2);
  for (const mark of found) assert.match(mark, /اتفاق/u);
  assert.ok(new Set(found).size > 1, 'more than one form');
  const text = await page.locator('.article > .body').innerText();
  const plain = await (await page.request.get(page.url())).text();
  assert.ok(text.length > 200 && !plain.includes('<mark'), 'the file itself has no marks');
  assert.equal(await page.locator('mark.hit[aria-current]').count(), 1);
  assert.ok(await page.locator('mark.hit').first().evaluate((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }));
  assert.equal(await page.locator('.hits-bar [role=status]').innerText(), markText.place(1, found.length, 'western'));
  await page.close();
});

test('next and previous lead from mark to mark and round again; removing leaves the article as it was', async () => {
  const page = await openFirst('المناخ');
  const all = (await marks(page)).length;
  assert.ok(all > 1);
  const status = page.locator('.hits-bar [role=status]');
  const current = (): Promise<number> => page.evaluate(() => [...document.querySelectorAll('mark.hit')].findIndex((mark) => mark.hasAttribute('aria-current')));
  await page.getByRole('button', { name: markText.next }).click();
  assert.equal(await current(), 1);
  assert.equal(await status.innerText(), markText.place(2, all, 'western'));
  await page.getByRole('button', { name: markText.previous }).click();
  await page.getByRole('button', { name: markText.previous }).click();
  assert.equal(await current(), all - 1);
  assert.ok(await page.locator('mark.hit').last().evaluate((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }), 'the last mark is in sight and not under the bar');
  await page.getByRole('button', { name: markText.remove }).click();
  assert.equal(await page.locator('mark.hit').count(), 0);
  assert.equal(await page.locator('.hits-bar').count(), 0);
  assert.equal(new URL(page.url()).hash, '');
  const without = await context.newPage();
  await openPage(without, page.url());
  assert.equal(await page.locator('main').innerHTML(), await without.locator('main').innerHTML());
  await Promise.all([page.close(), without.close()]);
});

test('without a fragment an article loads nothing for marks, and its stub is tiny', async () => {
  const page = await context.newPage();
  const scripts = new Map<string, number>();
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) void response.body().then((body) => scripts.set(response.url(), body.length));
  });
  await openPage(page, `${sample.url}2015/12/12/r2wjykps/`);
  await page.waitForTimeout(300);
  assert.ok(![...scripts.keys()].some((address) => address.includes('mark-article')));
  const [stub] = [...scripts].filter(([address]) => address.includes('every-page'));
  assert.ok(stub !== undefined && stub[1] < 1500, String(stub?.[1]));
  await page.close();
});

test('whatever a fragment says, an article shows no markup of it and complains of nothing', async () => {
  for (const hash of ['#hits=', '#hits=%', '#hits=%E0%A4%A', `#hits=${encodeURIComponent('<img src=x onerror=alert(1)>')}`, '#hits=,,,', `#hits=${encodeURIComponent('.*')}`, '#content', '#hits=__proto__,constructor']) {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await openPage(page, `${sample.url}2015/12/12/r2wjykps/${hash}`);
    await page.waitForTimeout(150);
    assert.equal(await page.locator('mark.hit').count(), 0, hash);
    assert.equal(await page.locator('.hits-bar').count(), 0, hash);
    assert.deepEqual(complaints, [], hash);
    await page.close();
  }
});

test('markup inside the text stays whole: only text is marked, and no link is lost', async () => {
  const article = sample.site.archive.articles.find(({ id }) => id === 'everything-sample');
  assert.ok(article !== undefined);
  const page = await context.newPage();
  const address = `${sample.url}${sample.pages.find(({ name }) => name === 'article')?.path ?? ''}`;
  await openPage(page, address);
  const before = await page.locator('.body').evaluate((body) => ({ text: body.textContent, elements: [...body.querySelectorAll('*')].map(({ localName }) => localName) }));
  const word = /[\p{L}]{4,}/u.exec(before.text.replace(/[\u064B-\u0652]/gu, ''))?.[0] ?? '';
  await openPage(page, 'about:blank');
  await openPage(page, `${address}#hits=${encodeURIComponent(word)},${encodeURIComponent('من')},${encodeURIComponent('في')}`);
  await page.locator('.hits-bar').waitFor();
  const after = await page.locator('.body').evaluate((body) => ({ text: body.textContent, elements: [...body.querySelectorAll('*:not(mark)')].map(({ localName }) => localName) }));
  assert.deepEqual(after, before);
  await page.close();
});

test('axe finds nothing on an article with marks, light and dark', async () => {
  const page = await openFirst('المناخ');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe: run } = globalThis as unknown as { readonly axe: { readonly run: (context: Document) => Promise<AxeResults> } };
      return (await run.run(document)).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    });
    assert.deepEqual(found, [], colorScheme);
  }
  await page.close();
});
