import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { afterEach, beforeEach } from 'node:test';
import { openWorkshop, type Workshop } from './import-into.ts';

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => {
  shop.dispose();
});

const SENTENCE = 'قال مصدر في الوزارة إن الاجتماع بحث ملفات الطاقة والمياه والنقل بين البلدين الجارين في العام المقبل ';
const long = (extra: string): string => `${SENTENCE.repeat(1)}وأضاف أن الوفد زار المحافظات الجنوبية والتقى رجال الأعمال والتجار وممثلي النقابات، ثم عاد إلى العاصمة مساء، حيث عقد مؤتمرًا صحفيًا عن نتائج الزيارة وما تم الاتفاق عليه من مشاريع مشتركة ${extra}.`;
const line = (fields: Readonly<Record<string, string>>): string => `${JSON.stringify(fields)}\n`;
const FIRST = { url: 'https://a.example/1', title: 'عنوان أول', body: 'نص الخبر الأول هنا.', date: '2021-01-01' };

test('the same import again writes no file', async () => {
  shop.put('a.jsonl', line(FIRST));
  await shop.run();
  const before = shop.files();
  const ledger = readFileSync(join(shop.to, '.import/ledger.jsonl'), 'utf8');
  const report = await shop.run();
  assert.deepEqual([report.counts.unchanged, report.counts.new, report.counts.updated], [1, 0, 0]);
  assert.deepEqual(shop.files(), before);
  assert.equal(readFileSync(join(shop.to, '.import/ledger.jsonl'), 'utf8'), ledger);
});

test('a changed original updates its file under the same id, and a changed date leaves a redirect', async () => {
  shop.put('a.jsonl', line(FIRST));
  await shop.run();
  const [before = ''] = shop.files().keys();
  shop.put('a.jsonl', line({ ...FIRST, title: 'عنوان مصحح', date: '2021-02-01' }));
  const report = await shop.run();
  assert.equal(report.counts.updated, 1);
  const [[after = '', text = ''] = []] = shop.files();
  assert.equal(shop.files().size, 1);
  assert.match(text, /عنوان مصحح/u);
  assert.equal(before.replace('2021/01', '2021/02'), after);
  assert.match(readFileSync(join(shop.root, 'archive/redirects.yaml'), 'utf8'), /^\/2021\/01\/01\/\w+\/: \/2021\/02\/01\/\w+\/$/mu);
});

test('a file that a person edited is not overwritten: both are shown, and the person decides', async () => {
  shop.put('a.jsonl', line(FIRST));
  await shop.run();
  const [file = ''] = shop.files().keys();
  writeFileSync(join(shop.to, file), readFileSync(join(shop.to, file), 'utf8').replace('هنا', 'هناك'));
  assert.equal((await shop.run()).counts.unchanged, 1);
  shop.put('a.jsonl', line({ ...FIRST, body: 'نص الخبر تغير.' }));
  const stopped = await shop.run();
  assert.equal(stopped.counts.edited, 1);
  const [shown] = stopped.articles;
  assert.ok(shown?.difference?.includes('here:   نص الخبر الأول هناك.') && shown.difference.includes('source: نص الخبر تغير.'));
  assert.match(shop.files().get(file) ?? '', /هناك/u);
  assert.match(readFileSync(join(shop.to, '.import/conflicts', `${shown?.id ?? ''}.md`), 'utf8'), /تغير/u);
  assert.equal((await shop.run({ edited: 'keep' })).counts.unchanged, 1);
  assert.equal((await shop.run()).counts.unchanged, 1);
  assert.match(shop.files().get(file) ?? '', /هناك/u);
});

test('what a person deleted stays deleted', async () => {
  shop.put('a.jsonl', line(FIRST));
  await shop.run();
  const [file = ''] = shop.files().keys();
  rmSync(join(shop.to, file));
  assert.equal((await shop.run()).counts.deleted, 1);
  assert.equal(shop.files().size, 0);
});

test('without the ledger the ids are the same, and files that agree are taken as they are', async () => {
  shop.put('a.jsonl', line(FIRST));
  await shop.run();
  const before = shop.files();
  rmSync(join(shop.to, '.import'), { recursive: true });
  assert.equal((await shop.run()).counts.unchanged, 1);
  assert.deepEqual(shop.files(), before);
});

test('a ledger that was cut off, and a file that was not finished, do no harm', async () => {
  shop.put('a.jsonl', line(FIRST) + line({ ...FIRST, url: 'https://a.example/2', body: 'نص آخر للخبر.' }));
  await shop.run();
  const before = shop.files();
  const path = join(shop.to, '.import/ledger.jsonl');
  const ledger = readFileSync(path, 'utf8');
  writeFileSync(path, ledger.slice(0, ledger.length - 120));
  mkdirSync(join(shop.to, '.import/unfinished'), { recursive: true });
  writeFileSync(join(shop.to, '.import/unfinished/1-1'), 'half');
  assert.equal((await shop.run()).counts.unchanged, 2);
  assert.deepEqual(shop.files(), before);
  assert.equal((await shop.run()).counts.unchanged, 2);
});

test('a text file whose words changed is the same article', async () => {
  shop.put('2021-05-04-a.txt', 'عنوان الخبر الكامل\n\nنص الخبر.');
  await shop.run();
  const [file] = shop.files().keys();
  shop.put('2021-05-04-a.txt', 'عنوان الخبر الكامل\n\nنص الخبر بعد التصحيح.');
  assert.equal((await shop.run()).counts.updated, 1);
  assert.deepEqual([...shop.files().keys()], [file]);
});

test('copies are grouped, exact and near, and left out when asked', async () => {
  shop.put('a.jsonl', [line({ url: 'https://a.example/1', title: 'أول', body: long('في الخارج'), date: '2021-01-01' }), line({ url: 'https://b.example/1', title: 'عنوان آخر', body: long('في الداخل'), date: '2021-01-01' }), line({ url: 'https://c.example/1', title: 'ثالث', body: long('في الخارج'), date: '2021-01-02' }), line({ url: 'https://d.example/1', title: 'رابع', body: 'نص لا علاقة له بما سبق أبدًا.', date: '2021-01-02' })].join(''));
  const report = await shop.run();
  assert.equal(report.counts.new, 4);
  assert.deepEqual(report.duplicates.map(({ kind, articles }) => [kind, articles.length]), [['near', 3]]);
  const again = openWorkshop();
  try {
    again.put('a.jsonl', readFileSync(join(shop.root, 'sources/a.jsonl')));
    const skipped = await again.run({ skipDuplicates: true });
    assert.deepEqual([skipped.counts.new, skipped.counts.duplicate], [2, 2]);
    assert.deepEqual([(await again.run({ skipDuplicates: true })).counts.new, again.files().size], [0, 2]);
  } finally {
    again.dispose();
  }
});

test('a draft that wants a date becomes an article when a person writes it, or confirms it', async () => {
  shop.put('a.txt', 'عنوان الخبر الكامل\n\nنص الخبر.');
  shop.put('b.txt', 'عنوان الخبر الثاني\n\nنص آخر.');
  const report = await shop.run();
  assert.equal(report.counts['wants-date'], 2);
  const [draft = '', other = ''] = [...shop.files().keys()];
  assert.match(draft, /^\.drafts\//u);
  writeFileSync(join(shop.to, draft), (shop.files().get(draft) ?? '').replace('\n---\n\n', '\ndate: 2021-05-04\n---\n\n'));
  const id = other.replace(/^\.drafts\/|\.md$/gu, '');
  const next = await shop.run({ confirmed: new Map([[id, '2021-06']]) });
  assert.equal(next.counts['wants-date'], 0);
  assert.deepEqual([...shop.files().keys()], [`2021/05/${draft.replace('.drafts/', '')}`, `2021/06/${id}.md`].sort());
  const last = await shop.run();
  assert.deepEqual([last.counts.unchanged, last.counts['wants-date'], last.counts.updated], [2, 0, 0]);
});

test('a dry run writes nothing', async () => {
  shop.put('a.jsonl', line(FIRST));
  assert.equal((await shop.run({ dryRun: true })).counts.new, 1);
  assert.deepEqual(readdirSync(shop.root), ['sources'], 'not even the folder of the archive');
});

test('a dry run over an archive says what would become of drafts, and touches nothing', async () => {
  shop.put('a.txt', 'عنوان الخبر الكامل\n\nنص الخبر.');
  shop.put('b.txt', 'عنوان الخبر الثاني\n\nنص آخر.');
  await shop.run();
  const [draft = ''] = shop.files().keys();
  writeFileSync(join(shop.to, draft), (shop.files().get(draft) ?? '').replace('\n---\n\n', '\ndate: 2021-05-04\n---\n\n'));
  const everything = (): readonly (readonly [string, string | undefined])[] => readdirSync(shop.to, { recursive: true, encoding: 'utf8' }).sort().map((name) => [name, shop.files().get(name)]);
  const before = everything();
  const { counts } = await shop.run({ dryRun: true });
  assert.deepEqual([counts.dated, counts.unchanged, counts['wants-date'], counts.deleted, counts.new], [1, 1, 1, 0, 0]);
  assert.deepEqual(everything(), before);
  const real = (await shop.run()).counts;
  assert.deepEqual(real, counts, 'what the dry run said is what happens');
});

test('a draft that waits still is proposed the same days again', async () => {
  shop.put('a.txt', 'عنوان الخبر الكامل هنا\n\nبحث رئيس الوزراء العراقي مصطفى الكاظمي الثلاثاء مع وفد في العام الجاري 2021 ملفات كثيرة.\n\nوأضاف البيان أن اللقاء انتهى.');
  const first = (await shop.run()).articles.find(({ outcome }) => outcome === 'wants-date');
  const again = (await shop.run()).articles.find(({ outcome }) => outcome === 'wants-date');
  assert.ok((first?.candidates?.length ?? 0) > 0);
  assert.deepEqual(again?.candidates, first?.candidates);
});

test('a date that was given for one article outlasts a date for all', async () => {
  shop.put('a.txt', 'عنوان الخبر الكامل\n\nنص الخبر.');
  await shop.run();
  const id = [...shop.files().keys()][0]?.replace(/^\.drafts\/|\.md$/gu, '') ?? '';
  await shop.run({ confirmed: new Map([[id, '2021-05-04']]) });
  const { counts } = await shop.run({ wishes: { date: '2019', source: undefined, section: undefined, acceptTags: false } });
  assert.deepEqual([...shop.files().keys()], [`2021/05/${id}.md`]);
  assert.equal(counts.edited, 0);
});

test('a changed original updates an article whose draft got nothing but its date, and asks where more was edited', async () => {
  shop.put('2-a.txt', 'عنوان الخبر الكامل\n\nبغداد/ المدى\n\nنص الخبر.');
  await shop.run();
  const [draft = ''] = shop.files().keys();
  writeFileSync(join(shop.to, draft), (shop.files().get(draft) ?? '').replace('\n---\n\n', '\ndate: 2021-05-04\n---\n\n'));
  assert.deepEqual([(await shop.run()).counts.edited, (await shop.run()).counts.unchanged], [0, 1]);
  shop.put('2-a.txt', 'عنوان الخبر الكامل\n\nبغداد/ المدى\n\nنص الخبر المصحح.');
  assert.equal((await shop.run()).counts.updated, 1);
  const [file = ''] = shop.files().keys();
  writeFileSync(join(shop.to, file), (shop.files().get(file) ?? '').replace('المصحح', 'المنقح'));
  shop.put('2-a.txt', 'عنوان الخبر الكامل\n\nبغداد/ المدى\n\nنص الخبر الثالث.');
  assert.equal((await shop.run()).counts.edited, 1);
});

test('--confirm of an id that nobody has is said, and a draft is dated without its source', async () => {
  const source = shop.put('a.txt', 'عنوان الخبر الكامل\n\nنص الخبر.');
  await shop.run();
  const id = [...shop.files().keys()][0]?.replace(/^\.drafts\/|\.md$/gu, '') ?? '';
  rmSync(source);
  shop.put('b.jsonl', line(FIRST));
  const report = await shop.run({ confirmed: new Map([[id, '2021-05-04'], ['aaaaaaaaaa', '2021-05-04']]) });
  assert.deepEqual([report.counts.dated, report.refusals.map(({ code }) => code)], [1, ['confirm-unknown']]);
  assert.ok(shop.files().has(`2021/05/${id}.md`));
});

test('a folder of the archive that is a link is not followed outside', async () => {
  shop.put('a.jsonl', line(FIRST));
  mkdirSync(shop.to, { recursive: true });
  mkdirSync(join(shop.root, 'elsewhere'));
  symlinkSync(join(shop.root, 'elsewhere'), join(shop.to, '2021'));
  await assert.rejects(shop.run(), /outside/u);
  await assert.rejects(shop.run(), /outside/u);
});

test('tags of the archive are suggested, and written only when accepted', async () => {
  shop.put('a.jsonl', line({ ...FIRST, tags: 'البرلمان العراقي' }));
  await shop.run();
  shop.put('b.jsonl', line({ url: 'https://a.example/9', title: 'البرلمان العراقي يجتمع', body: 'اجتمع البرلمان العراقي في بغداد.', date: '2021-01-03' }));
  const report = await shop.run();
  assert.ok(report.articles.some(({ remarks }) => remarks.some(({ code, text }) => code === 'tag-suggested' && text === 'tags: البرلمان العراقي')));
  assert.ok([...shop.files().values()].filter((text) => text.includes('tags:')).length === 1);
  await shop.run({ wishes: { date: undefined, source: undefined, section: undefined, acceptTags: true } });
  assert.equal([...shop.files().values()].filter((text) => text.includes('tags: ["البرلمان العراقي"]')).length, 2);
});

test('a ledger with many replaced lines is written anew, with the words of each article', async () => {
  for (let round = 0; round < 5; round += 1) {
    shop.put('a.jsonl', line({ ...FIRST, body: long(`في المرة ${String(round)}`) }) + line({ ...FIRST, url: 'https://a.example/2', body: 'نص آخر للخبر.' }));
    await shop.run();
  }
  const lines = readFileSync(join(shop.to, '.import/ledger.jsonl'), 'utf8').split('\n').filter((own) => own !== '').map((own) => JSON.parse(own) as Readonly<Record<string, string>>);
  assert.ok(lines.length <= 4, `${String(lines.length)} lines for two articles`);
  // A copy of what came in before is found by the words that the ledger keeps.
  shop.put('b.jsonl', line({ url: 'https://b.example/1', title: 'عنوان آخر', date: '2021-01-05', body: long('في المرة 4') }));
  assert.deepEqual((await shop.run()).duplicates.map(({ kind, articles }) => [kind, articles.length]), [['exact', 2]]);
});

test('a conflict that was decided lies there no more, and what a person wrote is kept when it is replaced', async () => {
  shop.put('a.jsonl', line(FIRST));
  await shop.run();
  const [file = ''] = shop.files().keys();
  const conflicts = join(shop.to, '.import/conflicts');
  for (const [edited, left] of [['keep', []], ['replace', [`${file.slice(8, -3)}.replaced.md`]]] as const) {
    writeFileSync(join(shop.to, file), (shop.files().get(file) ?? '').replace(/نص .*/u, `نص المحرر ${edited}.`));
    shop.put('a.jsonl', line({ ...FIRST, body: `نص جديد ${edited}.` }));
    assert.equal((await shop.run()).counts.edited, 1);
    assert.ok(readdirSync(conflicts).includes(file.slice(8)));
    await shop.run({ edited });
    assert.deepEqual(readdirSync(conflicts), left);
    assert.equal((await shop.run()).counts.unchanged, 1);
  }
  assert.match(readFileSync(join(conflicts, `${file.slice(8, -3)}.replaced.md`), 'utf8'), /نص المحرر replace/u);
  assert.match(shop.files().get(file) ?? '', /نص جديد replace/u);
});
