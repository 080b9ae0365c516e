/** Search as a reader has it: in a browser, over a network, against the built sample archive. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { searchText, sentence } from '../../src/arabic/strings.ts';
import { analysedText, queryTerms } from '../support/tokens.ts';
import { bodyText } from '../../src/article/markdown.ts';
import { articlePath } from '../../src/site/urls.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPage, searchAnswered } from '../support/open-page.ts';
import { openSample, type SampleSite } from '../support/sample-site.ts';

/** The strictest policy that WebAssembly and a search on one's own host allow. */
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

const BASE = '/some/path/';

/** A word that no article has. */
const UNKNOWN = 'زقزقزق';

let root: SampleSite;
let below: SampleSite;
let browser: Browser;
let context: BrowserContext;

before(async () => {
  root = await openSample({ headers: { 'Content-Security-Policy': POLICY } });
  below = await openSample({ base: BASE, headers: { 'Content-Security-Policy': POLICY } });
  browser = await launchBrowser();
  context = await browser.newContext();
  context.setDefaultTimeout(10_000);
});

after(async () => {
  await browser.close();
  await Promise.all([root.close(), below.close()]);
});

interface Found {
  readonly status: string;
  readonly titles: readonly string[];
  readonly addresses: readonly string[];
  readonly marks: readonly string[];
}

async function found(page: Page): Promise<Found> {
  await searchAnswered(page);
  return page.evaluate(() => ({
    status: document.querySelector('#search-status')?.textContent ?? '',
    titles: [...document.querySelectorAll('#search-results h2')].map(({ textContent }) => textContent),
    addresses: [...document.querySelectorAll<HTMLAnchorElement>('#search-results h2 a')].map(({ href }) => href),
    marks: [...document.querySelectorAll('#search-results mark')].map(({ textContent }) => textContent),
  }));
}

/** Types into the box as a reader would and waits for the answer to just that. */
async function type(page: Page, text: string): Promise<Found> {
  const before = await page.evaluate(() => {
    const status = document.querySelector('#search-status');
    if (status !== null) status.textContent = '';
    return status !== null;
  });
  assert.ok(before, 'this is the search page');
  await page.getByRole('searchbox').fill(text);
  return found(page);
}

async function newSearch(site: SampleSite, query?: string): Promise<Page> {
  const page = await context.newPage();
  await openPage(page, `${site.url}search/${query === undefined ? '' : `?q=${encodeURIComponent(query)}`}`);
  return page;
}

/** The articles that hold every one of the words, counted without Pagefind. */
function articlesWith(text: string): readonly string[] {
  const wanted = queryTerms(text);
  return root.site.archive.articles
    .filter(({ title, kicker, subtitle, dateline, body, people, places, tags, authors }) => {
      const all = [title, kicker, subtitle, dateline, bodyText(body), ...people, ...places, ...tags, ...authors].filter((part) => part !== undefined).join(' ');
      const tokens = new Set(analysedText(all).split(/[ -]/u));
      return wanted.every((term) => tokens.has(term));
    })
    .map((article) => articlePath(article));
}

for (const [where, site] of [['at the root', (): SampleSite => root], ['below a path', (): SampleSite => below]] as const) {
  test(`${where}: typing gives results that link to articles, under a strict content policy`, async () => {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await openPage(page, `${site().url}search/`);
    const { addresses, titles } = await type(page, 'المناخ');
    assert.ok(addresses.length >= 3);
    for (const [index, address] of addresses.entries()) {
      assert.ok(address.startsWith(site().url), address);
      const answer = await page.request.get(address);
      assert.equal(answer.status(), 200, address);
      assert.ok((await answer.text()).includes('<article class="article">'), address);
      assert.notEqual(titles[index], '');
    }
    await page.locator('#search-results h2 a').first().click();
    await page.waitForURL('**/20*/**');
    assert.equal(await page.locator('h1').innerText(), titles[0]);
    assert.deepEqual(complaints, []);
    await page.close();
  });
}

test('the forms of a word find the same articles, and all that have it', async () => {
  const page = await newSearch(root);
  const expected = [...articlesWith('المناخ')].sort();
  assert.ok(expected.length >= 5 && expected.length <= 10, 'the word is in some articles, and they fit on one page');
  for (const form of ['المناخ', 'مناخ', 'للمناخ', 'والمناخ', 'بالمناخ', 'الـمـنـاخ', 'المَناخ', 'ﺍﻟﻤﻨﺎﺥ']) {
    const { addresses } = await type(page, form);
    assert.deepEqual(addresses.map((address) => address.slice(root.url.length - 1)).sort(), expected, form);
  }
  await page.close();
});

test('a phrase between any quotation marks finds only what has the words side by side', async () => {
  const page = await newSearch(root);
  const words = await type(page, 'مؤتمر المناخ');
  for (const phrase of ['«مؤتمر المناخ»', '"مؤتمر المناخ"', '“مؤتمر المناخ”']) {
    const { addresses, marks } = await type(page, phrase);
    assert.ok(addresses.length >= 1 && addresses.length < words.addresses.length, phrase);
    assert.ok(marks.length > 0);
    for (const address of addresses) {
      const article = root.site.archive.articles.find((candidate) => address.endsWith(articlePath(candidate)));
      assert.ok(article !== undefined);
      const all = [article.title, article.kicker, article.subtitle, bodyText(article.body), ...article.tags].join(' \n ');
      assert.ok(analysedText(all).includes(analysedText('مؤتمر المناخ')), `${phrase}: ${article.title}`);
    }
  }
  const { status } = await type(page, '«المناخ مؤتمر»');
  assert.equal(status, sentence.nothingFound('«المناخ مؤتمر»'), 'the order counts');
  await page.close();
});

test('a whole headline typed gives its article first', async () => {
  const page = await newSearch(root);
  const { articles } = root.site.archive;
  for (const { title } of articles.filter((_, index) => index % 6 === 0)) {
    const { titles, status } = await type(page, title);
    assert.equal(titles[0], title, status);
    assert.ok(!status.startsWith(searchText.partial), title);
  }
  await page.close();
});

test('an unknown word is answered in Arabic with advice', async () => {
  const page = await newSearch(root);
  const { status, titles } = await type(page, UNKNOWN);
  assert.equal(status, sentence.nothingFound(UNKNOWN));
  assert.deepEqual(titles, []);
  await page.close();
});

test('where no article has all the words, the page says so above those that have most', async () => {
  const page = await newSearch(root);
  const { status, titles } = await type(page, `مؤتمر المناخ ${UNKNOWN}`);
  assert.ok(status.startsWith(searchText.partial), status);
  const whole = await type(page, 'مؤتمر المناخ');
  assert.equal(titles[0], whole.titles[0]);
  assert.ok(!whole.status.startsWith(searchText.partial));
  await page.close();
});

test('bidi controls, joiners and punctuation in a query change nothing', async () => {
  const page = await newSearch(root);
  const plain = await type(page, 'مؤتمر المناخ');
  for (const odd of ['\u202Bمؤتمر المناخ\u202C', '\u200Fمؤتمر\u200F، المناخ؟!', 'مؤتمر…المناخ', '(مؤتمر) [المناخ]', '\uFEFFمؤت\u200Cمر / المناخ\u2069', '  مؤتمر \u00A0 المناخ  ']) {
    assert.deepEqual((await type(page, odd)).addresses, plain.addresses, JSON.stringify(odd));
  }
  await page.getByRole('searchbox').fill('؟!… \u200F «»');
  await page.waitForFunction(() => document.querySelector('#search-results')?.childElementCount === 0);
  assert.equal(await page.locator('#search-status').textContent(), '', 'a query without a word is no query');
  await page.close();
});

test('the query of the address is answered, and the address follows the typing', async () => {
  const page = await newSearch(root, 'المناخ');
  assert.equal(await page.getByRole('searchbox').inputValue(), 'المناخ');
  const first = await found(page);
  assert.ok(first.titles.length > 0);
  assert.ok((await page.title()).startsWith(`${searchText.title}: المناخ – `));
  const second = await type(page, 'مصر');
  assert.equal(new URL(page.url()).searchParams.get('q'), 'مصر');
  await page.reload();
  assert.deepEqual(await found(page), second);
  await page.getByRole('searchbox').fill('');
  await page.waitForFunction(() => !location.search.includes('q='));
  assert.equal((await page.locator('#search-results').innerText()).trim(), '');
  await page.close();
});

test('the title of the window always has one query and the name of the site', async () => {
  const page = await newSearch(root);
  const empty = await page.title();
  for (const query of ['باريس – القاهرة', 'مصر', "$& $' $1", 'المناخ']) {
    await type(page, query);
    assert.equal(await page.title(), empty.replace(searchText.title, () => `${searchText.title}: ${query}`));
  }
  await page.close();
});

test('the number of results of a word does not depend on what was searched before', async () => {
  const words = ['المناخ', 'مصر', 'العراق', 'كأس', 'النفط', 'الأمم المتحدة', '2015', 'علم'];
  const fresh = new Map<string, Found>();
  for (const word of words) {
    const page = await newSearch(root, word);
    fresh.set(word, await found(page));
    await page.close();
  }
  const page = await newSearch(root);
  for (const word of [...words, ...words.toReversed()]) {
    assert.deepEqual(await type(page, word), fresh.get(word), word);
  }
  assert.ok([...fresh.values()].filter(({ titles }) => titles.length > 0).length >= 6, 'the words are in the archive');
  await page.close();
});

test('a count is right in number and in grammar, and more results come at the press of a button', async () => {
  const word = 'الأمم';
  const page = await newSearch(root, word);
  const total = articlesWith(word).length;
  assert.ok(total > 10);
  const { status, titles } = await found(page);
  assert.match(status, new RegExp(`^${String(total)} (?:نتائج|نتيجة)`, 'u'));
  assert.equal(titles.length, 10);
  const more = page.getByRole('button', { name: searchText.more });
  for (let shown = 10; shown < total; shown += 10) {
    await more.click();
    await page.waitForFunction((least) => document.querySelectorAll('#search-results li').length >= least, Math.min(shown + 10, total));
  }
  assert.equal(await page.locator('#search-results li').count(), total);
  assert.equal(await more.count(), 0);
  await page.close();
});

test('excerpts show the text as it was written, and every marked word is of a class that was asked for', async () => {
  const page = await newSearch(root);
  for (const query of ['المناخ', 'اتفاق', 'مؤتمر المناخ', 'وزير الخارجية', '1.5 درجة', 'إيران', 'كأس العالم']) {
    await type(page, query);
    const wanted = new Set(queryTerms(query));
    const results = await page.evaluate(() =>
      [...document.querySelectorAll('#search-results li')].map((item) => ({
        address: item.querySelector('a')?.pathname ?? '',
        excerpt: item.querySelector('.summary')?.textContent ?? '',
        marks: [...item.querySelectorAll('mark')].map(({ textContent }) => textContent),
      })),
    );
    assert.ok(results.length > 0, query);
    assert.ok(results.some(({ marks }) => marks.length > 0), query);
    for (const { address, excerpt, marks } of results) {
      const article = root.site.archive.articles.find((candidate) => articlePath(candidate) === address);
      assert.ok(article !== undefined, address);
      const text = [article.kicker, article.subtitle, article.dateline, bodyText(article.body)].filter((part) => part !== undefined).join(' — ').replace(/\s+/gu, ' ');
      assert.ok(text.includes(excerpt.replace(/^… | …$/gu, '').replace(/\s+/gu, ' ').trim()), `${address}: ${excerpt}`);
      for (const mark of marks) assert.ok(queryTerms(mark).some((term) => wanted.has(term)), `${query}: ${mark}`);
    }
  }
  await page.close();
});

for (const [what, part] of [
  ['the bundle', '/pagefind/'],
  ['the program', '/pagefind.js'],
  ['the list of pages', '.pf_meta'],
  ['the articles’ excerpts', '/fragment/'],
] as const) {
  test(`when ${what} cannot be fetched the page says so in Arabic, and the retry button works`, async (t) => {
    t.after(() => {
      root.interrupt();
    });
    root.interrupt(part);
    // A context of its own, since the browser's store has all the parts by now.
    const page = await browser.newPage();
    page.setDefaultTimeout(5000);
    await openPage(page, `${root.url}search/?q=${encodeURIComponent('المناخ')}`);
    assert.equal((await found(page)).status, searchText.failed);
    const retry = page.getByRole('button', { name: searchText.retry });
    await retry.click();
    await page.waitForFunction((failed) => document.querySelector('#search-status')?.textContent === failed, searchText.failed);
    root.interrupt();
    await retry.click();
    await page.locator('#search-results li').first().waitFor();
    assert.equal((await found(page)).addresses.length, articlesWith('المناخ').length);
    await page.close();
  });
}

test('a connection lost between two searches is told as such, not as “nothing found”', async (t) => {
  t.after(() => {
    root.interrupt();
  });
  const page = await browser.newPage();
  await openPage(page, `${root.url}search/?q=${UNKNOWN}`);
  root.interrupt('/pagefind/');
  for (const word of ['المناخ', 'نفط', `${UNKNOWN}ا`]) assert.equal((await type(page, word)).status, searchText.failed, word);
  root.interrupt();
  await page.getByRole('button', { name: searchText.retry }).click();
  await page.waitForFunction((text) => document.querySelector('#search-status')?.textContent === text, sentence.nothingFound(`${UNKNOWN}ا`));
  await page.close();
});

test('a form on any page leads to the answer', async () => {
  const page = await context.newPage();
  await openPage(page, below.url);
  await page.getByRole('searchbox').fill('المناخ');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${below.url}search/?q=*`);
  assert.ok((await found(page)).titles.length > 0);
  await page.close();
});

test('of two queries in quick succession only the later one is shown', async () => {
  const page = await newSearch(root);
  await page.getByRole('searchbox').fill('المناخ');
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox').fill(UNKNOWN);
  await page.keyboard.press('Enter');
  await page.waitForFunction((text) => document.querySelector('#search-status')?.textContent === text, sentence.nothingFound(UNKNOWN));
  await page.waitForTimeout(300);
  assert.equal(await page.locator('#search-results li').count(), 0);
  assert.equal(new URL(page.url()).searchParams.get('q'), UNKNOWN);
  await page.close();
});
