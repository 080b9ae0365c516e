import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { findDateline, parseNames, readDateline } from '../../src/import/news/dateline.ts';
import { createFurnitureFinder, cutWireEnd, parseFurniture } from '../../src/import/news/furniture.ts';
import { edgeLines } from '../../src/import/news/edge-lines.ts';
import { findHeadlines } from '../../src/import/news/headlines.ts';
import { findJoinedWords } from '../../src/import/news/joined-words.ts';
import { createLineCounter } from '../../src/import/news/repeated-lines.ts';
import { readTable } from '../arabic/read-table.ts';

const list = (name: string): string => readFileSync(join(import.meta.dirname, '../../src/import/lists', name), 'utf8');
const names = parseNames(list('agencies.tsv'), list('places.tsv'));
const furniture = createFurnitureFinder(parseFurniture(list('furniture.tsv')).rules);

const shownDateline = (found: ReturnType<typeof readDateline>): string => (found === undefined ? '' : [found.agencies.join('+'), found.place ?? '', found.people.join('+')].join(' | '));

for (const { byline, understood } of readTable(import.meta.dirname, 'bylines.tsv', ['byline', 'understood'])) {
  test(`the byline ${byline} is ${understood === '' ? 'left as it is' : understood}`, () => {
    assert.equal(shownDateline(readDateline(byline, names, true)), understood);
  });
}

for (const { paragraph, understood } of readTable(import.meta.dirname, 'datelines.tsv', ['paragraph', 'understood'])) {
  test(`the paragraph «${paragraph.slice(0, 40)}…» ${understood === '' ? 'has no dateline' : `begins with ${understood}`}`, () => {
    const found = findDateline(paragraph, names);
    assert.equal(shownDateline(found?.dateline), understood);
    if (found !== undefined) assert.ok(paragraph.endsWith(found.rest) && paragraph.startsWith(found.head));
  });
}

for (const [line, kind] of [
  ['إضغط هنا للإشتراك', 'subscribe'], ['اقرأ أيضًا: خبر آخر', 'related'], ['// انتهى //', 'wire'], ['جميع الحقوق محفوظة © 2021', 'copyright'], ['حمّل تطبيق الجريدة الآن', 'app'], ['شارك هذا الخبر', 'share'], ['(تصوير: قسم التصوير)', 'credit'],
  ['انتهى الاجتماع إلى اتفاق بين الطرفين', undefined], ['طالب المجلس بحفظ الحقوق', undefined], ['شارك الوزير في الاجتماع الذي عُقد أمس في العاصمة بحضور عدد من السفراء', undefined], ['المزيد من الجهد مطلوب', undefined],
] as const) {
  test(`«${line}» is ${kind ?? 'text'}`, () => {
    assert.equal(furniture(line)?.kind, kind);
  });
}

test('a line of a user’s rules that is none is named', () => {
  assert.deepEqual(parseFurniture('share\tbegins\tشارك\t5\nخطأ').faults, [{ line: 2, text: 'خطأ' }]);
  assert.equal(createFurnitureFinder(parseFurniture('promo\tbegins\tعرض خاص * للمشتركين\t12').rules)('عرض خاص اليوم للمشتركين فقط')?.kind, 'promo');
});

test('wire endings are cut off the last sentence', () => {
  assert.deepEqual(cutWireEnd('وأضاف الوزير ذلك. // انتهى // 15:30 ت م'), { text: 'وأضاف الوزير ذلك.', end: '// انتهى // 15:30 ت م' });
  assert.equal(cutWireEnd('وانتهى الاجتماع // كما قيل').end, undefined);
});

const LEAD = 'بحث رئيس الوزراء في بغداد مع وفد أميركي انسحاب القوات من البلاد خلال العام الجاري، وأكد الجانبان استمرار الحوار بينهما.';

for (const [lines, expected] of [
  [['تعاون بين البلدين', 'رئيس الوزراء يبحث مع وفد أميركي انسحاب القوات', LEAD], { kicker: 'تعاون بين البلدين', title: 'رئيس الوزراء يبحث مع وفد أميركي انسحاب القوات', subtitle: undefined }],
  [['رئيس الوزراء يبحث مع وفد أميركي انسحاب القوات', 'تعاون بين البلدين في مجالات كثيرة متنوعة', LEAD], { kicker: undefined, title: 'رئيس الوزراء يبحث مع وفد أميركي انسحاب القوات', subtitle: 'تعاون بين البلدين في مجالات كثيرة متنوعة' }],
  [['تعاون بين البلدين', 'رئيس الوزراء يبحث مع وفد أميركي انسحاب القوات', 'تعاون في مجالات كثيرة', LEAD], { kicker: 'تعاون بين البلدين', title: 'رئيس الوزراء يبحث مع وفد أميركي انسحاب القوات', subtitle: 'تعاون في مجالات كثيرة' }],
] as const) {
  test(`of ${String(lines.length - 1)} lines before the text the headline is «${expected.title.slice(0, 20)}…»`, () => {
    const found = findHeadlines(lines);
    assert.deepEqual({ kicker: found?.kicker, title: found?.title, subtitle: found?.subtitle }, expected);
  });
}

test('a text that begins at once has no headline', () => {
  assert.equal(findHeadlines([LEAD, 'وقال.']), undefined);
});

test('a missing space is told by words that stand alone elsewhere', () => {
  assert.deepEqual(findJoinedWords('تطويرالتعاون بين البلدين', 'بحث الجانبان التعاون وتطوير العلاقات'), ['تطويرالتعاون']);
  assert.deepEqual(findJoinedWords('عبدالعزيز والاستقلال', 'عبد العزيز الاستقلال'), []);
});

test('lines that many articles of one source share are furniture of that source only', () => {
  const counter = createLineCounter();
  for (let number = 0; number < 20; number += 1) {
    counter.add('أ', [`نص الخبر رقم ${String.fromCodePoint(0x628 + (number % 10))}${String.fromCodePoint(0x641 + (number % 7))}.`, `قرأه ${String(number)} زائرا`]);
    counter.add('ب', [`نص ${String.fromCodePoint(0x628 + (number % 10))}.`]);
  }
  const repeated = counter.result();
  assert.ok(repeated.has('أ', 'قرأه 77 زائرا'));
  assert.ok(!repeated.has('ب', 'قرأه 77 زائرا'));
});

for (const [kind, wrap] of [['text', (lines: readonly string[]) => lines.join('\n\n')], ['markdown', (lines: readonly string[]) => lines.map((line, at) => (at === 0 ? `**[${line}](https://a.example/x)**` : line)).join('\n\n')], ['html', (lines: readonly string[]) => lines.map((line) => `<div class="a"><p>${line.replace(' ', '&nbsp;')}</p></div>`).join('')]] as const) {
  test(`the edges of a text in ${kind} are its first and last lines`, () => {
    const middle = Array.from({ length: 60 }, (_, at) => `فقرة طويلة من وسط النص رقم ${String(at)} فيها كلام كثير يملأ سطرا كاملا من الصفحة ثم يمضي.`);
    const edges = edgeLines({ kind, text: wrap(['أول السطر', 'ثاني السطر', ...middle, 'قبل الأخير', 'آخر السطر']) }).map((line) => line.replace(/\s/gu, ' '));
    assert.deepEqual([edges.slice(0, 2), edges.slice(-2), edges.length], [['أول السطر', 'ثاني السطر'], ['قبل الأخير', 'آخر السطر'], 8]);
  });
}
