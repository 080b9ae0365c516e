/** A headline made of everything that could break a format comes out of each format as it went in. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { buildOnce, FIXTURE_SOURCES } from '../support/build-once.ts';
import { documentOf, fileAt, jsonOf, pagesOf, textOf, xmlOf, type BuiltSite } from '../support/site-checks/built-site.ts';
import { attributeOf, byClass, elementsOf, jsonLdOf, metaOf, textInside } from '../support/site-checks/html-tree.ts';
import { readFragments } from '../support/site-checks/search-fragments.ts';
import { childrenOf, childText } from '../support/site-checks/xml-tree.ts';

const HOSTILE = 'قال: "لا" & ‹نعم> </script>';
const PAGE = '2022/01/01/hostile-headline/index.html';
const ADDRESS = 'https://archive.example/2022/01/01/hostile-headline/';

describe('the hostile headline', () => {
  let site: BuiltSite;
  before(async () => {
    site = await buildOnce(FIXTURE_SOURCES);
  });

  test('is the title and the main heading of its page', () => {
    const document = documentOf(site, PAGE);
    assert.deepEqual(elementsOf(document, 'title').map((title) => textInside(title)), [`${HOSTILE} – أرشيف الاختبار`]);
    assert.deepEqual(elementsOf(document, 'h1').map((heading) => textInside(heading)), [HOSTILE]);
  });

  test('is kicker, subtitle, picture, credit and correction of its page', () => {
    const document = documentOf(site, PAGE);
    const texts = (name: string): readonly string[] => byClass(document, name).map((element) => textInside(element));
    assert.deepEqual(texts('kicker'), [HOSTILE]);
    assert.deepEqual(texts('subtitle'), [HOSTILE]);
    assert.deepEqual(elementsOf(document, 'img').map((image) => attributeOf(image, 'alt')), [HOSTILE]);
    assert.deepEqual(elementsOf(document, 'figcaption').map((caption) => textInside(caption)), [`الصورة: ${HOSTILE}`]);
    assert.equal(elementsOf(document, 'dd').filter((entry) => textInside(entry) === HOSTILE).length, 4, 'correction, person, place, rights');
    const [dateline] = texts('dateline');
    assert.equal(dateline, HOSTILE);
    assert.ok(textInside(byClass(document, 'body')[0] ?? document).includes(HOSTILE));
  });

  test('is section, source, author and tag of its page, each with a link to its own', () => {
    const document = documentOf(site, PAGE);
    const links = elementsOf(document, 'a').filter((link) => textInside(link) === HOSTILE);
    const folders = links.map((link) => decodeURI(attributeOf(link, 'href') ?? '').split('/')[1]);
    assert.deepEqual(folders, ['sections', 'sources', 'authors', 'tags', 'people', 'places']);
    for (const link of links) {
      const file = fileAt(site, new URL(attributeOf(link, 'href') ?? '', ADDRESS).href) ?? assert.fail('the link leads nowhere');
      assert.deepEqual(elementsOf(documentOf(site, file), 'h1').map((heading) => textInside(heading)), [HOSTILE]);
    }
  });

  test('is unharmed in the meta tags', () => {
    const document = documentOf(site, PAGE);
    const keys = ['description', 'og:title', 'og:description', 'og:image:alt', 'article:section', 'article:tag', 'citation_title', 'citation_author', 'citation_journal_title', 'DC.title', 'DC.creator', 'DC.publisher', 'DC.subject', 'DC.rights'];
    assert.deepEqual(keys.filter((key) => [...new Set(metaOf(document, key))].join('\n') !== HOSTILE), []);
  });

  test('is unharmed in JSON-LD', () => {
    const [text = ''] = jsonLdOf(documentOf(site, PAGE));
    const [news] = (JSON.parse(text) as { readonly '@graph': readonly Readonly<Record<string, unknown>>[] })['@graph'];
    assert.deepEqual(
      ['headline', 'alternativeHeadline', 'description', 'articleSection', 'keywords', 'author', 'dateline', 'copyrightNotice', 'correction', 'contentLocation', 'mentions'].map((key) => news?.[key]),
      [HOSTILE, HOSTILE, HOSTILE, HOSTILE, [HOSTILE], [{ '@type': 'Person', name: HOSTILE, url: '/authors/قال-لا-نعم-script/' }], HOSTILE, HOSTILE, [{ '@type': 'CorrectionComment', datePublished: '2022-01-02', text: HOSTILE }], [{ '@type': 'Place', name: HOSTILE }], [{ '@type': 'Person', name: HOSTILE }]],
    );
  });

  test('is unharmed in Atom', () => {
    const entry = childrenOf(xmlOf(site, 'feed.xml'), 'entry').find((candidate) => childText(candidate, 'id') === ADDRESS) ?? assert.fail('no entry');
    assert.equal(childText(entry, 'title'), HOSTILE);
    assert.equal(childText(entry, 'summary'), HOSTILE);
    assert.deepEqual(childrenOf(entry, 'author').map((author) => childText(author, 'name')), [HOSTILE]);
    assert.deepEqual(childrenOf(entry, 'category').map(({ attributes }) => attributes['term']), [HOSTILE, HOSTILE]);
  });

  test('is unharmed in JSON Feed', () => {
    const { items } = jsonOf(site, 'feed.json') as { readonly items: readonly Readonly<Record<string, unknown>>[] };
    const item = items.find(({ id }) => id === ADDRESS);
    assert.deepEqual([item?.['title'], item?.['summary'], item?.['authors'], item?.['tags']], [HOSTILE, HOSTILE, [{ name: HOSTILE }], [HOSTILE, HOSTILE]]);
  });

  test('is the title of the feed of its tag and section', () => {
    for (const folder of ['tags', 'sections']) {
      const [path] = [...site.files.keys()].filter((file) => file.startsWith(`${folder}/قال`) && file.endsWith('feed.xml'));
      assert.equal(childText(xmlOf(site, path ?? ''), 'title'), `${HOSTILE} – أرشيف الاختبار`);
    }
  });

  test('is unharmed in what search shows', () => {
    const fragment = readFragments(site).find(({ url }) => url.includes('hostile-headline'));
    assert.equal(fragment?.meta['title'], HOSTILE);
    assert.equal(fragment.meta['section'], HOSTILE);
    assert.equal(fragment.meta['source'], HOSTILE);
    assert.ok(fragment.content.includes(HOSTILE));
  });

  test('stands unharmed in every list that names it', () => {
    const naming = pagesOf(site).flatMap((page) => elementsOf(documentOf(site, page), 'a').filter((link) => (attributeOf(link, 'href') ?? '').endsWith('/hostile-headline/')).map((link) => textInside(link)));
    assert.ok(naming.length > 10);
    // The neighbour's link begins with «السابق» and an arrow.
    assert.deepEqual(naming.filter((text) => !text.endsWith(HOSTILE)), []);
  });

  test('leaves no page with a script that it ends early', () => {
    const bare = pagesOf(site).filter((page) => textOf(site, page).includes('نعم> </script>'));
    assert.deepEqual(bare, []);
  });
});
