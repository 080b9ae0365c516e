/** A third language is one file: pages and scripts take every text from it, and no text of another language is left in them. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildAssets } from '../../src/build/build-assets.ts';
import { loadArchive } from '../../src/build/load-archive.ts';
import { createRenderer } from '../../src/eleventy/create-renderer.ts';
import * as english from '../../src/languages/english.ts';
import type { Language } from '../../src/languages/language.ts';
import { LANGUAGES } from '../../src/languages/languages.ts';
import { ADDRESS_LIST } from '../../src/plan/addresses.ts';
import { createDateText } from '../../src/site/date-text.ts';
import { listPages, type Page } from '../../src/site/pages.ts';
import { buildSite } from '../../src/site/site.ts';
import { outputFile } from '../../src/site/urls.ts';
import { FIXTURE_SOURCES, PROJECT } from '../support/build-once.ts';
import { CODE, inLetters, makeLanguage } from '../support/make-language.ts';
import { pagesOf, textOf, type BuiltSite } from '../support/site-checks/built-site.ts';
import { checkForeign } from '../support/site-checks/check-foreign.ts';
import { kindOf, PAGE_KINDS } from '../support/site-checks/page-kind.ts';

const ADDRESS = { origin: 'https://archive.example', base: '/' };
const STYLE = { digits: 'western', months: 'gulf' } as const;
let folder: string;
let language: Language;

before(async () => {
  process.chdir(PROJECT);
  folder = await mkdtemp(join(tmpdir(), 'warraq-language-'));
  language = await makeLanguage(folder);
});

after(() => rm(folder, { recursive: true, force: true }));

/** Sentences and phrases of a language, long enough to be no name and no part of a word. */
function phrasesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') && value.length >= 8 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(phrasesOf) : [];
}
const ENGLISH_PHRASES = phrasesOf({ ...english }).filter((text) => /[a-z]/u.test(text));
const ARABIC_PHRASES = phrasesOf({ ...LANGUAGES.ar.texts }).filter((text) => !/[“”]|^النفط/u.test(text));

/** One page of every kind, and of every kind of topic, as the site would have it in that language. */
async function render(): Promise<BuiltSite> {
  const { archive, settings } = await loadArchive(FIXTURE_SOURCES);
  const site = { ...buildSite(archive, settings, ADDRESS), text: createDateText(STYLE, language) };
  const assets = await buildAssets(folder, ADDRESS, { offline: true, style: STYLE, language });
  const renderPage = createRenderer(site, assets);
  const chosen = new Map<string, Page>(listPages(site).map((page) => [`${page.kind} ${page.topic ?? ''}`, page]));
  const files = [...chosen.values()].map((page): [string, Buffer] => [outputFile(page.path), Buffer.from(renderPage({ page }))]);
  return { ...ADDRESS, files: new Map([...files, [ADDRESS_LIST, Buffer.from('')]]) };
}
let rendered: Promise<BuiltSite> | undefined;
const pages = () => (rendered ??= render());

test('every kind of page is in the language, and what is Arabic is marked as Arabic', async () => {
  const site = await pages();
  const kinds = new Set(pagesOf(site).map(kindOf));
  assert.deepEqual(PAGE_KINDS.filter((kind) => !kinds.has(kind)), []);
  assert.deepEqual(checkForeign(site, CODE), []);
  for (const page of pagesOf(site)) {
    const text = textOf(site, page);
    assert.ok(text.includes(`<html lang="${CODE}" dir="ltr">`), page);
    assert.ok(text.includes(inLetters(english.siteText.mainNavigation)), page);
  }
});

test('no page has a text of English', async () => {
  const site = await pages();
  assert.ok(ENGLISH_PHRASES.length > 200);
  const found = pagesOf(site).flatMap((page) => ENGLISH_PHRASES.filter((phrase) => textOf(site, page).includes(phrase)).map((phrase) => `${page}: ${phrase}`));
  assert.deepEqual(found, []);
});

test('the scripts have its texts, and none of English or Arabic', async () => {
  await pages();
  const names = (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'));
  const scripts = (await Promise.all([...names.map((name) => join(folder, 'assets', name)), join(folder, 'sw.js')].map((path) => readFile(path, 'utf8')))).join('\n');
  for (const text of [english.readerText.size.label, english.citeText.copyQuote, english.searchText.meant, english.gregorianMonthName(1), english.offlineText.done]) assert.ok(scripts.includes(inLetters(text)), text);
  assert.deepEqual(ENGLISH_PHRASES.filter((phrase) => scripts.includes(phrase)), []);
  assert.deepEqual(ARABIC_PHRASES.filter((phrase) => scripts.includes(phrase)), []);
});
