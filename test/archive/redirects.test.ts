import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseRedirects } from '../../src/archive/redirects.ts';
import { formatProblem } from '../../src/article/problem.ts';

const read = (text: string) => parseRedirects(text);
/** `line field [code]` for each problem. */
const faults = (text: string): readonly string[] => read(text).problems.map(({ line, field, code }) => `${String(line)} ${field} [${code}]`);

describe('redirects.yaml', () => {
  test('a line moves an address, to a page or to another site', () => {
    assert.deepEqual(read('# قديم\n/old/: /2021/\n/news.html: https://example.org/أخبار\n').redirects, [
      { from: '/old/', to: '/2021/', line: 2 },
      { from: '/news.html', to: 'https://example.org/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1', line: 3 },
    ]);
  });

  test('an address may be copied percent-encoded, and is composed', () => {
    assert.deepEqual(read('/%D9%85%D8%B5%D8%B1/: /tags/مصر/\n').redirects.map(({ from }) => from), ['/مصر/']);
    assert.deepEqual(read('/ا\u0654حمد/: /x/\n').redirects.map(({ from }) => from), ['/أحمد/']);
  });

  test('an empty file, and one of remarks only, move nothing', () => {
    for (const text of ['', '# nothing yet\n']) assert.deepEqual(read(text), { redirects: [], problems: [] });
  });

  for (const [what, text, fault] of [
    ['no slash before it', 'old/: /new/', '1 old/ [redirect-form]'],
    ['a query', '/a.php?id=3: /new/', '1 /a.php?id=3 [redirect-form]'],
    ['a way out of the site', '/../etc/: /new/', '1 /../etc/ [redirect-form]'],
    ['an encoded way out of the site', '/%2e%2e/etc/: /new/', '1 /%2e%2e/etc/ [redirect-form]'],
    ['half a percent sign', '/%D/: /new/', '1 /%D/ [redirect-form]'],
    ['a control character', '"/a\\tb/": /new/', '1 /a\tb/ [redirect-form]'],
    ['a script as target', '/a/: javascript:alert(1)', '1 /a/ [redirect-form]'],
    ['no target', '/a/:', '1 /a/ [redirect-form]'],
    ['a star on one side only', '/a/*: /b/', '1 /a/* [redirect-form]'],
    ['a star in the middle', '/a/*/b/: /c/', '1 /a/*/b/ [redirect-form]'],
    ['everything', '/*: /b/*', '1 /* [redirect-form]'],
    ['one address with and without its slash', '/a/: /c/\n/a: /d/', '2 /a [redirect-form]'],
    ['one address in capitals too', '/old/: /c/\n/OLD/: /d/', '2 /OLD/ [redirect-form]'],
    ['one address percent-encoded too', '/مصر/: /c/\n/%D9%85%D8%B5%D8%B1/: /d/', '2 /مصر/ [redirect-form]'],
    ['a folder that moved to another site', '/old/*: https://example.org/*', '1 /old/* [redirect-form]'],
    ['itself as target', '/a/: /a/', '1 /a/ [redirect-loop]'],
    ['a chain', '/a/: /b/\n/b/: /c/', '1 /a/ [redirect-chain]'],
    ['a chain of folders', '/a/*: /b/*\n/b/*: /c/*', '1 /a/* [redirect-chain]'],
    ['text that is no YAML', '/a/: [', '2 file [front-matter-yaml]'],
  ] as const) {
    test(`${what} is a problem on its line`, () => {
      assert.deepEqual(faults(text), [fault]);
    });
  }

  test('a loop is found on each of its lines, and on those that lead into it', () => {
    assert.deepEqual(faults('/a/: /b/\n/b/: /a/\n/c/: /a/\n'), ['1 /a/ [redirect-loop]', '2 /b/ [redirect-loop]', '3 /c/ [redirect-loop]']);
  });

  test('a chain is shown whole, and answered with the line to write', () => {
    const [problem] = read('/a/: /b/\n/b/: /c/\n').problems;
    assert.equal(problem && formatProblem(problem), 'redirects.yaml:1 /a/: got /a/ → /b/ → /c/; expected one step; fix: write /a/: /c/ [redirect-chain]');
  });

  test('any text is read or answered, and what is read stays inside the site', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (from, to) => {
        for (const { from: path } of read(`${JSON.stringify(`/${from}`)}: ${JSON.stringify(to)}\n`).redirects) assert.ok(!path.split('/').includes('..') && path.startsWith('/'));
      }),
    );
  });
});
