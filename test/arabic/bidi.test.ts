import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cleanControls, splitRuns } from '../../src/arabic/bidi.ts';
import { runs, wildText } from './arbitraries.ts';
import { readTable, shown } from './read-table.ts';

for (const { marked, why } of readTable(import.meta.dirname, 'bidi-runs.tsv', ['marked', 'why'])) {
  test(`foreign runs: ${shown(marked)} (${why})`, () => {
    const found = splitRuns(marked.replace(/[⟦⟧]/gu, ''));
    assert.equal(found.map(({ text, foreign }) => (foreign ? `⟦${text}⟧` : text)).join(''), marked);
  });
}

test('runs joined are the text', () => {
  fc.assert(fc.property(wildText, (text) => {
    assert.equal(splitRuns(text).map((run) => run.text).join(''), text);
  }), runs);
});

test('no run is empty unless the text is, and two runs of one kind never touch unless both are foreign', () => {
  fc.assert(fc.property(wildText.filter((text) => text !== ''), (text) => {
    const found = splitRuns(text);
    assert.ok(found.every((run) => run.text !== ''));
    assert.ok(found.every((run, index) => run.foreign || found[index + 1]?.foreign !== false));
  }), runs);
});

test('a foreign run never begins with a mark or a space', () => {
  fc.assert(fc.property(wildText, (text) => {
    for (const run of splitRuns(text)) if (run.foreign) assert.doesNotMatch(run.text, /^[\p{M}\s]|\s$/u);
  }), runs);
});

for (const [name, text] of [
  ['digits', '1'.repeat(200_000)],
  ['numbers with points', '1.'.repeat(100_000)],
  ['letters and spaces', `${'a '.repeat(100_000)}ع`],
  ['one letter and spaces', `a${' '.repeat(200_000)}ع`],
  ['marks', `a${'\u0301'.repeat(200_000)}ع`],
] as const) {
  test(`200,000 characters of ${name} are split in under a second`, () => {
    const start = performance.now();
    splitRuns(text);
    assert.ok(performance.now() - start < 1000);
  });
}

for (const [code, name] of [
  ['\u202D', 'left-to-right override'],
  ['\u202E', 'right-to-left override'],
  ['\u202A', 'left-to-right embedding'],
  ['\u202B', 'right-to-left embedding'],
  ['\u202C', 'pop directional formatting'],
] as const) {
  test(`a ${name} is taken out and counted`, () => {
    assert.deepEqual(cleanControls(`أ${code}ب${code}`), { text: 'أب', removed: 2 });
  });
}

for (const [code, name] of [['\u200E', 'LRM'], ['\u200F', 'RLM'], ['\u061C', 'ALM'], ['\u200C', 'ZWNJ'], ['\u200D', 'ZWJ']] as const) {
  test(`an ${name} stays`, () => {
    assert.deepEqual(cleanControls(`أ${code}ب`), { text: `أ${code}ب`, removed: 0 });
  });
}

test('balanced isolates stay, nested ones too', () => {
  const text = '\u2067أ \u2066abc\u2069 \u2068ب\u2069\u2069';
  assert.deepEqual(cleanControls(text), { text, removed: 0 });
});

test('an isolate that is not closed on its line is taken out', () => {
  assert.deepEqual(cleanControls('\u2067أ\nب\u2069'), { text: 'أ\nب', removed: 2 });
});

test('a closing isolate before its opening is taken out with it', () => {
  assert.deepEqual(cleanControls('أ\u2069ب\u2067'), { text: 'أب', removed: 2 });
});

test('a broken line does not cost another its isolates', () => {
  assert.deepEqual(cleanControls('\u2066a\u2069\n\u2066b'), { text: '\u2066a\u2069\nb', removed: 1 });
});

test('cleaning twice removes nothing more, and only what was counted', () => {
  fc.assert(fc.property(wildText, (text) => {
    const { text: clean, removed } = cleanControls(text);
    assert.equal(text.length - clean.length, removed);
    assert.deepEqual(cleanControls(clean), { text: clean, removed: 0 });
  }), runs);
});

test('every letter of the Latin, Greek and Cyrillic scripts is foreign', () => {
  const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const text = String.fromCodePoint(code);
    if (letter.test(text) && /\p{Alphabetic}/u.test(text) && !/\p{M}/u.test(text)) assert.deepEqual(splitRuns(`ب ${text}`), [{ text: 'ب ', foreign: false }, { text, foreign: true }]);
  }
});

test('every letter of the scripts that are isolated is found by the quick look too', () => {
  const missed: string[] = [];
  for (let code = 0; code < 0x11_0000; code += 1) {
    const letter = String.fromCodePoint(code);
    if (/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(letter) && /\p{Alphabetic}/u.test(letter) && !/\p{M}/u.test(letter) && !splitRuns(`باء ${letter} تاء`).some(({ foreign }) => foreign)) missed.push(code.toString(16));
  }
  assert.deepEqual(missed, []);
});
