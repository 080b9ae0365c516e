/** Search as a reader has it: in a browser, over a network, against the built sample archive. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openSources } from '../../scripts/support/node-engine.ts';
import { formatCount, nouns } from '../../src/arabic/plural.ts';
import { searchSentence, searchText, sentence } from '../../src/arabic/strings.ts';
import type { Article } from '../../src/article/article.ts';
import { bodyText } from '../../src/article/markdown.ts';
import { runSearch, type Answer, type SearchOptions } from '../../src/search/query/search.ts';
import { articlePath } from '../../src/site/urls.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/open-page.ts';
import { openSample, type SampleSite } from '../support/sample-site.ts';
import { ownPolicy } from '../support/own-policy.ts';
import { complaintsOf, newSearch, parametersOf, shown, type, UNKNOWN, type Shown } from '../support/search-page.ts';

const BASE = '/some/path/';

let root: SampleSite;
let below: SampleSite;
let browser: Browser;
let context: BrowserContext;

before(async () => {
  root = await openSample({ headers: ownPolicy });
  below = await openSample({ base: BASE, headers: ownPolicy });
  browser = await launchBrowser();
  context = await browser.newContext();
  context.setDefaultTimeout(10_000);
});

after(async () => {
  await browser.close();
  await Promise.all([root.close(), below.close()]);
});

/** The same search outside the browser. */
function ask(text: string, options?: SearchOptions): Promise<Answer> {
  return runSearch(text, openSources(join(root.folder, 'pagefind')), options);
}

function textOf({ title, kicker, subtitle, summary, dateline, body, people, places, tags, authors }: Article): string {
  return [title, kicker, subtitle, summary, dateline, bodyText(body), ...people, ...places, ...tags, ...authors].filter((part) => part !== undefined).join(' \n ');
}

/** Addresses of the articles whose text a pattern matches: what is found without any of the search's code. */
function articlesWith(pattern: RegExp): readonly string[] {
  return root.site.archive.articles.filter((article) => pattern.test(textOf(article))).map((article) => root.url + articlePath(article).slice(1)).sort();
}

for (const [where, site] of [['at the root', (): SampleSite => root], ['below a path', (): SampleSite => below]] as const) {
  test(`${where}: typing gives results that link to articles, under a strict content policy`, async () => {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
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

test('the search runs in a worker, and where none may start it answers all the same', async () => {
  const page = await newSearch(context, root, 'المناخ');
  assert.equal(page.workers().length, 1);
  const withWorker = await shown(page);
  await page.close();

  for (const [what, change] of [
    ['there is none', (without: Page) => without.addInitScript(() => { Reflect.deleteProperty(globalThis, 'Worker'); })],
    ['the site’s policy forbids them', (without: Page) => without.route('**/search/*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': (response.headers()['content-security-policy'] ?? '').replace("worker-src 'self'", "worker-src 'none'") } });
    })],
  ] as const) {
    // What the service worker answers passes no route.
    const own = await browser.newContext({ serviceWorkers: 'block' });
    const without = await own.newPage();
    await change(without);
    await openPage(without, `${root.url}search/?q=${encodeURIComponent('المناخ')}`);
    assert.deepEqual(await shown(without), withWorker, what);
    assert.equal(without.workers().length, 0, what);
    await own.close();
  }
});

test('the page shows what the same search gives outside the browser', async () => {
  const page = await newSearch(context, root);
  for (const query of ['المناخ', 'رئيس', 'دولة عام', '«الأمم المتحدة»', 'مصر -القاهرة', 'مصر أو العراق', `مؤتمر المناخ ${UNKNOWN}`, 'من فاز بكأس العالم؟']) {
    const expected = await ask(query);
    const { titles } = await type(page, query);
    const results = await expected.results(0, 10);
    assert.deepEqual(titles, results.map(({ title }) => title.map(({ text }) => text).join('')), query);
  }
  await page.close();
});

test('the forms of a word find the same articles, and all that have it', async () => {
  const page = await newSearch(context, root);
  const expected = articlesWith(/مناخ/u);
  assert.ok(expected.length >= 5 && expected.length <= 10, 'the word is in some articles, and they fit on one page');
  for (const form of ['المناخ', 'مناخ', 'للمناخ', 'والمناخ', 'بالمناخ', 'الـمـنـاخ', 'المَناخ', 'ﺍﻟﻤﻨﺎﺥ']) {
    const { addresses } = await type(page, form);
    assert.deepEqual(addresses.toSorted(), expected, form);
  }
  await page.close();
});

test('a phrase between any quotation marks finds only what has the words side by side', async () => {
  const page = await newSearch(context, root);
  const expected = articlesWith(/(?<!\p{L})مؤتمر المناخ(?!\p{L})/u);
  assert.ok(expected.length >= 1);
  const words = await type(page, 'مؤتمر المناخ');
  assert.ok(words.addresses.length > expected.length);
  for (const phrase of ['«مؤتمر المناخ»', '"مؤتمر المناخ"', '“مؤتمر المناخ”']) {
    const { addresses, marks } = await type(page, phrase);
    assert.deepEqual(addresses.toSorted(), expected, phrase);
    assert.ok(marks.length > 0);
  }
  const { status } = await type(page, '«المناخ مؤتمر»');
  assert.ok(status.startsWith(searchText.partial), 'the order counts');
  assert.equal(await page.locator('#search-notes').innerText(), searchSentence.unknown(['المناخ مؤتمر']));
  await page.close();
});

test('a whole headline typed gives its article first', async () => {
  const page = await newSearch(context, root);
  const { articles } = root.site.archive;
  for (const { title } of articles.filter((_, index) => index % 6 === 0)) {
    const { titles, status } = await type(page, title);
    assert.equal(titles[0], title, status);
    assert.ok(!status.startsWith(searchText.partial), title);
  }
  await page.close();
});

test('an unknown word is answered in Arabic with advice', async () => {
  const page = await newSearch(context, root, UNKNOWN);
  const { status, titles } = await shown(page);
  assert.equal(status, sentence.nothingFound(UNKNOWN));
  assert.deepEqual(titles, []);
  assert.equal(await page.locator('#search-found').isVisible(), false);
  await page.close();
});

test('a misspelt word is answered with the word that was meant, and a press searches for that', async () => {
  const page = await newSearch(context, root, 'المنااخ');
  const meant = page.locator('#search-notes .meant a');
  assert.equal(await meant.innerText(), 'المناخ');
  const { total } = await ask('المناخ');
  const nearest = await shown(page);
  assert.equal(nearest.status, formatCount(total, nouns.result, 'western'), 'where nothing has the word, what comes nearest is shown');
  assert.ok((await page.locator('#search-notes').innerText()).includes(`${searchSentence.unknown(['المنااخ'])} ${searchSentence.instead(['المناخ'])}`), 'and the page says so');
  await meant.click();
  await page.locator('#search-results li').first().waitFor();
  assert.equal(await page.locator('#search-input').inputValue(), 'المناخ');
  assert.deepEqual(parametersOf(page), { q: ['المناخ'] });
  await page.goBack();
  assert.deepEqual(await shown(page), nearest);
  await page.close();
});

test('where no article has all the words, the page says so above those that have most, and which word stands nowhere', async () => {
  const page = await newSearch(context, root, `مؤتمر المناخ ${UNKNOWN}`);
  const { status, titles } = await shown(page);
  const { total } = await ask(`مؤتمر المناخ ${UNKNOWN}`);
  assert.equal(status, `${searchText.partial} ${formatCount(total, nouns.result, 'western')}`);
  assert.ok((await page.locator('#search-notes').innerText()).startsWith(searchSentence.unknown([UNKNOWN])));
  const whole = await type(page, 'مؤتمر المناخ');
  assert.equal(titles[0], whole.titles[0]);
  assert.ok(!whole.status.startsWith(searchText.partial));
  assert.equal(await page.locator('#search-notes').innerText(), '');
  await page.close();
});

test('bidi controls, joiners and punctuation in a query change nothing', async () => {
  const page = await newSearch(context, root);
  const plain = await type(page, 'مؤتمر المناخ');
  for (const odd of ['\u202Bمؤتمر المناخ\u202C', '\u200Fمؤتمر\u200F، المناخ', 'مؤتمر…المناخ', '(مؤتمر) [المناخ]', '\uFEFFمؤت\u200Cمر / المناخ\u2069', '  مؤتمر \u00A0 المناخ  ']) {
    assert.deepEqual((await type(page, odd)).addresses, plain.addresses, JSON.stringify(odd));
  }
  await page.locator('#search-input').fill('؟!… \u200F «»');
  await page.waitForFunction(() => document.querySelector('#search-results')?.childElementCount === 0);
  assert.equal(await page.locator('#search-status').textContent(), '', 'a query without a word is no query');
  await page.close();
});

test('the query of the address is answered, and the address follows the typing without new steps in the history', async () => {
  const page = await newSearch(context, root, 'المناخ');
  assert.equal(await page.locator('#search-input').inputValue(), 'المناخ');
  assert.ok((await shown(page)).titles.length > 0);
  assert.ok((await page.title()).startsWith(`${searchText.title}: المناخ – `));
  const steps = await page.evaluate(() => history.length);
  const second = await type(page, 'مصر');
  assert.deepEqual(parametersOf(page), { q: ['مصر'] });
  assert.equal(await page.evaluate(() => history.length), steps);
  await page.reload();
  assert.deepEqual(await shown(page), second);
  await page.locator('#search-input').fill('');
  await page.waitForFunction(() => !location.search.includes('q='));
  assert.equal((await page.locator('#search-results').innerText()).trim(), '');
  await page.close();
});

test('the title of the window always has one query and the name of the site', async () => {
  const page = await newSearch(context, root);
  const empty = await page.title();
  for (const query of ['باريس – القاهرة', 'مصر', "$& $' $1", 'المناخ']) {
    await type(page, query);
    assert.equal(await page.title(), empty.replace(searchText.title, () => `${searchText.title}: ${query}`));
  }
  await page.close();
});

test('the answer to a word does not depend on what was searched before', async () => {
  const words = ['المناخ', 'مصر', 'العراق', 'كأس', 'النفط', 'الأمم المتحدة', '2015', 'علم'];
  const fresh = new Map<string, Shown>();
  for (const word of words) {
    const page = await newSearch(context, root, word);
    fresh.set(word, await shown(page));
    await page.close();
  }
  const page = await newSearch(context, root);
  for (const word of [...words, ...words.toReversed()]) {
    assert.deepEqual(await type(page, word), fresh.get(word), word);
  }
  assert.ok([...fresh.values()].filter(({ titles }) => titles.length > 0).length >= 6, 'the words are in the archive');
  await page.close();
});

test('a count is right in number and in grammar', async () => {
  const page = await newSearch(context, root);
  for (const [word, pattern] of [['المناخ', /مناخ/u], ['النفط', /نفط/u], ['كأس', /ك[أؤ]وس|كأس/u]] as const) {
    assert.equal((await type(page, word)).status, formatCount(articlesWith(pattern).length, nouns.result, 'western'), word);
  }
  await page.close();
});

test('excerpts show the text as it was written, and every marked word is a form of a word that was asked for', async () => {
  const page = await newSearch(context, root);
  for (const [query, wanted] of [['المناخ', /مناخ/u], ['مؤتمر المناخ', /مؤتمر|مناخ/u], ['1.5 درجة', /1\.5|درج/u], ['إيران', /[إا]يران/u], ['كأس العالم', /ك[أؤ]و?س|عال?[اما]/u]] as const) {
    await type(page, query);
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
      for (const mark of marks) assert.match(mark.replace(/[\u064B-\u0652]/gu, ''), wanted, `${query}: ${mark}`);
    }
  }
  await page.close();
});

test('a result shows both dates, section and source', async () => {
  const page = await newSearch(context, root, 'إعلان اتفاق باريس');
  const { addresses } = await shown(page);
  const article = root.site.archive.articles.find((candidate) => addresses[0]?.endsWith(articlePath(candidate)) === true);
  assert.ok(article !== undefined);
  const { gregorian, hijri } = root.site.text.date(article.date);
  assert.deepEqual(await page.locator('#search-results li').first().locator('.meta > span').allTextContents(), [gregorian, hijri, article.section, article.source].filter((value) => value !== undefined));
  await page.close();
});

for (const [what, part] of [
  ['the index', '/pagefind/'],
  ['the list of its files', '/manifest.wq'],
  ['the program', '/search-worker'],
  ['the articles’ texts', '/fragment/'],
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
    assert.equal((await shown(page)).status, searchText.failed);
    const retry = page.getByRole('button', { name: searchText.retry });
    await retry.click();
    await page.waitForFunction((failed) => document.querySelector('#search-status')?.textContent === failed, searchText.failed);
    root.interrupt();
    await retry.click();
    await page.locator('#search-results li').first().waitFor();
    assert.equal((await shown(page)).addresses.length, articlesWith(/مناخ/u).length);
    assert.equal(await retry.count(), 0);
    await page.close();
  });
}

test('a connection lost between two searches is told as such, not as “nothing found”', async (t) => {
  t.after(() => {
    root.interrupt();
  });
  const page = await browser.newPage();
  await openPage(page, `${root.url}search/?q=${encodeURIComponent(UNKNOWN)}`);
  root.interrupt('/pagefind/');
  for (const word of ['المناخ', 'نفط']) assert.equal((await type(page, word)).status, searchText.failed, word);
  root.interrupt();
  await page.getByRole('button', { name: searchText.retry }).click();
  await page.locator('#search-results li').first().waitFor();
  assert.equal((await shown(page)).addresses.length, articlesWith(/نفط/u).length);
  await page.close();
});

test('while the answer is on its way the page says so', async () => {
  const page = await context.newPage();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/manifest.wq', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${root.url}search/?q=${encodeURIComponent('المناخ')}`);
  await page.waitForFunction((loading) => document.querySelector('#search-status')?.textContent === loading, searchText.loading);
  assert.equal(await page.locator('#search').getAttribute('aria-busy'), 'true');
  release();
  assert.ok((await shown(page)).titles.length > 0);
  assert.equal(await page.locator('#search').getAttribute('aria-busy'), null);
  await page.close();
});

test('a form on any page leads to the answer', async () => {
  const page = await context.newPage();
  await openPage(page, below.url);
  await page.getByRole('searchbox').fill('المناخ');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${below.url}search/?q=*`);
  assert.ok((await shown(page)).titles.length > 0);
  await page.close();
});

test('of two queries in quick succession only the later one is shown', async () => {
  const page = await newSearch(context, root);
  await page.locator('#search-input').fill('المناخ');
  await page.keyboard.press('Enter');
  await page.locator('#search-input').fill(UNKNOWN);
  await page.keyboard.press('Enter');
  await page.waitForFunction((text) => document.querySelector('#search-status')?.textContent === text, sentence.nothingFound(UNKNOWN));
  await page.waitForTimeout(300);
  assert.equal(await page.locator('#search-results li').count(), 0);
  assert.deepEqual(parametersOf(page), { q: [UNKNOWN] });
  await page.close();
});
