/** Reading without a network, in a browser: kept pages and their search, a newer site, a full device, a download cut off, and the way out. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { offlineSentence, offlineText, topicText } from '../../src/arabic/strings.ts';
import { buildAssets } from '../../src/build/build-assets.ts';
import { runBuild } from '../../src/build/build-site.ts';
import { addToSite } from '../../src/build/site-folder.ts';
import type { OfflineIndex } from '../../src/client/offline/lists.ts';
import { createRenderer } from '../../src/eleventy/create-renderer.ts';
import { LANGUAGES } from '../../src/languages/languages.ts';
import type { Page as SitePage } from '../../src/site/pages.ts';
import { buildSite } from '../../src/site/site.ts';
import type { Topic } from '../../src/archive/topics.ts';
import { articlePath, paths } from '../../src/site/urls.ts';
import { PROJECT } from '../support/build-once.ts';
import { launchBrowser } from '../support/browser.ts';
import { findBrowser } from '../support/find-browser.ts';
import { launchFirefox, missingFirefox } from '../support/firefox.ts';
import { openPage } from '../support/open-page.ts';
import { ownPolicy } from '../support/own-policy.ts';
import { openSample, type SampleSite } from '../support/sample-site.ts';

/** With letters that addresses write otherwise. */
const BASE = '/أرشيف/';
/** A year and what is published in it. */
const YEAR = '2021';

let sample: SampleSite;
let browser: Browser;
let room: string;

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'warraq-offline-'));
  await cp(join(PROJECT, 'articles'), join(room, 'articles'), { recursive: true });
  await cp(join(PROJECT, '_data'), join(room, '_data'), { recursive: true });
  sample = await openSample({ base: BASE, headers: ownPolicy });
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
  await sample.close();
  await rm(room, { recursive: true, force: true });
});

async function newReader(): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly complaints: string[] }> {
  sample.interrupt();
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  return { context, page, complaints };
}

/** The worker is there and has kept what it needs itself. */
async function workerReady(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

async function keepYear(page: Page, year: string): Promise<void> {
  await openPage(page, `${sample.url}offline/`);
  await workerReady(page);
  await page.selectOption('#offline-year', year);
  await page.getByRole('button', { name: offlineText.keepYear }).click();
}

async function kept(page: Page): Promise<void> {
  await page.getByText(offlineText.done, { exact: true }).waitFor();
}

/** From now on no request reaches the host. */
function cut(): void {
  sample.interrupt('/');
}

async function notice(page: Page): Promise<string> {
  return page.locator('.kept-copy').innerText();
}

const opening = (sentence: (date: string) => string): string => sentence('|').split('|')[0] ?? '';

test('a page that was opened opens again without a network, and says of when it is', async () => {
  const { context, page, complaints } = await newReader();
  const address = `${sample.url}${YEAR}/`;
  await openPage(page, address);
  await workerReady(page);
  await page.waitForFunction(async (url) => (await caches.match(url)) !== undefined, address);
  const heading = await page.locator('h1').innerText();
  assert.equal(await page.locator('.kept-copy').count(), 0);
  await context.setOffline(true);
  await openPage(page, address);
  assert.equal(await page.locator('h1').innerText(), heading);
  assert.ok((await notice(page)).startsWith(opening(offlineSentence.copyOffline)));
  assert.match(await notice(page), /20\d\d، الساعة \d+:\d\d\.$/u);
  const fontSize = await page.locator('h1').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  assert.ok(fontSize > 30, 'the page has its styles');
  await openPage(page, `${sample.url}2015/`);
  assert.equal(await notice(page), offlineText.notKept);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a kept year is read and searched without a network, and its results open', async () => {
  const { context, page, complaints } = await newReader();
  await openPage(page, `${sample.url}offline/`);
  await workerReady(page);
  const index = JSON.parse(await readFile(join(sample.folder, 'offline/lists.json'), 'utf8')) as OfflineIndex;
  const told = ['common', 'words', ...(index.years.find(({ year }) => year === YEAR)?.lists ?? [])].reduce((sum, id) => sum + (index.lists[id]?.bytes ?? 0), 0);
  await page.selectOption('#offline-year', YEAR);
  assert.match(await page.locator('#offline').innerText(), new RegExp(`${(told / 1e6).toFixed(1)} ميغابايت على الجهاز`, 'u'));
  await page.getByRole('button', { name: offlineText.keepYear }).click();
  await kept(page);
  cut();
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('المناخ')}`);
  const found = await page.locator('#search-results h2 a, #search-results h3 a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  assert.ok(found.length > 0);
  for (const address of found) assert.ok(address.startsWith(encodeURI(`${sample.url}${YEAR}/`)) || address.startsWith(`${sample.url}${YEAR}/`), address);
  assert.equal(await page.locator('.covers').innerText(), offlineSentence.covers([YEAR]));
  for (const address of found) {
    await openPage(page, address);
    assert.ok((await notice(page)).startsWith(opening(offlineSentence.copyFault)));
    assert.ok((await page.locator('.article-body, article').first().innerText()).length > 100);
  }
  // Words through time are followed over what is kept, and the page says so.
  for (const [measure, total] of [['count', found.length], ['times', undefined]] as const) {
    await openPage(page, `${sample.url}words/?q=${encodeURIComponent('«المناخ»')}&measure=${measure}&step=year`);
    await page.locator('.words-legend li').waitFor();
    assert.ok((await page.locator('#words-status').innerText()).includes(offlineSentence.covers([YEAR])));
    assert.deepEqual(await page.locator('#words-found tbody th').allTextContents(), [YEAR]);
    if (total !== undefined) assert.ok(Number.parseInt((await page.locator('#words-found tbody td').nth(1).textContent()) ?? '', 10) <= total);
  }
  // Exact words are asked of Pagefind's own files.
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('"المناخ"')}`);
  assert.equal(await page.locator('.covers').count(), 1);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a search that began with a network goes on over what is kept when it is cut', async () => {
  const { context, page } = await newReader();
  await keepYear(page, YEAR);
  await kept(page);
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('مصر')}`);
  assert.equal(await page.locator('.covers').count(), 0);
  cut();
  await page.fill('#search-input', 'رياضة');
  await page.locator('.covers').waitFor();
  await context.close();
});

/** Chooses a topic; what it has is measured then. */
async function chooseTopic(page: Page, name: string): Promise<void> {
  await openPage(page, `${sample.url}offline/`);
  await workerReady(page);
  await page.fill('#offline-topic', name);
  await page.locator('#offline-topic').blur();
  await page.getByRole('button', { name: offlineText.keepTopic }).waitFor();
}

function largestTag(): Topic {
  const [topic] = [...sample.site.archive.topics.tag].sort((a, b) => b.articles.length - a.articles.length);
  return topic ?? assert.fail('the sample has no tag');
}

const resultLinks = (page: Page): Promise<readonly string[]> => page.locator('#search-results h2 a, #search-results h3 a').evaluateAll((links) => links.map((link) => decodeURI(new URL((link as HTMLAnchorElement).href).pathname)));

test('a topic is kept with its articles, which are read and searched without a network; the size is told first', async () => {
  const { context, page, complaints } = await newReader();
  const topic = largestTag();
  const own = new Set(topic.articles.map((article) => `${BASE.slice(0, -1)}${articlePath(article)}`));
  await chooseTopic(page, topic.name);
  const told = async (): Promise<number> => Number.parseFloat(/(?<size>[\d.]+) (?:كيلو|ميغا)بايت/u.exec(await page.locator('section', { has: page.locator('#offline-topic') }).innerText())?.groups?.['size'] ?? '');
  const searched = await told();
  await page.getByLabel(offlineText.topicSearched).uncheck();
  assert.notEqual(await told(), searched, 'the search has a size of its own');
  await page.getByLabel(offlineText.topicSearched).check();
  await page.getByRole('button', { name: offlineText.keepTopic }).click();
  await kept(page);
  // Of the texts of the archive only those of the topic have come.
  const texts = await page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.endsWith(' kept')) ?? '';
    return (await (await caches.open(name)).keys()).filter(({ url }) => url.endsWith('.pf_fragment')).length;
  });
  assert.equal(texts, topic.articles.length);
  cut();
  await openPage(page, `${sample.url}tags/${topic.slug}/`);
  assert.equal(await page.locator('.kept-copy').count(), 1);
  for (const path of [...own].slice(0, 3)) {
    await openPage(page, new URL(encodeURI(path), sample.url).href);
    assert.notEqual(await notice(page), offlineText.notKept);
  }
  // A word of the whole archive, and exact words, which are looked for in the texts themselves.
  for (const query of ['عام', '"في عام"', `"${topic.name}"`]) {
    await openPage(page, `${sample.url}search/?q=${encodeURIComponent(query)}`);
    assert.equal(await page.locator('.covers').innerText(), offlineSentence.covers([`${topicText.tag.one}: ${topic.name}`]));
    const found = await resultLinks(page);
    assert.ok(found.length > 0, query);
    for (const path of found) assert.ok(own.has(path), `${query}: ${path}`);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a topic may be kept without the search, which is said', async () => {
  const { context, page } = await newReader();
  await chooseTopic(page, largestTag().name);
  await page.getByLabel(offlineText.topicSearched).uncheck();
  await page.getByRole('button', { name: offlineText.keepTopic }).click();
  await kept(page);
  await page.getByText(offlineText.topicNotSearched).waitFor();
  await context.setOffline(true);
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('عام')}`);
  await page.getByText(offlineText.searchNotKept).waitFor();
  await context.close();
});

test('keeping is paused, stays so, cannot be searched by half, and goes on', async () => {
  const { context, page } = await newReader();
  // The page of the search is kept as one that was opened.
  await openPage(page, `${sample.url}search/`);
  await workerReady(page);
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('مصر')}`);
  await page.waitForFunction(async (url) => (await caches.match(url)) !== undefined, `${sample.url}search/`);
  await openPage(page, `${sample.url}offline/`);
  await workerReady(page);
  sample.hold(`/${YEAR}/12/`);
  await page.selectOption('#offline-year', YEAR);
  await page.getByRole('button', { name: offlineText.keepYear }).click();
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0);
  await page.getByRole('button', { name: offlineText.pause }).click();
  sample.hold();
  await page.getByText(offlineText.paused).waitFor();
  const held = (): Promise<number> => page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.endsWith(' kept')) ?? '';
    return (await (await caches.open(name)).keys()).length;
  });
  const files = await held();
  // The reader comes back: it does not go on by itself, and the page says where it is.
  await openPage(page, `${sample.url}offline/`);
  await page.getByText(offlineText.paused).waitFor();
  assert.match(await page.locator('.packs').innerText(), new RegExp(offlineText.partial, 'u'));
  assert.equal(await held(), files);
  await context.setOffline(true);
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('مصر')}`);
  await page.getByText(offlineText.searchNotKept).waitFor();
  await context.setOffline(false);
  await openPage(page, `${sample.url}offline/`);
  await page.getByRole('button', { name: offlineText.resume }).click();
  await kept(page);
  assert.ok((await held()) > files);
  await context.close();
});

test('a download that was paused or cut off goes on where it was', async () => {
  const { context, page } = await newReader();
  await openPage(page, `${sample.url}offline/`);
  await workerReady(page);
  // The list has gone through, and pages of one month break off.
  sample.interrupt(`/${YEAR}/12/`);
  await page.selectOption('#offline-year', YEAR);
  await page.getByRole('button', { name: offlineText.keepYear }).click();
  await page.getByText(offlineText.interrupted).waitFor();
  assert.match(await page.locator('.packs').innerText(), new RegExp(offlineText.partial, 'u'));
  const before = await page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.endsWith(' kept')) ?? '';
    return (await (await caches.open(name)).keys()).length;
  });
  assert.ok(before > 0);
  sample.interrupt();
  const asked: string[] = [];
  context.on('request', (request) => {
    asked.push(decodeURI(request.url()).slice(sample.url.length));
  });
  // The browser was closed and is opened again: it goes on by itself.
  await openPage(page, `${sample.url}offline/`);
  await kept(page);
  assert.doesNotMatch(await page.locator('.packs').innerText(), new RegExp(offlineText.partial, 'u'));
  const all = (JSON.parse(await readFile(join(sample.folder, 'offline/lists.json'), 'utf8')) as OfflineIndex).lists;
  const wanted = ['common', 'words', `year-${YEAR}`, 'search-all'].reduce((sum, id) => sum + (all[id]?.files ?? 0), 0);
  assert.ok(all['search-all'] !== undefined && asked.length < wanted - 50, `${String(asked.length)} of ${String(wanted)} files were asked for again`);
  await context.close();
});

test('removing what was kept gives the space back', async () => {
  const { context, page } = await newReader();
  await keepYear(page, YEAR);
  await kept(page);
  await page.getByRole('button', { name: offlineText.remove }).first().click();
  await page.getByRole('button', { name: offlineText.removeConfirm }).click();
  await page.getByText(offlineText.nothing).waitFor();
  const stores = await page.evaluate(async () => (await caches.keys()).filter((name) => name.endsWith(' kept')));
  assert.deepEqual(stores, []);
  await context.close();
});

test('a full device is told before, and while it fills', async () => {
  const { context, page } = await newReader();
  await openPage(page, `${sample.url}offline/`);
  await workerReady(page);
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(sample.url);
  const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin });
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 300_000 });
  // What a browser says of its space need not be so.
  await page.evaluate(() => {
    navigator.storage.estimate = () => Promise.resolve({ quota: 1e6, usage: 9e5 });
  });
  await page.getByRole('button', { name: offlineText.keepWhole }).click();
  await page.getByText(opening(offlineSentence.tooLarge).trim()).waitFor();
  // The estimate said that there is space, and then there is not.
  await page.evaluate(() => {
    navigator.storage.estimate = () => Promise.resolve({ quota: 1e12, usage: 0 });
  });
  await page.getByRole('button', { name: offlineText.keepWhole }).click();
  await page.getByText(offlineText.full).waitFor();
  await page.getByRole('button', { name: offlineText.remove }).first().click();
  await page.getByRole('button', { name: offlineText.removeConfirm }).click();
  await page.getByText(offlineText.nothing).waitFor();
  await context.close();
});

test('where the browser keeps nothing, the page says so', async () => {
  const { context, page } = await newReader();
  await context.addInitScript(`
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
    CacheStorage.prototype.has = () => Promise.reject(new DOMException('', 'SecurityError'));
  `);
  await openPage(page, `${sample.url}offline/`);
  await page.getByText(offlineText.unsupported).waitFor();
  await context.close();
});

test('a browser that forbids every storage reads and searches the site all the same', async () => {
  sample.interrupt();
  const context = await browser.newContext();
  await context.addInitScript(`
    const refuse = () => { throw new DOMException('', 'SecurityError'); };
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('', 'SecurityError'));
    for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB']) Object.defineProperty(globalThis, name, { get: refuse });
  `);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  for (const path of ['', `${YEAR}/`, articlePath(sample.site.archive.articles[0] ?? assert.fail()).slice(1)]) await openPage(page, `${sample.url}${path}`);
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('المناخ')}`);
  assert.ok((await resultLinks(page)).length > 0);
  await openPage(page, `${sample.url}offline/`);
  await page.getByText(offlineText.unsupported).waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('Chromium finds nothing that would keep a reader from installing the site', async () => {
  sample.interrupt();
  // Contexts of a shared browser are private windows, in which nothing can be installed.
  const context = await chromium.launchPersistentContext('', { executablePath: await findBrowser(), chromiumSandbox: false });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    for (const path of ['', `${YEAR}/`]) {
      await openPage(page, `${sample.url}${path}`);
      await workerReady(page);
      assert.deepEqual(await devtools.send('Page.getInstallabilityErrors'), { installabilityErrors: [] });
      const { errors, url } = await devtools.send('Page.getAppManifest');
      assert.deepEqual([errors, url.endsWith('/manifest.webmanifest')], [[], true]);
    }
  } finally {
    await context.close();
  }
});

const firefoxMissing = missingFirefox();
for (const secret of [false, true]) {
  test(`in ${secret ? 'a private window of Firefox' : 'Firefox'} a page that was opened, and a year that is kept, open again without a network`, { skip: firefoxMissing }, async () => {
    sample.interrupt();
    const firefox = await launchFirefox({ secret });
    try {
      await firefox.open(`${sample.url}about/`);
      await firefox.run(() => navigator.serviceWorker.ready.then(() => true));
      await firefox.open(`${sample.url}offline/`);
      const said = await firefox.run(async (year, keep) => {
        while (document.querySelector('#offline-year') === null) await new Promise((resolve) => setTimeout(resolve, 50));
        const select = document.querySelector<HTMLSelectElement>('#offline-year');
        if (select !== null) select.value = year;
        select?.dispatchEvent(new Event('change'));
        for (const button of document.querySelectorAll<HTMLButtonElement>('#offline button')) if (button.textContent === keep) button.click();
        for (;;) {
          const text = document.querySelector('#offline .status')?.textContent ?? '';
          if (text !== '') return text;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }, YEAR, offlineText.keepYear);
      assert.equal(said, offlineText.done);
      cut();
      for (const path of ['about/', `${YEAR}/`]) {
        await firefox.open(sample.url + path);
        assert.notEqual(await firefox.run(() => document.querySelector('.kept-copy')?.textContent ?? ''), '', path);
      }
    } finally {
      await firefox.close();
      sample.interrupt();
    }
  });
}

test('a picture that the host has not keeps nobody from keeping its year', async () => {
  const { context, page } = await newReader();
  const away = join(room, 'away-media');
  await rename(join(sample.folder, 'media'), away);
  try {
    await keepYear(page, '2022');
    await kept(page);
    cut();
    await openPage(page, `${sample.url}2022/`);
    assert.ok((await notice(page)).startsWith(opening(offlineSentence.copyFault)));
  } finally {
    await rename(away, join(sample.folder, 'media'));
    sample.interrupt();
    await context.close();
  }
});

// The last ones publish over the sample.
test('a site that is published anew while it is fetched is kept as it is now, also where its old files are still there', async () => {
  const { context, page } = await newReader();
  sample.hold(`/${YEAR}/12/`);
  await keepYear(page, YEAR);
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0);
  const old = join(room, 'old-search');
  await cp(join(sample.folder, 'pagefind'), old, { recursive: true });
  await renameArticle('عنوان جديد خشخشخش');
  // As after a deploy: files with a digest in their name stay for a while.
  await cp(old, join(sample.folder, 'pagefind'), { recursive: true, force: false });
  sample.hold();
  await kept(page);
  cut();
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('خشخشخش')}`);
  assert.match(await page.locator('#search-results').innerText(), /خشخشخش/u);
  await page.locator('#search-results h2 a, #search-results h3 a').first().click();
  await page.waitForFunction(() => document.querySelector('h1')?.textContent.includes('خشخشخش') === true);
  sample.interrupt();
  await context.close();
});

test('a newer site replaces what is kept, file by file', async () => {
  const { context, page } = await newReader();
  await keepYear(page, YEAR);
  await kept(page);
  await renameArticle('عنوان جديد زقزقزق');
  const asked: string[] = [];
  page.on('request', (request) => {
    asked.push(decodeURI(request.url()).slice(sample.url.length));
  });
  await openPage(page, `${sample.url}offline/`);
  await kept(page);
  const pages = asked.filter((path) => path.startsWith(`${YEAR}/`));
  assert.ok(pages.length > 0 && pages.length < 30, pages.join(' '));
  cut();
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('زقزقزق')}`);
  assert.match(await page.locator('#search-results').innerText(), /زقزقزق/u);
  await page.locator('#search-results h2 a, #search-results h3 a').first().click();
  await page.waitForFunction(() => document.querySelector('h1')?.textContent.includes('زقزقزق') === true);
  sample.interrupt();
  await context.close();
});

test('a site that is switched off takes its worker and all it kept away', async () => {
  const { context, page } = await newReader();
  await keepYear(page, YEAR);
  await kept(page);
  const scratch = join(room, 'retired');
  await buildAssets(scratch, { origin: 'https://archive.example', base: BASE }, { offline: false, style: { digits: 'western', months: 'gulf' }, language: LANGUAGES.ar });
  await addToSite(sample.folder, new Map([['sw.js', await readFile(join(scratch, 'sw.js'), 'utf8')]]));
  // A page that leads here without its script, as all pages of such a site.
  await page.route('**/every-page-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0 && (await indexedDB.databases()).length === 0);
  cut();
  await assert.rejects(page.goto(sample.url));
  sample.interrupt();
  // The site is switched on again.
  await page.unroute('**/every-page-*.js');
  await publish({ clean: true });
  await keepYear(page, YEAR);
  await kept(page);
  await context.setOffline(true);
  await openPage(page, `${sample.url}search/?q=${encodeURIComponent('مصر')}`);
  await page.locator('#search-results li').first().waitFor();
  await context.close();
});

async function publish(how: { readonly clean?: boolean } = {}): Promise<void> {
  await runBuild({ articles: join(room, 'articles'), data: join(room, '_data'), out: sample.folder, base: BASE, ...how });
}

/** Publishes the sample with another headline of an article of the year. */
async function renameArticle(title: string): Promise<void> {
  const [article] = sample.site.archive.articles.filter(({ date }) => date.iso.startsWith(YEAR));
  assert.ok(article !== undefined);
  const file = join(room, 'articles', article.file);
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^title: .*$/mu, `title: ${title}`));
  await publish();
}

test('pages of a site that is switched off ask for no worker and do not lead to the page that says so', () => {
  const { archive, settings, address } = sample.site;
  const assets = { style: '', readingStyle: '', datesStyle: '', searchStyle: '', homeScript: '', articleScript: '', firstScript: '', readerScript: '', offlineScript: '', toolsStyle: '', wordsScript: '', readingListScript: '', pageScript: '', searchScript: '', searchWorker: '', icon: '', preload: [] };
  const render = (offline: 'true' | 'false', page: SitePage): string => createRenderer(buildSite(archive, { ...settings, site: { ...settings.site, offline } }, address), assets)({ page });
  const offlinePage = { kind: 'offline', path: paths.offline, subject: '' } as const;
  const home = { kind: 'home', path: paths.home, subject: '' } as const;
  assert.match(render('true', home), /data-worker=[^>]*sw\.js/u);
  assert.match(render('true', home), /href="[^"]*offline\/"/u);
  assert.doesNotMatch(render('false', home), /sw\.js|offline\/"/u);
  assert.ok(render('false', offlinePage).includes(offlineText.switchedOff));
});
