/** Shapes in which exports, generators and pages really come: each was met, and each once went wrong. */
import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import type { ImportReport } from '../../src/import/report/report.ts';
import { openWorkshop, readArticle, type Workshop } from './import-into.ts';

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => {
  shop.dispose();
});

const TEXT = 'قال مسؤول في الوزارة إن العمل في المشروع مستمر، وإن المرحلة الثانية تبدأ مطلع العام المقبل بعد إقرار الموازنة العامة.';
const SECOND = 'وأضاف في تصريح صحافي أن الكلفة الإجمالية تبلغ مليوني دولار، تدفع على ثلاث دفعات حتى نهاية السنة المالية الجارية.';

type Read = ReturnType<typeof readArticle>;

async function articlesOf(file: string, content: string | Uint8Array): Promise<{ readonly articles: readonly Read[]; readonly report: ImportReport }> {
  shop.put(file, content);
  const report = await shop.run();
  return { report, articles: [...shop.files()].filter(([name]) => !name.startsWith('.')).map(([name, text]) => readArticle(name, text)).sort((a, b) => (a.title < b.title ? -1 : 1)) };
}

const json = (value: unknown): string => JSON.stringify(value);
const record = { title: 'عنوان الخبر هنا', body: TEXT, date: '2021-05-04' };

for (const [what, file, content] of [
  ['in a list of an object', 'a.json', json({ status: 'ok', articles: [record] })],
  ['as Elasticsearch gives them', 'a.json', json({ took: 3, hits: { total: 1, hits: [{ _id: 'x', _source: record }] } })],
  ['as phpMyAdmin exports them', 'a.json', json([{ type: 'header', version: '5' }, { type: 'database', name: 'db' }, { type: 'table', name: 'news', data: [record] }])],
  ['as Django dumps them', 'a.json', json([{ model: 'news.article', pk: 3, fields: record }])],
  ['with a language in each field', 'a.jsonl', json({ title: { en: 'x', ar: record.title }, body: { ar: TEXT }, date: { $date: '2021-05-04' } })],
  ['in a table that says its separator first', 'a.csv', `sep=;\nالعنوان;النص;التاريخ\n${record.title};${TEXT};44320\n`],
  ['in a table whose text stands in a column that no list knows', 'a.csv', `العنوان,حقل 7,التاريخ\n${record.title},"${TEXT}",2021-05-04\n`],
] as const) {
  test(`records ${what}`, async () => {
    const { articles: [article], report } = await articlesOf(file, content);
    assert.deepEqual([article?.title, article?.body, article?.date.iso], [record.title, TEXT, '2021-05-04'], json(report.refusals));
    assert.equal(report.counts.refused, 0);
  });
}

test('a path says where a field stands, and fields of wrappers are guessed behind those of the record', async () => {
  shop.put('a.jsonl', json({ title: 'عنوان الخبر هنا', deep: { inner: { words: TEXT } }, meta: { url: 'https://n.example/1', title: 'عنوان آخر' }, date: '2021-05-04' }));
  const report = await shop.run({ columns: new Map([['body', 'deep.inner.words']]) });
  const [[name, text] = ['', '']] = shop.files();
  const article = readArticle(name, text);
  assert.deepEqual([article.title, article.body, article.original_url], ['عنوان الخبر هنا', TEXT, 'https://n.example/1']);
  assert.equal(report.mappings[0]?.taken['deep.inner.words'], 'body');
});

test('what a database kept from readers comes in as a draft, keys of other tables are no names, and two clocks say the zone', async () => {
  const { articles } = await articlesOf('a.json', json([
    { title: 'أول', body: TEXT, date: '2021-01-02T10:00:00', date_gmt: '2021-01-02T07:00:00', status: 'publish', categories: [3, 4], tags: [9] },
    { title: 'ثان', body: SECOND, date: '2021-01-03', status: 'private' },
  ]));
  assert.deepEqual(articles.map(({ title, draft, date, section, tags }) => [title, draft, date.iso, section, tags]), [['أول', false, '2021-01-02T10:00:00+03:00', undefined, []], ['ثان', true, '2021-01-03', undefined, []]]);
});

for (const [file, content, code] of [
  ['dump.sql', "-- MySQL dump\nDROP TABLE IF EXISTS `news`;\nINSERT INTO `news` VALUES (1,'عنوان');\n", 'sql-dump'],
  ['page.mht', 'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n', 'not-text'],
  ['a.txt', '{\\rtf1\\ansi text}', 'not-text'],
  ['post.md', '---js\n{ title: "x" }\n---\nنص', 'front-matter'],
] as const) {
  test(`${file} is refused: ${code}`, async () => {
    const { report } = await articlesOf(file, content);
    assert.deepEqual([report.refusals.map((refusal) => refusal.code), shop.files().size], [[code], 0]);
  });
}

test('bytes of another encoding within UTF-8 are lost letters with their line, and no mojibake', async () => {
  shop.put('a.txt', Buffer.concat([Buffer.from(`عنوان الخبر هنا\n\n${TEXT}\n\n${SECOND}\n`), Buffer.from([0xd3, 0xd8, 0xd1, 0x20, 0xc8, 0xca, 0xd1, 0xe3, 0xed, 0xd2])]));
  const { refusals, sources } = await shop.run();
  assert.deepEqual([refusals.map(({ code, place }) => [code, place.line]), sources[0]?.encoding], [[['replacement', 6]], 'utf-8']);
});

test('Markdown: front matter that names its language, a page of a list, headings that are underlined, lists of Jekyll, templates', async () => {
  shop.put('json.md', `---json\n{"title": "من جيسون", "date": "2020-02-04"}\n---\n${TEXT}\n`);
  shop.put('news/_index.md', '---\ntitle: قائمة\n---\n');
  shop.put('2020-02-05-under.md', `عنوان تحته خط\n=============\n\n${TEXT} {# تعليق #}{{ content }}\n`);
  shop.put('_posts/2020-02-06-a.md', `---\nlayout: post\ntitle: من جيكل\ncategories: اقتصاد نفط\n---\n* TOC\n{:toc}\n\n${TEXT}\n`);
  shop.put('hugo.md', `---\ntitle: من هوغو\ndate: 2020-02-07\ncategories: الشرق الأوسط\n---\n${TEXT}\n`);
  const report = await shop.run();
  const articles = new Map([...shop.files()].map(([name, text]) => readArticle(name, text)).map((article) => [article.title, article]));
  assert.deepEqual([...articles.keys()].sort(), ['عنوان تحته خط', 'من جيسون', 'من جيكل', 'من هوغو']);
  for (const article of articles.values()) assert.equal(article.body, TEXT);
  assert.deepEqual([articles.get('من جيكل')?.section, articles.get('من جيكل')?.tags, articles.get('من هوغو')?.section], ['اقتصاد', ['نفط'], 'الشرق الأوسط']);
  assert.deepEqual([report.counts['left-out'], report.counts.refused], [1, 0]);
});

test('Atom: the base of the feed, relative addresses, the author of the feed', async () => {
  const { articles: [article] } = await articlesOf('a.xml', `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://atom.example/ar/"><title>خلاصة</title><author><name>قسم التحرير</name></author><entry><title>عنوان الخبر هنا</title><id>tag:1</id><link href="khabar/1"/><published>2020-01-02T03:04:05Z</published><content type="html">&lt;p&gt;${TEXT} &lt;a href="../y"&gt;رابط&lt;/a&gt;&lt;/p&gt;</content></entry></feed>`);
  assert.deepEqual([article?.original_url, article?.authors, article?.body], ['https://atom.example/ar/khabar/1', ['قسم التحرير'], `${TEXT} [رابط](https://atom.example/y)`]);
});

test('WordPress: who never chose a name, entities in tags, addresses with a query, commands of any plugin', async () => {
  const { articles: [article], report } = await articlesOf('a.xml', `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>موقع</title><wp:base_blog_url>https://wp.example</wp:base_blog_url><wp:author><wp:author_login>admin</wp:author_login><wp:author_display_name>admin</wp:author_display_name><wp:author_first_name>سناء</wp:author_first_name><wp:author_last_name>كريم</wp:author_last_name></wp:author><item><title>عنوان الخبر هنا</title><link>https://wp.example/?p=5</link><dc:creator>admin</dc:creator><guid isPermaLink="false">https://wp.example/?p=5</guid><content:encoded><![CDATA[<p>${TEXT} [my_slider id=3 class="x"][/my_slider] [المصدر]</p>]]></content:encoded><wp:post_id>5</wp:post_id><wp:post_date>2019-03-07 10:30:00</wp:post_date><wp:post_date_gmt>2019-03-07 07:30:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="post_tag"><![CDATA[وسم &amp; آخر]]></category></item></channel></rss>`);
  assert.deepEqual([article?.authors, article?.tags, article?.original_url, article?.body], [['سناء كريم'], ['وسم & آخر'], 'https://wp.example/?p=5', `${TEXT} \\[المصدر\\]`]);
  assert.deepEqual(report.redirects.impossible, ['/?p=5']);
});

const page = (title: string, body: string): string => `<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

test('pages: the title of an entry, a bold headline under the name of a site, a picture above the text, a dateline set off', async () => {
  shop.put('blog.html', page('مدونة: يوم في السوق', `<h2><span>السبت، 12 يونيو 2010</span></h2><h3 class="post-title entry-title"><a href="https://b.example/2010/06/suq.html">يوم في السوق</a></h3><div class="post-body entry-content">${TEXT}<br /><br />${SECOND}</div>`));
  shop.put('old.html', page('صحيفة الأمس', `<table><tr><td><table><tr><td><font size=5><b>مجلس الوزراء يقر الموازنة</b></font><br>الثلاثاء 4 أيار 2004<br><font>${TEXT}<br><br>${SECOND}</font></td></tr></table></td></tr></table>`));
  shop.put('figure.html', page('افتتاح الجسر الجديد', `<main><article><h1>افتتاح الجسر الجديد</h1><time datetime="2020-03-04">4 مارس</time><figure><img src="https://w.example/a.jpg" alt=""><figcaption>الجسر بعد افتتاحه</figcaption></figure><div class="entry-content"><p><strong>القاهرة – رويترز:</strong> ${TEXT}</p><p>${SECOND}</p></div></article></main>`));
  await shop.run();
  const [old, blog, figure] = [...shop.files()].sort().map(([name, text]) => readArticle(name, text));
  assert.deepEqual([old?.title, old?.source, old?.date.iso, old?.body], ['مجلس الوزراء يقر الموازنة', 'صحيفة الأمس', '2004-05-04', `${TEXT}\n\n${SECOND}`]);
  assert.deepEqual([blog?.title, blog?.date.iso, blog?.body], ['يوم في السوق', '2010-06-12', `${TEXT}\n\n${SECOND}`]);
  assert.deepEqual([figure?.image?.src, figure?.image?.alt, figure?.dateline, figure?.source, figure?.body], ['https://w.example/a.jpg', 'الجسر بعد افتتاحه', 'القاهرة', 'رويترز', `${TEXT}\n\n${SECOND}`]);
});
