import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { PROBLEM_CODES, formatProblem } from '../../src/article/problem.ts';
import { FIELD_NAMES } from '../../src/article/schema.ts';
import { runs, wildText } from '../arabic/arbitraries.ts';
import { articleOf, file, parse, problemsOf } from './article-file.ts';

test('an article with every field is read', () => {
  const article = articleOf(`---
id: abcd-1234
title: "  عنوان
  على سطرين  "
kicker: تمهيد
subtitle: فرعي
date: 2021-05-04T10:30+03:00
date_printed: ٢٢ رمضان ١٤٤٢
updated: 2021-05-05
section: سياسة
tags: [العراق, العراق, مصر]
authors:
  - كاتب أول
  - كاتب ثان
source: وكالة
dateline: بغداد
people: فلان الفلاني
places: []
original_url: HTTPS://Example.org/خبر
captured: 2021-06
language: AR-iq
summary: موجز
image:
  src: /media/2021/صورة.jpg
  alt: وصف
  credit: مصور
corrections:
  - date: 2021-05-06
    text: تصويب
rights: حقوق
draft: false
withdrawn:
  date: 2021-07-01
  reason: سبب
---

البدن
`);
  assert.equal(article.title, 'عنوان على سطرين');
  assert.deepEqual(article.tags, ['العراق', 'مصر']);
  assert.deepEqual(article.authors, ['كاتب أول', 'كاتب ثان']);
  assert.deepEqual(article.people, ['فلان الفلاني']);
  assert.deepEqual(article.places, []);
  assert.equal(article.original_url, 'https://example.org/%D8%AE%D8%A8%D8%B1');
  assert.equal(article.language, 'ar-IQ');
  assert.deepEqual(article.image, { src: '/media/2021/صورة.jpg', alt: 'وصف', credit: 'مصور' });
  assert.deepEqual(article.corrections.map(({ date, text }) => [date.iso, text]), [['2021-05-06', 'تصويب']]);
  assert.equal(article.withdrawn?.reason, 'سبب');
  assert.equal(article.body, 'البدن');
  assert.deepEqual(FIELD_NAMES.filter((name) => !(name in article)), []);
});

test('an article with the required fields only has the defaults of the others', () => {
  const { tags, authors, people, places, corrections, language, draft, kicker } = articleOf(file());
  assert.deepEqual({ tags, authors, people, places, corrections, language, draft, kicker }, { tags: [], authors: [], people: [], places: [], corrections: [], language: 'ar', draft: false, kicker: undefined });
});

test('a field left blank is as good as absent', () => {
  assert.deepEqual({ ...articleOf(file('kicker:\nsummary: ""\ntags:')), sha256: '' }, { ...articleOf(file()), sha256: '' });
});

test('a required field left blank is missing, on its own line', () => {
  assert.deepEqual(problemsOf('---\nid: test-id1\ntitle:\ndate: 2020\n---\nx'), ['field-missing@3']);
});

test('all problems of a file come at once', () => {
  assert.deepEqual(problemsOf('---\nid: A b\nkicker: [أ]\ndate: 2021-02-30\nimage: { src: a.jpg }\n---\nx'), ['id-form@2', 'field-missing@2', 'field-type@3', 'date-no-such-day@4', 'url-form@5', 'field-missing@5']);
});

for (const [written, meant] of [['titel', 'title'], ['Title', 'title'], ['tag', 'tags'], ['author', 'authors'], ['dat', 'date'], ['sumary', 'summary'], ['orignal_url', 'original_url'], ['date-printed', 'date_printed'], ['corection', 'corrections']] as const) {
  test(`the unknown field ${written} is answered with ${meant}`, () => {
    const problem = parse(file(`${written}: أ`)).problems.find(({ code }) => code === 'field-unknown');
    assert.deepEqual([problem?.line, problem?.field, problem?.fix], [5, written, `rename it to ${meant}`]);
  });
}

for (const written of ['permalink', 'layout', 'eleventyComputed', 'templateEngineOverride', 'pagination', 'permalinkBypassOutputDir', 'العنوان']) {
  test(`the unknown field ${written} is refused without a guess`, () => {
    const problem = parse(file(`${written}: أ`)).problems[0];
    assert.deepEqual([problem?.code, problem?.fix], ['field-unknown', 'delete the line, or use a field that exists']);
  });
}

test('an unknown field inside an image is reported on its line', () => {
  assert.deepEqual(problemsOf(file('image:\n  src: /media/a.jpg\n  alt: ب\n  width: 10')), ['field-unknown@8']);
});

for (const id of ['abcd', 'a1-b2', '2021', 'x'.repeat(64), 'a--b']) {
  test(`the id ${id} is taken`, () => {
    assert.equal(articleOf(file().replace('test-id1', id)).id, id);
  });
}

for (const id of ['abc', 'x'.repeat(65), 'Abcd', 'ab cd', 'ab_cd', '-abcd', 'abcd-', '../x1', 'ab/cd', '%2e%2e', 'خبرخبر', 'com1', 'lpt9', 'ab.html', 'a\\b1', '/etc', 'abcd\u0660', '~abcd', 'ab\'\'cd']) {
  test(`the id ${id} is refused`, () => {
    assert.deepEqual(problemsOf(file().replace('test-id1', `'${id}'`)), ['id-form@2']);
  });
}

test('an article without an id takes its file\'s name and is asked to keep it', () => {
  const { article, problems } = parse(file().replace('id: test-id1\n', ''), '2021/05/my-name.md');
  assert.equal(article?.id, 'my-name');
  assert.deepEqual(problems.map(({ code, severity, fix }) => [code, severity, fix.includes('id: my-name')]), [['id-missing', 'warning', true]]);
});

for (const name of ['خبر.md', 'My Name.md', 'a.md', 'com1.md', '...md', 'x'.repeat(80) + '.md']) {
  test(`an article without an id in ${name} gets one that can be an address`, () => {
    const content = file().replace('id: test-id1\n', '');
    const id = parse(content, `2021/05/${name}`).article?.id ?? '';
    assert.match(id, /^f[0-9a-f]{11}$/u);
    assert.equal(parse(content, `elsewhere/${name}`).article?.id, id, 'the folder does not count');
  });
}

test('an id made of a file\'s name is the same for both compositions of the name', () => {
  const content = file().replace('id: test-id1\n', '');
  assert.equal(parse(content, 'a/أحمد.md').article?.id, parse(content, 'a/ا\u0654حمد.md').article?.id);
});

for (const address of ['https://example.org/', 'http://example.org/a?b=c#d']) {
  test(`the address ${address} is taken`, () => {
    assert.equal(articleOf(file(`original_url: ${address}`)).original_url, address);
  });
}

for (const address of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'ftp://example.org', '//example.org', 'example.org', '/a', 'https:///x', 'https://', 'http:example.org', 'mailto:a@example.org', 'file:///etc/passwd', '"https://exa mple.org"', 'blob:https://example.org/1']) {
  test(`the address ${address} is refused`, () => {
    assert.deepEqual(problemsOf(file(`original_url: ${address}`)), ['url-form@5']);
  });
}

for (const src of ['/media/a.jpg', '/media/2021/05/صورة.webp', 'https://example.org/a.png']) {
  test(`the image ${src} is taken`, () => {
    assert.ok(articleOf(file(`image: { src: "${src}", alt: ب }`)).image !== undefined);
  });
}

for (const src of ['a.jpg', '../a.jpg', '/media/../../etc/a.jpg', '/media/a.svg', '/media/a.html', '/etc/a.jpg', 'http://example.org/a.png', 'javascript:a.jpg', 'data:image/png;base64,a', '//example.org/a.jpg', '/media/a.jpg?x', '/media/a.jpg\\\\..']) {
  test(`the image ${src} is refused`, () => {
    assert.deepEqual(problemsOf(file(`image: { src: "${src}", alt: ب }`)), ['url-form@5']);
  });
}

for (const [written, read] of [['ar', 'ar'], ['FA-ir', 'fa-IR'], ['ckb', 'ckb'], ['zh-hant', 'zh-Hant']] as const) {
  test(`the language ${written} is read as ${read}`, () => {
    assert.equal(articleOf(file(`language: ${written}`)).language, read);
  });
}

for (const written of ['العربية', 'Arabic', 'a', 'ar_IQ', '"ar iq"', '[ar]', 'x-private']) {
  test(`the language ${written} is refused`, () => {
    assert.deepEqual(problemsOf(file(`language: ${written}`)), ['field-type@5']);
  });
}

for (const [written, advice] of [['أ، ب', '[أ, ب]'], ['a, b', '[a, b]'], ['أ؛ ب؛', '[أ, ب]']] as const) {
  test(`the list "${written}" written as one text is answered with ${advice}`, () => {
    const [problem] = parse(file(`tags: "${written}"`)).problems;
    assert.deepEqual([problem?.code, problem?.fix], ['field-list', `write it as ${advice}`]);
  });
}

test('a comma inside an item of a list belongs to it', () => {
  assert.deepEqual(articleOf(file('tags: ["أ، ب"]')).tags, ['أ، ب']);
});

test('an empty item of a list is missing', () => {
  assert.deepEqual(problemsOf(file('tags:\n  - أ\n  -')), ['field-missing@5']);
});

test('a title of 500 characters is taken and one of 501 is refused', () => {
  assert.deepEqual([problemsOf(file().replace('عنوان', 'ع'.repeat(500))), problemsOf(file().replace('عنوان', 'ع'.repeat(501)))], [[], ['field-text@3']]);
});

test('draft is true or false and nothing like it', () => {
  assert.deepEqual(['yes', 'True', '1', 'on'].map((value) => problemsOf(file(`draft: ${value}`))), Array(4).fill(['field-type@5']));
});

for (const [date, updated, right] of [
  ['2021-05-04', '2021-05-04', true],
  ['2021-05-04', '2021-05-03', false],
  ['2021-05-04', '2021-05', true],
  ['2021-05-04', '2021-04', false],
  ['2021-05', '2021-05-01', true],
  ['2021', '2020-12-31', false],
  ['2021', '2021', true],
  ['2021-05-04T23:30+03:00', '2021-05-04T21:00Z', true],
] as const) {
  test(`an article of ${date} ${right ? 'may' : 'cannot'} have been changed on ${updated}`, () => {
    assert.deepEqual(problemsOf(`---\nid: test-id1\ntitle: a\ndate: ${date}\nupdated: ${updated}\n---\nx`), right ? [] : ['date-order@5']);
  });
}

test('a correction of a day that does not exist is found on its line', () => {
  assert.deepEqual(problemsOf(file('corrections:\n  - date: 2021-06-01\n    text: أ\n  - date: 2021-06-31\n    text: ب')), ['date-no-such-day@8']);
});

test('a field of the wrong shape is answered with its value and the right shape in plain words', () => {
  const messages = parse(file('image: /media/a.jpg\ncorrections: تصويب\nkicker: { أ: ب }')).problems.map(formatProblem);
  assert.equal(messages.length, 3);
  for (const message of messages) assert.doesNotMatch(message, /Invalid input|received|another kind/u);
});

test('template syntax in title and summary is text', () => {
  const text = '{{ eleventy.env.root }} {% include x %} <% x %> ${x}';
  const article = articleOf(file(`summary: "${text}"`).replace('عنوان', `"${text}"`));
  assert.deepEqual([article.title, article.summary], [text, text]);
});

test('HTML in a title is text', () => {
  assert.equal(articleOf(file().replace('عنوان', '"<script>alert(1)</script> &amp;"')).title, '<script>alert(1)</script> &amp;');
});

test('a body of spaces is empty, which is a warning at its line', () => {
  assert.deepEqual(problemsOf(file('', ' \n ')), ['body-empty@6?']);
});

function assertWellFormed(content: string | Uint8Array): void {
  const { article, problems } = parse(content);
  const errors = problems.filter(({ severity }) => severity === 'error');
  assert.equal(article === undefined, errors.length > 0, 'an article or an error, never both, never neither');
  const lines = (typeof content === 'string' ? content : Buffer.from(content).toString('latin1')).split(/\r\n?|\n/u).length;
  for (const { code, line, got, expected, fix } of problems) {
    assert.ok(code in PROBLEM_CODES);
    assert.ok(Number.isInteger(line) && line >= 1 && line <= lines + 1, `line ${String(line)} of ${String(lines)}`);
    for (const text of [got, expected, fix]) assert.ok(text !== '');
  }
}

test('random bytes are never more than problems', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), assertWellFormed), runs);
});

test('random text between fences is never more than problems', () => {
  fc.assert(fc.property(wildText, wildText, (yaml, body) => {
    assertWellFormed(`---\n${yaml}\n---\n${body}`);
  }), runs);
});

const yamlPiece = fc.constantFrom('title', 'date', 'tags', 'image', 'corrections', 'src', 'text', '__proto__', ': ', ':', '\n', '\n  ', '\n- ', '\n  - ', '? ', '- ', '[', ']', '{', '}', ', ', '"', "'", '|', '>', '|-', '&a ', '*a', '!!str ', '!x ', '# ', '<<', '~', 'null', '2021-05-04', '2021-02-30', 'أ', ' ', '\t', '...', '---', '%YAML 1.2', '@', '`', '\\', '\u2028');

test('random YAML is never more than problems', () => {
  fc.assert(fc.property(fc.array(yamlPiece, { maxLength: 25 }).map((pieces) => pieces.join('')), (yaml) => {
    assertWellFormed(`---\n${yaml}\n---\nx`);
    assertWellFormed(file(yaml));
  }), runs);
});

const anyValue = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, wildText, fc.constantFrom('2021', '2021-05-04', 'true', '', 'https://example.org/'), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('date', 'text', 'src', 'alt', 'reason', 'x'), tie('value'), { maxKeys: 3 })),
})).value;

test('known fields with random values are never more than problems', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...FIELD_NAMES), anyValue, { maxKeys: 6 }), (fields) => {
    assertWellFormed(`---\n${JSON.stringify(fields)}\n---\nx`);
  }), runs);
});
