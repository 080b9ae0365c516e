/** The reading list and words through time, as a reader uses them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { formatCount, nouns } from '../../src/arabic/plural.ts';
import { readingListText, wordsText } from '../../src/arabic/strings.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/open-page.ts';
import { openSample, type SampleSite } from '../support/sample-site.ts';

const ARTICLE = '2015/12/12/r2wjykps/';
let sample: SampleSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;

before(async () => {
  [sample, browser] = await Promise.all([openSample(), launchBrowser()]);
  context = await browser.newContext();
  page = await context.newPage();
});

after(async () => {
  await browser.close();
  await sample.close();
});

async function downloaded(name: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return readFileSync(await (await waiting).path(), 'utf8');
}

test('articles are kept from their pages and from lists, listed, taken off and downloaded', async () => {
  await openPage(page, `${sample.url}reading-list/`);
  assert.equal(await page.getByRole('status').innerText(), readingListText.empty);

  await openPage(page, sample.url + ARTICLE);
  const title = (await page.locator('h1').innerText()).trim();
  const own = page.locator('.article .keep');
  await own.click();
  assert.ok((await own.innerText()).includes(readingListText.added));

  await openPage(page, `${sample.url}2021/`);
  const card = page.locator('.card').first();
  const other = (await card.locator('h3 a').innerText()).trim();
  await card.locator('.keep').click();
  assert.ok((await card.locator('.keep').innerText()).startsWith(readingListText.saved));

  await openPage(page, `${sample.url}reading-list/`);
  assert.deepEqual((await page.locator('#reading-list h2 a').allInnerTexts()).map((text) => text.trim()), [other, title]);
  assert.equal(await page.locator('#reading-list h2 a').nth(1).evaluate((link: HTMLAnchorElement) => link.pathname), `/${ARTICLE}`);

  assert.deepEqual(new Cite(await downloaded('RIS')).data.map((entry) => entry['title']), [other, title]);
  assert.deepEqual((JSON.parse(await downloaded('CSL-JSON')) as readonly { readonly title: string }[]).map((entry) => entry.title), [other, title]);
  assert.equal((await downloaded('BibTeX')).match(/^@/gmu)?.length, 2);
  const csv = await downloaded('CSV');
  const list = await downloaded(readingListText.text);
  assert.ok(csv.startsWith('\uFEFF') && list.includes(title));
  // The permanent address, not that of the host on which it was read.
  for (const file of [csv, list]) assert.ok(file.includes(`https://warraq.example/${ARTICLE}`) && !file.includes(sample.url), file);

  await page.locator('.kept-articles .act').first().click();
  assert.equal(await page.locator('#reading-list h2 a').count(), 1);
  await openPage(page, sample.url + ARTICLE);
  await page.locator('.article .keep').click();
  assert.ok((await page.locator('.article .keep').innerText()).startsWith(readingListText.add));
  assert.equal(await page.evaluate(() => localStorage.getItem('warraq-reading-list')), '[]');
});

test('words are drawn, compared and told in a table that adds up, under an address of their own', async () => {
  await openPage(page, `${sample.url}words/`);
  await page.getByLabel(wordsText.input).fill('المناخ، مصر');
  await page.getByRole('button', { name: wordsText.show }).click();
  await page.locator('.words-legend li').nth(1).waitFor();
  assert.equal(new URL(page.url()).searchParams.getAll('q').join(), 'المناخ,مصر');
  const csv = await downloaded(wordsText.csv);
  const rows = csv.trim().split('\r\n').slice(1).map((row) => row.split(','));
  const sum = (column: number): number => rows.reduce((total, row) => total + Number(row[column]), 0);
  assert.equal(sum(1), sample.site.archive.articles.length);

  // As many as the search finds.
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('المناخ')}`);
  await page.locator('#search-results article, #search-results li').first().waitFor();
  assert.ok((await page.locator('#search-status').innerText()).includes(String(sum(2))), `${await page.locator('#search-status').innerText()} ${String(sum(2))}`);

  await page.goto(`${sample.url}words/?q=${encodeURIComponent('المناخ')}&q=${encodeURIComponent('زقزقزق')}&measure=share&step=month`);
  await page.locator('.words-legend li').nth(1).waitFor();
  assert.equal(await page.getByLabel(wordsText.measure).inputValue(), 'share');
  assert.ok((await page.locator('svg.lines .s1 circle').count()) > 0);
  assert.equal(await page.locator('svg.lines .s2 circle').count(), 0);
  await page.locator('#words-found summary').click();
  const link = page.locator('.words-page td a').first();
  const found = Number(await link.innerText());
  await link.click();
  await page.locator('#search-results article, #search-results li').first().waitFor();
  assert.equal(await page.locator('#search-results > *').count() >= 1 && found >= 1, true);
  await page.goBack();
  await page.locator('.words-legend .remove').first().click();
  assert.equal(new URL(page.url()).searchParams.getAll('q').join(), 'زقزقزق');
});

test('occurrences are counted beside articles, and what cannot be counted is named', async () => {
  await openPage(page, `${sample.url}words/?q=${encodeURIComponent('«المناخ»')}`);
  await page.locator('.words-legend li').waitFor();
  await page.getByLabel(wordsText.measure).selectOption('rate');
  await page.waitForURL(/measure=rate/u);
  const rows = await page.waitForFunction((heading) => (document.querySelector('#words-found th:nth-child(2)')?.textContent === heading ? [...document.querySelectorAll('#words-found tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)) : undefined), wordsText.allWords);
  const shown = (await rows.jsonValue()) ?? [];
  const csv = (await downloaded(wordsText.csv)).trim().split('\r\n').map((row) => row.split(','));
  assert.deepEqual(csv[0]?.slice(1), [wordsText.allWords, `«المناخ» (${wordsText.measures.times})`, `«المناخ» (${wordsText.measures.rate})`]);
  const told = csv.slice(1).reverse().filter((row) => row[2] !== '0');
  assert.deepEqual(shown.map(([, words = '']) => words.replaceAll(',', '')), told.map((row) => row[1]));
  for (const [, words, times, rate] of told) assert.equal(((Number(times) * 10_000) / Number(words)).toFixed(2), rate);
  const bodies = sample.site.archive.articles.filter(({ withdrawn }) => withdrawn === undefined).map((article) => [article.kicker, article.subtitle, article.dateline, article.body].join(' '));
  const plain = bodies.join(' ').match(/(?<!\p{L})المناخ(?!\p{L})/gu)?.length;
  assert.equal(told.reduce((sum, row) => sum + Number(row[2]), 0), plain);
  assert.ok((await page.locator('.words-legend small').innerText()).startsWith(formatCount(plain ?? 0, nouns.occurrence, 'western')));

  await page.getByLabel(wordsText.input).fill('«المناخ»، في، أسعار النفط');
  await page.getByRole('button', { name: wordsText.show }).click();
  await page.locator('#words-status p').waitFor();
  assert.equal((await page.locator('#words-status p').innerText()).replace(/[\u2066-\u2069]/gu, ''), wordsText.uncounted(['في', 'أسعار النفط']));
  assert.equal(await page.locator('.words-legend li').count(), 1);
});

test('without a connection to the index the page says so, and tries again', async () => {
  const fresh = await context.newPage();
  sample.interrupt('/pagefind/');
  await openPage(fresh, `${sample.url}words/?q=${encodeURIComponent('المناخ')}`).catch(() => undefined);
  const again = fresh.locator('#words-status button');
  await again.waitFor();
  sample.interrupt();
  await again.click();
  await fresh.locator('.words-legend li').waitFor();
  await fresh.close();
});

test('a line shows how far an article has been read', async () => {
  await page.setViewportSize({ width: 390, height: 500 });
  await openPage(page, sample.url + ARTICLE);
  const scale = (): Promise<number> => page.locator('.progress').evaluate((line) => new DOMMatrix(getComputedStyle(line).transform).a);
  assert.ok((await scale()) < 0.05);
  await page.locator('.cite-box').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => new DOMMatrix(getComputedStyle(document.querySelector('.progress') ?? document.body).transform).a > 0.95);
});
