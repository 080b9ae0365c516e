/** The rendering of results in a real browser: whatever an index holds, a page shows it as text. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { PROJECT } from '../../scripts/support/project.ts';
import type { ExcerptPiece } from '../../src/search/query/excerpt.ts';
import type { Result } from '../../src/search/query/search.ts';
import { launchBrowser } from '../support/browser.ts';

function plain(text: string): ExcerptPiece {
  return { text, marked: false };
}
function marked(text: string): ExcerptPiece {
  return { text, marked: true };
}

let browser: Browser;
let page: Page;

before(async () => {
  const { outputFiles } = await build({ entryPoints: ['src/client/render-result.ts'], absWorkingDir: PROJECT, bundle: true, write: false, format: 'iife', globalName: 'client' });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent('<ol id="list"></ol>');
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});

after(async () => {
  await browser.close();
});

interface Shown {
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
  readonly title: string;
  readonly summary: string;
  readonly marks: readonly string[];
  readonly details: readonly string[];
  readonly address: string | null;
}

/** Renders a result into the page and tells what came of it. */
async function show(given: Partial<Result>): Promise<Shown> {
  const result: Result = { url: '/2021/x/', title: [], excerpt: [], meta: {}, score: 1, forms: [], ...given };
  return page.evaluate((data) => {
    const { client } = globalThis as unknown as { readonly client: { readonly renderResult: (result: typeof data, base: string) => HTMLElement } };
    const item = client.renderResult(data, '/some/');
    document.querySelector('#list')?.replaceChildren(item);
    const all = [item, ...item.querySelectorAll('*')];
    return {
      elements: [...new Set(all.map(({ localName }) => localName))].sort(),
      attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))].sort(),
      title: item.querySelector('h2')?.textContent ?? '',
      summary: item.querySelector('.summary')?.textContent ?? '',
      marks: [...item.querySelectorAll('mark')].map(({ textContent }) => textContent),
      details: [...item.querySelectorAll('.meta > span')].map(({ textContent }) => textContent),
      address: item.querySelector('a')?.getAttribute('href') ?? null,
    };
  }, result);
}

test('a result is its headline as a link, its excerpt with marks, and its dates, section and source', async () => {
  const shown = await show({
    url: '/2021/05/04/abcd/',
    title: [plain('عنوان الخبر')],
    excerpt: [plain('قال '), marked('الوزير'), plain(' أمس')],
    forms: ['الوزير', 'a,b'],
    meta: { title: 'عنوان الخبر', date: '4 مايو 2021', hijri: '22 رمضان 1442هـ', section: 'سياسة', source: 'BBC' },
  });
  assert.deepEqual(shown, {
    elements: ['a', 'bdi', 'h2', 'li', 'mark', 'p', 'span'],
    attributes: ['class', 'href'],
    title: 'عنوان الخبر',
    summary: 'قال الوزير أمس',
    marks: ['الوزير'],
    details: ['4 مايو 2021', '22 رمضان 1442هـ', 'سياسة', 'BBC'],
    address: `/some/2021/05/04/abcd/#hits=${encodeURIComponent('الوزير')},a%2Cb`,
  });
});

test('what a result does not have leaves no trace', async () => {
  const { details, title, address } = await show({ meta: { section: 'سياسة' } });
  assert.deepEqual([details, title, address], [['سياسة'], '/2021/x/', '/some/2021/x/']);
});

const HOSTILE = [
  '<img src=x onerror="globalThis.ran = true">',
  '<script>globalThis.ran = true</script>',
  '</p></li><svg onload="globalThis.ran = true">',
  '"><a href="javascript:globalThis.ran = true">',
  '&lt;img src=x onerror=&quot;globalThis.ran = true&quot;&gt;',
  '<mark><img src=x onerror="globalThis.ran = true"></mark>',
];

for (const hostile of HOSTILE) {
  test(`an index that holds ${hostile} shows it and runs nothing`, async () => {
    const { elements, attributes, title } = await show({ title: [marked(hostile)], excerpt: [plain('قبل '), marked(hostile), plain(` بعد ${hostile}`)], forms: [hostile], meta: { title: hostile, date: hostile, section: hostile, source: hostile } });
    assert.deepEqual(elements.filter((name) => !['a', 'bdi', 'h2', 'li', 'mark', 'p', 'span'].includes(name)), []);
    assert.deepEqual(attributes, ['class', 'dir', 'href', 'lang']);
    assert.equal(title, hostile);
    await page.waitForTimeout(30);
    assert.equal(await page.evaluate(() => 'ran' in globalThis), false);
  });
}

test('a result in Latin letters runs from left to right, one with an Arabic headline never does', async () => {
  const directions = async (): Promise<readonly (string | null)[]> => [await page.locator('#list h2').getAttribute('dir'), await page.locator('#list .summary').getAttribute('dir')];
  await show({ title: [plain('Climate summit: “a last chance”')], excerpt: [plain('Ministers from 190 countries (and '), marked('مصر'), plain(')')] });
  assert.deepEqual(await directions(), ['ltr', 'ltr']);
  assert.equal(await page.locator('#list mark bdi').getAttribute('dir'), 'rtl');
  await show({ title: [plain('James Webb '), marked('يلتقط'), plain(' SMACS 0723')], excerpt: [plain('James Webb')] });
  assert.deepEqual(await directions(), [null, null]);
  await show({ title: [plain('2021')], excerpt: [plain('2021')] });
  assert.deepEqual(await directions(), [null, null]);
});

test('Latin names in a result are isolated, marked or not', async () => {
  await show({ title: [plain('قمة COP21: النتائج')], excerpt: [plain('في '), marked('COP21'), plain(' (UN)')] });
  assert.deepEqual(await page.locator('#list bdi').allTextContents(), ['COP21', 'COP21', 'UN']);
});
