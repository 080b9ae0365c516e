import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { createAnalyser, type Analyser } from '../../src/arabic/analyser.ts';
import { readTokenWords, readWords } from '../../src/arabic/forms.ts';
import { createProclitics } from '../../src/arabic/proclitics.ts';
import { parseWordGroups } from '../../src/arabic/word-lists.ts';
import { normalForm } from '../../src/arabic/words.ts';
import { loadBaseCounts, loadWordLists } from '../../src/build/load-word-lists.ts';
import { wildText } from './arbitraries.ts';

const [{ lists, problems }, baseCounts] = await Promise.all([loadWordLists(), loadBaseCounts()]);
const byRules = createAnalyser(lists);
const byEvidence = createAnalyser(lists, (form) => baseCounts.get(form) ?? 0);
const finds = ({ classesOf }: Analyser, query: string, document: string): boolean => {
  const classes = new Set(document.split(' ').flatMap((token) => readTokenWords(token).flatMap(({ form }) => classesOf(form))));
  return readWords(query).every(({ form }) => classesOf(form).every((name) => classes.has(name)));
};
/** With and without evidence, unless one is wanted. */
const found = (query: string, document: string): boolean => finds(byRules, query, document) && finds(byEvidence, query, document);

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
  for (const [query, document] of [['غداد', 'بغداد'], ['بنان', 'لبنان'], ['زير', 'وزير'], ['ندا', 'كندا']] as const) {
    assert.ok(!finds(byRules, query, document) && !finds(byEvidence, query, document), `${query} ${document}`);
  }
});

test('every servant of a name of God is found written joined or apart, listed or not', () => {
  for (const name of ['عبدالوهاب', 'عبدالمتعال', 'وعبدالباسط']) assert.ok(found(name.replace('عبدال', 'عبد ال').replace(/^و/u, ''), name), name);
});

test('the vocabulary gives away careless spellings: bare hamza carriers, a final alef, the plural of a construct', () => {
  const counts = new Map([['رءيس', 900], ['مسءول', 500], ['مسءولين', 90], ['نينوي', 60], ['دوري', 300], ['شوري', 200]]);
  const { classesOf } = createAnalyser(lists, (form) => counts.get(form) ?? 0);
  for (const [careless, usual] of [['رييس', 'رءيس'], ['مسوول', 'مسءول'], ['مسءولو', 'مسءول'], ['نينوا', 'نينوي']] as const) assert.deepEqual(classesOf(careless), classesOf(usual), careless);
  for (const [one, other] of [['دوري', 'دءري'], ['شوري', 'شءري']] as const) assert.notDeepEqual(classesOf(one), classesOf(other), one);
});

test('what is joined before a word goes only where the vocabulary bears it out', () => {
  const counts = new Map([['رياض', 40], ['الرياض', 400], ['للرياض', 30], ['وزير', 300], ['الوزير', 400], ['للوزير', 20], ['بلديه', 90], ['البلديه', 200], ['الماني', 80], ['لالماني', 4], ['صحيفه', 100]]);
  const cut = createProclitics((form) => counts.get(form) ?? 0);
  for (const [word, rest] of [['والرياض', 'رياض'], ['وبالرياض', 'رياض'], ['للرياض', 'رياض'], ['وزير', 'وزير'], ['بلديه', 'بلديه'], ['الماني', 'الماني'], ['بصحيفه', 'صحيفه'], ['الله', 'الله'], ['BBC', 'BBC']] as const) assert.equal(cut(word), rest, word);
});

test('a token is found by each of its own words', () => {
  fc.assert(fc.property(wildText, (text) => {
    for (const token of text.split(/\s+/u)) {
      const forms = new Set(readTokenWords(token).map(({ form }) => form));
      for (const { form } of readWords(token)) assert.ok(forms.has(form), token);
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
