/** Texts in the shapes that sites and agencies give them: what stands around a text becomes fields, is left out, or stays. */
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

const TITLE = 'عنوان هذا الخبر في سطر واحد';
const FIRST = 'هذه هي الفقرة الأولى من نص الخبر، وهي طويلة بما يكفي لكي تُعرف بأنها فقرة من النص وليست عنوانا فوقه، ولا سطرا من سطور الصفحة.';
const SECOND = 'وهذه هي الفقرة الثانية من النص، وهي الأخيرة.';
const BODY = `${FIRST}\n\n${SECOND}`;

type Expected = Readonly<Partial<Record<keyof Article, unknown>>>;
const FORMS: readonly (readonly [what: string, lines: readonly string[], expected: Expected])[] = [
  ['a date, a dateline and the name of a picture above', [TITLE, '4/5/2021', '-', 'آخر تحديث: 5/5/2021 10:22 (مكة المكرمة)', 'ما في الصورة (رويترز)', FIRST, SECOND, 'المصدر : الجزيرة + وكالات'], { date: '2021-05-04', updated: '2021-05-05', source: 'الجزيرة', authors: ['وكالات'], rights: 'ما في الصورة (رويترز)' }],
  ['both calendars and the number of the paper', [TITLE, 'سطر ثان تحت العنوان', 'الثلاثاء - 22 شهر رمضان 1442 هـ - 04 مايو 2021 مـ رقم العدد [ 15498]', 'بيروت: «الشرق الأوسط»', FIRST, SECOND, 'اختيارات المحرر', 'عنوان آخر', 'إقرأ المزيد'], { date: '2021-05-04', date_printed: 'الثلاثاء - 22 شهر رمضان 1442 هـ - 04 مايو 2021 مـ رقم العدد [ 15498]', source: 'الشرق الأوسط', dateline: 'بيروت', subtitle: 'سطر ثان تحت العنوان' }],
  ['two lines of dates and the end of a wire', [`عام / ${TITLE}`, 'الثلاثاء 1442/9/22 هـ الموافق 2021/05/04 م واس', 'جدة 22 رمضان 1442 هـ الموافق 04 مايو 2021 م واس', FIRST, SECOND, '// انتهى //', '15:32ت م', '0081', 'www.agency.example/2221234'], { date: '2021-05-04', source: 'واس', dateline: 'جدة', section: 'عام' }],
  ['a day in the dateline, a signature and initials', [TITLE, `إربد 4 أيار (بترا)- ${FIRST}`, SECOND, '--(بترا)', 'ن ح/م ك/ف ج', '04/05/2021 12:44:05'], { date: '2021-05-04', source: 'بترا', dateline: 'إربد' }],
  ['a whole date in the dateline', [TITLE, `نابلس 4-5-2021 وفا- ${FIRST}`, SECOND, 'ــــ', 'ر.ح/ف.ع'], { date: '2021-05-04', source: 'وفا', dateline: 'نابلس' }],
  ['a place, an agency and a desk', [TITLE, '4-05-2021, 13:05', 'بغداد – واع – قسم الاقتصاد', FIRST, SECOND, 'المصدر: واع', 'اضغط هنا للاشتراك بقناة الوكالة على التلغرام'], { date: '2021-05-04', source: 'واع', dateline: 'بغداد', authors: ['قسم الاقتصاد'] }],
  ['clocks, counts and comments', [TITLE, 'نشر في: 4 مايو, 2021: 09:12 م', 'بغداد/ المدى', FIRST, SECOND, 'مشاركة الخبر', '0', 'انضم الى المحادثة', 'جميع التعليقات 0', 'اشترك في نشرتنا البريدية'], { date: '2021-05-04', source: 'المدى', dateline: 'بغداد' }],
  ['tags below, and a form for comments', [TITLE, '4 - مايو - 2021', 'حجم الخط', '0', `تونس – «القدس العربي»: ${FIRST}`, SECOND, 'كلمات مفتاحية', 'تونس', 'وسم ثان', 'اترك تعليقاً إلغاء الرد', 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *'], { date: '2021-05-04', source: 'القدس العربي', dateline: 'تونس', tags: ['تونس', 'وسم ثان'] }],
  ['tags on one line', [TITLE, '2021-05-04', FIRST, SECOND, 'كلمات مفتاحية: أول، ثان | ثالث'], { date: '2021-05-04', tags: ['أول', 'ثان', 'ثالث'] }],
  ['a name with its place, a portal, a clock behind a bar', [TITLE, 'الثلاثاء 4 مايو 2021', 'الجيزة: أحمد علي', 'بوابة الأهرام', '4-5-2021 | 14:30', FIRST, SECOND, 'رابط دائم:', 'اضف تعليقك', 'الأكثر قراءة'], { date: '2021-05-04', source: 'الأهرام', dateline: 'الجيزة', authors: ['أحمد علي'] }],
  ['who wrote, without a sign', [TITLE, 'الثلاثاء، 04 مايو 2021 12:30 م', 'ما في الصورة - صورة أرشيفية', 'كتب أحمد علي', FIRST, 'اقرأ أيضًا:-', 'عنوان خبر آخر هنا', SECOND], { date: '2021-05-04', authors: ['أحمد علي'], rights: undefined }],
  ['an account beside the paper', [TITLE, '2021-05-04', '«عكاظ» (جدة) okaz_online@', FIRST, SECOND], { date: '2021-05-04', source: 'عكاظ', dateline: 'جدة' }],
  ['spans in the middle, with their ends', [TITLE, '4 مايو/ أيار 2021', 'صدر الصورة، Getty Images', 'التعليق على الصورة،', 'ما في الصورة هنا', FIRST, 'تخطى قصص مقترحة وواصل القراءة', 'قصص مقترحة', 'عنوان أول هنا', 'عنوان ثان هنا', 'قصص مقترحة نهاية', 'اقرأ أيضا', 'list of 2 items', 'عنوان ثالث هنا', 'end of list', SECOND, 'يمكنكم تسلم إشعارات بأهم الموضوعات بعد تحميل أحدث نسخة من تطبيق الموقع على هاتفكم المحمول'], { date: '2021-05-04', rights: 'صدر الصورة، Getty Images' }],
  ['a stroke without spaces, a signature and an address to follow', [TITLE, '2021-05-04', 'دمشق-سانا', FIRST, SECOND, 'أحمد علي', 'تابعوا آخر الأخبار عبر تطبيق تيلغرام على الرابط :', 'https://t.example/xx'], { source: 'سانا', dateline: 'دمشق', authors: ['أحمد علي'] }],
  ['the end of a wire within its last line', [TITLE, '2021-05-04', `الكويت - 4 - 5 (كونا) -- ${FIRST}`, SECOND, 'م ع / ا ب ج'], { source: 'كونا', dateline: 'الكويت' }],
  ['a clock after «إلى» and an agency between strokes', [TITLE, 'الثلاثاء, 4 مايو, 2021 إلى 14:05', `الرباط - ${FIRST}`, SECOND, '/ و م ع /', 'ع ب'], { date: '2021-05-04', source: 'ومع', dateline: 'الرباط' }],
  ['the headline twice, a section behind bars, another source', [TITLE, 'تاريخ النشر:04.05.2021 | 10:20 GMT | أخبار العالم', TITLE, 'Reuters', FIRST, SECOND, 'المصدر: "نوفوستي"'], { date: '2021-05-04T10:20:00Z', section: 'أخبار العالم', source: 'نوفوستي' }],
  ['a section, a paper and a writer, one a line', [TITLE, 'سياسة', 'الأخبار', 'الثلاثاء 4 أيار 2021', 'أحمد علي', FIRST, SECOND], { date: '2021-05-04', section: 'سياسة', source: 'الأخبار', authors: ['أحمد علي'] }],
  ['a paper that no list knows, with its place', [TITLE, '04-05-2021 | 10:15', 'المصدر: صوت القرية - بيروت', 'A+A-', FIRST, SECOND], { date: '2021-05-04', source: 'صوت القرية', dateline: 'بيروت' }],
  ['marks of translators and editors', [TITLE, '2021-05-04', `موسكو (رويترز) - ${FIRST}`, SECOND, '(إعداد أحمد علي للنشرة العربية - تحرير علي أحمد)'], { source: 'رويترز', dateline: 'موسكو', authors: [] }],
  ['the name of a section above the headline', ['محليات', TITLE, 'الأربعاء / 07 / شوال / 1442 هـ الأربعاء 19 مايو 2021 03:21', FIRST, SECOND], { date: '2021-05-19', section: 'محليات' }],
  ['one word above the headline that is no section', ['الجزائر', TITLE, '2021/05/04', '2354', FIRST, SECOND], { date: '2021-05-04', kicker: 'الجزائر' }],
  ['a date, a writer and bars on one line', ['الرئيسية / حوادث / محاكم', TITLE, 'الثلاثاء 04-05-2021 14:22 | كتب: فاطمة أبو شنب |', FIRST, SECOND], { date: '2021-05-04', section: 'محاكم', authors: ['فاطمة أبو شنب'] }],
  ['a year that ran into the clock, and the day of the change', ['الأخبار|فلسطين', TITLE, '4/5/2021-|آخر تحديث: 5/5/202110:35 PM (مكة المكرمة)', FIRST, SECOND, 'حول هذه القصة', 'عنوان آخر هنا'], { date: '2021-05-04', section: 'فلسطين' }],
  ['a section before the date and buttons behind it', [TITLE, 'أمن 2021-05-04 09:44 -حجم الخط+', `شفق نيوز/ ${FIRST}`, SECOND, 'شاركنا رأيك بالموضوع'], { date: '2021-05-04', section: 'أمن', source: 'شفق نيوز' }],
  ['a section behind date and clock', [TITLE, 'الثلاثاء 04 أيار 2021 الساعة 13:45 سياسة', `وطنية - ${FIRST}`, SECOND, '============== ر.ي'], { date: '2021-05-04', section: 'سياسة', source: 'الوكالة الوطنية للإعلام' }],
  ['labels on lines of their own', [TITLE, 'المصدر:', 'دبي - البيان', 'التاريخ:', '4 مايو 2021', FIRST, SECOND], { date: '2021-05-04', source: 'البيان', dateline: 'دبي' }],
  ['an agency that signs the last sentence', [TITLE, `طرابلس 4 مايو 2021 (وال) - ${FIRST}`, `${SECOND} (وال)`], { date: '2021-05-04', source: 'وال', rights: undefined }],
  ['an end of a wire glued to the last sentence', [TITLE, '4 أيار 2021', `بغداد/ نينا/ ${FIRST}`, `${SECOND}/انتهى9`], { source: 'نينا', dateline: 'بغداد' }],
  ['an end in brackets and initials behind it', [TITLE, '4 أيار 2021', FIRST, `${SECOND} (النهاية) ا ع / م ع ع`], { date: '2021-05-04' }],
  ['editors and agencies behind the text', [TITLE, '٤ مايو ٢٠٢١', FIRST, SECOND, 'ع.ج/ ص.ش (د ب أ، رويترز)'], { source: 'د ب أ', authors: ['رويترز'], rights: undefined }],
  ['counters of a site', [TITLE, '2021-05-04 | 05:12', '1,234 مشاهدة', FIRST, SECOND, '12 تعليق'], { date: '2021-05-04' }],
  ['a foreign name of the source', [TITLE, '2021-05-04', 'مصدر: Agency News', FIRST, SECOND], { source: 'Agency News' }],
  ['buttons of pictures before the dateline', [TITLE, '2021-05-04', `Next Previous الرياض - واس: ${FIRST}`, SECOND], { source: 'واس', dateline: 'الرياض' }],
  ['other articles with their days below', [TITLE, 'السبت، 04 مايو 2021 02:30 م', FIRST, SECOND, 'الموضوعات المتعلقة', 'عنوان آخر هنا', 'Tuesday, 18 May 2021 09:00 AM'], { date: '2021-05-04' }],
  ['the headline again with who is in the picture', [TITLE, '2021-05-04', `${TITLE} الوزير في مكتبه`, FIRST, SECOND], { subtitle: undefined }],
  ['«جانب من …» below a picture', [TITLE, '2021-05-04', 'جانب من الاجتماع', FIRST, SECOND], { subtitle: undefined }],
  ['who is shown and at what', [TITLE, '2021-05-04', 'عنوان هذا الخبر خلال استقباله الوفد أمس', FIRST, SECOND], { subtitle: undefined }],
  ['who took a picture, in brackets', [TITLE, '2021-05-04', 'مرفأ المدينة (نبيل علي).', FIRST, SECOND], { rights: 'مرفأ المدينة (نبيل علي).' }],
  ['tags that no word names', [TITLE, '2021-05-04', FIRST, SECOND, 'الفقرة الأولى', 'سطور الصفحة'], { tags: ['الفقرة الأولى', 'سطور الصفحة'] }],
  ['the way to the page', ['الرئيسية > أخبار > اقتصاد', TITLE, '2021-05-04', FIRST, SECOND], { date: '2021-05-04', section: 'اقتصاد' }],
];

for (const [what, lines, expected] of FORMS) {
  test(`a text with ${what}`, async () => {
    shop.put('a.txt', lines.join('\n\n'));
    const report = await shop.run();
    const [[file, text] = ['', '']] = shop.files();
    const { title, body, ...article } = readArticle(file, text);
    assert.deepEqual([title, body], [TITLE, BODY]);
    for (const [field, value] of Object.entries(expected)) {
      const found = (article as Readonly<Record<string, unknown>>)[field];
      assert.deepEqual(typeof found === 'object' && found !== null && 'iso' in found ? found.iso : found, value, field);
    }
    // Every line that is not in the file any more stands in the report.
    const listed = report.articles.flatMap(({ remarks }) => remarks.filter(({ kind }) => kind === 'removed' || kind === 'moved').map((remark) => remark.text));
    for (const line of lines) assert.ok(text.includes(line) || listed.some((own) => line.includes(own) || own.includes(line)), line);
  });
}

test('a name alone below the headline is what a picture shows where the text speaks of it', async () => {
  const body = [`أكد مصطفى مدبولي أن ${FIRST}`, SECOND];
  shop.put('a.txt', ['مدبولي يتابع موقف تنفيذ المشروعات', '2021-05-04', 'كريم حسن', 'مصطفى مدبولي', ...body].join('\n\n'));
  const report = await shop.run();
  const [[file, text] = ['', '']] = shop.files();
  const article = readArticle(file, text);
  assert.deepEqual([article.title, article.kicker, article.subtitle, article.authors, article.body], ['مدبولي يتابع موقف تنفيذ المشروعات', undefined, undefined, ['كريم حسن'], body.join('\n\n')]);
  assert.deepEqual(report.articles[0]?.remarks.filter(({ code }) => code === 'caption-guessed').map(({ text: own }) => own), ['مصطفى مدبولي']);
});

test('lines of a poem are neither captions nor tags', async () => {
  const lines = ['يا ليل الصب متى غده', 'أقيام الساعة موعده', 'رقد السمار فأرقه', 'يا ليل الصب', 'أقيام الساعة'];
  shop.put('a.txt', ['قصيدة يا ليل الصب متى غده', '2021-05-04', 'شعر: محمود علي', ...lines].join('\n\n'));
  await shop.run();
  const [[file, text] = ['', '']] = shop.files();
  const article = readArticle(file, text);
  assert.deepEqual([article.authors, article.tags, article.body], [['محمود علي'], [], lines.join('\n\n')]);
});

test('a text without a headline gets one from its first words, not from its dateline', async () => {
  shop.put('2021-05-04.txt', `إيلاف من الرباط\n\nالرباط: ${FIRST}\n\n${SECOND}`);
  await shop.run();
  const [[file, text] = ['', '']] = shop.files();
  const article = readArticle(file, text);
  assert.ok(article.title.startsWith('هذه هي الفقرة الأولى'), article.title);
  assert.deepEqual([article.source, article.dateline, article.body], ['إيلاف', 'الرباط', BODY]);
});

for (const [what, lines] of [
  ['numbers that part a text', [TITLE, '2021-05-04', '(١)', FIRST, '(٢)', SECOND]],
  ['a headline that looks like a byline', [TITLE, '2021-05-04', 'مصر: ارتفاع الصادرات', FIRST, SECOND]],
  ['books and not a writer', [TITLE, '2021-05-04', 'كتب مدرسية جديدة', FIRST, SECOND]],
  ['a generation and not a writer', [TITLE, '2021-05-04', 'إعداد جيل جديد من المهندسين', FIRST, SECOND]],
  ['a preposition that looks like a name', [TITLE, '2021-05-04', FIRST, SECOND, 'على أرفف الذاكرة']],
  ['the name of whom the text is about', [TITLE, '2021-05-04', 'أحمد علي', `${FIRST} ومنهم أحمد علي.`, SECOND]],
  ['a word on a paper that is quoted', [TITLE, '2021-05-04', 'أكدت مصادر مطلعة لـ "سبق" أن الاجتماع سيعقد في موعده المحدد من قبل، وأن الدعوات أرسلت إلى الجميع كما في كل عام مضى.', SECOND]],
  ['a paper in brackets within a sentence', [TITLE, '2021-05-04', 'تستعرض صحيفة (المدى) بالصور ما في هذه الصفحات من سطور كثيرة كتبت في أعوام سابقة ثم جمعت في مكان واحد.', SECOND]],
] as const) {
  test(`${what}: nothing of it is lost or moved into a field of names`, async () => {
    shop.put('a.txt', lines.join('\n\n'));
    await shop.run();
    const [[file, text] = ['', '']] = shop.files();
    const article = readArticle(file, text);
    assert.deepEqual([article.authors, article.source, article.dateline], [[], undefined, undefined]);
    for (const line of lines.slice(2)) assert.ok(text.replaceAll('\\', '').includes(line), `${line} in ${text}`);
  });
}
