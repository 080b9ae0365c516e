/** Elements as text: nothing that is put into a page can open it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { jsx } from '#markup/jsx-runtime';
import { escapeHtml } from '#markup/markup';

test('an attribute is left out, written alone, or escaped, by its value', () => {
  const rows: readonly (readonly [value: string | number | boolean | null | undefined, written: string])[] = [
    ['a "b" <c> & d', ' title="a &quot;b&quot; &lt;c> &amp; d"'],
    [0, ' title="0"'],
    [-1, ' title="-1"'],
    ['', ' title'],
    [true, ' title'],
    [false, ''],
    [null, ''],
    [undefined, ''],
  ];
  for (const [value, written] of rows) assert.equal(jsx('p', { title: value }).html, `<p${written}></p>`);
  assert.equal(jsx('p', { 'aria-hidden': false, tabIndex: -1 }).html, '<p aria-hidden="false" tabindex="-1"></p>');
});

test('conditions write nothing, lists are written one after the other, elements are not escaped again', () => {
  assert.equal(jsx('p', { children: [false, null, undefined, true, 0, 'أ<ب', [jsx('b', { children: '&' })]] }).html, '<p>0أ&lt;ب<b>&amp;</b></p>');
  assert.equal(jsx('br', {}).html, '<br/>');
});

test('names that could open a tag are refused', () => {
  assert.throws(() => jsx('p', { 'a><script': 'x' }), /no name of an element or attribute/u);
  assert.throws(() => jsx('p onclick=x', {}), /no name of an element or attribute/u);
});

test('a browser reads every text as it was given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      // The parser of HTML changes these itself, wherever they stand.
      const given = text.replaceAll('\r', '').replaceAll('\0', '');
      const [element] = parseFragment(jsx('p', { title: given, children: given }).html).childNodes;
      assert.ok(element !== undefined && 'attrs' in element);
      assert.equal(element.attrs[0]?.value, given);
      assert.equal(element.childNodes.map((node) => ('value' in node ? node.value : '?')).join(''), given);
      assert.ok(!/["<]/u.test(escapeHtml(given)));
    }),
  );
});
