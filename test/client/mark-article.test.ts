/** Marking in a real browser: text nodes only, words whole, nothing lost. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { PROJECT } from '../../scripts/support/project.ts';
import { readWords } from '../../src/arabic/forms.ts';
import { launchBrowser } from '../support/browser.ts';

let browser: Browser;
let page: Page;

before(async () => {
  const { outputFiles } = await build({ entryPoints: ['src/client/mark-article.ts'], absWorkingDir: PROJECT, bundle: true, write: false, format: 'iife', globalName: 'client', target: 'es2022' });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent('<div id="text"></div>');
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});

after(async () => {
  await browser.close();
});

/** Marks the words in a piece of HTML, and gives it with `[…]` for each mark. */
async function marked(html: string, words: string): Promise<string> {
  const forms = readWords(words).map(({ form }) => form);
  return page.evaluate(({ markup, wanted }) => {
    const { client } = globalThis as unknown as { readonly client: { readonly markHits: (part: Element, forms: ReadonlySet<string>) => readonly HTMLElement[] } };
    const part = document.querySelector('#text');
    if (part === null) throw new Error('no place');
    part.innerHTML = markup;
    const before = part.textContent;
    const marks = client.markHits(part, new Set(wanted));
    if (part.textContent !== before) throw new Error('the text has changed');
    if (marks.length !== part.querySelectorAll('mark').length) throw new Error('not all marks are told');
    return part.innerHTML.replaceAll('<mark class="hit">', '[').replaceAll('</mark>', ']');
  }, { markup: html, wanted: forms });
}

for (const [what, html, words, expected] of [
  ['a word, and not the one that holds it', 'قمة المناخ ومناخ', 'المناخ', 'قمة [المناخ] ومناخ'],
  ['a word with marks, whose form has none', 'المُناخُ يتغيّر', 'المناخ', '[المُناخُ] يتغيّر'],
  ['a word without the punctuation round it', '«المناخ»، (المناخ)…', 'المناخ', '«[المناخ]»، ([المناخ])…'],
  ['each of several words, with white space as it is', 'قمة  المناخ\n في باريس', 'المناخ باريس', 'قمة  [المناخ]\n في [باريس]'],
  ['inside links and names', '<a href="/x/">قمة المناخ</a> <bdi>COP21</bdi>', 'المناخ COP21', '<a href="/x/">قمة [المناخ]</a> <bdi>[COP21]</bdi>'],
  ['nothing across elements', 'مؤت<b>مر</b> المناخ', 'مؤتمر', 'مؤت<b>مر</b> المناخ'],
  ['no attribute', '<img alt="المناخ" src="data:,"> المناخ', 'المناخ', '<img alt="المناخ" src="data:,"> [المناخ]'],
  ['text that looks like markup stays text', '&lt;b&gt; المناخ &lt;/b&gt;', 'المناخ', '&lt;b&gt; [المناخ] &lt;/b&gt;'],
  ['nothing where nothing stands', 'قمة باريس', 'المناخ', 'قمة باريس'],
] as const) {
  test(`marks ${what}`, async () => {
    assert.equal(await marked(html, words), expected);
  });
}
