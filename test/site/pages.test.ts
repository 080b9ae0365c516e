/** What a reader finds on each kind of page. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { buildArchive } from '../../src/archive/archive.ts';
import { parseSettings } from '../../src/archive/settings.ts';
import { rightsOf } from '../../src/site/rights.ts';
import { buildSite } from '../../src/site/site.ts';
import { articleOf } from '../archive/articles.ts';
import { buildOnce, FIXTURE, FIXTURE_SOURCES } from '../support/build-once.ts';
import { documentOf, fileAt, pagesOf, type BuiltSite } from '../support/site-checks/built-site.ts';
import { attributeOf, byClass, classesOf, elementsOf, jsonLdOf, textInside, type Element, type Node } from '../support/site-checks/html-tree.ts';

const BASE = '/some/path/';

describe('pages', () => {
  let site: BuiltSite;
  before(async () => {
    site = await buildOnce(FIXTURE_SOURCES, BASE);
  });

  const page = (path: string): Node => documentOf(site, `${path}index.html`);
  const main = (path: string): Element => elementsOf(page(path), 'main')[0] ?? assert.fail('no main');
  const clean = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  const read = (node: Node): string => clean(textInside(node));
  const heading = (path: string): string => elementsOf(page(path), 'h1').map(read).join();
  const texts = (node: Node, name: string): readonly string[] => elementsOf(node, name).map(read);
  /** Headlines of the cards in a list, in order. */
  const headlines = (node: Node): readonly string[] => byClass(node, 'card').map((card) => elementsOf(card).filter(({ tagName }) => /^h[23]$/u.test(tagName)).map(read).join());
  const classTexts = (node: Node, name: string): readonly string[] => byClass(node, name).map(read);
  const hrefs = (node: Node): readonly string[] => elementsOf(node, 'a').map((link) => decodeURI(attributeOf(link, 'href') ?? ''));
  const detail = (path: string, term: string): string | undefined => {
    const entries = elementsOf(main(path)).filter(({ tagName }) => tagName === 'dt' || tagName === 'dd');
    const at = entries.findIndex((entry) => entry.tagName === 'dt' && read(entry) === term);
    const definition = entries[at + 1];
    return at === -1 || definition === undefined ? undefined : read(definition);
  };

  test('home shows the newest article first, then the others from new to old and those without a day, and says how many each year has', () => {
    const all = headlines(main(''));
    assert.equal(all.length, 13);
    assert.equal(all[0], 'مقال فيه قوالب {{ 7 * 7 }} و{% raw %}');
    assert.deepEqual(all.slice(-3), ['مقال يُعرف يومه', 'مقال يُعرف شهره', 'مقال تُعرف سنته']);
    const rows = classTexts(main(''), 'counted');
    assert.match(rows[2] ?? '', /^2022 مقالان ?2021 10 مقالات ?2019 مقال واحد$/u);
    assert.match(rows[1] ?? '', /^قسم أول 6 مقالات ?قسم ثان 5 مقالات ?قال/u);
  });

  test('under a heading that is no date, each article in a list says its own', () => {
    const [undated] = byClass(main(''), 'group').slice(-1);
    assert.ok(undated);
    assert.deepEqual([texts(undated, 'h2'), texts(undated, 'time')], [['من غير يوم محدّد'], ['يونيو 2021', '2019']]);
  });

  test('an article shows its lines in order, and links to its section, source, authors and tags', () => {
    const path = '2021/05/04/day-precision/';
    const article = main(path);
    assert.equal(heading(path), 'مقال يُعرف يومه');
    assert.deepEqual(classTexts(article, 'kicker'), ['سطر التمهيد']);
    assert.deepEqual(classTexts(article, 'subtitle'), ['السطر الذي تحت العنوان']);
    const [byline] = byClass(article, 'byline');
    assert.ok(byline);
    assert.deepEqual(hrefs(byline), [`${BASE}sections/first/`, `${BASE}sources/test-source/`, `${BASE}authors/كاتب-الاختبار/`, `${BASE}authors/test-body/`]);
    const [tags] = byClass(article, 'tags');
    assert.deepEqual(tags && hrefs(tags), [`${BASE}tags/declared/`, `${BASE}tags/وسم-آخر/`]);
    const [body] = byClass(article, 'body');
    assert.ok(body);
    assert.deepEqual([texts(body, 'p'), texts(body, 'h2'), texts(body, 'strong'), hrefs(body)], [['فقرة أولى.', 'فقرة ثانية فيها رابط داخلي وخط ثقيل.'], ['عنوان داخل النص'], ['خط ثقيل'], [`${BASE}about/`]]);
  });

  test('a date is shown as precisely as it is known, with its Hijri day where there is a day', () => {
    const shown = (path: string): readonly [string | undefined, string] => {
      const [time] = elementsOf(byClass(main(path), 'byline')[0] ?? main(path), 'time');
      return [time && attributeOf(time, 'datetime'), time === undefined ? '' : read(time)];
    };
    assert.deepEqual(shown('2021/05/04/day-precision/'), ['2021-05-04', 'الثلاثاء 4 مايو 2021 الموافق 22 رمضان 1442هـ']);
    assert.deepEqual(shown('2021/05/04/time-precision/'), ['2021-05-04T10:30:00+03:00', 'الثلاثاء 4 مايو 2021، 10:30 الموافق 22 رمضان 1442هـ']);
    assert.deepEqual(shown('2021/06/month-precision/'), ['2021-06', 'يونيو 2021']);
    assert.deepEqual(shown('2019/year-precision/'), ['2019', '2019']);
  });

  test('an article shows every field that its file has', () => {
    const path = '2021/05/06/all-fields/';
    assert.equal(detail(path, 'التاريخ كما ورد في المصدر'), 'الخميس 24 رمضان 1442');
    assert.match(detail(path, 'حُدِّث') ?? '', /^الجمعة 7 مايو 2021، 08:00/u);
    assert.equal(detail(path, 'أشخاص'), 'شخص أول، شخص ثان');
    assert.equal(detail(path, 'أماكن'), 'مكان أول، مكان ثان');
    assert.equal(detail(path, 'النص الأصلي'), 'https://source.example/أصل?a=1&b=2');
    assert.match(detail(path, 'نُسخ عن الأصل') ?? '', /^الثلاثاء 1 يونيو 2021/u);
    assert.equal(detail(path, 'الحقوق'), 'حقوق هذا النص');
    assert.equal(detail(path, 'دقة التاريخ'), 'يُعرف اليوم');
    assert.equal(detail(path, 'بصمة الملف'), createHash('sha256').update(readFileSync(join(FIXTURE, 'articles/2021/05/all-fields.md'))).digest('hex'));
    assert.equal(detail(path, 'العنوان الدائم'), `https://archive.example${BASE}2021/05/06/all-fields/`);
    assert.deepEqual(classTexts(main(path), 'dateline'), ['مدينة الاختبار']);
    assert.ok(hrefs(main(path)).includes('https://source.example/أصل?a=1&b=2'));
  });

  test('corrections stand on the article, each with its date', () => {
    const [corrections] = byClass(main('2021/05/06/all-fields/'), 'corrections');
    assert.ok(corrections);
    assert.deepEqual(texts(corrections, 'dt'), ['السبت 8 مايو 2021 الموافق 26 رمضان 1442هـ', 'مايو 2021']);
    assert.deepEqual(texts(corrections, 'dd'), ['ورد رقم خطأ، والصواب غيره.', 'تصويب لا يُعرف يومه.']);
  });

  test('a correction moves the date of change in the feed, and is told there', () => {
    const { items } = JSON.parse(site.files.get('feed.json')?.toString('utf8') ?? '{}') as { readonly items: readonly { readonly id: string; readonly date_modified: string; readonly content_html: string }[] };
    const item = items.find(({ id }) => id.endsWith('/all-fields/')) ?? assert.fail('not in the feed');
    assert.equal(item.date_modified, '2021-05-08T12:00:00Z');
    assert.match(item.content_html, /<h2>تصويبات<\/h2>\n<p><strong>السبت 8 مايو 2021:<\/strong> ورد رقم خطأ، والصواب غيره\.<\/p>/u);
  });

  test('an article without rights of its own has those of its source, else those of the archive', () => {
    const settings = parseSettings(new Map([['site.yaml', 'rights: حقوق الأرشيف\n'], ['sources.yaml', 'جريدة:\n  rights: حقوق الجريدة\n']])).settings;
    const articles = [articleOf({ id: 'of-source', date: '2020', source: 'جريدة' }), articleOf({ id: 'of-nobody', date: '2020' })];
    const own = buildSite(buildArchive(articles, settings), settings, { origin: 'https://archive.example', base: '/' });
    assert.deepEqual(articles.map((article) => rightsOf(own, article)), ['حقوق الجريدة', 'حقوق الأرشيف']);
  });

  test('images of the media folder are there, with their words and credit', () => {
    const article = main('2021/05/07/with-image/');
    assert.deepEqual(elementsOf(article, 'img').map((image) => [attributeOf(image, 'src'), attributeOf(image, 'alt')]), [[`${BASE}media/pixel.png`, 'نقطة رمادية'], [`${BASE}media/pixel.png`, 'نقطة ثانية']]);
    assert.deepEqual(texts(article, 'figcaption'), ['الصورة: مصور الاختبار']);
    assert.deepEqual([...site.files.get('media/pixel.png')?.subarray(0, 4) ?? []], [0x89, 0x50, 0x4e, 0x47]);
  });

  test('an article in another language says so for its own text, in a page that stays Arabic', () => {
    const article = main('2021/05/08/foreign-language/');
    const marked = elementsOf(article).filter((element) => attributeOf(element, 'lang') !== undefined && !classesOf(element).includes('citation'));
    assert.deepEqual(marked.map((element) => [element.tagName, attributeOf(element, 'lang'), attributeOf(element, 'dir')]), [['p', 'en', 'ltr'], ['h1', 'en', 'ltr'], ['p', 'en', 'ltr'], ['div', 'en', 'ltr']]);
  });

  test('in lists, too, every text of an article in another language says which it is', () => {
    const [card] = byClass(main('2021/05/08/'), 'card');
    assert.ok(card);
    const own = elementsOf(card).filter(({ tagName, attrs }) => /^h[23]$/u.test(tagName) || attrs.some(({ name, value }) => name === 'class' && /^(?:kicker|summary)$/u.test(value)));
    assert.equal(own.length, 3);
    assert.deepEqual(own.filter((element) => attributeOf(element, 'lang') !== 'en' || attributeOf(element, 'dir') !== 'ltr').map((element) => [element.tagName, ...classesOf(element)]), []);
  });

  test('an article without section, source, tags and authors has no empty place for them', () => {
    const article = main('2021/05/09/bare-article/');
    const [byline] = byClass(article, 'byline');
    assert.deepEqual(byline && elementsOf(byline).map(({ tagName }) => tagName), ['p', 'time', 'span'], 'the date, and how long the reading takes');
    assert.deepEqual([...byClass(article, 'tags'), ...byClass(article, 'kicker'), ...byClass(article, 'subtitle'), ...elementsOf(article, 'figure')], []);
    assert.ok(elementsOf(article, 'dd').every((entry) => read(entry) !== ''));
  });

  test('spellings of one tag that look alike share a page', () => {
    assert.deepEqual(headlines(main('tags/مكتبة-الأخبار/')), ['مقال وسمه مكتبه بالهاء', 'مقال وسمه مكتبة بالتاء']);
    assert.deepEqual([...site.files.keys()].filter((path) => /^tags\/مكتب[^/]*\/index\.html$/u.test(path)), ['tags/مكتبة-الأخبار/index.html']);
    for (const path of ['2021/05/10/lookalike-one/', '2021/05/11/lookalike-two/']) assert.ok(hrefs(main(path)).includes(`${BASE}tags/مكتبة-الأخبار/`));
  });

  test('an alias leads to the page of the declared name, and is shown under it', () => {
    assert.equal(heading('tags/declared/'), 'وسم معلن');
    assert.deepEqual(headlines(main('tags/declared/')), ['مقال فيه كل الحقول', 'مقال تُعرف ساعته', 'مقال يُعرف يومه']);
    assert.match(classTexts(main('2021/05/04/time-precision/'), 'tags').join(), /^وسم معلن$/u);
  });

  test('an article whose file has an Arabic name and no id has an address that every host can serve', () => {
    const found = pagesOf(site).filter((path) => path.startsWith('2021/06/12/') && path !== '2021/06/12/index.html');
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^2021\/06\/12\/f[0-9a-f]{11}\/index\.html$/u);
    assert.equal(heading(found[0]?.replace('index.html', '') ?? ''), 'مقال اسم ملفه عربي ولا معرف له');
  });

  test('template syntax and HTML in an article are text', () => {
    const path = '2022/01/02/template-syntax/';
    assert.equal(heading(path), 'مقال فيه قوالب {{ 7 * 7 }} و{% raw %}');
    const [body] = byClass(main(path), 'body');
    assert.ok(body);
    const text = read(body);
    for (const part of ['هنا {{ 7 * 7 }} و{% include "x" %} و<%= 7 * 7 %> و${7 * 7}.', '<script>alert(1)</script>', '<img src=x onerror=alert(1)> و<b>خط</b> و©', '[رابط خبيث](javascript:alert(1))', '[رابط بلا بروتوكول](//evil.example/)']) assert.ok(text.includes(part), part);
    assert.deepEqual([...elementsOf(body, 'script'), ...elementsOf(body, 'img'), ...elementsOf(body, 'b')], []);
    assert.deepEqual(hrefs(body), ['mailto:a@example.org']);
  });

  test('headings of an article fit below its headline, whatever their mark', () => {
    const [body] = byClass(main('2022/01/02/template-syntax/'), 'body');
    assert.ok(body);
    assert.deepEqual(elementsOf(body).filter(({ tagName }) => /^h\d$/u.test(tagName)).map((element) => [element.tagName, read(element)]), [['h2', 'عنوان من الدرجة الأولى'], ['h3', 'عنوان قفز درجة']]);
  });

  test('an article leads to the one before it and the one after it in time', () => {
    const [links] = byClass(main('2021/05/10/lookalike-one/'), 'story-links');
    assert.deepEqual(links && hrefs(links), [`${BASE}2021/05/09/bare-article/`, `${BASE}2021/05/11/lookalike-two/`]);
    const [first] = byClass(main('2019/year-precision/'), 'story-links');
    assert.equal(first && elementsOf(first, 'a').length, 1);
  });

  test('people and places of an article lead to their pages, which say who they are', () => {
    const article = main('2021/05/06/all-fields/');
    assert.ok([`${BASE}people/first-person/`, `${BASE}places/مكان-أول/`].every((path) => hrefs(article).includes(path)));
    const person = main('people/first-person/');
    assert.equal(heading('people/first-person/'), 'شخص أول');
    assert.ok(['https://www.wikidata.org/wiki/Q1', 'https://viaf.org/viaf/12345'].every((url) => hrefs(person).includes(url)));
    assert.match(read(person), /أسماء أخرى: الشخص الأول/u);
    assert.match(read(person), /شخص له وصف\./u);
    const [about] = jsonLdOf(page('people/first-person/')).map((text) => (JSON.parse(text) as { readonly '@graph': readonly { readonly about?: unknown }[] })['@graph'][0]?.about);
    assert.deepEqual(about, { '@type': 'Person', name: 'شخص أول', alternateName: ['الشخص الأول'], description: 'شخص له وصف.', sameAs: ['https://www.wikidata.org/wiki/Q1', 'https://viaf.org/viaf/12345'] });
  });

  test('a dossier tells its story with its articles in it, and all of them along a line of time', () => {
    const dossier = main('dossiers/test-dossier/');
    assert.equal(heading('dossiers/test-dossier/'), 'ملف الاختبار');
    assert.deepEqual(headlines(dossier), ['مقال يُعرف يومه']);
    assert.deepEqual(classTexts(dossier, 'body'), ['قصة الملف فيها رابط.', 'وبقيتها.']);
    assert.ok(hrefs(dossier).includes(`${BASE}about/`));
    const [timeline] = byClass(dossier, 'timeline');
    assert.deepEqual(timeline && texts(timeline, 'time').map((date) => date.replace(/^\S+ /u, '')), ['4 مايو 2021', '4 مايو 2021', '6 مايو 2021']);
    assert.ok(hrefs(main('dossiers/')).includes(`${BASE}dossiers/test-dossier/`));
  });

  test('a day shows its articles, the latest first, their number, its Hijri date, the days around it and its month', () => {
    const path = '2021/05/04/';
    assert.equal(heading(path), 'الثلاثاء 4 مايو 2021');
    assert.deepEqual(headlines(main(path)), ['مقال تُعرف ساعته', 'مقال يُعرف يومه']);
    assert.deepEqual(classTexts(main(path), 'lede'), ['22 رمضان 1442هـ مقالان']);
    const [neighbours] = byClass(main(path), 'neighbours');
    assert.deepEqual(neighbours && hrefs(neighbours), [`${BASE}2021/05/06/`]);
    const [calendar] = byClass(main(path), 'calendar');
    const current = calendar && elementsOf(calendar, 'a').find((link) => attributeOf(link, 'aria-current') === 'date');
    // Said by a label, or by words that only a screen reader gets.
    assert.match(current === undefined ? '' : (attributeOf(current, 'aria-label') ?? read(current)), /^الثلاثاء 4 مايو 2021/u);
  });

  test('a month shows its days, and the articles whose day is not known after them', () => {
    const path = '2021/06/';
    assert.equal(heading(path), 'يونيو 2021');
    assert.deepEqual(headlines(main(path)), ['مقال اسم ملفه عربي ولا معرف له', 'مقال يُعرف شهره']);
    assert.deepEqual(classTexts(main(path), 'group-title'), ['السبت 12 يونيو 2021 2 ذو القعدة 1442هـ', 'من غير يوم محدّد']);
    const [calendar] = byClass(main(path), 'calendar');
    assert.deepEqual(calendar && hrefs(calendar), [`${BASE}2021/06/12/`]);
  });

  test('a year shows twelve months, and its articles whose month is not known', () => {
    assert.equal(elementsOf(main('2021/'), 'table').length, 12);
    assert.equal(headlines(main('2021/')).length, 10);
    assert.deepEqual(classTexts(main('2019/'), 'group-title').map((text) => text.replace(/ مقال.*/u, '')), ['من غير شهر محدّد']);
    assert.deepEqual(headlines(main('2019/')), ['مقال تُعرف سنته']);
  });

  test('the list of dates has every year that has articles, and only months that have a page are links', () => {
    const years = elementsOf(main('dates/'), 'h2').map(read);
    assert.deepEqual(years, ['2022 مقالان', '2021 10 مقالات', '2019 مقال واحد']);
    const [, months2021] = byClass(main('dates/'), 'months');
    assert.deepEqual(months2021 && hrefs(months2021), [`${BASE}2021/05/`, `${BASE}2021/06/`]);
    assert.equal(months2021 && elementsOf(months2021, 'li').length, 12);
  });

  test('the Hijri calendar has the articles whose day is known, and no others', () => {
    assert.equal(heading('hijri/1442/09/'), 'رمضان 1442هـ');
    const listed = pagesOf(site).filter((path) => /^hijri\/\d{4}\/\d{2}\//u.test(path)).flatMap((path) => headlines(documentOf(site, path)));
    assert.equal(listed.length, 11);
    assert.deepEqual(listed.filter((text) => text === 'مقال يُعرف شهره' || text === 'مقال تُعرف سنته'), []);
    assert.deepEqual(hrefs(main('hijri/1442/')).filter((href) => href.startsWith(`${BASE}hijri/1442/`)), [`${BASE}hijri/1442/09/`, `${BASE}hijri/1442/11/`]);
    assert.deepEqual(elementsOf(main('hijri/'), 'h2').map(read), ['1443هـ مقالان', '1442هـ 9 مقالات']);
  });

  test('the index of tags is in the order of the alphabet, with the letters as ways in', () => {
    const names = byClass(main('tags/'), 'counted').flatMap((list) => elementsOf(list, 'a').map(read));
    assert.deepEqual(names, ['قال: "لا" & ‹نعم> </script>', 'مكتبة الأخبار', 'وسم آخر', 'وسم معلن']);
    const [letters] = byClass(main('tags/'), 'letters');
    assert.deepEqual(letters && texts(letters, 'a'), ['ق', 'م', 'و']);
  });

  test('the sections stand in the editor’s order, each with its description and newest articles', () => {
    assert.deepEqual(elementsOf(main('sections/'), 'h2').map((title) => read(title).replace(/ \d.*| مقال.*/u, '')), ['قسم أول', 'قسم ثان', 'قال: "لا" & ‹نعم> </script>']);
    assert.match(read(main('sections/')), /القسم الذي يسبق غيره في الترتيب\./u);
  });

  test('the pages of sources and authors say who they are and list their articles by year', () => {
    assert.equal(heading('sources/test-source/'), 'مصدر الاختبار');
    assert.ok(hrefs(main('sources/test-source/')).includes('https://source.example/'));
    assert.ok(hrefs(main('sources/test-source/')).includes(`${BASE}sources/test-source/2019/`));
    assert.equal(heading('authors/jane-tester/'), 'Jane Tester');
    assert.deepEqual(headlines(main('authors/test-body/')), ['مقال يُعرف يومه']);
  });

  test('the year of a topic has its articles by month, and leads to its other years', () => {
    const path = 'tags/وسم-آخر/2021/';
    assert.equal(heading(path), 'وسم آخر، 2021');
    assert.equal(headlines(main(path)).length, 7);
    const [neighbours] = byClass(main(path), 'neighbours');
    assert.deepEqual(neighbours && hrefs(neighbours), [`${BASE}tags/وسم-آخر/2019/`, `${BASE}tags/وسم-آخر/2022/`]);
  });

  test('the about page says what is in the archive and what is missing', () => {
    const path = 'about/';
    assert.equal(detail(path, 'المقالات'), '13');
    assert.equal(detail(path, 'الوسوم'), '4');
    assert.match(detail(path, 'أقدم مقال') ?? '', /^2019: مقال تُعرف سنته$/u);
    assert.match(detail(path, 'أحدث مقال') ?? '', /مقال فيه قوالب/u);
    assert.match(read(main(path)), /كل مقال هنا مسمّى بما يختبره\./u);
    const [gaps] = byClass(main(path), 'gaps');
    const [, longest] = gaps === undefined ? [] : elementsOf(gaps, 'tr').map(read);
    assert.match(longest ?? '', /12 يونيو 2021.*1 يناير 2022.*202 يوم$/u);
  });

  test('search works as a form, and without a script shows the ways into the archive', () => {
    const [form] = elementsOf(main('search/'), 'form');
    assert.equal(form && attributeOf(form, 'action'), `${BASE}search/`);
    assert.deepEqual(form && elementsOf(form, 'input').map((input) => attributeOf(input, 'name')), ['q']);
    const [noscript] = elementsOf(main('search/'), 'noscript');
    assert.ok(noscript && hrefs(noscript).length >= 5);
  });

  test('the page for addresses that do not exist leads on, from wherever it is shown', () => {
    const document = documentOf(site, '404.html');
    const relative = elementsOf(document).flatMap((element) => [attributeOf(element, 'href'), attributeOf(element, 'src'), attributeOf(element, 'action')]).filter((address) => address !== undefined && !/^(?:\/|#|https?:)/u.test(address));
    assert.deepEqual(relative, []);
    assert.ok(elementsOf(document, 'form').length === 1);
  });

  test('every page can be reached from home by following links', () => {
    const seen = new Set(['index.html']);
    for (const path of seen) {
      for (const href of elementsOf(documentOf(site, path), 'a').flatMap((link) => attributeOf(link, 'href') ?? [])) {
        const target = fileAt(site, new URL(href, `https://archive.example${encodeURI(BASE + path)}`).href);
        if (target?.endsWith('.html') === true) seen.add(target);
      }
    }
    // 404 is for those who know no address.
    assert.deepEqual(pagesOf(site).filter((path) => !seen.has(path)), ['404.html', 'search/index.html']);
  });
});
