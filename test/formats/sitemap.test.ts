import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIXTURE_SOURCES } from '../support/build-once.ts';
import { loadArchive } from '../../src/build/load-archive.ts';
import { divideSitemaps, renderSitemap, renderSitemapIndex, SITEMAP_LIMIT } from '../../src/formats/sitemap.ts';
import { listPages } from '../../src/site/pages.ts';
import { buildSite } from '../../src/site/site.ts';
import { absolute } from '../../src/site/urls.ts';
import { buildPageView } from '../../src/site/views/page-view.ts';
import { parseXml } from '../support/site-checks/xml-tree.ts';

const { archive, settings } = await loadArchive(FIXTURE_SOURCES);
const site = buildSite(archive, settings, { origin: 'https://archive.example', base: '/some/' });
const pages = listPages(site);
/** Days of the year that the hard cases have an article on; the others are not for search engines. */
const someDays = new Set(archive.days.map(({ key }) => `/on-this-day/${key.slice(5).replace('-', '/')}/`));
const indexed = pages.filter(({ path, kind }) => !['/reading-list/', '/offline/', '/404.html', '/2020/02/02/withdrawn-article/'].includes(path) && (kind !== 'anniversary' || path.includes('hijri') || someDays.has(path)) && (!path.includes('/on-this-day/hijri/') || buildPageView(site, { kind: 'anniversary', path, subject: `h${path.slice(-6, -1).replace('/', '-')}` }).indexed));

test('a sitemap holds at most what the protocol allows', () => {
  assert.equal(SITEMAP_LIMIT, 50_000);
});

test('pages are divided by year, newest first, then those of no year', () => {
  assert.deepEqual(divideSitemaps(site, pages).map(({ path }) => path), ['/sitemaps/pages.xml', '/sitemaps/2022.xml', '/sitemaps/2021.xml', '/sitemaps/2019.xml']);
});

for (const limit of [1, 2, 3, 7]) {
  test(`with a limit of ${String(limit)}, every indexed page is in exactly one file and no file is longer`, () => {
    const files = divideSitemaps(site, pages, limit);
    assert.ok(files.every((file) => file.pages.length >= 1 && file.pages.length <= limit));
    assert.equal(new Set(files.map(({ path }) => path)).size, files.length);
    assert.deepEqual(files.flatMap((file) => file.pages.map(({ path }) => path)).sort(), indexed.map(({ path }) => path).sort());
  });
}

test('a long year goes on in numbered files, in its own order', () => {
  const files = divideSitemaps(site, pages, 4).filter(({ path }) => path.startsWith('/sitemaps/2022'));
  assert.deepEqual(files.map(({ path, pages: own }) => [path, own.length]), [['/sitemaps/2022.xml', 4], ['/sitemaps/2022-2.xml', 2]]);
});

test('a limit that is just reached makes no empty file', () => {
  const year = divideSitemaps(site, pages).find(({ path }) => path === '/sitemaps/2022.xml') ?? assert.fail('no year');
  assert.equal(divideSitemaps(site, pages, year.pages.length).filter(({ path }) => path.startsWith('/sitemaps/2022')).length, 1);
});

test('the index names every file, and each file the full address of its pages', () => {
  const files = divideSitemaps(site, pages, 5);
  assert.deepEqual(parseXml(renderSitemapIndex(files.map(({ path }) => path), site.address)).children.map(({ children }) => children[0]?.text), files.map(({ path }) => absolute(site.address, path)));
  for (const file of files) {
    const addresses = parseXml(renderSitemap(file.pages, site.address)).children.map(({ children }) => children[0]?.text ?? '');
    assert.deepEqual(addresses, file.pages.map(({ path }) => absolute(site.address, path)));
    assert.ok(addresses.every((address) => /^https:\/\/archive\.example\/some\/[!-~]*$/u.test(address)));
  }
});
