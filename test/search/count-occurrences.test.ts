/** Occurrences that places tell are those that a plain count of the texts gives. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PROJECT } from '../../scripts/support/project.ts';
import { readTokenWords } from '../../src/arabic/forms.ts';
import { USUAL_WORDS } from '../../src/arabic/usual-words.ts';
import { normalForm } from '../../src/arabic/words.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { usualNumber } from '../../src/search/format/places.ts';
import { buildSearchRecord, type SearchRecord } from '../../src/search/index/search-record.ts';
import { countOccurrences } from '../../src/search/query/count-occurrences.ts';
import { monthSums, monthWords, type MonthSum } from '../../src/search/query/narrow.ts';
import { buildTestIndex, searchRecord, type TestIndex } from '../support/search-index.ts';

const SAMPLE = join(PROJECT, 'articles');

/** The sample's articles, and one that has words in headline, summary and names alone, beside others that are joined or stand in one token. */
const RECORDS: readonly SearchRecord[] = [
  ...readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).flatMap((name) => {
    const { article } = parseArticle(name, readFileSync(join(SAMPLE, name)));
    return article === undefined ? [] : [buildSearchRecord(article, `/${name}/`, {})];
  }),
  searchRecord('odd', { date: '1999', title: 'زعفران في العنوان', summary: 'زعفران', names: 'زعفران ، سوق الزعفران', text: 'باع الزعفران (زعفران/وزعفران)، ثم باع زعفرانه في F-16 ، وقال عبدالرحمن: سوق الزعفران، سوق الزعفران.' }),
];

let index: TestIndex;
/** Month, form, how often it stands in the texts. */
const texts = new Map<string, Map<string, number>>();
const words = new Map<string, number>();

before(async () => {
  for (const { date, text } of RECORDS) {
    const month = date.slice(0, 7);
    const forms = texts.get(month) ?? new Map<string, number>();
    texts.set(month, forms);
    for (const token of text.split(/\s+/u)) {
      const held = readTokenWords(token);
      if (held.length > 0) words.set(month, (words.get(month) ?? 0) + 1);
      for (const { form } of held) forms.set(form, (forms.get(form) ?? 0) + 1);
    }
  }
  index = await buildTestIndex(RECORDS);
});

after(async () => {
  await index.remove();
});

async function counted(query: string): Promise<readonly MonthSum[] | undefined> {
  const { files } = index.open();
  const times = await countOccurrences(query, files);
  return times === undefined ? undefined : monthSums(await files.manifest(), times);
}

/** By the texts themselves. */
function plainly(counts: (form: string) => boolean): readonly MonthSum[] {
  const sums = [...texts].map(([month, forms]): MonthSum => [month, [...forms].reduce((sum, [form, times]) => sum + (counts(form) ? times : 0), 0)]);
  return sums.filter(([, sum]) => sum > 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

test('every form and every class of the sample is counted as in its texts, month by month', async () => {
  const { files } = index.open();
  const manifest = await files.manifest();
  const forms = [...new Set([...texts.values()].flatMap((own) => [...own.keys()]))].filter((form) => /^\p{Script=Arabic}{2,}$/u.test(form));
  const classes = new Map<string, Set<string>>();
  for (const form of forms) for (const name of (await files.entryOf(form))?.classes ?? []) classes.set(name, (classes.get(name) ?? new Set()).add(form));
  let [exact, whole] = [0, 0];
  for (const form of forms) {
    const times = await countOccurrences(`"${form}"`, files);
    if (usualNumber(form) > 0) assert.equal(times, undefined, form);
    else {
      assert.deepEqual(monthSums(manifest, times ?? new Uint32Array()), plainly((other) => other === form), form);
      exact += 1;
    }
    const own = (await files.entryOf(form))?.classes ?? [];
    const kin = classes.get(own[0] ?? '') ?? new Set<string>();
    const all = await countOccurrences(`${form} أو ${form}`, files);
    if (own.length > 1 || [...kin].some((other) => usualNumber(other) > 0)) assert.equal(all, undefined, form);
    else if (all !== undefined && kin.size > 1) {
      assert.deepEqual(monthSums(manifest, all), plainly((other) => kin.has(other)), form);
      whole += 1;
    }
  }
  assert.ok(exact > 3000 && whole > 1500, `${String(exact)} forms, ${String(whole)} classes`);
});

test('words of a month are those of its texts', async () => {
  const manifest = await index.open().files.manifest();
  const all = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  assert.deepEqual(monthWords(manifest), all);
  assert.deepEqual(monthWords(manifest, ['1999']), all.filter(([month]) => month === '1999'));
});

test('headlines, summaries and names do not count, phrases and alternatives do', async () => {
  assert.deepEqual(await counted('زعفران'), [['1999', 6]]);
  assert.deepEqual(await counted('"زعفران"'), [['1999', 1]]);
  assert.deepEqual(await counted('«سوق الزعفران»'), [['1999', 2]]);
  assert.deepEqual(await counted('«الزعفران» أو «زعفرانه» أو «الزعفران»'), [['1999', 4]]);
  assert.deepEqual(await counted('زقزقزق'), []);
  // Words that stand apart, a word left out, a name that is written joined, a most usual word between two others.
  for (const query of ['سوق زعفران', 'زعفران -سوق', 'عبدالرحمن', '', '«في»']) assert.equal(await counted(query), undefined, query);
  assert.deepEqual(await counted('«عبدالرحمن»'), [['1999', 1]]);
});

test('the most usual words are fourteen of different forms, since two numbers of them share a byte', () => {
  assert.deepEqual(USUAL_WORDS.map((word) => usualNumber(normalForm(word))), Array.from({ length: 14 }, (_, at) => at + 1));
});
