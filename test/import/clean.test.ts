import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bodyText } from '../../src/article/markdown.ts';
import { cleanText } from '../../src/import/clean/clean-text.ts';
import { escapeMarkdown } from '../../src/import/clean/escape-markdown.ts';
import { findLostLetters } from '../../src/import/clean/lost-letters.ts';
import { splitParagraphs } from '../../src/import/clean/split-paragraphs.ts';
import { runs, wildText } from '../arabic/arbitraries.ts';
import { lettersOf } from './import-into.ts';

for (const [rule, before, after] of [
  ['presentation-forms', 'ﺍﻟﻌﺮﺍﻕ', 'العراق'],
  ['presentation-forms', 'ﻻ ﷺ', 'لا ﷺ'],
  ['tatweel', 'هـولندا لِــي العـــراق', 'هولندا لِي العراق'],
  ['invisible', 'الع\u200Bراق\uFEFF', 'العراق'],
  ['controls', 'الع\u0002راق', 'العراق'],
  ['direction', '\u202Eالعراق\u202C', 'العراق'],
  ['spaces', 'في\u00A0بغداد', 'في بغداد'],
  ['line-ends', 'أ\r\nب\rج', 'أ\nب\nج'],
  ['composed', 'ا\u0654حمد', 'أحمد'],
] as const) {
  test(`cleaning counts ${rule}: ${JSON.stringify(before)}`, () => {
    const { text, counts } = cleanText(before);
    assert.equal(text, after);
    assert.ok((counts.get(rule) ?? 0) > 0);
  });
}

for (const text of ['1442هـ', 'الـ 12', 'قال ـ كما ورد ـ إنه', 'عمرو‌زاده', '👨‍👩‍👧', '80\u200E%', '﴿نص﴾', 'عَلَمٌ']) {
  test(`cleaning leaves ${JSON.stringify(text)} alone`, () => {
    assert.equal(cleanText(text).text, text.normalize('NFC'));
  });
}

test('cleaning twice is cleaning once, and no letter is lost', () => {
  fc.assert(fc.property(wildText, (text) => {
    const once = cleanText(text).text;
    assert.equal(cleanText(once).text, once);
    assert.equal(lettersOf(once), lettersOf(text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')));
  }), runs);
});

const pieces = fc.constantFrom('قال', '*', '**', '_', '#', '##', '>', '-', '+', '1.', '12)', '`', '[نص](https://a.example)', '![', '&amp;', '<b>', 'a<b', '\\', '~~', '|', '#حبيب_الحبيب', '---', '===', 'https://a.example/_x_', 'user@a.example', '```', '«نص»', '!', '.', '\\*');

test('escaped text reads as it stood, whatever signs are in it', () => {
  fc.assert(fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), fc.constantFrom(' ', ''), (parts, glue) => {
    const text = parts.join(glue).trim();
    assert.equal(bodyText(escapeMarkdown(text)).trim(), text);
  }), { numRuns: 2000 });
});

test('a rule whose dashes stand apart is no rule', () => {
  assert.equal(bodyText(escapeMarkdown('--- -')).trim(), '--- -');
});

test('paragraphs that nothing threatens are left as they are', () => {
  assert.equal(escapeMarkdown('قال الوزير: «نعم» (بغداد) - 12%.'), 'قال الوزير: «نعم» (بغداد) - 12%.');
});

for (const [code, text, slight] of [
  ['mojibake', 'Ø§Ù„Ø¹Ø±Ø§Ù‚ Ø§Ù„ÙŠÙˆÙ…', false],
  ['mojibake', 'ÇáÚÑÇÞ Çáíæã ÈÛÏÇÏ ÇáÚÑÈíÉ', false],
  ['question-marks', '?????? ???? ??????? ?? ?????? ????', false],
  ['question-marks', `${'قال الوزير إن القطارات توقفت. '.repeat(40)} ا?سبانية ا?لي ا?خر`, true],
  ['replacement', `${'قال الوزير نعم. '.repeat(40)}\uFFFDسم`, true],
] as const) {
  test(`lost letters are told: ${code}${slight ? ', a few' : ''}: ${text.slice(0, 20)}`, () => {
    const found = findLostLetters(text);
    assert.deepEqual([found?.code, found?.slight], [code, slight]);
  });
}

for (const text of ['هل هذا صحيح؟ نعم.', 'ماذا قال?', 'انظر https://a.example/?a=1&b=2', 'Café à la carte, déjà vu', 'قال: «لا»']) {
  test(`nothing is lost in ${text}`, () => {
    assert.equal(findLostLetters(text), undefined);
  });
}

test('a line is a paragraph, and wrapped lines are one', () => {
  assert.deepEqual(splitParagraphs('فقرة أولى.\nفقرة ثانية.\n\nثالثة'), ['فقرة أولى.', 'فقرة ثانية.', 'ثالثة']);
  const line = 'كلمات كثيرة في سطر واحد مقطوع عند عرض ثابت من الحروف في الملف';
  assert.deepEqual(splitParagraphs(`${line}\n${line}\n${line}\nنهاية.`), [`${line} ${line} ${line} نهاية.`]);
});
