/** Narrowing a search by time and names; its state in the address, and the way back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { formatCount, nouns } from '../../src/arabic/plural.ts';
import { searchSentence, searchText, sentence, topicText } from '../../src/arabic/strings.ts';
import { FACETS } from '../../src/search/format/manifest.ts';
import { launchBrowser } from '../support/browser.ts';
import { openSample, type SampleSite } from '../support/sample-site.ts';
import { answerTo, assertSorted, newSearch, parametersOf, shown, type } from '../support/search-page.ts';

/** In articles of many years and sections. */
const WORD = 'مصر';

let sample: SampleSite;
let browser: Browser;
let context: BrowserContext;

before(async () => {
  [sample, browser] = await Promise.all([openSample(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(10_000);
});

after(async () => {
  await browser.close();
  await sample.close();
});

interface Bar {
  readonly value: string;
  readonly number: number;
  readonly pressed: boolean;
  /** Height or width of what is drawn, in pixels. */
  readonly drawn: number;
  readonly start: number;
}

async function bars(page: Page, chart: '#search-years' | '#search-months'): Promise<readonly Bar[]> {
  return page.locator(`${chart} .bar`).evaluateAll((all) =>
    all.map((bar) => {
      const column = bar.querySelector('.column')?.getBoundingClientRect();
      return {
        value: (bar as HTMLElement).dataset['value'] ?? '',
        number: Number(bar.querySelector('.number')?.textContent ?? ''),
        pressed: bar.getAttribute('aria-pressed') === 'true',
        drawn: bar.closest('#search-years') === null ? (column?.width ?? 0) : (column?.height ?? 0),
        start: bar.getBoundingClientRect().right,
      };
    }),
  );
}

/** Found articles of all pages. The button may go while one looks for it, since scrolling brings results too. */
async function allAddresses(page: Page): Promise<readonly string[]> {
  await shown(page);
  await page.waitForFunction(() => {
    const more = document.querySelector<HTMLButtonElement>('.more-results');
    more?.click();
    return more === null;
  });
  return (await shown(page)).addresses;
}

function yearOf(address: string): string {
  return new URL(address).pathname.slice(1, 5);
}

function panel(page: Page, facet: string): ReturnType<Page['locator']> {
  return page.locator(`details.facet[data-facet=${facet}]`);
}

function box(page: Page, facet: string, value: string): ReturnType<Page['locator']> {
  return panel(page, facet).locator(`input[data-value="${value}"]`);
}

function total(status: string): number {
  return status === searchText.nothingLeft ? 0 : ([...Array(100).keys()].find((count) => formatCount(count, nouns.result, 'western') === status) ?? NaN);
}

test('the chart has the right number for each year, true to scale and from right to left', async () => {
  const page = await newSearch(context, sample, WORD);
  const addresses = await allAddresses(page);
  const chart = await bars(page, '#search-years');
  for (const { value, number } of chart) assert.equal(number, addresses.filter((address) => yearOf(address) === value).length, value);
  assert.equal(chart.reduce((sum, { number }) => sum + number, 0), addresses.length);
  const years = chart.map(({ value }) => Number(value));
  assert.deepEqual(years, years.map((_, at) => (years[0] ?? 0) + at), 'no year is left out');
  const most = chart.reduce((best, bar) => (bar.number > best.number ? bar : best));
  for (const { value, number, drawn } of chart) if (number > 0) assert.ok(Math.abs(drawn / most.drawn - number / most.number) < 0.05, value);
  for (const [at, { start }] of chart.entries()) if (at > 0) assert.ok(start < (chart[at - 1]?.start ?? 0), 'later years stand further left');
  await page.close();
});

test('a year, then a month of it, narrow the search by a press, and a second press takes the choice back', async () => {
  const page = await newSearch(context, sample, WORD);
  const all = await allAddresses(page);
  const wanted = all.filter((address) => yearOf(address) === '2021');
  assert.ok(wanted.length > 2 && wanted.length < all.length);
  await answerTo(page, () => page.locator('#search-years [data-value="2021"]').click());
  assert.deepEqual((await shown(page)).addresses.toSorted(), wanted.toSorted());
  assert.deepEqual(parametersOf(page), { q: [WORD], from: ['2021'], to: ['2021'] });
  const months = await bars(page, '#search-months');
  assert.equal(months.length, 12);
  for (const { value, number } of months) assert.equal(number, wanted.filter((address) => new URL(address).pathname.startsWith(`/${value.replace('-', '/')}/`)).length, value);
  assert.deepEqual((await bars(page, '#search-years')).filter(({ pressed }) => pressed).map(({ value }) => value), ['2021']);
  assert.equal((await bars(page, '#search-years')).reduce((sum, { number }) => sum + number, 0), all.length, 'the chart goes on showing all years');

  const month = months.find(({ number }) => number > 0)?.value ?? '';
  const narrowed = await answerTo(page, () => page.locator(`#search-months [data-value="${month}"]`).click());
  assert.ok(narrowed.addresses.length >= 1 && narrowed.addresses.every((address) => new URL(address).pathname.startsWith(`/${month.replace('-', '/')}/`)));
  assert.deepEqual(parametersOf(page), { q: [WORD], from: [month], to: [month] });
  await answerTo(page, () => page.locator(`#search-months [data-value="${month}"]`).click());
  assert.deepEqual(parametersOf(page), { q: [WORD], from: ['2021'], to: ['2021'] });
  await answerTo(page, () => page.locator('#search-years [data-value="2021"]').click());
  assert.deepEqual(parametersOf(page), { q: [WORD] });
  assert.equal(await page.locator('#search-months').isVisible(), false);
  await page.close();
});

test('a span of years is chosen with two lists', async () => {
  const page = await newSearch(context, sample, WORD);
  const all = await allAddresses(page);
  await answerTo(page, () => page.locator('#search-from').selectOption('2015'));
  await answerTo(page, () => page.locator('#search-to').selectOption('2021'));
  assert.deepEqual(parametersOf(page), { q: [WORD], from: ['2015'], to: ['2021'] });
  assert.deepEqual((await allAddresses(page)).toSorted(), all.filter((address) => yearOf(address) >= '2015' && yearOf(address) <= '2021').toSorted());
  assert.equal(await page.locator('#search-chips').innerText(), searchSentence.span('2015', '2021'));
  await answerTo(page, () => page.locator('#search-from').selectOption('2023'));
  assert.deepEqual(parametersOf(page), { q: [WORD], from: ['2023'], to: ['2023'] }, 'the end goes with a beginning that passes it');
  await page.close();
});

test('the keyboard reaches the years with arrows and chooses with Enter', async () => {
  const page = await newSearch(context, sample, WORD);
  const years = (await bars(page, '#search-years')).filter(({ number }) => number > 0).map(({ value }) => value);
  const focused = (): Promise<string | undefined> => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['value']);
  assert.equal(await page.locator('#search-years .bar[tabindex="0"]').count(), 1, 'one stop for the tab key');
  await page.locator('#search-to').focus();
  await page.keyboard.press('Tab');
  assert.equal(await focused(), years.at(-1));
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(), years.at(-2), 'right is back in time');
  await page.keyboard.press('Home');
  assert.equal(await focused(), years[0]);
  await page.keyboard.press('ArrowLeft');
  await answerTo(page, () => page.keyboard.press('Enter'));
  assert.deepEqual(parametersOf(page)['from'], [years[1]]);
  assert.equal(await focused(), years[1], 'the focus stays');
  await page.close();
});

test('every panel’s counts are what a choice leaves', async () => {
  const page = await newSearch(context, sample, WORD);
  for (const facet of FACETS) {
    if (!(await panel(page, facet).evaluate((details) => (details as HTMLDetailsElement).open))) await panel(page, facet).locator('summary').click();
    await panel(page, facet).locator('li').first().waitFor();
    const rows = await panel(page, facet).locator('li').evaluateAll((all) => all.map((row) => ({ value: row.querySelector('input')?.dataset['value'] ?? '', number: Number(row.querySelector('.number')?.textContent ?? '') })));
    assertSorted(rows.map(({ number }) => String(number).padStart(3, '0')), 'descending');
    for (const { value, number } of rows.slice(0, 3)) {
      const { status } = await answerTo(page, () => box(page, facet, value).check());
      assert.equal(total(status), number, `${facet} ${value}`);
      assert.deepEqual(parametersOf(page), { q: [WORD], [facet]: [value] });
      await answerTo(page, () => box(page, facet, value).uncheck());
    }
  }
  await page.close();
});

test('counts of tags and authors are fetched when their panel is opened, those of sections and sources after the results', async () => {
  const page = await newSearch(context, sample, WORD);
  assert.deepEqual(await panel(page, 'tag').locator('.values').innerHTML(), '');
  assert.deepEqual(await panel(page, 'author').locator('.values').innerHTML(), '');
  await panel(page, 'section').locator('li').first().waitFor();
  await panel(page, 'source').locator('li').first().waitFor();
  await panel(page, 'tag').locator('summary').click();
  await panel(page, 'tag').locator('li').first().waitFor();
  const shownTags = await panel(page, 'tag').locator('li').count();
  assert.equal(shownTags, 8);
  await panel(page, 'tag').getByRole('button', { name: searchText.moreValues }).click();
  assert.ok((await panel(page, 'tag').locator('li').count()) > shownTags);
  await page.close();
});

test('several values of one facet widen, several facets narrow, and a click on a chip takes one back', async () => {
  const page = await newSearch(context, sample, WORD);
  await panel(page, 'section').locator('li').first().waitFor();
  const sections = await panel(page, 'section').locator('input').evaluateAll((all) => all.slice(0, 2).map((input) => (input as HTMLElement).dataset['value'] ?? ''));
  const [first = '', second = ''] = sections;
  const one = total((await answerTo(page, () => box(page, 'section', first).check())).status);
  const two = total((await answerTo(page, () => box(page, 'section', second).check())).status);
  assert.ok(two > one);
  assert.deepEqual(parametersOf(page), { q: [WORD], section: [first, second] });
  const years = (await bars(page, '#search-years')).filter(({ number }) => number > 0);
  assert.equal(years.reduce((sum, { number }) => sum + number, 0), two, 'the chart counts what the other choices leave');
  const { value: year = '', number = 0 } = years[0] ?? {};
  const three = total((await answerTo(page, () => page.locator(`#search-years [data-value="${year}"]`).click())).status);
  assert.equal(three, number);

  const chip = (name: string): ReturnType<Page['locator']> => page.getByRole('button', { name: searchSentence.remove(name) });
  assert.equal(await page.locator('#search-chips button').count(), 4, 'three choices, and all of them');
  await answerTo(page, () => chip(year).click());
  assert.deepEqual(parametersOf(page), { q: [WORD], section: [first, second] });
  await answerTo(page, () => chip(sentence.labelled(topicText.section.one, first)).click());
  assert.deepEqual(parametersOf(page), { q: [WORD], section: [second] });
  assert.equal(await box(page, 'section', first).isChecked(), false);
  assert.ok(await page.evaluate(() => document.activeElement?.closest('#search-chips') !== null), 'the focus stays among the chips');
  await answerTo(page, () => box(page, 'section', first).check());
  await answerTo(page, () => page.getByRole('button', { name: searchText.clear }).click());
  assert.deepEqual(parametersOf(page), { q: [WORD] });
  assert.equal(await page.locator('#search-chips').isVisible(), false);
  await page.close();
});

test('a choice that leaves nothing is said as such and can be taken back', async () => {
  const page = await newSearch(context, sample, { q: WORD, from: '1990', to: '1991' });
  assert.equal((await shown(page)).status, searchText.nothingLeft);
  const chip = page.locator('#search-chips button');
  assert.equal(await chip.innerText(), searchSentence.span('1990', '1991'));
  assert.ok((await answerTo(page, () => chip.click())).titles.length > 0);
  await page.close();
});

test('results are sorted as asked', async () => {
  const page = await newSearch(context, sample, WORD);
  const relevance = await allAddresses(page);
  for (const [sort, how] of [['newest', 'descending'], ['oldest', 'ascending']] as const) {
    await answerTo(page, () => page.locator('#search-sort').selectOption(sort));
    const addresses = await allAddresses(page);
    assertSorted(addresses.map((address) => new URL(address).pathname.slice(1, 11)), how);
    assert.deepEqual(addresses.toSorted(), relevance.toSorted());
    assert.deepEqual(parametersOf(page), { q: [WORD], sort: [sort] });
  }
  await answerTo(page, () => page.locator('#search-sort').selectOption('relevance'));
  assert.deepEqual(parametersOf(page), { q: [WORD] });
  await page.close();
});

test('a shared address gives the same page, and what cannot be understood in one is left out', async () => {
  const first = await newSearch(context, sample, WORD);
  await answerTo(first, () => first.locator('#search-years [data-value="2021"]').click());
  await first.locator('details.facet[data-facet=section] li').first().waitFor();
  await answerTo(first, () => first.locator('details.facet[data-facet=section] input').first().check());
  await answerTo(first, () => first.locator('#search-sort').selectOption('oldest'));
  const second = await newSearch(context, sample, Object.fromEntries(new URL(first.url()).searchParams));
  assert.deepEqual(await shown(second), await shown(first));
  assert.equal(await second.locator('#search-chips').innerText(), await first.locator('#search-chips').innerText());
  assert.equal(await second.locator('#search-sort').inputValue(), 'oldest');
  await Promise.all([first.close(), second.close()]);

  const plain = await newSearch(context, sample, WORD);
  const odd = await newSearch(context, sample, { q: WORD, from: '2021-99', to: '<b>', sort: 'best', section: ' ', colour: 'red' });
  assert.deepEqual(await shown(odd), await shown(plain));
  assert.equal(await odd.locator('#search-chips').isVisible(), false);
  await Promise.all([plain.close(), odd.close()]);
});

test('hostile values of an address are shown as text', async () => {
  const hostile = '<img src=x onerror="globalThis.ran = true">';
  const page = await newSearch(context, sample, { q: `${WORD} ${hostile}`, tag: hostile });
  assert.ok((await page.locator('#search-chips').innerText()).includes(hostile));
  assert.equal(await page.evaluate(() => 'ran' in globalThis), false);
  assert.equal(await page.locator('main img').count(), 0);
  await page.close();
});

test('choosing makes steps in the history; back and forward show each state', async () => {
  const page = await newSearch(context, sample, WORD);
  const plain = await shown(page);
  const year = await answerTo(page, () => page.locator('#search-years [data-value="2021"]').click());
  const sorted = await answerTo(page, () => page.locator('#search-sort').selectOption('oldest'));
  assert.deepEqual(await answerTo(page, () => page.goBack()), year);
  assert.equal(await page.locator('#search-sort').inputValue(), 'relevance');
  assert.deepEqual(await answerTo(page, () => page.goBack()), plain);
  assert.equal(await page.locator('#search-chips').isVisible(), false);
  await answerTo(page, () => page.goForward());
  assert.deepEqual(await answerTo(page, () => page.goForward()), sorted);
  // What was typed and sent with Enter is a step too, and what stood there before the typing stays one.
  await type(page, 'العراق');
  await answerTo(page, () => page.keyboard.press('Enter'));
  assert.deepEqual(parametersOf(page), { q: ['العراق'], sort: ['oldest'], from: ['2021'], to: ['2021'] });
  await answerTo(page, () => page.goBack());
  assert.equal(await page.locator('#search-input').inputValue(), WORD);
  await page.close();
});

test('whoever comes back from an article finds the results and the place that were left', async () => {
  const page = await newSearch(context, sample, 'رئيس');
  await page.getByRole('button', { name: searchText.more }).click();
  await page.waitForFunction(() => document.querySelectorAll('#search-results li').length >= 20);
  const link = page.locator('#search-results h2 a').nth(17);
  const title = await link.innerText();
  await link.click();
  await page.waitForURL('**/20*/**');
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('#search-results li').length >= 20);
  const again = page.locator('#search-results h2 a').nth(17);
  assert.equal(await again.innerText(), title);
  await page.waitForFunction(() => {
    const { top = -1 } = document.querySelectorAll('#search-results h2 a')[17]?.getBoundingClientRect() ?? {};
    return top > 0 && top < innerHeight;
  });
  await page.close();
});

test('on a narrow screen what narrows is folded away, and works by touch', async () => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true });
  const page = await newSearch(phone, sample, WORD);
  assert.equal(await page.locator('#search-years').isVisible(), false);
  assert.equal(await panel(page, 'section').isVisible(), false);
  await page.locator('#search-time > summary').tap();
  const { status } = await answerTo(page, () => page.locator('#search-years [data-value="2021"]').tap());
  assert.deepEqual(parametersOf(page)['from'], ['2021']);
  assert.ok(total(status) > 0);
  await page.locator('#search-narrowing > summary').tap();
  await answerTo(page, () => panel(page, 'section').locator('label').first().tap());
  assert.equal(parametersOf(page)['section']?.length, 1);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, 'nothing reaches over the edge');
  await phone.close();
});

test('axe finds nothing with all panels open, a year chosen and completions shown, light and dark, wide and narrow', async () => {
  const page = await newSearch(context, sample, { q: WORD, from: '2021', to: '2021' });
  for (const summary of await page.locator('main summary').all()) if (!(await summary.evaluate((element) => (element.parentElement as HTMLDetailsElement).open))) await summary.click();
  await panel(page, 'author').locator('.values > *').first().waitFor();
  await page.locator('#search-input').pressSequentially(' ال');
  await page.locator('#search-suggestions [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  // What was found is dimmed as long as a search is under way.
  await page.locator('.search:not([aria-busy])').waitFor();
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
      const found = await page.evaluate(async () => {
        const { axe: run } = globalThis as unknown as { readonly axe: { readonly run: (context: Document) => Promise<AxeResults> } };
        return (await run.run(document)).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
      });
      assert.deepEqual(found, [], `${colorScheme} ${String(width)}`);
    }
  }
  await page.close();
});
