/** Dates that people write into drafts: taken in any common form and from any editor, or refused with their line. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { parseDraft } from '../../src/import/dated-drafts.ts';
import { readArticle } from './import-into.ts';

const DRAFT = ['---', '# This draft wants a date. Candidates:', '# 2021-05-04', '# Write the right one below as a line date: …, and import again.', 'id: abcdefghjk', 'title: "عنوان: الخبر"', 'source: "إيلاف"', '---', '', '# عنوان جانبي', '', 'نص الخبر.', ''];
const withLine = (line: string, at = 7): string => [...DRAFT.slice(0, at), line, ...DRAFT.slice(at)].join('\n');

for (const [line, iso] of [
  ['date: 2021-05-04', '2021-05-04'], ['date: "2021-05-04"', '2021-05-04'], ["date: '2021-05-04' # سأل المحرر", '2021-05-04'], ['date: 2021-05', '2021-05'], ['date: 2021', '2021'],
  ['date: 2021-05-04T10:30+03:00', '2021-05-04T10:30:00+03:00'], ['date: 2021/05/04', '2021-05-04'], ['date: 4 مايو 2021', '2021-05-04'], ['date: ٤ أيار ٢٠٢١', '2021-05-04'], ['date: ٢٠٢١-٠٥-٠٤', '2021-05-04'],
  ['Date : 4/5/2021', '2021-05-04'], ['date: 22 رمضان 1442هـ', '2021-05-04'], ['date:2021-05-04', '2021-05-04'], ['date:\t2021-05-04  ', '2021-05-04'],
] as const) {
  test(`«${line}» is taken as ${iso}, whatever ends its lines`, () => {
    const plain = parseDraft(withLine(line), '.drafts/a.md').dated;
    assert.equal(plain?.date.iso, iso);
    const article = readArticle('2021/05/abcdefghjk.md', plain.text);
    assert.deepEqual([article.date.iso, article.title, article.body], [iso, 'عنوان: الخبر', '# عنوان جانبي\n\nنص الخبر.']);
    assert.equal(article.date_printed, iso === '2021-05-04' && line.includes('رمضان') ? '22 رمضان 1442هـ' : undefined);
    assert.deepEqual(parseDraft(`\uFEFF${withLine(line).replaceAll('\n', '\r\n')}`, '.drafts/a.md').dated, plain);
    assert.deepEqual(parseDraft(withLine(line, 1), '.drafts/a.md').dated?.date, plain.date);
  });
}

for (const [line, reason] of [
  ['date: أمس', /got "أمس"; expected a date such as 2021-05-04/u], ['date: 2021-02-30', /a day from 01 to 28/u], ['date: 2021-05-04 10:30', undefined], ['date: 2021-05-04 أو 2021-05-11', /expected one date/u], ['date: 2021-05-04\ndate: 2021-05-05', /two dates/u],
] as const) {
  test(`«${line}» is ${reason === undefined ? 'taken as a day' : 'refused with its line'}`, () => {
    const { dated, refusal } = parseDraft(withLine(line), '.drafts/a.md');
    if (reason === undefined) return assert.equal(dated?.date.iso, '2021-05-04');
    assert.equal(dated, undefined);
    assert.match(refusal?.reason ?? '', reason);
    assert.equal(refusal?.place.line, line.includes('\n') ? 9 : 8);
    assert.notEqual(refusal.fix, '');
  });
}

test('a draft without a date, or with an empty one, waits on', () => {
  for (const text of [DRAFT.join('\n'), withLine('date:'), withLine('date: ""'), withLine('date: # 2021-05-04')]) assert.deepEqual(parseDraft(text, '.drafts/a.md'), {});
});

test('fields that are not closed are named', () => {
  assert.equal(parseDraft('---\ndate: 2021-05-04\n\nنص', '.drafts/a.md').refusal?.place.line, 1);
  assert.equal(parseDraft('نص فقط', '.drafts/a.md').refusal?.code, 'draft-date');
});

test('a date that was confirmed stands below the headlines, and a different one in the file is asked about', () => {
  assert.match(parseDraft(DRAFT.join('\n'), '.drafts/a.md', '2021-05-04').dated?.text ?? '', /^---\nid: abcdefghjk\ntitle: .*\ndate: 2021-05-04\nsource: /u);
  assert.match(parseDraft(withLine('date: 2021-05-05'), '.drafts/a.md', '2021-05-04').refusal?.reason ?? '', /expected 2021-05-04, as --confirm says/u);
});
