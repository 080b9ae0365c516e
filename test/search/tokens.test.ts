import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { storedText, TERMINATOR } from '../../src/search/tokens.ts';
import { writtenText } from '../support/tokens.ts';

const count = (text: string): number => (text === '' ? 0 : text.split(' ').length);

test('each token of the original becomes exactly one analysed token', () => {
  for (const text of ['قال الوزير: «سنعمل» – غدًا', 'بغداد،والبصرة؛الموصل', '  سطر\n\nآخر\tهنا\u00A0وهناك ', '😀 خبر … 50%', 'COVID-19 و1,234.5 في 2020/5/4']) {
    assert.equal(count(writtenText(text)), count(storedText(text)), text);
  }
  assert.equal(writtenText(''), '');
  assert.equal(storedText(' \n '), '');
});

test('tokens line up for any text at all', () => {
  const text = fc.string({ unit: fc.oneof(fc.constantFrom(' ', '\n', '\u200B', '\uFEFF', '\u2028', '\u3000', 'ب', 'ا', 'ﷺ', '،', '.', '5', '٫', '\u064B', '\u01C0', '\u01C1'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 60 });
  fc.assert(fc.property(text, (sample) => {
    assert.equal(count(writtenText(sample)), count(storedText(sample)));
  }), { seed: 1442, numRuns: 1000 });
});

test('every word ends in the terminator, so that none is the beginning of another', () => {
  assert.equal(writtenText('كتاب'), `كتاب${TERMINATOR}`);
  assert.equal(writtenText('بغداد،والبصرة').split('-').length, 2);
  for (const word of writtenText('قال الوزير إن الأسعار ارتفعت 3.5 في المئة').split(/[ -]/u)) assert.ok(word.endsWith(TERMINATOR), word);
});

test('a token without a word keeps its place', () => {
  assert.deepEqual(writtenText('مصر – السودان').split(' ').map((token) => token === '-'), [false, true, false]);
});

test('a decimal number is one word without a point, and not the same as its parts', () => {
  const [token = ''] = writtenText('1.5').split(' ');
  assert.ok(!/[.,٫-]/u.test(token), token);
  assert.equal(writtenText('١٫٥'), token);
  assert.notEqual(writtenText('15'), token);
  assert.equal(writtenText('12,500'), writtenText('12500'));
});

test('the zero-width space, at which Pagefind would cut, and the format’s own letters are gone from the original', () => {
  assert.equal(storedText('مص\u200Bر'), 'مصر');
  assert.equal(storedText(`مصر${TERMINATOR}`), 'مصر');
  assert.equal(storedText('\u01C1'), '');
  assert.equal(writtenText('مص\u200Bر'), writtenText('مصر'));
});

test('presentation forms, ligatures, marks and tatweel are read as the letters they show', () => {
  for (const written of ['ﺍﻟﻤﻨﺎﺥ', 'المَنَاخ', 'الـمنـاخ', '\u202Bالمناخ\u202C', 'المن\u200Cاخ']) assert.equal(writtenText(written), writtenText('المناخ'), written);
  assert.equal(writtenText('ﷲ'), writtenText('الله'));
});

test('the original keeps its letters, marks and punctuation', () => {
  assert.equal(storedText('«مُحَمَّد»،\nقال: ﷺ'), '«مُحَمَّد»، قال: ﷺ');
});
