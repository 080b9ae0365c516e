import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseQuery, type Query } from '../../src/search/query/parse-query.ts';

/** A query as one line: words plain, exact words in brackets, alternatives with `/`. */
function shown({ wanted, unwanted }: Query): string {
  const clause = ({ kind, forms }: Query['unwanted'][number]): string => (kind === 'word' ? forms.join(' ') : `[${forms.join(' ')}]`);
  return [...wanted.map((clauses) => clauses.map(clause).join('/')), ...unwanted.map((own) => `-${clause(own)}`)].join(' + ');
}

const TABLE: readonly (readonly [query: string, meaning: string])[] = [
  ['مؤتمر المناخ', 'مءتمر + المناخ'],
  ['مؤتمر، المناخ؟', 'مءتمر + المناخ'],
  ['(مؤتمر) \u200Fالمناخ!', 'مءتمر + المناخ'],
  ['مؤتمر/المناخ', 'مءتمر + المناخ'],
  ['مصر مصر', 'مصر'],
  ['«مؤتمر المناخ»', '[مءتمر المناخ]'],
  ['"مؤتمر المناخ"', '[مءتمر المناخ]'],
  ['“مؤتمر المناخ”', '[مءتمر المناخ]'],
  ['„مؤتمر المناخ“ باريس', '[مءتمر المناخ] + باريس'],
  ['  « مؤتمر المناخ »  ', '[مءتمر المناخ]'],
  ['"مؤتمر المناخ" «قمة باريس»', '[مءتمر المناخ] + [قمه باريس]'],
  ['«المناخ»', '[المناخ]'],
  ['«يومًا بعد يومًا»', '[يوما بعد يوما]'],
  ['«من المناخ إلى النفط»', '[من المناخ الي النفط]'],
  ['"مؤتمر المناخ', 'مءتمر + المناخ'],
  ['المناخ -مصر', 'المناخ + -مصر'],
  ['المناخ -"قمة باريس"', 'المناخ + -[قمه باريس]'],
  ['المناخ −مصر', 'المناخ + -مصر'],
  ['المناخ - مصر', 'المناخ + مصر'],
  ['F-16', 'f + 16'],
  ['"طائرة F-16 جديدة"', '[طاءره f16 جديده]'],
  ['كوفيد-19', 'كوفيد + 19'],
  ['زلزال أو فيضان', 'زلزال/فيضان'],
  ['زلزال OR فيضان OR "حريق كبير"', 'زلزال/فيضان/[حريق كبير]'],
  ['تركيا زلزال أو فيضان', 'تركيا + زلزال/فيضان'],
  ['أو زلزال', 'زلزال'],
  ['زلزال أو', 'زلزال'],
  ['أو', 'او'],
  ['"زلزال قوي" أو "حريق كبير"', '[زلزال قوي]/[حريق كبير]'],
  ['-المناخ -"قمة باريس"', '-المناخ + -[قمه باريس]'],
  ['‘مؤتمر المناخ’ باريس', '[مءتمر المناخ] + باريس'],
  ['d’Or et l’autre', 'd + or + et + l + autre'],
  ['#أسعار_النفط', 'اسعار + النفط'],
  ['متى عقد مؤتمر المناخ في مراكش؟', 'عقد + مءتمر + المناخ + مراكش'],
  ['من هو', 'من + هو'],
  ['', ''],
  ['؟!… «» - "', ''],
  ['\u200F\u202B', ''],
  ['😀', ''],
];

for (const [query, meaning] of TABLE) {
  test(`${JSON.stringify(query)} means ${meaning === '' ? 'nothing' : meaning}`, () => {
    assert.equal(shown(parseQuery(query)), meaning);
  });
}

test('a question is told from words', () => {
  for (const text of ['متى عقد مؤتمر المناخ', 'ما هو القمر', 'أسعار النفط؟']) assert.equal(parseQuery(text).question, true, text);
  for (const text of ['أسعار النفط', 'متحف', 'من مصر']) assert.equal(parseQuery(text).question, false, text);
});

test('of a text that was pasted the beginning is taken', () => {
  const { wanted, unwanted } = parseQuery(`${Array.from({ length: 3000 }, (_, at) => `كلمة${String(at)}`).join(' ')} ${'-مصر '.repeat(300)}`);
  assert.equal(wanted.length, 64);
  assert.equal(unwanted.length, 64);
});

test('no text at all is an error, and controls for direction change nothing', () => {
  const part = fc.constantFrom(' ', '"', '«', '»', '-', 'أو', 'OR', 'مصر', 'F-16', '؟', '(', '\u200F', '😀', '«»', '\u064B');
  fc.assert(fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
    const text = parts.join('');
    assert.deepEqual(parseQuery(text), parseQuery(text.replaceAll('\u200F', '')));
  }));
});
