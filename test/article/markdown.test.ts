import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bodyText, cutOpening, excerpt, renderBody } from '../../src/article/markdown.ts';
import { plainParagraphs } from '../../src/article/plain-paragraphs.ts';
import { runs, wildText } from '../arabic/arbitraries.ts';
import { readTable, shown } from '../arabic/read-table.ts';
import { elementsOf, textOf } from './html.ts';

const render = (body: string): string => renderBody(body, { href: (path) => `/base${path}` });

/** Every element that a body can yield, with the attributes that it may have. */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ p: [], h2: [], h3: [], h4: [], h5: [], h6: [], blockquote: [], ul: [], ol: ['start'], li: [], pre: [], code: ['class', 'dir'], hr: [], br: [], em: [], strong: [], s: [], bdi: [], a: ['href', 'title'], img: ['src', 'alt', 'title', 'loading', 'decoding'], div: ['class', 'tabindex'], table: [], thead: [], tbody: [], tr: [], th: [], td: [] }),
);

function assertHarmless(html: string): void {
  for (const { tag, attributes } of elementsOf(html)) {
    const allowed = ALLOWED.get(tag);
    assert.ok(allowed !== undefined, `<${tag}> in ${html}`);
    for (const [name, value] of Object.entries(attributes)) {
      assert.ok(allowed.includes(name), `${name} of <${tag}> in ${html}`);
      if (name === 'href' || name === 'src') assert.match(value, /^(?:https?:\/\/|mailto:|#|\/base\/)/iu);
    }
  }
}

test('paragraphs, emphasis, lists, quotations and code are rendered', () => {
  assert.equal(render('أ **ب** *ج*\n\n- د\n\n> ه\n\n`و`'), '<p>أ <strong>ب</strong> <em>ج</em></p>\n<ul>\n<li>د</li>\n</ul>\n<blockquote>\n<p>ه</p>\n</blockquote>\n<p><code dir="auto">و</code></p>\n');
});

test('foreign runs are isolated', () => {
  assert.equal(render('قالت New York Times إن شبكة 5G سريعة'), '<p>قالت <bdi>New York Times</bdi> إن شبكة <bdi>5G</bdi> سريعة</p>\n');
});

test('cells carry no alignment by left and right', () => {
  assert.doesNotMatch(render('| أ | ب |\n|:--|--:|\n| 1 | 2 |'), /style|align/u);
});

test('indented lines are paragraphs, as news text has them', () => {
  assert.equal(render('    نقل الوزير\n\n    وقال'), '<p>نقل الوزير</p>\n<p>وقال</p>\n');
});

test('code is not cut into runs', () => {
  assert.equal(render('`let x = 1`'), '<p><code dir="auto">let x = 1</code></p>\n');
});

test('a text has the same words in the page as in the file', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('قال', 'BBC', '5G', 'Café', '١٢', '«نص»', 'AT&T', 'a<b', 'مَدّ', '10%'), { minLength: 1, maxLength: 20 }), (words) => {
    assert.equal(textOf(render(words.join(' '))).trim(), words.join(' '));
  }), runs);
});

for (const [level, tag] of [[1, 'h2'], [2, 'h2'], [3, 'h2'], [6, 'h2']] as const) {
  test(`a first heading of level ${String(level)} becomes ${tag}`, () => {
    assert.equal(render(`${'#'.repeat(level)} أ`), `<${tag}>أ</${tag}>\n`);
  });
}

for (const [written, fitted] of [['1 2 3', '2 3 4'], ['1 2 2 1 2', '2 3 3 2 3'], ['2 4 3', '2 3 3'], ['1 2 3 4 5 6', '2 3 4 5 6 6'], ['1 3 5', '2 3 4'], ['2 4 4 2', '2 3 3 2'], ['2 3 4 5 6', '2 3 4 5 6'], ['6 1 6', '2 2 3'], ['3 2', '2 2'], ['1 1', '2 2']] as const) {
  test(`headings of levels ${written} are fitted to ${fitted}`, () => {
    const html = render(written.split(' ').map((level) => `${'#'.repeat(Number(level))} أ`).join('\n\n'));
    assert.equal(elementsOf(html).map(({ tag }) => tag.slice(1)).join(' '), fitted);
  });
}

test('underlined headings and headings in quotations are fitted too', () => {
  assert.deepEqual(elementsOf(render('أ\n===\n\n> ##### ب')).map(({ tag }) => tag), ['h2', 'blockquote', 'h3']);
});

test('no heading is h1, none skips a level and each is closed by its own tag', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 }), (levels) => {
    const html = render(levels.map((level) => `${'#'.repeat(level)} أ`).join('\n\n'));
    const found = elementsOf(html).map(({ tag }) => Number(tag.slice(1)));
    assert.equal(found.length, levels.length);
    assert.ok(found.every((level, index) => level >= 2 && level <= (found[index - 1] ?? 1) + 1));
    assert.equal([...html.matchAll(/<h(\d)>أ<\/h\1>/gu)].length, levels.length);
  }), runs);
});

for (const { target, href, why } of readTable(import.meta.dirname, 'schemes.tsv', ['target', 'href', 'why'])) {
  test(`a link to ${shown(target)} ${href === '' ? 'is printed as text' : `leads to ${href}`}: ${why}`, () => {
    assert.deepEqual(elementsOf(render(`[نص](${target})`)).filter(({ tag }) => tag === 'a').map(({ attributes }) => attributes['href']), href === '' ? [] : [href]);
  });
  test(`a link to <${shown(target)}> in angle brackets answers alike: ${why}`, () => {
    assert.deepEqual(elementsOf(render(`[نص](<${target}>)`)).filter(({ tag }) => tag === 'a').map(({ attributes }) => attributes['href']), href === '' ? [] : [href]);
  });
  test(`an image at ${shown(target)} answers alike: ${why}`, () => {
    assert.deepEqual(elementsOf(render(`![نص](${target})`)).filter(({ tag }) => tag === 'img').map(({ attributes }) => attributes['src']), href === '' ? [] : [href]);
  });
}

for (const target of ['java\tscript:alert(1)', 'java\nscript:alert(1)', ' javascript:alert(1)', '/\t/example.org', '/\\example.org', '/\n/example.org']) {
  test(`a link by reference to ${shown(target)} never leaves the site nor runs`, () => {
    const html = render(`[نص][1]\n\n[1]: <${target}>`);
    assertHarmless(html);
    for (const { attributes } of elementsOf(html)) {
      const href = attributes['href'];
      if (href !== undefined) assert.equal(new URL(href, 'https://site.example/').origin, 'https://site.example');
    }
  });
}

test('an address in angle brackets is a link only where its scheme is allowed', () => {
  assert.deepEqual(elementsOf(render('<https://example.org> <javascript:alert(1)> <data:text/html,x> <a@example.org>')).flatMap(({ attributes }) => attributes['href'] ?? []), ['https://example.org', 'mailto:a@example.org']);
});

test('a link or image without an address leads nowhere and keeps its text', () => {
  assert.equal(render('[نص]() ![صورة]()'), '<p><a>نص</a> صورة</p>\n');
});

test('a bare address is not made a link', () => {
  assert.deepEqual(elementsOf(render('انظر https://example.org')).map(({ tag }) => tag), ['p', 'bdi']);
});

test('images load late and keep their text', () => {
  assert.deepEqual(elementsOf(render('![وصف "BBC" <b>](/media/a.jpg "عنوان")'))[1]?.attributes, { src: '/base/media/a.jpg', alt: 'وصف "BBC" <b>', title: 'عنوان', loading: 'lazy', decoding: 'async' });
});

for (const vector of [
  '<script>alert(1)</script>',
  '<ScRiPt src=//x></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<math><mtext></p><style><img src=x onerror=alert(1)>',
  '<!--><script>alert(1)</script-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '</p></div></main><script>alert(1)</script>',
  '<style>*{display:none}</style>',
  '<base href="https://evil.example/">',
  '<form action=x><input name=y></form>',
  '![x"onerror="alert(1)](https://example.org/a.png)',
  '![x](https://example.org/"onerror="alert(1) "t\\"onload=\\"alert(1)")',
  '[x](https://example.org/"onclick="alert(1) \'"><script>alert(1)</script>\')',
  '[x](https://example.org/\' onclick=alert(1))',
  '```"><script>alert(1)</script>\nx\n```',
  '```js" onmouseover="alert(1)\nx\n```',
  '`<script>alert(1)</script>`',
  '    <script>alert(1)</script>',
  '[x]: javascript:alert(1)\n\n[x]',
  '[x]: <javascript:alert(1)> "t"\n\n![x]',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '| a | b |\n|:-:|--|\n| <script>alert(1)</script> | [x](javascript:alert(1)) |',
  '[<img src=x onerror=alert(1)>](https://example.org)',
  '![<svg onload=alert(1)>](https://example.org/a.png)',
  '# <script>alert(1)</script>',
  '{% raw %}<script>{% endraw %}',
]) {
  test(`the vector ${vector.split('\n')[0] ?? ''} does nothing`, () => {
    assertHarmless(render(vector));
  });
}

for (const template of ['{{ eleventy.env.root }}', '{% include "x" %}', '{%- x -%}', '<% x %>', '<%= x %>', '${x}', '{{{ x }}}', '#{x}', '[[x]]', '{# x #}']) {
  test(`the template syntax ${template} is printed as it stands`, () => {
    assert.equal(textOf(render(`أ ${template} ب`)), `أ ${template} ب\n`);
  });
}

const markdownPiece = fc.oneof(
  wildText,
  fc.constantFrom('<', '>', '"', "'", '&', '`', '```', '\n', '\n\n', '[', ']', '(', ')', '](', '![', '*', '**', '_', '~~', '# ', '> ', '- ', '1. ', '99999. ', '|', '\n|--|:-:|\n', '    ', '\t', '\\', '<script>', '</script>', '<img src=x onerror=alert(1)>', 'javascript:', 'data:text/html,', 'https://example.org/', '/a', '//b', '&#106;', '&lt;', '<!--', '-->', '<a href=', 'onclick=', 'style=', '[x]: ', '---\n', '===\n', '\u2028', '<p', '{{', '}}'),
);

test('no text whatever yields an element, attribute or address that is not allowed', () => {
  fc.assert(fc.property(fc.array(markdownPiece, { maxLength: 30 }).map((pieces) => pieces.join('')), (body) => {
    assertHarmless(render(body));
  }), { numRuns: runs.numRuns * 3 });
});

test('no text whatever makes the words of a body fail or hold a tag of ours', () => {
  fc.assert(fc.property(fc.array(markdownPiece, { maxLength: 30 }).map((pieces) => pieces.join('')), (body) => {
    assert.doesNotMatch(bodyText(body), /<bdi>|<strong>/u);
  }), runs);
});

/** Milliseconds of processor time: other work on the machine lengthens the wait, but not this. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The best of three. */
function fastest(body: string): number {
  return Math.min(...[1, 2, 3].map(() => processorTime(() => render(body))));
}

const ordinary = 'أعلنت لجنة تحكيم **الجائزة العالمية** للرواية العربية (IPAF) مساء الثلاثاء في [أبوظبي](https://example.org/a) فوز الكاتب بدورتها السابعة.\n\n';
const ordinaryTime = fastest(ordinary.repeat(Math.ceil(1_000_000 / ordinary.length)));

test('a megabyte of ordinary text is rendered in under a second', () => {
  assert.ok(ordinaryTime < 1000, `${String(Math.round(ordinaryTime))} ms`);
});

// Measured by the machine's own ordinary megabyte (about 0.13 s). Most of these cost less than 6 of them; open brackets,
// which markdown-it itself reads slowly, some 17. What grows with the square of the length would cost thousands.
for (const [name, body] of [
  ['open brackets', '['.repeat(1_000_000)],
  ['open brackets of images', '![['.repeat(333_333)],
  ['brackets in pairs', '[]('.repeat(333_333)],
  ['nested links', `${'['.repeat(500_000)}x${']'.repeat(500_000)}`],
  ['asterisks', '*'.repeat(1_000_000)],
  ['open emphasis', '**a *b '.repeat(150_000)],
  ['closed emphasis', 'a** b* '.repeat(150_000)],
  ['alternating emphasis', '*a_ '.repeat(250_000)],
  ['backticks of growing length', Array.from({ length: 1400 }, (_, index) => '`'.repeat(index)).join(' ')],
  ['quotation marks of lines', '> '.repeat(500_000)],
  ['list markers', '- '.repeat(500_000)],
  ['nested lists', Array.from({ length: 1400 }, (_, index) => `${' '.repeat(index)}- a`).join('\n')],
  ['angle brackets', '<'.repeat(1_000_000)],
  ['comments', '<!-- '.repeat(200_000)],
  ['ampersands', '&'.repeat(1_000_000)],
  ['entities', '&#1;'.repeat(250_000)],
  ['backslashes', '\\'.repeat(1_000_000)],
  ['definitions of links', Array.from({ length: 60_000 }, (_, index) => `[${String(index)}]: /a`).join('\n')],
  ['cells of a table', `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'|a\n'.repeat(200_000)}`],
  ['line breaks', '\n'.repeat(1_000_000)],
  ['digits', '1'.repeat(1_000_000)],
  ['Latin words', 'a '.repeat(500_000)],
  ['open tildes', '~~a '.repeat(250_000)],
  ['destinations that are not closed', '[a](<b'.repeat(166_666)],
  ['titles that are not closed', '[a](b "'.repeat(142_857)],
] as const) {
  test(`a body of ${String(Math.round(body.length / 1000))} KB of ${name} costs less than 150 ordinary megabytes`, () => {
    const time = processorTime(() => render(body));
    assert.ok(time < ordinaryTime * 150, `${String(Math.round(time))} ms, ordinary ${String(Math.round(ordinaryTime))} ms`);
  });
}

test('the words of a body have no marks, one block a line', () => {
  assert.equal(bodyText('# عنوان\n\nنص **مهم** و[رابط](https://example.org "t")\nسطر\n\n- أ\n- ب\n\n![صورة](/media/a.jpg)\n\n```\ncode\n```'), 'عنوان\nنص مهم ورابط\nسطر\nأ\nب\nصورة\ncode\n');
});

test('an excerpt that fits is the whole text on one line', () => {
  assert.equal(excerpt('# عنوان\n\nنص **مهم**', 100), 'عنوان نص مهم');
});

test('an excerpt is cut between words and without the comma before the cut', () => {
  assert.equal(excerpt('كلمة أولى، كلمة ثانية', 12), 'كلمة أولى…');
});

test('an excerpt keeps a word that ends where the line does', () => {
  assert.equal(excerpt('كلمة أولى ثانية', 9), 'كلمة أولى…');
});

test('a word longer than the line is cut inside', () => {
  assert.equal(excerpt('ع'.repeat(50), 20), `${'ع'.repeat(20)}…`);
});

test('no excerpt is longer than allowed, breaks a pair of surrogates or a line', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('كلمة', ' ', '\n\n', '😀', 'ع'.repeat(30), '**', '، '), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 40 }).map((parts) => parts.join('')), fc.integer({ min: 5, max: 60 }), (body, length) => {
    const text = excerpt(body, length);
    assert.ok(text.length <= length + 1);
    assert.doesNotMatch(text, /\p{Cs}|\n/u);
  }), runs);
});

test('an excerpt shows the words of a link and never its address', () => {
  const address = `https://example.org/${'a'.repeat(600)}`;
  assert.equal(excerpt(`[رابط](${address}) نص بعده`, 100), 'رابط نص بعده');
});

test('an excerpt of a megabyte takes no time', () => {
  const start = performance.now();
  excerpt('كلمة أخرى.\n\n'.repeat(90_000), 200);
  assert.ok(performance.now() - start < 100);
});

/** Pieces of bodies that mean something in some places, or in none. */
const PIECES = ['كلمة', 'BBC', ' ', ' ', '\n', '\n\n', '\n ', ' \n', '  \n', '\t', '\u00A0', '\u2028', '\u3000', '12', '3.', '4)', '. ', ') ', '-', '- ', '---', '+ ', '* ', '*', '**', '_', '`', '~~', '~', '#', '# ', '> ', '>', '=', '===', '|', '| - |', ':--', ':', '[', ']', '](/a)', '!', '![', '(', '&', '&amp;', '<', '<b>', '"', '\'', '\\', '\0', '\r', 'https://x.example/a', '«', '»', '،', '…', '3G', 'a@b.example'];

const bodies = fc.oneof(fc.array(fc.constantFrom('كلمة', 'BBC', '5G', ' ', '\n\n', '\n', ...PIECES), { maxLength: 25 }).map((parts) => parts.join('')), wildText);

/** A first paragraph for which the body has to be parsed. */
const MARKED = '**س**\n\n';

test('a body without marks has the HTML that the parser gives it', () => {
  fc.assert(fc.property(bodies, (body) => {
    assert.equal(`<p><strong>س</strong></p>\n${render(body)}`, render(`${MARKED}${body}`));
  }), { numRuns: runs.numRuns * 20 });
});

test('a body without marks has the words that the parser gives it', () => {
  fc.assert(fc.property(bodies, (body) => {
    assert.equal(['س', ...(bodyText(body) === '' ? [] : [bodyText(body)])].join('\n'), bodyText(`${MARKED}${body}`));
  }), { numRuns: runs.numRuns * 20 });
});

test('paragraphs without marks are not parsed, and whatever is in doubt is', () => {
  assert.deepEqual(plainParagraphs('أ ب - ج.\nد "ه" > و\n\n\n(ز) 12 ح!'), [['أ ب - ج.', 'د "ه" > و'], ['(ز) 12 ح!']]);
  for (const body of ['أ *ب*', '# أ', '- أ', 'أ\n- ب', '1. أ', 'أ\n===', ' أ', 'أ ', 'أ\n ب', 'أ | ب', 'AT&T', '[أ]: /ب']) assert.equal(plainParagraphs(body), undefined, body);
});

test('a line is cut where its last white space begins', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('كلمة', 'ab', ' ', '\n', '\t', '\u00A0', '،', '😀'), { maxLength: 30 }).map((parts) => parts.join('')), fc.integer({ min: 1, max: 20 }), (text, length) => {
    const head = text.slice(0, length + 1);
    const space = head.search(/\s+\S*$/u);
    const cut = space > 0 ? head.slice(0, space) : head.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '');
    assert.equal(cutOpening(text, length), text.length <= length ? text : `${cut.replace(/[،؛:,;.\s]+$/u, '')}…`);
  }), runs);
});
