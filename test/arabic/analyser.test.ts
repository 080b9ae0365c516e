import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { createAnalyser } from '../../src/arabic/analyser.ts';
import { parseWordGroups } from '../../src/arabic/word-lists.ts';
import { normalForm } from '../../src/arabic/words.ts';
import { loadWordLists } from '../../src/build/load-word-lists.ts';
import { wildText } from './arbitraries.ts';

const { lists, problems } = await loadWordLists();
const analyser = createAnalyser(lists);
const found = (query: string, document: string): boolean => {
  const classes = new Set(document.split(' ').flatMap((token) => analyser.tokenClasses(token)));
  return analyser.queryClasses(query).every((word) => classes.has(word));
};

test('a broken plural and its singular meet, with article, clitic and ending', () => {
  for (const document of ['أسعار', 'الأسعار', 'بالأسعار', 'وأسعارها', 'لأسعاره', 'سعر', 'السعر']) assert.ok(found('سعر', document), document);
  assert.ok(found('اسعار', 'السعر'));
});

test('spellings of one name meet, also as adjectives', () => {
  for (const [query, document] of [['غوغل', 'جوجل'], ['أميركا', 'أمريكا'], ['الأميركية', 'الأمريكي'], ['يوليو', 'تموز']] as const) assert.ok(found(query, document), `${query} ${document}`);
});

test('a name is found written joined or apart', () => {
  assert.ok(found('عبدالله', 'عبد الله'));
  assert.ok(found('عبد الله', 'عبدالله'));
  assert.ok(found('عبد الله', 'لعبدالله'));
});

test('what is joined by a hyphen is found in both ways', () => {
  for (const [query, document] of [['F16', 'F-16'], ['F-16', 'F16'], ['كوفيد-19', 'كوفيد-19'], ['covid', 'COVID-19']] as const) assert.ok(found(query, document), `${query} ${document}`);
});

test('the article before a foreign name is no part of it', () => {
  for (const document of ['الBBC', 'الـBBC', 'وBBC', 'لBBC']) assert.ok(found('BBC', document), document);
});

test('a preposition or conjunction of one letter is taken off a word that is known, and off no other', () => {
  for (const document of ['لبغداد', 'وبغداد', 'فلبغداد', 'ببغداد', 'كبغداد']) assert.ok(found('بغداد', document), document);
  assert.ok(found('العراق', 'لعراق'));
  assert.ok(found('لبنان', 'ولبنان'));
  for (const [query, document] of [['غداد', 'بغداد'], ['بنان', 'لبنان'], ['زير', 'وزير'], ['ندا', 'كندا']] as const) assert.ok(!found(query, document), `${query} ${document}`);
});

test('a token is found by each of its own words', () => {
  fc.assert(fc.property(wildText, (text) => {
    for (const token of text.split(/\s+/u)) {
      const classes = new Set(analyser.tokenClasses(token));
      for (const word of analyser.queryClasses(token)) assert.ok(classes.has(word), token);
    }
  }));
});

test('the program’s own lists have no faulty line, and each group has forms that folding does not join', () => {
  assert.deepEqual(problems, []);
  for (const group of [...lists.plurals, ...lists.spellings, ...lists.joined]) {
    assert.ok(new Set(group.map((form) => form.split(' ').map(normalForm).join(' '))).size > 1, group.join(' '));
  }
});

test('the list of broken plurals holds the vocabulary of the news', () => {
  assert.ok(lists.plurals.length >= 1500, String(lists.plurals.length));
});

test('no plural stands under two singulars, but for the one that the list explains', () => {
  const owners = new Map<string, string>();
  for (const [singular = '', ...plurals] of lists.plurals) {
    for (const plural of plurals) {
      if (plural !== 'خرائط') assert.equal(owners.get(plural), undefined, plural);
      owners.set(plural, singular);
    }
  }
});

test('lines of a list are groups, remarks or faults', () => {
  assert.deepEqual(parseWordGroups('# remark\nأ\tب\r\n\nج\n\tد\t\tه'), { groups: [['أ', 'ب'], ['د', 'ه']], faults: [{ line: 4, text: 'ج' }] });
});
