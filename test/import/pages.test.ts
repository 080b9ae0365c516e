/** Saved pages as sites really make them: old layouts without metadata, answers of sites that had nothing to say. */
import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import type { Article } from '../../src/article/article.ts';
import { openWorkshop, readArticle, type Workshop } from './import-into.ts';

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => {
  shop.dispose();
});

const FIRST = 'هذه هي الفقرة الأولى من نص الخبر، وهي طويلة بما يكفي لكي تعرف بأنها فقرة من النص وليست عنوانا، وفيها كلام كثير عن الموضوع الذي كتبت من أجله.';
const SECOND = 'وهذه هي الفقرة الثانية من نص الخبر، وفيها تفاصيل أخرى عن الموضوع نفسه، وتأتي بعد الأولى في ترتيب النص كما في الصفحة الأصلية.';
const THIRD = 'وهذه هي الفقرة الثالثة، وهي خاتمة النص، وفيها ما يلخص ما سبق من الكلام ويشير إلى ما سيأتي بعده في الأيام القادمة.';
const BODY = [FIRST, SECOND, THIRD].join('\n\n');
const MENU = `<ul>${Array.from({ length: 12 }, (_, at) => `<li><a href="/${String(at)}">قسم من الموقع ${String(at)}</a></li>`).join('')}</ul>`;

async function importPage(html: string): Promise<Article> {
  shop.put('page.html', html);
  const report = await shop.run();
  assert.deepEqual(report.refusals, []);
  const [[file, text] = ['', '']] = shop.files();
  return readArticle(file, text);
}

test('an old page without metadata: title of the site, headline, date and dateline in one cell, paragraphs parted by breaks', async () => {
  const article = await importPage(`<html><head><title>عنوان الخبر القديم - جريدة الموقع</title></head><body><table><tr><td>${MENU}</td><td><font size=5><b>عنوان الخبر القديم</b></font><br><font color=gray>الثلاثاء 4 مايو 2021</font><br><br>بغداد - المدى<br><br>${FIRST}<br><br>${SECOND}<br /><br />${THIRD}<br><br>// انتهى //</td></tr></table></body></html>`);
  assert.deepEqual([article.title, article.date.iso, article.source, article.dateline, article.authors, article.body], ['عنوان الخبر القديم', '2021-05-04', 'جريدة الموقع', 'بغداد', ['المدى'], BODY]);
});

test('a single break parts paragraphs, and not the lines of a poem', async () => {
  const page = (inner: string): string => `<html><body><h1>عنوان الصفحة هنا</h1><p>4 مايو 2021</p><div>${inner}</div></body></html>`;
  assert.equal((await importPage(page(`<p>${FIRST}<br>${SECOND}<br>${THIRD}</p>`))).body, BODY);
  const verse = (at: number): string => `شطر أول من البيت ${'أبجدهوز'.charAt(at)}<br>وشطر ثان من البيت ${'أبجدهوز'.charAt(at)}`;
  const poem = (await importPage(page([0, 1, 2, 3, 4].map((at) => `<p>${verse(at)}<br>${verse(at)}</p>`).join('')))).body;
  assert.equal(poem.split('\n\n').length, 5, poem);
});

test('a date that the page prints beside its headline is found, and not the date of today above it or those of other articles', async () => {
  const article = await importPage(`<html><head><title>عنوان بلا وصف</title></head><body><header><div class="today">الأحد 1 يونيو 2025</div></header><div><h1>عنوان بلا وصف</h1><div class="meta">نشر في: الثلاثاء 4 مايو 2021 - 10:30 ص | كتب: أحمد علي</div><div>${[FIRST, SECOND, THIRD].map((text) => `<p>${text}</p>`).join('')}</div></div><aside><span>3 مايو 2021</span></aside></body></html>`);
  assert.deepEqual([article.date.iso, article.body], ['2021-05-04', BODY]);
});

test('the picture of an article stands above its text only once', async () => {
  const article = await importPage(`<html><head><meta property="og:image" content="https://site.example/i.jpg"><meta property="og:url" content="https://site.example/1"><meta property="article:published_time" content="2021-05-04"></head><body><article><h1>عنوان الصفحة هنا</h1><figure><img src="/i.jpg"><figcaption>ما في الصورة (رويترز)</figcaption></figure>${[FIRST, SECOND, THIRD].map((text) => `<p>${text}</p>`).join('')}</article></body></html>`);
  assert.deepEqual([article.image?.src, article.image?.credit, article.body], ['https://site.example/i.jpg', 'ما في الصورة (رويترز)', BODY]);
});

for (const [what, html, code] of [
  ['the answer of a site that had no such page', '<html><head><title>404 Not Found</title></head><body><h1>الصفحة غير موجودة</h1><p>عذرا، لم نجد ما طلبت.</p></body></html>', 'error-page'],
  ['a page of links', `<html><head><title>الصفحة الأولى</title></head><body><div>${MENU}</div></body></html>`, 'no-main-text'],
] as const) {
  test(`${what} is no article`, async () => {
    shop.put('page.html', html);
    const report = await shop.run();
    assert.deepEqual(report.refusals.map((refusal) => refusal.code), [code]);
    assert.equal(shop.files().size, 0);
  });
}
