import assert from 'node:assert/strict';
import test from 'node:test';
import { lineOfField, parseFrontMatter, readYaml } from '../../src/article/front-matter.ts';
import { articleOf, file, parse, problemsOf } from './article-file.ts';

for (const opening of ['---js', '---jsLegacy', '---constructor', '---toString', '---valueOf', '---hasOwnProperty', '---__proto__', '---yaml', '--- js', '----', '--', '+++', ' ---', '']) {
  test(`a file that begins with "${opening}" is refused on line 1`, () => {
    assert.deepEqual(problemsOf(`${opening}\ntitle: a\ndate: 2020\n---\nx`), ['front-matter-missing@1']);
  });
}

test('code in front matter is never run', () => {
  const marker = '__warraq_ran';
  for (const opening of ['---js', '---javascript', '---']) {
    parse(`${opening}\n{ title: (globalThis.${marker} = 1) }\n---\nx`);
    parse(`${opening}\ntitle: !!js/function "function () { globalThis.${marker} = 1 }()"\n---\nx`);
  }
  assert.equal(marker in globalThis, false);
});

test('spaces after the hyphens are forgiven', () => {
  assert.equal(articleOf(file().replaceAll('---\n', '--- \t\n')).title, 'عنوان');
});

test('front matter that is not closed is refused', () => {
  assert.deepEqual(problemsOf('---\ntitle: a\ndate: 2020\n'), ['front-matter-open@1']);
});

test('a closing line at the very end leaves an empty body', () => {
  assert.deepEqual(problemsOf('---\nid: test-id1\ntitle: a\ndate: 2020\n---'), ['body-empty@6?']);
});

test('a line of hyphens in the body is a rule, not a fence', () => {
  assert.equal(articleOf(file('', 'أ\n\n---\n\nب')).body, 'أ\n\n---\n\nب');
});

test('the body begins where its line number says', () => {
  const matter = parseFrontMatter('---\na: 1\nb: 2\n---\nبدن\n');
  assert.ok(!('code' in matter));
  assert.deepEqual([matter.bodyLine, matter.body], [5, 'بدن\n']);
});

test('empty front matter is empty, and its body begins on line 3', () => {
  const matter = parseFrontMatter('---\n---\nبدن');
  assert.ok(!('code' in matter));
  assert.deepEqual([matter.bodyLine, matter.body, matter.fields], [3, 'بدن', {}]);
});

test('front matter of 16 KB is read', () => {
  const frame = file('summary: ""').length;
  const yamlBytes = Buffer.byteLength(file('# ')) - Buffer.byteLength('---\n---\n\nنص الخبر.\n');
  assert.ok(frame > 0);
  assert.deepEqual(problemsOf(file(`# ${'a'.repeat(16_384 - yamlBytes)}`)), []);
});

test('front matter one byte over 16 KB is refused', () => {
  const yamlBytes = Buffer.byteLength(file('# ')) - Buffer.byteLength('---\n---\n\nنص الخبر.\n');
  assert.deepEqual(problemsOf(file(`# ${'a'.repeat(16_385 - yamlBytes)}`)), ['front-matter-large@1']);
});

for (const [written, shape] of [['0123', 'an octal number'], ['1e3', 'a power'], ['0o17', 'an octal number'], ['~', 'a null'], ['true', 'a flag'], ['2024-02-31', 'a date'], ['12:30:45', 'a base-60 number'], ['.inf', 'infinity'], ['1_000', 'a grouped number'], ['=', 'a default key']] as const) {
  test(`${written} stays the text that was written and does not become ${shape}`, () => {
    assert.equal(articleOf(file(`kicker: ${written}`)).kicker, written);
  });
}

test('a nest of aliases is refused in less than 100 ms', () => {
  const levels = Array.from({ length: 40 }, (_, level) => (level === 0 ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]' : `a${String(level)}: &a${String(level)} [${Array<string>(9).fill(`*a${String(level - 1)}`).join(', ')}]`));
  const start = performance.now();
  const found = problemsOf(file(levels.join('\n')));
  assert.ok(performance.now() - start < 100);
  assert.deepEqual(found, ['front-matter-alias@5']);
});

for (const [name, lines] of [
  ['an anchor alone', 'kicker: &a نص'],
  ['an anchor with an Arabic name', 'kicker: &مرجع نص'],
  ['a scalar and its alias', 'kicker: &a نص\nsubtitle: *a'],
  ['a list and its alias', 'tags: &a [أ]\npeople: *a'],
  ['a merge key', 'image: &a { src: /media/a.jpg, alt: ب }\nwithdrawn:\n  <<: *a'],
  ['an anchored key', '&a kicker: نص'],
  ['an anchor on a list item', 'tags: [&a أ]'],
  ['an anchored block', 'image: &a\n  src: /media/a.jpg'],
  ['an alias of itself', 'tags: &a [*a]'],
] as const) {
  test(`${name} is refused, with the line of the first`, () => {
    assert.deepEqual(problemsOf(file(lines)), ['front-matter-alias@5']);
  });
}

test('an ampersand or asterisk inside a text is no reference', () => {
  assert.deepEqual(problemsOf(file('kicker: AT&T *مهم* Q&A\nsummary: "&a *b"\ntags: [R&D, "*أ"] # &c *d\noriginal_url: https://example.org/?a=1&b=*c')), []);
});

test('an asterisk at the beginning is answered with quotation marks', () => {
  const [problem] = parse(file('kicker: *مهم* جدًا')).problems;
  assert.equal(problem?.line, 5);
  assert.match(problem.fix, /quotation marks/u);
});

test('the key __proto__ pollutes nothing and is reported as unknown', () => {
  const { problems } = parse(file('__proto__:\n  polluted: yes'));
  assert.deepEqual(problems.map(({ code, line }) => [code, line]), [['field-unknown', 5]]);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});

test('keys named like parts of every object are unknown fields', () => {
  assert.deepEqual(problemsOf(file('constructor: a\ntoString: b\nhasOwnProperty: c')), ['field-unknown@5', 'field-unknown@6', 'field-unknown@7']);
});

test('a field written twice is refused where it stands again, and the advice is to delete one', () => {
  const [problem] = parse(file('section: سياسة\nkicker: أ\nsection: ثقافة')).problems;
  assert.deepEqual([problem?.code, problem?.line], ['front-matter-yaml', 7]);
  assert.match(problem?.fix ?? '', /once/u);
});

test('a tab as indentation is refused on its line', () => {
  assert.deepEqual(problemsOf(file('tags:\n\t- أ')), ['front-matter-yaml@6']);
});

test('a colon inside a text without quotation marks is refused on its line, and the advice is quotation marks', () => {
  const [problem] = parse(file('kicker: بغداد: خبر')).problems;
  assert.deepEqual([problem?.code, problem?.line], ['front-matter-yaml', 5]);
  assert.match(problem?.fix ?? '', /quotation marks/u);
});

test('a second document is refused and does not break the reading', () => {
  assert.deepEqual(problemsOf('---\ntitle: a\n...\ndate: 2020\n---\nx'), ['front-matter-yaml@2']);
});

test('fifteen thousand open brackets are refused and do not break the reading', () => {
  assert.deepEqual(problemsOf(file(`tags: ${'['.repeat(15_000)}`)), ['front-matter-yaml@5']);
});

test('a tag of YAML is refused', () => {
  for (const tag of ['!!binary aGk=', '!!js/regexp /a/', '!include a.yaml', '!!timestamp 2020-01-01']) assert.deepEqual(problemsOf(file(`kicker: ${tag}`)), ['front-matter-yaml@5'], tag);
});

test('a list or a single value in place of fields is refused', () => {
  assert.deepEqual([problemsOf('---\n- a\n---\nx'), problemsOf('---\nعنوان\n---\nx')], [['front-matter-yaml@2'], ['front-matter-yaml@2']]);
});

test('settings of no lines are an empty mapping', () => {
  for (const yaml of ['', '\n', '# remark\n', '~x: a\n']) assert.ok('value' in readYaml(yaml), yaml);
});

for (const [path, line] of [[['title'], 1], [['image'], 2], [['image', 'alt'], 4], [['corrections', 1], 8], [['corrections', 1, 'text'], 9], [['corrections', 0, 'none'], 6], [['tags', 1], 10], [['none'], 1]] as const) {
  test(`the line of ${path.join('.')} is ${String(line)}`, () => {
    const yaml = 'title: a\nimage:\n  src: b\n  alt: c\ncorrections:\n  - date: 2020\n    text: d\n  - date: 2021\n    text: e\ntags: [f, g]\n';
    assert.equal(lineOfField(yaml, path), line);
  });
}
