import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import test, { afterEach, beforeEach } from 'node:test';
import { htmlToMarkdown } from '../../src/import/read/html-to-markdown.ts';
import { openWorkshop, readArticle, type Workshop } from './import-into.ts';

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => {
  shop.dispose();
});

const articles = (): ReturnType<typeof readArticle>[] => [...shop.files()].filter(([file]) => file.endsWith('.md') && !file.startsWith('.')).map(([file, text]) => readArticle(file, text));
const titled = (title: string): ReturnType<typeof readArticle> => {
  const found = articles().find((article) => article.title === title);
  assert.ok(found, `${title} among ${articles().map((article) => article.title).join(' / ')}`);
  return found;
};

const WXR = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>جريدة الاختبار</title><link>https://paper.example</link><language>ar</language>
<wp:base_site_url>https://paper.example</wp:base_site_url><wp:base_blog_url>https://paper.example</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[samia]]></wp:author_login><wp:author_display_name><![CDATA[قسم التجارب]]></wp:author_display_name></wp:author>
<item><title>خبر منشور &amp; كامل</title><link>https://paper.example/2019/03/07/%D8%AE%D8%A8%D8%B1/</link><dc:creator><![CDATA[samia]]></dc:creator><guid isPermaLink="false">https://paper.example/?p=5</guid>
<content:encoded><![CDATA[<!-- wp:paragraph -->[caption id="x" align="alignleft"]<img src="/img/a.jpg" alt="صورة"> تعليق الصورة[/caption]
فقرة أولى فيها <strong>كلمة</strong> و<a href="/other/">رابط نسبي</a>&nbsp;وعلامة ]]]]><![CDATA[> داخل النص.

فقرة ثانية [gallery ids="1,2"] وفيها &hellip; وأقواس [ليست أمرا].]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>5</wp:post_id><wp:post_date>2019-03-07 10:30:00</wp:post_date><wp:post_date_gmt>2019-03-07 07:30:00</wp:post_date_gmt><wp:post_name>%d8%ae%d8%a8%d8%b1</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="p"><![CDATA[سياسة]]></category><category domain="post_tag" nicename="t"><![CDATA[العراق]]></category></item>
<item><title>مسودة بلا تاريخ</title><link>https://paper.example/?p=6</link><guid isPermaLink="false">https://paper.example/?p=6</guid><content:encoded><![CDATA[نص المسودة هنا.]]></content:encoded><wp:post_id>6</wp:post_id><wp:post_date>2019-03-08 10:00:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>خبر خاص</title><link>https://paper.example/private/</link><guid isPermaLink="false">https://paper.example/?p=7</guid><content:encoded><![CDATA[نص خاص.]]></content:encoded><wp:post_id>7</wp:post_id><wp:post_date>2019-03-09 10:00:00</wp:post_date><wp:post_date_gmt>2019-03-09 07:00:00</wp:post_date_gmt><wp:status>private</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>صفحة</title><link>https://paper.example/about/</link><content:encoded><![CDATA[<p>نص الصفحة.</p>]]></content:encoded><wp:post_id>8</wp:post_id><wp:post_date>2018-01-01 10:00:00</wp:post_date><wp:post_date_gmt>2018-01-01 07:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
<item><title>صورة</title><link>https://paper.example/img/</link><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status></item>
</channel></rss>`;

test('a WordPress export comes in with zones, authors, tags, old addresses, drafts and private posts', async () => {
  shop.put('export.xml', WXR);
  const report = await shop.run();
  assert.deepEqual([report.counts.new, report.counts['wants-date'], report.counts['left-out'], report.counts.refused], [3, 1, 1, 0]);
  const post = titled('خبر منشور & كامل');
  assert.equal(post.date.iso, '2019-03-07T10:30:00+03:00');
  assert.deepEqual([post.authors, post.tags, post.section, post.source, post.draft], [['قسم التجارب'], ['العراق'], 'سياسة', 'جريدة الاختبار', false]);
  assert.equal(post.body, '![صورة](https://paper.example/img/a.jpg) تعليق الصورة\\\nفقرة أولى فيها **كلمة** و[رابط نسبي](https://paper.example/other/) وعلامة \\]\\]> داخل النص.\n\nفقرة ثانية وفيها … وأقواس \\[ليست أمرا\\].');
  assert.equal(titled('خبر خاص').draft, true);
  const redirects = [...shop.files()].length > 0 ? report.redirects : undefined;
  assert.equal(redirects?.added, 2);
  assert.ok(report.articles.some(({ remarks }) => remarks.some(({ code, text }) => code === 'shortcode' && text.startsWith('[gallery'))));
});

test('an RSS feed comes in with entities, relative links, nested CDATA and a zone that nobody knows', async () => {
  shop.put('feed.xml', `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>وكالة الاختبار</title><link>https://feed.example/</link><language>en-us</language>
<item><title>عنوان &laquo;أول&raquo;&nbsp;للخبر</title><link>/news/1</link><description>موجز &lt;b&gt;الخبر&lt;/b&gt;</description><content:encoded><![CDATA[<p>نص الخبر الأول <a href="../x">هنا</a>.</p><script>alert(1)</script><p>نهاية.</p>]]></content:encoded><pubDate>Thu, 26 Apr 2018 20:20:34 AST</pubDate><dc:creator>قسم الأخبار</dc:creator><category>سياسة</category></item>
<item><title>عنوان ثان للخبر</title><guid isPermaLink="false">tag:2</guid><description>&lt;p&gt;نص الخبر الثاني.&lt;/p&gt;</description><pubDate>Fri, 27 Apr 2018 08:00:00 +0300</pubDate></item></channel></rss>`);
  const report = await shop.run();
  assert.equal(report.counts.new, 2);
  const first = titled('عنوان «أول» للخبر');
  assert.deepEqual([first.date.iso, first.original_url, first.summary, first.language], ['2018-04-26', 'https://feed.example/news/1', 'موجز الخبر', 'ar']);
  assert.equal(first.body, 'نص الخبر الأول [هنا](https://feed.example/x).\n\nنهاية.');
  assert.equal(titled('عنوان ثان للخبر').date.iso, '2018-04-27T08:00:00+03:00');
  assert.ok(Object.hasOwn(report.remarks, 'cleaned: date-unknown-zone'));
});

test('an Atom feed comes in, with XHTML content', async () => {
  shop.put('atom.xml', `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>مجلة الاختبار</title><link href="https://atom.example/"/><entry><title type="html">عنوان &lt;b&gt;الأتوم&lt;/b&gt;</title><id>urn:1</id><link rel="alternate" href="/a/1"/><published>2020-02-03T04:05:06Z</published><updated>2020-02-04T04:05:06Z</updated><author><name>كاتبة</name></author><category term="ثقافة"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص <em>الخبر</em> &amp; تمامه.</p></div></content></entry></feed>`);
  await shop.run();
  const [article] = articles();
  assert.deepEqual([article?.title, article?.date.iso, article?.updated?.iso, article?.original_url, article?.body], ['عنوان الأتوم', '2020-02-03T04:05:06Z', '2020-02-04T04:05:06Z', 'https://atom.example/a/1', 'نص *الخبر* & تمامه.']);
});

test('JSON feeds, JSON arrays, JSON Lines and gzip come in', async () => {
  shop.put('feed.json', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'موقع', items: [{ id: '1', url: 'https://j.example/1', title: 'من خلاصة', content_html: '<p>نص <b>أول</b>.</p>', date_published: '2021-01-02T03:04:05+03:00', authors: [{ name: 'كاتب' }] }] }));
  shop.put('array.json', JSON.stringify([{ headline: 'من مصفوفة', text: 'نص ثان هنا.', published: '2021-01-03' }], null, 2));
  shop.put('lines.jsonl.gz', gzipSync(`${JSON.stringify({ title: 'من سطور', body: 'نص ثالث هنا.', date: '2021-01-04', source: 'جريدة' })}\nلا شيء\n`));
  const report = await shop.run();
  assert.equal(report.counts.new, 3);
  assert.deepEqual(titled('من خلاصة').authors, ['كاتب']);
  assert.equal(titled('من خلاصة').body, 'نص **أول**.');
  assert.equal(titled('من مصفوفة').date.iso, '2021-01-03');
  assert.deepEqual(report.refusals.map(({ place, code }) => [place.file, place.line, code]), [['lines.jsonl.gz', 2, 'json-broken']]);
});

test('tables in windows-1256 come in with their Arabic column names, and the mapping is shown', async () => {
  // «العنوان;النص;التاريخ» and a row, byte by byte: Node writes no windows-1256.
  const table = new Map([...new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128))].map((letter, index) => [letter, index + 128]));
  const encode = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => table.get(letter) ?? letter.charCodeAt(0)));
  shop.put('table.csv', encode('العنوان;النص;التاريخ;ملاحظات\r\nخبر من جدول;"نص الخبر من بغداد، وفيه ""اقتباس"" في السطر.";04/05/2021;لا شيء\r\n'));
  const report = await shop.run();
  assert.equal(report.sources[0]?.encoding, 'windows-1256');
  assert.deepEqual(report.mappings[0], { file: 'table.csv', taken: { 'العنوان': 'title', 'النص': 'body', 'التاريخ': 'date' }, leftOut: ['ملاحظات'] });
  assert.equal(titled('خبر من جدول').date.iso, '2021-05-04');
  assert.equal(titled('خبر من جدول').body, 'نص الخبر من بغداد، وفيه "اقتباس" في السطر.');
});

test('UTF-16, ISO-8859-6 and a BOM are told from the bytes', async () => {
  const text = 'عنوان الخبر الأول في الجريدة\nهذا نص الخبر من بغداد إلى البصرة في هذا اليوم، قال الوزير إن كل شيء على ما يرام بعد الاجتماع.\n';
  const iso = new Map([...new TextDecoder('iso-8859-6').decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128))].map((letter, index) => [letter, index + 128]));
  shop.put('2020-01-01-a.txt', Buffer.from(text, 'utf16le'));
  shop.put('2020-01-02-b.txt', Uint8Array.from([...text.replace('الاجتماع', 'اللقاء')].map((letter) => iso.get(letter) ?? letter.charCodeAt(0))));
  shop.put('2020-01-03-c.txt', `\uFEFF${text.replace('الاجتماع', 'المؤتمر').replaceAll('\n', '\r\n')}`);
  const report = await shop.run();
  assert.deepEqual(report.sources.map(({ encoding }) => encoding), ['utf-16le', 'iso-8859-6', 'utf-8']);
  assert.deepEqual(articles().map(({ title }) => title), Array(3).fill('عنوان الخبر الأول في الجريدة'));
});

test('Markdown of Hugo and Jekyll comes in, with aliases as redirects', async () => {
  shop.put('hugo.md', '+++\ntitle = "من هوغو"\ndate = 2020-05-06T07:08:09+03:00\ntags = ["أ", "ب"]\naliases = ["/old/path/"]\n+++\n\nنص {{< figure src="x" >}} الخبر.\n\n<div>فقرة <b>ثانية</b></div>\n');
  shop.put('_posts/2019-08-07-jekyll.md', '---\nlayout: post\ntitle: "من جيكل: خبر"\ncategories: [اقتصاد]\n---\nنص الخبر.\n');
  const report = await shop.run();
  assert.equal(report.counts.new, 2);
  assert.deepEqual([titled('من هوغو').tags, titled('من هوغو').body], [['أ', 'ب'], 'نص الخبر.\n\nفقرة **ثانية**']);
  assert.equal(titled('من جيكل: خبر').date.iso, '2019-08-07');
  assert.equal(report.redirects.added, 1);
});

test('a saved page gives its main text and what it says of itself', async () => {
  shop.put('page.html', `<!DOCTYPE html><html lang="ar"><head><title>عنوان الصفحة | موقع</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"عنوان الصفحة","datePublished":"2021-02-03T10:00:00+02:00","author":{"name":"كاتب"},"publisher":{"name":"موقع الاختبار"},"articleSection":"سياسة"}</script><link rel="canonical" href="https://site.example/n/1"></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>عنوان الصفحة</h1><p>${'هذه فقرة طويلة من نص الخبر، فيها كلام كثير حتى تُعرف. '.repeat(6)}</p><p>${'وهذه فقرة ثانية، فيها <a href="/n/2">رابط</a> إلى خبر آخر، وكلام كثير. '.repeat(4)}</p></article><footer>جميع الحقوق محفوظة</footer></body></html>`);
  await shop.run();
  const article = titled('عنوان الصفحة');
  assert.deepEqual([article.date.iso, article.source, article.section, article.authors, article.original_url], ['2021-02-03T10:00:00+02:00', 'موقع الاختبار', 'سياسة', ['كاتب'], 'https://site.example/n/1']);
  assert.match(article.body, /^هذه فقرة طويلة[^#]+\n\nوهذه فقرة ثانية، فيها \[رابط\]\(https:\/\/site\.example\/n\/2\)/u);
  assert.doesNotMatch(article.body, /الرئيسية|الحقوق/u);
});

test('many articles in one text file are parted by their separator', async () => {
  shop.put('many.txt', 'عنوان أول للخبر\n\n4 مايو 2021\n\nنص الخبر الأول هنا.\n=====\nعنوان ثان للخبر\n\n5 مايو 2021\n\nنص الخبر الثاني هنا.\n');
  const report = await shop.run();
  assert.equal(report.counts.new, 2);
  assert.deepEqual(articles().map(({ title, date }) => [title, date.iso]).sort(), [['عنوان أول للخبر', '2021-05-04'], ['عنوان ثان للخبر', '2021-05-05']]);
});

test('lines that repeat are learned from pages, from text files of one folder, and from exports with HTML', async () => {
  const words = 'الوزارة المدينة الميناء المطار الجامعة المتحف المكتبة المستشفى المدرسة الملعب الحديقة السوق'.split(' ');
  const text = (at: number): string => `افتتحت ${words[at] ?? ''} أمس قسما جديدا بعد أعمال استمرت عاما كاملا، وحضر الافتتاح عدد من المسؤولين والأهالي. وتضم ${words[at] ?? ''} اليوم عددا من الأقسام التي تقدم خدماتها للزوار في كل أيام الأسبوع من الصباح إلى المساء.`;
  for (let at = 0; at < 12; at += 1) {
    const day = `2021-05-${String(at + 1).padStart(2, '0')}`;
    shop.put(`pages/${day}.html`, `<!DOCTYPE html><html><head><link rel="canonical" href="https://site.example/${String(at)}"></head><body><article><h1>${words[at] ?? ''} تفتتح قسمها الجديد</h1><p>خدمة القراء الكرام على مدار الساعة</p><p>${text(at)}</p><p>وأضاف البيان أن ${words[at] ?? ''} ترحب بالزوار، ${'وأن الأعمال مستمرة حتى نهاية العام. '.repeat(3)}</p></article></body></html>`);
    shop.put(`texts/${day}.txt`, `${words[at] ?? ''} تفتتح قسما آخر\n\nخدمة النصوص الكريمة\n\nبغداد/ المدى\n\n${text(at)}\n\n${text((at + 1) % 12)}`);
  }
  shop.put('lines.jsonl', Array.from({ length: 12 }, (_, at) => JSON.stringify({ url: `https://lines.example/${String(at)}`, title: `${words[at] ?? ''} تغلق أبوابها`, body: `<p>${text(at)}</p><p>من خدمة السطور</p>`, date: '2020-01-01' })).join('\n'));
  const report = await shop.run();
  assert.equal(report.counts.new, 36);
  for (const line of ['خدمة القراء', 'خدمة النصوص', 'خدمة السطور']) assert.equal([...shop.files().values()].filter((own) => own.includes(line)).length, 0, line);
  assert.equal(report.remarks['removed: repeated'], 36);
  assert.equal(articles().filter(({ dateline, source }) => dateline === 'بغداد' && source === 'المدى').length, 12, 'a dateline repeats too');
});

test('a table whose columns nobody knows is refused with their names, and comes in once they are named', async () => {
  shop.put('odd.csv', 'a,b,c\nعنوان غريب,نص الخبر الغريب هنا.,2021-05-04\n');
  const [refusal] = (await shop.run()).refusals;
  assert.deepEqual([refusal?.code, refusal?.reason], ['columns-unknown', 'no column is known for a headline or a text: a, b, c']);
  assert.equal(shop.files().size, 0);
  await shop.run({ columns: new Map([['title', 'a'], ['body', 'b'], ['date', 'c']]) });
  assert.equal(titled('عنوان غريب').date.iso, '2021-05-04');
});

test('headlines that differ in a number are no furniture, and a text of furniture only is kept whole', async () => {
  for (let at = 1; at <= 12; at += 1) shop.put(`prices/2021-05-${String(at).padStart(2, '0')}.txt`, `أسعار العملات في الأسواق يوم ${String(at)} من الشهر\n\nسعر الدولار ${String(300 + at)}\n\nسعر اليورو ${String(400 + at)}`);
  shop.put('2021-06-01-share.txt', 'شارك هذا الخبر\n\nاقرأ أيضا');
  await shop.run();
  assert.equal(articles().filter(({ title }) => title.startsWith('أسعار العملات في الأسواق يوم')).length, 12);
  const [furniture] = articles().filter(({ date }) => date.iso === '2021-06-01');
  assert.equal(`${furniture?.title ?? ''} ${furniture?.body ?? ''}`, 'شارك هذا الخبر اقرأ أيضا');
});

test('a record without a word is refused, and a collection of Eleventy is no tag', async () => {
  shop.put('a.jsonl', `${JSON.stringify({ id: 7, when: '2021-05-04' })}\n`);
  shop.put('b.md', '---\ntitle: خبر من إليفنتي\ndate: 2021-05-04\ntags:\n  - posts\n  - اقتصاد\n---\nنص الخبر.\n');
  const report = await shop.run();
  assert.deepEqual(report.refusals.map(({ code }) => code), ['empty']);
  assert.deepEqual(titled('خبر من إليفنتي').tags, ['اقتصاد']);
});

test('tables of pages keep their cells apart; those that only arranged the page are taken to pieces', () => {
  for (const [html, markdown] of [
    ['<table><caption>أسعار</caption><thead><tr><th>الصنف</th><th>السعر</th></tr></thead><tbody><tr><td>خبز | صمون</td><td><p>250</p></td></tr></tbody></table>', 'أسعار\n\n| الصنف | السعر |\n| --- | --- |\n| خبز \\| صمون | 250 |'],
    ['<table><tr><td colspan="2">الجدول</td></tr><tr><td>أ<br>ب</td><td></td></tr></table>', '| الجدول |  |\n| --- | --- |\n| أ ب |  |'],
    ['<table><tr><td>القائمة</td><td><table><tr><td>يمين</td><td>يسار</td></tr></table></td></tr></table>', 'القائمة\n\nيمين\n\nيسار'],
    ['<tr><td>بلا</td><td>جدول</td></tr>', 'بلا\n\nجدول'],
  ] as const) {
    assert.equal(htmlToMarkdown(html).markdown, markdown);
  }
});

test('a table within an article stays a table, and no letter is lost or moved together', async () => {
  shop.put('a.jsonl', JSON.stringify({ title: 'أسعار السوق اليوم', date: '2021-05-04', url: 'https://a.example/1', body: '<p>هذه أسعار السوق.</p><table><tr><th>الصنف</th><th>السعر</th></tr><tr><td>القمح</td><td>300</td></tr></table>' }));
  await shop.run();
  assert.equal(titled('أسعار السوق اليوم').body, 'هذه أسعار السوق.\n\n| الصنف | السعر |\n| --- | --- |\n| القمح | 300 |');
});

test('a report that ten papers print keeps its paragraphs, though all of them share them', async () => {
  const paragraphs = ['قال مسؤول في الوزارة إن العمل في المشروع مستمر، وإن المرحلة الثانية تبدأ مطلع العام المقبل.', 'وأضاف أن الكلفة الإجمالية تبلغ مليوني دولار، تدفع على ثلاث دفعات.'];
  for (let at = 1; at <= 10; at += 1) shop.put(`papers/2021-05-${String(at).padStart(2, '0')}.txt`, [`الوزارة تعلن مشروعها رقم ${String(at)} في العاصمة`, ...paragraphs].join('\n\n'));
  await shop.run();
  assert.deepEqual([...new Set(articles().map(({ body }) => body))], [paragraphs.join('\n\n')]);
});
