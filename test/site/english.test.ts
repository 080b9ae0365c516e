/** The archive with its interface in English passes every check of a site, and its Arabic is marked as what it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildOnce, FIXTURE_SOURCES } from '../support/build-once.ts';
import { changed, filesEnding, pagesOf, textOf } from '../support/site-checks/built-site.ts';
import { checkForeign } from '../support/site-checks/check-foreign.ts';
import { checkLanguage, checkLanguageOf } from '../support/site-checks/check-structure.ts';
import { checkWeight } from '../support/site-checks/check-weight.ts';
import { kindOf, PAGE_KINDS } from '../support/site-checks/page-kind.ts';
import { SITE_CHECKS } from '../support/site-checks/site-checks.ts';

const english = () => buildOnce(FIXTURE_SOURCES, '/some/', 'en');

for (const { sentence, check } of SITE_CHECKS) {
  if (check === checkLanguage) continue;
  test(`in English: ${sentence}`, async () => {
    assert.deepEqual(check(await english()), []);
  });
}

test('every page is English and runs from left to right', async () => {
  assert.deepEqual(checkLanguageOf(await english(), 'en', 'ltr'), []);
});

test('on every kind of page Arabic stands only where it is marked as Arabic', async () => {
  const site = await english();
  const kinds = new Set(pagesOf(site).map(kindOf));
  assert.deepEqual(PAGE_KINDS.filter((kind) => !kinds.has(kind)), []);
  assert.deepEqual(checkForeign(site, 'en'), []);
});

test('the check of what is marked sees a text, a label, a mark and a direction', async () => {
  const site = await english();
  for (const [from, to] of [['<h1>', '<h1>مصر '], ['<h1>', '<h1 aria-label="مصر">'], ['<h1>', '<h1>a، '], ['<h1>', '<h1 lang="ar">']] as const) {
    assert.equal(checkForeign(changed(site, 'dates/index.html', (text) => text.replace(from, to)), 'en').length, 1, to);
  }
});

test('an article with its styles is at most 40,000 bytes', async () => {
  assert.deepEqual(checkWeight(await english()), []);
});

test('what the page says of a withdrawn article is its own language, not the article’s', async () => {
  const site = await english();
  const page = pagesOf(site).find((path) => path.includes('/withdrawn-article/')) ?? '';
  assert.match(textOf(site, page), /<h1>Withdrawn article<\/h1>/u);
});

test('the scripts hold English texts and none of the Arabic ones', async () => {
  const site = await english();
  const scripts = filesEnding(site, '.js').filter((path) => path.startsWith('assets/')).map((path) => textOf(site, path)).join('\n');
  for (const text of ['Text size', 'Copy with the reference', 'Did you mean', 'January', 'result']) assert.ok(scripts.includes(text), text);
  for (const text of ['حجم الخط', 'انسخ مع المرجع', 'هل تقصد', 'يناير', 'نتيجتان', 'رمضان']) assert.ok(!scripts.includes(text), text);
});

test('addresses are those of the Arabic site, so that a reader can go from one to the other', async () => {
  const arabic = await buildOnce(FIXTURE_SOURCES, '/some/');
  assert.deepEqual(pagesOf(await english()), pagesOf(arabic));
});
