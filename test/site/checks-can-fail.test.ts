/** A check that never fails proves nothing: each is shown a site with one thing broken. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { buildOnce, FIXTURE_SOURCES } from '../support/build-once.ts';
import { changed, filesEnding, type BuiltSite, type SiteCheck } from '../support/site-checks/built-site.ts';
import { checkCitation } from '../support/site-checks/check-citation.ts';
import { checkCounts, wrongCounts } from '../support/site-checks/check-counts.ts';
import { checkFeeds } from '../support/site-checks/check-feeds.ts';
import { checkHtmlRules } from '../support/site-checks/check-html-rules.ts';
import { checkJsonLd } from '../support/site-checks/check-json-ld.ts';
import { checkLatin } from '../support/site-checks/check-latin.ts';
import { checkLeaks } from '../support/site-checks/check-leaks.ts';
import { checkLinks } from '../support/site-checks/check-links.ts';
import { checkBuiltStyles, findPhysicalCss } from '../support/site-checks/check-logical-css.ts';
import { checkSitemaps } from '../support/site-checks/check-sitemaps.ts';
import { checkHeadings, checkIds, checkLanguage } from '../support/site-checks/check-structure.ts';
import { checkScripts, checkWeight } from '../support/site-checks/check-weight.ts';
import { checkOpenSearch, checkRobots, checkWellFormed } from '../support/site-checks/check-well-formed.ts';

const ARTICLE = '2021/05/04/day-precision/index.html';
const WITHDRAWN = '2020/02/02/withdrawn-article/index.html';
const STYLE = /^assets\/site-.*\.css$/u;

interface Damage {
  readonly what: string;
  readonly check: SiteCheck;
  readonly file: string | RegExp;
  readonly from: string | RegExp;
  readonly to: string;
  readonly found: RegExp;
}

/** What is broken, who must see it, and what they must say. */
const DAMAGES: readonly Damage[] = [
  { what: 'a link to nowhere', check: checkLinks, file: ARTICLE, from: 'href="/some/dates/"', to: 'href="/some/datez/"', found: /datez\/ leads nowhere/u },
  { what: 'a link outside the base', check: checkLinks, file: ARTICLE, from: 'href="/some/dates/"', to: 'href="/dates/"', found: /leads nowhere/u },
  { what: 'a link to a folder without its slash', check: checkLinks, file: ARTICLE, from: 'href="/some/dates/"', to: 'href="/some/dates"', found: /leads nowhere/u },
  { what: 'a fragment without its id', check: checkLinks, file: ARTICLE, from: 'id="content"', to: 'id="contents"', found: /#content has a fragment/u },
  { what: 'a script as an address', check: checkLinks, file: ARTICLE, from: 'href="/some/dates/"', to: 'href="javascript:x"', found: /unsafe scheme/u },
  { what: 'an image to nowhere', check: checkLinks, file: '2021/05/07/with-image/index.html', from: 'src="/some/media/pixel.png"', to: 'src="/some/media/pixels.png"', found: /pixels\.png leads nowhere/u },
  { what: 'an og:image to nowhere', check: checkLinks, file: '2021/05/07/with-image/index.html', from: 'content="https://archive.example/some/media/pixel.png"', to: 'content="https://archive.example/media/pixel.png"', found: /pixel\.png leads nowhere/u },
  { what: 'an address in JSON-LD to nowhere', check: checkLinks, file: ARTICLE, from: '"item":"https://archive.example/some/dates/"', to: '"item":"https://archive.example/dates/"', found: /leads nowhere/u },
  { what: 'a link in the text of a feed to nowhere', check: checkLinks, file: 'feed.xml', from: 'https://archive.example/some/about/', to: 'https://archive.example/about/', found: /feed\.xml: .* leads nowhere/u },
  { what: 'a link in the text of a JSON feed to nowhere', check: checkLinks, file: 'feed.json', from: 'https://archive.example/some/about/', to: 'https://archive.example/about/', found: /feed\.json: .* leads nowhere/u },
  { what: 'a font to nowhere', check: checkLinks, file: STYLE, from: /url\(["']?\.\//u, to: 'url(./x', found: /\.css: .* leads nowhere/u },
  { what: 'a sitemap of nowhere', check: checkLinks, file: 'robots.txt', from: 'sitemap.xml', to: 'map.xml', found: /robots\.txt: .* leads nowhere/u },
  { what: 'an id used twice', check: checkIds, file: ARTICLE, from: '<p class="brand"', to: '<p id="content" class="brand"', found: /"content"/u },
  { what: 'two main headings', check: checkHeadings, file: ARTICLE, from: '<h2>', to: '<h1>x</h1><h2>', found: /2 h1/u },
  { what: 'an empty main heading', check: checkHeadings, file: ARTICLE, from: /<h1>[^<]*<\/h1>/u, to: '<h1> </h1>', found: /empty h1/u },
  { what: 'a page from left to right', check: checkLanguage, file: ARTICLE, from: 'dir="rtl"', to: 'dir="ltr"', found: /dir="rtl"/u },
  { what: 'a canonical address of another page', check: checkSitemaps, file: ARTICLE, from: 'rel="canonical" href="https://archive.example/some/2021/05/04/day-precision/"', to: 'rel="canonical" href="https://archive.example/some/"', found: /canonical is/u },
  { what: 'a withdrawn article with a canonical address', check: checkSitemaps, file: WITHDRAWN, from: '</head>', to: '<link rel="canonical" href="https://archive.example/some/2020/"></head>', found: /noindex, but/u },
  { what: 'a page left out of the sitemaps', check: checkSitemaps, file: 'sitemaps/2021.xml', from: /<url>.*?<\/url>/u, to: '', found: /not in the sitemaps/u },
  { what: 'a page twice in the sitemaps', check: checkSitemaps, file: 'sitemaps/2021.xml', from: /(<url>.*?<\/url>)/u, to: '$1$1', found: /twice in the sitemaps/u },
  { what: 'a sitemap left out of the index', check: checkSitemaps, file: 'sitemap.xml', from: /<sitemap>.*?<\/sitemap>/u, to: '', found: /not in the sitemap index/u },
  { what: 'a feed with an open element', check: checkWellFormed, file: 'feed.xml', from: '</title>', to: '', found: /feed\.xml/u },
  { what: 'a feed with a character that XML forbids', check: checkWellFormed, file: 'feed.xml', from: '<title>', to: '<title>\u0001', found: /feed\.xml/u },
  { what: 'broken JSON-LD', check: checkWellFormed, file: ARTICLE, from: '{"@context"', to: '{@context"', found: /day-precision/u },
  { what: 'a closed robots.txt', check: checkRobots, file: 'robots.txt', from: 'Allow: /', to: 'Disallow: /', found: /forbids/u },
  { what: 'a search template without terms', check: checkOpenSearch, file: 'opensearch.xml', from: '{searchTerms}', to: 'x', found: /template/u },
  { what: 'an OpenSearch name that is too long', check: checkOpenSearch, file: 'opensearch.xml', from: '<ShortName>', to: '<ShortName>12345678901234567', found: /characters/u },
  { what: 'JSON-LD of another type', check: checkJsonLd, file: ARTICLE, from: '"NewsArticle"', to: '"Article"', found: /@graph has Article/u },
  { what: 'JSON-LD without a context', check: checkJsonLd, file: ARTICLE, from: '"@context"', to: '"context"', found: /@context/u },
  { what: 'a headline in JSON-LD that is not the page’s', check: checkJsonLd, file: ARTICLE, from: '"headline":"', to: '"headline":"x', found: /not the h1/u },
  { what: 'an Atom feed without a date', check: checkFeeds, file: 'feed.xml', from: /<updated>.*?<\/updated>/u, to: '', found: /not one updated/u },
  { what: 'an Atom date that is not RFC 3339', check: checkFeeds, file: 'feed.xml', from: /<published>[^<]*/u, to: '<published>2021-05-04', found: /RFC 3339/u },
  { what: 'a JSON Feed of another version', check: checkFeeds, file: 'feed.json', from: 'version/1.1', to: 'version/1', found: /version/u },
  { what: 'a JSON Feed item without an id', check: checkFeeds, file: 'feed.json', from: '"id": "', to: '"ID": "', found: /lacks id/u },
  { what: 'an entry under an id used before', check: checkFeeds, file: 'feed.xml', from: /<id>[^<]*<\/id>([\s\S]*?<entry[^>]*>)<id>[^<]*([\s\S]*?<entry[^>]*>)<id>[^<]*/u, to: '<id>z</id>$1<id>x$2<id>x', found: /the id x twice/u },
  { what: 'two forms of a feed that differ', check: checkFeeds, file: 'feed.xml', from: '<title>مقال يُعرف يومه', to: '<title>غيره', found: /something else than its JSON form/u },
  { what: 'invalid HTML', check: checkHtmlRules, file: 'about/index.html', from: '<h2>', to: '<h2><div>x</div>', found: /about\/index\.html:\d+:\d+ .*div/u },
  { what: 'a style with a side', check: checkBuiltStyles, file: STYLE, from: '}', to: ';margin-left:1px}', found: /margin-left/u },
  { what: 'a script on a list', check: checkScripts, file: 'dates/index.html', from: '</head>', to: '<script type="module" src="/x.js"></script></head>', found: /3 scripts$/mu },
  { what: 'another script in the page itself', check: checkScripts, file: 'dates/index.html', from: '</head>', to: '<script>1</script></head>', found: /2 scripts in the page itself/u },
  { what: 'a script in the page itself that is not as its policy knows it', check: checkScripts, file: 'dates/index.html', from: '"use strict";', to: '', found: /that its policy does not name/u },
  { what: 'a script in an attribute', check: checkScripts, file: ARTICLE, from: '<h2>', to: '<h2 onclick="x()">', found: /onclick/u },
  { what: 'a heavy article', check: checkWeight, file: ARTICLE, from: '<h2>', to: `<!--${'x'.repeat(40_000)}--><h2>`, found: /bytes with its styles/u },
  { what: 'a Latin word', check: checkLatin, file: 'dates/index.html', from: '<h1>', to: '<h1>Dates ', found: /dates\/index\.html: Dates/u },
  { what: 'a Latin label', check: checkLatin, file: 'dates/index.html', from: '<h1>', to: '<h1 aria-label="Dates">', found: /dates\/index\.html: Dates/u },
  { what: 'a value that is not there', check: checkLeaks, file: ARTICLE, from: '<h2>', to: '<h2>undefined', found: /undefined/u },
  { what: 'a value that is null in JSON', check: checkLeaks, file: 'feed.json', from: /"title": "[^"]*"/u, to: '"title": null', found: /null/u },
  { what: 'an object as a text', check: checkLeaks, file: 'feed.xml', from: '<title>', to: '<title>[object Object]', found: /object Object/u },
  { what: 'an article that Zotero would take for another kind', check: checkCitation, file: ARTICLE, from: 'newspaperArticle', to: 'Text', found: /DC\.type/u },
  { what: 'an article without og:type', check: checkCitation, file: ARTICLE, from: 'og:type', to: 'og:kind', found: /og:type/u },
  { what: 'a citation date with hyphens', check: checkCitation, file: ARTICLE, from: '2021/05/04"', to: '2021-05-04"', found: /citation_publication_date/u },
  { what: 'a wrong plural', check: checkCounts, file: ARTICLE, from: '<p class="byline">', to: '<p class="byline">11 مقالات ', found: /11 مقالات/u },
];

describe('each check sees what it is there for', () => {
  let site: BuiltSite;
  before(async () => {
    site = await buildOnce(FIXTURE_SOURCES, '/some/');
  });

  for (const { what, check, file, from, to, found } of DAMAGES) {
    test(`${what} is found, and without it that fault is not there`, () => {
      const path = typeof file === 'string' ? file : (filesEnding(site, '.css').find((name) => file.test(name)) ?? assert.fail('no style'));
      assert.deepEqual(check(site).filter((fault) => found.test(fault)), []);
      assert.match(check(changed(site, path, (text) => text.replace(from, to))).join('\n'), found);
    });
  }

  test('a file that is gone is missed by what links to it', () => {
    const files = new Map([...site.files].filter(([path]) => path !== 'dates/index.html'));
    assert.match(checkLinks({ ...site, files }).join('\n'), /\/some\/dates\/ leads nowhere/u);
  });

  test('a file that is not UTF-8 is found', () => {
    const files = new Map([...site.files, ['robots.txt', Buffer.from([0xc7, 0xe1])] as const]);
    assert.match(checkWellFormed({ ...site, files }).join('\n'), /robots\.txt/u);
  });
});

test('the rule for counts knows all six forms', () => {
  const right = ['لا مقالات', 'مقال واحد', 'مقالان', '3 مقالات', '10 مقالات', '11 مقالًا', '99 مقالًا', '100 مقال', '102 مقال', '103 مقالات', '12,345 مقالًا', '١١ مقالًا', '2021 مقال', '5 سنوات', '11 سنة', '15 يومًا'];
  // Years before a noun are no counts of it only where a word stands between; «2021 مقال» would need its own form.
  assert.deepEqual(right.filter((text) => wrongCounts(text).length > 0), ['2021 مقال']);
  const wrong = ['0 مقالات', '1 مقال', '2 مقال', '3 مقال', '10 مقالًا', '11 مقالات', '11 مقال', '100 مقالات', '111 مقال', '5 مقالة', '11 مقالاً', '١١ مقالات', '3 يومًا'];
  assert.deepEqual(wrong.filter((text) => wrongCounts(text).length === 0), []);
});

test('the rule for styles tells sides from words that only look like them', () => {
  for (const css of ['a{left:0}', 'a{margin-right:1px}', 'a{text-align:left}', 'a{float:right}', 'a{border-top-left-radius:0}', 'a{background:url(x) right}', 'a{transition:left 1s}']) assert.equal(findPhysicalCss('x', css).length, 1, css);
  for (const css of ['a{inset-inline-start:0}', '/* left */ a{}', 'a::after{content:"left"}', 'a{background:url(left.png)}', 'a{color:bright}', 'a{text-align:start}']) assert.deepEqual(findPhysicalCss('x', css), [], css);
});
