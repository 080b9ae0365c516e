/** XML as text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { element, escapeXml, xmlDocument } from '../../src/formats/xml.ts';
import { runs, wildText } from '../arabic/arbitraries.ts';

test('characters that XML forbids are left out, and those that mean something are written as references', () => {
  const texts = fc.oneof(wildText, fc.array(fc.constantFrom('قال', '&', '<', '>', '"', '&amp;', '\0', '\t', '\u000B', '\uD83D', '\uDE00', '😀', '\uFFFE', '\uFFFF', '\uFFFD'), { maxLength: 20 }).map((parts) => parts.join('')));
  fc.assert(fc.property(texts, (text) => {
    const kept = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
    const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
    assert.equal(escapeXml(text), kept.replace(/[&<>"]/gu, (sign) => references[sign] ?? ''));
  }), { numRuns: runs.numRuns * 5 });
});

test('an element without content is closed at once, and what is undefined is left out', () => {
  assert.equal(xmlDocument(element('a', { b: '"', c: undefined }, element('d', {}), undefined, element('e', {}, ''), element('f', {}, '<'))), '<?xml version="1.0" encoding="UTF-8"?>\n<a b="&quot;"><d/><e/><f>&lt;</f></a>\n');
});
