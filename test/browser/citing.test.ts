/** Citing an article: what is copied, downloaded and linked to. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { citeText } from '../../src/arabic/strings.ts';
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
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  await openPage(page, sample.url + ARTICLE);
});

after(async () => {
  await browser.close();
  await sample.close();
});

const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const address = (): string => `${sample.site.address.origin.replace(/\/$/u, '')}/${ARTICLE}`;

/** Selects the first words of the text, as a mouse would. */
async function selectWords(count: number): Promise<string> {
  return page.evaluate((words) => {
    const text = [...(document.querySelector('.body p')?.childNodes ?? [])].find((node) => node instanceof Text && node.data.trim().split(' ').length > words);
    const content = text?.textContent?.trimStart() ?? '';
    const lead = (text?.textContent?.length ?? 0) - content.length;
    const end = content.split(' ').slice(0, words).join(' ').length;
    const range = document.createRange();
    if (!text) throw new Error('no text');
    range.setStart(text, lead);
    range.setEnd(text, lead + end);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return content.slice(0, end);
  }, count);
}

test('each reference is copied as it is read, with the permanent address', async () => {
  for (const label of Object.values(citeText.styles)) {
    await page.getByRole('button', { name: `${citeText.copy}: ${label}` }).click();
    const text = await copied();
    assert.ok(text.includes(address()), text);
    assert.ok(text.includes((await page.locator('h1').innerText()).trim()), text);
    assert.doesNotMatch(text, /\s\s|\n/u);
  }
  assert.equal(await page.getByRole('status').innerText(), citeText.copied);
});

test('a passage is copied with its reference, and linked to', async () => {
  const words = await selectWords(4);
  await page.getByRole('button', { name: citeText.copyQuote }).click();
  const [quote, reference] = (await copied()).split('\n');
  assert.equal(quote, `«${words}»`);
  assert.ok(reference?.includes(address()));

  await selectWords(4);
  await page.getByRole('button', { name: citeText.copyPassage }).click();
  assert.equal(decodeURIComponent(await copied()), `${address()}#:~:text=${words}`);
});

test('a link to a passage leads to just that place, however it was chosen', async () => {
  const apart = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], serviceWorkers: 'block', viewport: { width: 400, height: 200 } });
  const strange = await apart.newPage();
  // The sample has no such text.
  const paragraphs = ['قال «الوزيرُ»: نعم، سنفعل ذلك غدًا.', 'فقرة وسطى - فيها شرطة، وفاصلة.', 'قال الوزير: نعم، سنفعل ذلك غدًا.', '«فقرة هي اقتباس»', 'والفقرة الأخيرة.'];
  await strange.route(/r2wjykps\/$/u, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/(<div class="body">).*?(<\/div>)/su, `$1${paragraphs.map((text) => `<p style="margin-block-end:300px">${text}</p>`).join('\n')}$2`) });
  });
  /** From a place in a paragraph to one in another, and what is written beside the address and as a quotation. */
  const CASES: readonly (readonly [name: string, from: readonly [number, number], to: readonly [number, number], quote: string])[] = [
    ['half words', [1, 6], [1, 12], '«سطى -»'],
    ['words that stood before', [2, 12], [2, 24], '«نعم، سنفعل ذ»'],
    ['quotation marks', [3, 0], [3, 16], '«“فقرة هي اقتباس”»'],
    ['several paragraphs', [1, 0], [2, 10], '«فقرة وسطى - فيها شرطة، وفاصلة.\nقال الوزير»'],
    ['several paragraphs, from their end', [4, 8], [3, 6], '«هي اقتباس”\nوالفقرة»'],
    ['the last paragraph, by three clicks', [4, 0], [5, 0], '«والفقرة الأخيرة.»'],
  ];
  for (const [name, from, to, quote] of CASES) {
    await strange.goto('about:blank');
    await openPage(strange, sample.url + ARTICLE);
    await strange.evaluate(([[block, at], [lastBlock, lastAt]]) => {
      const texts = [...document.querySelectorAll('.body p')].map(({ firstChild }) => firstChild);
      const begin = texts[block];
      const end = texts[lastBlock] ?? document.querySelector('.details-box');
      if (begin && end) getSelection()?.setBaseAndExtent(begin, at, end, lastAt);
    }, [from, to] as const);
    await strange.getByRole('button', { name: citeText.copyQuote }).click();
    assert.equal((await strange.evaluate(() => navigator.clipboard.readText())).split('\n').slice(0, -1).join('\n'), quote, name);
    await strange.getByRole('button', { name: citeText.copyPassage }).click();
    const link = await strange.evaluate(() => navigator.clipboard.readText());
    await strange.goto('about:blank');
    await openPage(strange, sample.url + ARTICLE + link.slice(link.indexOf('#')));
    const first = Math.min(from[0], to[0]);
    await strange.waitForFunction((paragraph) => {
      const box = document.querySelectorAll('.body p')[paragraph]?.getBoundingClientRect();
      return box !== undefined && box.top > -box.height && box.top < innerHeight;
    }, first, { timeout: 5000 }).catch(() => assert.fail(`${name}: ${decodeURIComponent(link)}`));
  }
  await apart.close();
});

test('the bar is on the screen when the selection goes on below it', async () => {
  await page.setViewportSize({ width: 390, height: 300 });
  await page.evaluate(() => { scrollTo(0, 0); getSelection()?.selectAllChildren(document.querySelector('.body') ?? document.body); });
  await page.locator('.quote-bar').waitFor();
  const { ends, bar, screen } = await page.evaluate(() => ({ ends: getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0, bar: document.querySelector('.quote-bar')?.getBoundingClientRect().bottom ?? Infinity, screen: innerHeight }));
  await page.setViewportSize({ width: 1280, height: 720 });
  assert.ok(ends > screen && bar <= screen, `${String(ends)}, ${String(bar)} of ${String(screen)}`);
});

test('without a selection there is no bar', async () => {
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.locator('h1').click();
  await page.waitForFunction(() => document.querySelector<HTMLElement>('.quote-bar')?.hidden === true);
});

test('the files for citation programs are downloaded without a script', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(sample.url + ARTICLE);
  assert.equal(await still.locator('.cite-box button').count(), 0, 'no button that would do nothing');
  for (const [label, name, begin] of [['RIS', 'r2wjykps.ris', 'TY  - NEWS'], ['BibTeX', 'r2wjykps.bib', '@article{r2wjykps,'], ['CSL-JSON', 'r2wjykps.csl.json', '[']] as const) {
    const [download] = await Promise.all([still.waitForEvent('download'), still.getByRole('link', { name: label, exact: true }).click()]);
    assert.equal(download.suggestedFilename(), name);
    const text = readFileSync(await download.path(), 'utf8');
    assert.ok(text.startsWith(begin), text);
    assert.ok(text.includes(address()));
  }
  await plain.close();
});

test('a list gives each of its articles to reference managers', async () => {
  const day = await context.newPage();
  await openPage(day, `${sample.url}2015/12/`);
  const cards = await day.locator('.card').count();
  const titles = await day.locator('.card .Z3988').evaluateAll((spans) => spans.map((span) => new URLSearchParams(span.getAttribute('title') ?? '').get('rft.title')));
  assert.ok(cards > 0);
  assert.deepEqual(titles, (await day.locator('.card :is(h2, h3)').allInnerTexts()).map((title) => title.trim()));
});
