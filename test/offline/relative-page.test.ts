import assert from 'node:assert/strict';
import { dirname, join } from 'node:path/posix';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { packPage, relativeAddress } from '../../src/offline/relative-page.ts';
import { shorten } from '../../src/offline/write-zim.ts';

const FILES = ['index.html', 'about/index.html', '2021/05/index.html', '2021/05/04/abcd/index.html', 'tags/مصر/index.html', 'assets/a.css', 'feed.xml'];
const has = (file: string): boolean => FILES.includes(file);

describe('an address in a pack', () => {
  test('leads from any page to any file, under any base', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILES), fc.constantFrom(...FILES), fc.constantFrom('/', '/some/path/', '/أرشيف/'), (file, target, base) => {
        const link = relativeAddress(encodeURI(base + target.replace(/(^|\/)index\.html$/u, '$1')), { base, file, has }) ?? assert.fail();
        assert.ok(!link.startsWith('/'));
        assert.equal(join(dirname(file), decodeURI(link)), target);
      }),
    );
  });

  test('keeps its fragment and query, and other sites as they are', () => {
    const page = { base: '/', file: 'index.html', has };
    assert.equal(relativeAddress('/2021/05/#day-4', page), '2021/05/index.html#day-4');
    for (const address of ['https://example.org/', '//example.org/', '#content', 'mailto:a@example.org']) assert.equal(relativeAddress(address, page), address);
  });

  test('names a file whose name has signs of addresses', () => {
    const file = 'media/2021/صورة #1 %20?.png';
    const link = relativeAddress(`/${file.split('/').map(encodeURIComponent).join('/')}`, { base: '/', file: '2021/05/index.html', has: (name) => name === file });
    assert.equal(link, `../../media/2021/${encodeURIComponent('صورة')}%20%231%20%2520%3F.png`);
  });

  test('is none where the pack has nothing for it', () => {
    for (const address of ['/search/', '/none.css', '/outside/x/', '/%E0%A4%A', '/100%/']) assert.equal(relativeAddress(address, { base: '/', file: 'index.html', has }), undefined);
  });
});

describe('a page in a pack', () => {
  const pack = (body: string, head = ''): string => packPage(`<!DOCTYPE html><html lang="ar" dir="rtl"><head>${head}</head><body>${body}</body></html>`, { base: '/', file: '2021/05/index.html', has });

  test('has relative links; what looks like one in a text stays text', () => {
    assert.match(pack('<p>href="/about/" <a href="/about/">عن</a></p>'), /<p>href="\/about\/" <a href="\.\.\/\.\.\/about\/index\.html">عن<\/a>/u);
  });

  test('has no policy, feeds, search or preloads, and leads on where it did', () => {
    const html = pack('<form role="search" action="/search/"><input></form>', '<meta http-equiv="Content-Security-Policy" content="x"><link rel="alternate" href="/feed.xml"><link rel="preload" href="/assets/a.css"><link rel="stylesheet" href="/assets/a.css"><meta http-equiv="refresh" content="0; url=/about/">');
    assert.doesNotMatch(html, /Content-Security|alternate|preload|<form/u);
    assert.match(html, /href="\.\.\/\.\.\/assets\/a\.css"/u);
    assert.match(html, /content="0; url=\.\.\/\.\.\/about\/index\.html"/u);
  });

  test('keeps the text of a link that leads out of the pack', () => {
    assert.match(pack('<a href="/search/">بحث</a>'), /<a>بحث<\/a>/u);
  });
});

test('a text is cut at the end of a word', () => {
  assert.equal(shorten('أرشيف', 30), 'أرشيف');
  assert.equal(shorten('أرشيف الأخبار العربية القديمة', 15), 'أرشيف الأخبار…');
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 80 }), (text, length) => [...new Intl.Segmenter('ar').segment(shorten(text, length))].length <= Math.max(length, 1)));
});
