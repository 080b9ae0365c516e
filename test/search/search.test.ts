/** What a search finds, in what order and under what conditions, over an index built as a site's is. */
import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Facet } from '../../src/search/format/manifest.ts';
import { IndexFiles } from '../../src/search/query/index-files.ts';
import { runSearch, type SearchOptions } from '../../src/search/query/search.ts';
import { suggest } from '../../src/search/query/suggest.ts';
import { buildTestIndex, searchRecord, type TestIndex } from '../support/search-index.ts';

/** Words that say nothing here, to keep others apart. */
const FILLER = Array.from({ length: 60 }, (_, at) => `حشو${'ابتثجحخدذر'[at % 10] ?? ''}${'سشصضطظ'[Math.floor(at / 10)] ?? ''}`).join(' ');

const RECORDS = [
  searchRecord('plural', { text: `تراجعت أسعار النفط ${FILLER}`, date: '2015-07-01', facets: { section: ['اقتصاد'], tag: ['نفط', 'أسواق'] } }),
  searchRecord('exact', { text: `تراجع سعر النفط ${FILLER}`, date: '2015-07-02', facets: { section: ['اقتصاد'], tag: ['نفط'] } }),
  searchRecord('head', { title: 'زلزال في تركيا', text: `خبر عاجل ${FILLER}`, date: '2015-08-01', facets: { section: ['العالم'] } }),
  searchRecord('body', { title: 'خبر عاجل', text: `زلزال في اليونان ${FILLER}`, date: '2015-08-02', facets: { section: ['العالم'] } }),
  searchRecord('near', { text: `وقع وزير الصحة القرار ${FILLER}`, date: '2016-01-05', facets: { source: ['وكالة'] } }),
  searchRecord('far', { text: `وزير ${FILLER} الصحة ${FILLER} القرار`, date: '2016-01-06', facets: { source: ['صحيفة'] } }),
  searchRecord('names', { text: `كلمة الافتتاح ${FILLER}`, names: 'دونالد ترامب ، واشنطن', date: '2016-02-01', facets: { author: ['سلمى'] } }),
  searchRecord('joined', { text: `ألقى عبدالرحمن كلمة ${FILLER}`, date: '2016-02-02' }),
  searchRecord('apart', { text: `قال عبد الرحمن إن الأمر انتهى في السعودية ${FILLER}`, date: '2016-02-03' }),
  searchRecord('year', { text: `وثيقة قديمة عن الميناء والذين سعوا إليه ${FILLER}`, date: '1925' }),
  ...Array.from({ length: 30 }, (_, at) => searchRecord(`rain-${String(at)}`, { title: 'نشرة الطقس', text: `أمطار غزيرة على الساحل ${FILLER} من على`, date: `2014-${String(1 + (at % 12)).padStart(2, '0')}-11`, facets: { section: ['محليات'], tag: at % 3 === 0 ? ['طقس', 'أمطار'] : ['طقس'] } })),
];

let index: TestIndex;

before(async () => {
  index = await buildTestIndex(RECORDS);
});

after(async () => {
  await index.remove();
});

async function ask(query: string, options: SearchOptions = {}, sources = index.open()) {
  const answer = await runSearch(query, sources, options);
  const results = await answer.results(0, answer.total);
  return { ...answer, shown: results, ids: results.map(({ url }) => url.replaceAll('/', '')) };
}

test('the form that was typed comes before other forms of its class', async () => {
  assert.deepEqual((await ask('سعر النفط')).ids, ['exact', 'plural']);
  assert.deepEqual((await ask('أسعار النفط')).ids, ['plural', 'exact']);
});

test('a headline counts for more than the text', async () => {
  assert.deepEqual((await ask('زلزال')).ids, ['head', 'body']);
});

test('words near each other count for more than words apart', async () => {
  assert.deepEqual((await ask('وزير الصحة')).ids, ['near', 'far']);
});

test('names and tags are found, also as a phrase', async () => {
  assert.deepEqual((await ask('ترامب')).ids, ['names']);
  assert.deepEqual((await ask('"دونالد ترامب"')).ids, ['names']);
  assert.equal((await ask('"ترامب واشنطن"')).mode, 'any');
});

test('a name is found written joined or apart', async () => {
  for (const query of ['عبد الرحمن', 'عبدالرحمن']) assert.deepEqual([...(await ask(query)).ids].sort(), ['apart', 'joined'], query);
});

test('exact words are found as they stand, in their order', async () => {
  assert.deepEqual((await ask('"وزير الصحة"')).ids, ['near']);
  assert.deepEqual((await ask('«وزير الصحة» القرار')).ids, ['near']);
  assert.equal((await ask('"الصحة وزير"')).mode, 'any');
  assert.deepEqual((await ask('"سعر"')).ids, ['exact']);
  assert.deepEqual((await ask('"أمطار غزيرة"')).total, 30, 'by their places');
  assert.deepEqual((await ask('"من على"')).total, 30, 'by Pagefind, since the most usual words have no places');
  assert.deepEqual((await ask('"على من"')).complete, 0);
  assert.deepEqual((await ask('"غزيرة أمطار"')).complete, 0);
  assert.deepEqual((await ask('"غزيرة على الساحل"')).complete, 30, 'a most usual word between two others');
  assert.deepEqual((await ask('"غزيرة في الساحل"')).complete, 0);
  assert.deepEqual((await ask('"في تركيا"')).ids.slice(0, 1), ['head'], 'at the beginning of exact words');
  assert.deepEqual((await ask('"عاجل حشواس"')).complete, 1);
  assert.deepEqual((await ask('"تركيا خبر عاجل"')).complete, 0, 'a phrase does not reach from the headline into the text');
});

test('what is left out is left out, whether a word or exact words', async () => {
  assert.deepEqual((await ask('زلزال -تركيا')).ids, ['body']);
  assert.deepEqual((await ask('القرار -"وزير الصحة"')).ids, ['far']);
});

test('whoever only says what is not wanted gets all else, newest first, and may narrow it', async () => {
  const { ids, total, mode } = await ask('-أمطار -"وزير الصحة"');
  assert.deepEqual([total, mode], [RECORDS.length - 31, 'all']);
  assert.deepEqual([ids[0], ids.at(-1)], ['apart', 'year']);
  assert.deepEqual((await ask('-أمطار', { choice: { facets: { section: ['اقتصاد'] } } })).ids, ['exact', 'plural']);
});

test('of a text that was pasted the words that tell most are asked for, and its article is found', async () => {
  const filler = FILLER.split(' ').slice(0, 20).join(' ');
  const sources = index.open();
  const { ids } = await ask(`${filler} تراجع سعر النفط ${filler}`, {}, sources);
  assert.equal(ids[0], 'exact');
  assert.equal(await (await runSearch(`${filler} سعرا`, sources)).correction(), undefined);
});

test('one word or the other is enough where the query says so', async () => {
  assert.deepEqual([...(await ask('تركيا أو اليونان')).ids].sort(), ['body', 'head']);
  assert.deepEqual((await ask('زلزال اليونان OR إيطاليا')).ids, ['body']);
});

test('where no article has all words, the best come first and the answer says so', async () => {
  const { mode, complete, ids, unknown } = await ask('زلزال النفط');
  assert.deepEqual([mode, complete, unknown], ['any', 0, []]);
  assert.deepEqual([...ids].sort(), ['body', 'exact', 'head', 'plural']);
});

test('a word that stands nowhere is named, and the others are found', async () => {
  const { mode, ids, unknown } = await ask('زلزال بلوتوكس');
  assert.deepEqual([mode, unknown, ids], ['any', ['بلوتوكس'], ['head', 'body']]);
});

test('only unknown words, and no words, find nothing', async () => {
  for (const query of ['بلوتوكس', '', '؟', '«»']) {
    const { total, ids } = await ask(query);
    assert.deepEqual([total, ids], [0, []], query);
  }
});

test('the last word completes while it is typed; after that a beginning is found only as what comes nearest', async () => {
  assert.deepEqual((await ask('اليون', { typing: true })).ids, ['body']);
  assert.deepEqual((await ask('السعو', { typing: true })).ids.sort(), ['apart', 'year'], 'also where it looks like another form of a word');
  assert.deepEqual((await ask('اليون أو زلزال')).ids.sort(), ['body', 'head']);
  const { ids, mode, complete, instead } = await ask('اليون');
  assert.deepEqual([ids, mode, complete, instead], [['body'], 'any', 0, ['اليونان']]);
});

test('where nothing has any of the words, what comes nearest to them is found, and the answer says so', async () => {
  const cases = [['زلزل', ['زلزال'], ['head', 'body']], ['بقراراتهم', ['قراراتهم'], ['near', 'far']], ['فكلمتها', ['كلمتها'], ['names', 'joined']], ['"سعير النفض"', ['سعر', 'النفط'], ['exact', 'plural']]] as const;
  for (const [query, instead, ids] of cases) {
    const answer = await ask(query);
    assert.deepEqual([answer.instead, answer.ids, answer.mode, answer.complete], [instead, ids, 'any', 0], query);
    assert.ok(answer.unknown.length > 0);
  }
  assert.deepEqual((await ask('زلزال')).instead, []);
  assert.equal((await ask('زلزل -تركيا')).ids.join(), 'body', 'what is left out stays left out');
});

test('the order may be by time', async () => {
  assert.deepEqual((await ask('زلزال', { sort: 'newest' })).ids, ['body', 'head']);
  assert.deepEqual((await ask('زلزال', { sort: 'oldest' })).ids, ['head', 'body']);
});

test('choices narrow, several values of a facet widen again, and counts stay right', async () => {
  const facets = (chosen: Partial<Record<Facet, readonly string[]>>): SearchOptions => ({ choice: { facets: chosen } });
  const rain = await ask('أمطار', facets({ tag: ['أمطار'] }));
  assert.equal(rain.total, 10);
  assert.deepEqual(await rain.facet('tag'), [{ value: 'طقس', articles: 30 }, { value: 'أمطار', articles: 10 }], 'a facet counts as if nothing of it were chosen');
  assert.deepEqual(await rain.facet('section'), [{ value: 'محليات', articles: 10 }]);
  assert.equal(rain.months().reduce((sum, { articles }) => sum + articles, 0), 10);
  assert.equal((await ask('النفط', facets({ tag: ['أسواق', 'نفط'] }))).total, 2);
  assert.equal((await ask('النفط', facets({ tag: ['أسواق'], section: ['العالم'] }))).total, 0);
  assert.deepEqual(await (await ask('النفط', facets({ section: ['لا قسم'] }))).facet('section'), [{ value: 'اقتصاد', articles: 2 }, { value: 'لا قسم', articles: 0 }]);
});

test('a choice without words finds all that has it, newest first; no words and no choice find nothing', async () => {
  const all = await ask('', { choice: { facets: { section: ['العالم'] } } });
  assert.deepEqual([all.ids, all.total, all.complete], [['body', 'head'], 2, 2]);
  assert.equal((await ask('')).total, 0);
});

test('a span of time narrows; of an article with only a year the year decides', async () => {
  assert.equal((await ask('أمطار', { choice: { from: '2014-03', to: '2014-04', facets: {} } })).total, 6);
  assert.equal((await ask('أمطار', { choice: { from: '2014', to: '2014', facets: {} } })).total, 30);
  assert.equal((await ask('أمطار', { choice: { from: '2015', facets: {} } })).total, 0);
  assert.equal((await ask('الميناء', { choice: { from: '1925-03', to: '1925-04', facets: {} } })).total, 1);
  const months = (await ask('أمطار', { choice: { from: '2014-03', to: '2014-04', facets: {} } })).months();
  assert.deepEqual([months.length, months[0]], [12, { value: '2014-01', articles: 3 }], 'the chart shows all of the time');
});

test('hits are marked in headline and excerpt, whatever form they have', async () => {
  const marked = (pieces: readonly { readonly text: string; readonly marked: boolean }[]): readonly string[] => pieces.filter((piece) => piece.marked).map(({ text }) => text);
  const [first] = (await ask('أسعار النفط')).shown;
  assert.deepEqual(marked(first?.excerpt ?? []), ['أسعار', 'النفط']);
  const [quake] = (await ask('زلزال')).shown;
  assert.deepEqual(marked(quake?.title ?? []), ['زلزال']);
  assert.deepEqual(quake?.forms, ['زلزال']);
  const [phrase] = (await ask('"وزير الصحة"')).shown;
  assert.deepEqual(marked(phrase?.excerpt ?? []), ['وزير', 'الصحة']);
});

test('a slip is mended from the vocabulary of the archive, and a good query is left alone', async () => {
  assert.equal(await (await ask('زلزل')).correction(), 'زلزال');
  assert.equal(await (await ask('امضار غزيرة')).correction(), 'أمطار غزيرة');
  assert.equal(await (await ask('زلزال')).correction(), undefined);
});

test('a word that stands in another form is no slip', async () => {
  const sources = index.open();
  assert.equal(await (await runSearch('سعرها', sources)).correction(), undefined);
  assert.equal(await (await runSearch('النفط', sources)).correction(), undefined);
});

test('names are not suggested where a word is left out or quoted', async () => {
  const { files } = index.open();
  assert.ok((await suggest('نف', files)).some(({ kind }) => kind === 'tag'));
  for (const text of ['-نف', 'وزير -نف', '"نف', '«نف']) assert.ok((await suggest(text, files)).every(({ kind }) => kind === 'word'), text);
});

test('suggestions are names of the archive and words that begin so, in their usual spelling', async () => {
  const files = index.open().files;
  assert.deepEqual((await suggest('طق', files)).map(({ query, kind }) => [query, kind]), [['طقس', 'tag'], ['الطقس', 'word']].filter(([query]) => query?.startsWith('طق')));
  assert.deepEqual((await suggest('خبر اليون', files)).map(({ query }) => query), ['خبر اليونان']);
  assert.deepEqual(await suggest('', files), []);
  assert.deepEqual(await suggest('خبر ', files), []);
});

test('counts and results are the same on fresh files and after fifty other searches', async () => {
  const used = index.open();
  const queries = ['زلزال', '"أمطار غزيرة"', 'سعر النفط', 'عبدالرحمن', '"وزير الصحة"', 'القرار -زلزال', 'خبر', 'أمطار الساحل', 'كلمة', 'تركيا أو اليونان'];
  for (let round = 0; round < 5; round += 1) for (const query of queries) await ask(query, {}, used);
  for (const query of queries) assert.deepEqual((await ask(query, {}, used)).ids, (await ask(query)).ids, query);
});

test('every form of the vocabulary has the classes that the analysis gives it, there and here', async () => {
  const { files } = index.open();
  const entries = await files.entriesOfPrefix('');
  assert.ok(entries.length > 60);
  for (const { form, classes } of entries) {
    for (const name of classes) assert.ok((await files.classIn(name)).flat().some((postings) => postings.form === form), `${form} in ${name}`);
  }
});

test('a file that does not arrive makes the search fail, and the next try works', async () => {
  let broken = true;
  const files = new IndexFiles(async (name) => {
    if (broken && name.startsWith('words/')) throw new Error('no network');
    return readFile(join(index.folder, name));
  });
  const sources = { ...index.open(), files };
  await assert.rejects(runSearch('زلزال', sources), /no network/u);
  broken = false;
  assert.equal((await runSearch('زلزال', sources)).total, 2);
});

test('a host that unpacks gzip on the way does no harm', async () => {
  const files = new IndexFiles(async (name) => gunzipSync(await readFile(join(index.folder, name))));
  assert.equal((await runSearch('زلزال', { ...index.open(), files })).total, 2);
});

test('an index of another format is refused', async () => {
  const files = new IndexFiles(async () => new TextEncoder().encode(JSON.stringify({ format: 99 })));
  await assert.rejects(runSearch('زلزال', { ...index.open(), files }), /format 99/u);
});
