/** What is not published is nowhere; what was taken back says so at its address and is nowhere else. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { buildOnce, FIXTURE_SOURCES } from '../support/build-once.ts';
import { documentOf, textOf, type BuiltSite } from '../support/site-checks/built-site.ts';
import { attributeOf, byClass, elementsOf, linksOf, metaOf, textInside } from '../support/site-checks/html-tree.ts';
import { readFragments } from '../support/site-checks/search-fragments.ts';

const TOMBSTONE = '2020/02/02/withdrawn-article/index.html';

describe('unpublished articles', () => {
  let site: BuiltSite;
  before(async () => {
    site = await buildOnce(FIXTURE_SOURCES);
  });

  /** Files whose name or text holds a word, the search index unpacked. */
  const filesWith = (word: RegExp): readonly string[] => [
    ...[...site.files.keys()].filter((path) => word.test(path) || (/\.(?:html|xml|json|txt)$/u.test(path) && word.test(textOf(site, path)))),
    ...readFragments(site).filter((fragment) => word.test(JSON.stringify(fragment))).map(({ url }) => url),
  ];

  test('a published word is found by the same look, also in the search index', () => {
    const found = filesWith(/ساعته/u);
    assert.ok(found.includes('index.html') && found.includes('feed.xml') && found.includes('/2021/05/04/time-precision/'));
  });

  test('a draft appears nowhere: no page, list, topic, feed, sitemap or search result', () => {
    assert.deepEqual(filesWith(/مسودةخفية|draft-article/u), []);
  });

  test('the day on which there is a draft only has no page and no link', () => {
    assert.deepEqual(filesWith(/2021\/05\/05\//u), []);
  });

  test('nothing of a withdrawn article is to be read anywhere: headline, text, topics, source, people', () => {
    assert.deepEqual(filesWith(/مسحوبخفي|withdrawn-secret/u), []);
  });

  test('the address of a withdrawn article is named by its own page, the history of changes and the lists of addresses and files only', () => {
    const named = filesWith(/withdrawn-article/u).filter((path) => !path.startsWith('history/'));
    assert.deepEqual(named, [TOMBSTONE, 'addresses.txt', 'manifest-sha256.txt', 'offline/lists/rest.json']);
  });

  test('a period with nothing but a withdrawn article has no page and no link', () => {
    assert.deepEqual([...site.files.keys()].filter((path) => path.startsWith('2020/')), [TOMBSTONE]);
    assert.deepEqual(filesWith(/href="\/2020\/(?!02\/02\/withdrawn-article\/)/u), []);
  });

  test('the page of a withdrawn article says what happened, when and why', () => {
    const document = documentOf(site, TOMBSTONE);
    assert.deepEqual(elementsOf(document, 'h1').map((heading) => textInside(heading)), ['مقال مسحوب']);
    const [details] = byClass(document, 'details');
    const text = textInside(details ?? document);
    assert.match(text, /1 مارس 2020/u);
    assert.match(text, /سبب السحب المعلن/u);
    assert.match(text, /https:\/\/archive\.example\/2020\/02\/02\/withdrawn-article\//u);
  });

  test('the page of a withdrawn article wants not to be found, and describes nothing to machines', () => {
    const document = documentOf(site, TOMBSTONE);
    assert.deepEqual(metaOf(document, 'robots'), ['noindex']);
    assert.deepEqual(linksOf(document, 'canonical'), []);
    assert.deepEqual([...metaOf(document, 'og:title'), ...metaOf(document, 'citation_title'), ...metaOf(document, 'DC.title')], []);
    assert.deepEqual(elementsOf(document, 'script').filter((script) => attributeOf(script, 'type') === 'application/ld+json'), []);
  });
});
