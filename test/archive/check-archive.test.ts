import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { checkArchive } from '../../src/archive/check-archive.ts';
import { slugify } from '../../src/arabic/slug.ts';
import { buildTopics } from '../../src/archive/topics.ts';
import { TOPIC_KINDS } from '../../src/archive/settings.ts';
import { isPublishable } from '../../src/article/problem.ts';
import { runs } from '../arabic/arbitraries.ts';
import { articleOf, settingsOf, someArticles, type ArticleFields } from './articles.ts';

type Case = Partial<ArticleFields>;

/** `code: got` for each problem of articles with the given fields. */
function problemsOf(cases: readonly Case[], files: Readonly<Record<string, string>> = {}): readonly string[] {
  const articles = cases.map((fields, index) => articleOf({ id: `check-${String(index)}`, date: '2020-01-01', ...fields }));
  return checkArchive(articles, settingsOf(files)).map(({ code, got }) => `${code}: ${got}`);
}

/** Asserts that two names are reported as one clash, in whichever order. */
function assertClash(problems: readonly string[], first: string, second: string, slug: string): void {
  const wanted = (name: string, owner: string): string => `slug-twice: "${name}" at the address ${slug}, which "${owner}" has`;
  const clashes = problems.filter((problem) => problem.startsWith('slug'));
  assert.equal(clashes.length, 1, problems.join('\n'));
  assert.ok([wanted(first, second), wanted(second, first)].includes(clashes[0] ?? ''), clashes[0]);
}

test('an archive without a fault has no problem', () => {
  assert.deepEqual(problemsOf([{ tags: ['مصر'], section: 'سياسة' }, { tags: ['العراق'], section: 'سياسة' }]), []);
});

test('an id used twice is an error of the later file that names the first', () => {
  const articles = ['a.md', 'b.md', 'c.md'].map((file) => ({ ...articleOf({ id: 'same-id', date: '2020' }), file }));
  const problems = checkArchive(articles, settingsOf());
  assert.deepEqual(problems.map(({ code, file, severity, got }) => [code, file, severity, got]), [['id-twice', 'b.md', 'error', '"same-id", which a.md has too'], ['id-twice', 'c.md', 'error', '"same-id", which a.md has too']]);
});

for (const [first, second, why] of [['أحمد', 'احمد', 'hamza'], ['مكتبة', 'مكتبه', 'ta marbuta'], ['مستشفى', 'مستشفي', 'alef maqsura'], ['عاجل', 'عـاجل', 'tatweel'], ['محمد', 'مُحمد', 'a vowel mark'], ['BBC', 'bbc', 'case'], ['٢٠٢٠', '2020', 'digits'], ['علي', 'علی', 'a Persian letter']] as const) {
  test(`tags that differ by ${why} are a warning that names both and the way out`, () => {
    const articles = [first, first, second].map((tag, index) => articleOf({ id: `look-${String(index)}`, date: '2020', tags: [tag] }));
    const problems = checkArchive(articles, settingsOf());
    assert.deepEqual(problems.map(({ code, severity, file, field, got, expected }) => [code, severity, file, field, got, expected]), [['tag-spelling', 'warning', 'look-2.md', 'tags', `"${second}"`, `"${first}", as other articles write it`]]);
    assert.match(problems[0]?.fix ?? '', /_data\/tags\.yaml/u);
  });
}

test('look-alike sections, sources and authors are found in their own fields', () => {
  const problems = checkArchive(['رياضة', 'رياضه'].map((name, index) => articleOf({ id: `look-${String(index)}`, date: '2020', section: name, source: name, authors: [name] })), settingsOf());
  assert.deepEqual(problems.map(({ field }) => field), ['section', 'source', 'authors']);
});

test('a spelling declared as an alias is no look-alike', () => {
  assert.deepEqual(problemsOf([{ tags: ['أحمد'] }, { tags: ['احمد'] }], { 'tags.yaml': 'أحمد:\n  aliases: [احمد]\n' }), []);
});

test('the declared spelling is the right one, however rare', () => {
  assert.deepEqual(problemsOf([{ tags: ['احمد'] }, { tags: ['احمد'] }, { tags: ['أحمد'] }], { 'tags.yaml': 'أحمد:\n' }), ['tag-spelling: "احمد"']);
});

test('a look-alike does not stop a build, an id used twice does', () => {
  const [first, second] = [articleOf({ id: 'same-id', date: '2020', tags: ['أحمد'] }), articleOf({ id: 'same-id', date: '2020', tags: ['احمد'] })];
  assert.equal(isPublishable(checkArchive([first, { ...second, id: articleOf({ id: 'other-id', date: '2020' }).id }], settingsOf())), true);
  assert.equal(isPublishable(checkArchive([first, second], settingsOf())), false);
});

test('of two names that come to one address the older keeps it, the newer gets another, and a warning says so', () => {
  const articles = [articleOf({ id: 'older', date: '2019', tags: ['C++'] }), articleOf({ id: 'newer', date: '2020', tags: ['C#'] })].reverse();
  const [hash, plus] = buildTopics(articles, settingsOf()).tag;
  assert.deepEqual([plus?.name, plus?.slug, hash?.name], ['C++', 'c', 'C#']);
  assert.match(hash?.slug ?? '', /^c-[0-9a-f]{8}$/u);
  const problems = checkArchive(articles, settingsOf());
  assert.deepEqual(problems.map(({ code, severity, got }) => [code, severity, got]), [['slug-twice', 'warning', `"C#" at ${hash?.slug ?? ''}, since another name has c`]]);
});

test('an address of its own ends the clash', () => {
  assert.deepEqual(problemsOf([{ tags: ['C++'] }, { tags: ['C#'] }], { 'tags.yaml': '"C#":\n  slug: c-sharp\n' }), []);
});

test('an address that an editor gives to two names is an error', () => {
  assertClash(problemsOf([{ tags: ['مصر'] }, { tags: ['سوريا'] }], { 'tags.yaml': 'مصر: { slug: x1 }\nسوريا: { slug: x1 }\n' }), 'مصر', 'سوريا', 'x1');
});

test('one address for a tag and a section is no clash', () => {
  assert.deepEqual(problemsOf([{ tags: ['مصر'], section: 'مصر' }]), []);
});

test('a name without a letter or digit gets an address, and a warning says so', () => {
  const problems = checkArchive([articleOf({ id: 'check', date: '2020', tags: ['!!!'] })], settingsOf());
  assert.deepEqual(problems.map(({ code, severity }) => [code, severity]), [['slug-empty', 'warning']]);
  assert.match(problems[0]?.got ?? '', /^"!!!", which stands at x[0-9a-f]{8}$/u);
});

test('every topic has an address of its own, whatever the names, and what is not plain is reported', () => {
  const names = fc.constantFrom('امل', 'أمل', 'امل+', 'أمل+', 'أمل#', 'c', 'C++', 'C#', 'con', 'CON', '!', '…');
  fc.assert(fc.property(fc.array(names, { maxLength: 8 }), (tags) => {
    const articles = tags.map((tag, index) => articleOf({ id: `slug-${String(index)}`, date: '2020', tags: [tag] }));
    const topics = buildTopics(articles, settingsOf()).tag;
    assert.equal(new Set(topics.map(({ slug }) => slug)).size, topics.length);
    assert.ok(topics.every(({ slug }) => slug !== ''));
    const odd = topics.filter(({ name, slug }) => slug !== slugify(name)).length;
    assert.equal(checkArchive(articles, settingsOf()).filter(({ code }) => code.startsWith('slug')).length, odd);
  }), runs);
});

test('a newer article moves no address, whatever its tags', () => {
  const names = fc.constantFrom('امل', 'امل+', 'أمل#', 'c', 'C++', 'C#', '!');
  fc.assert(fc.property(fc.array(names, { minLength: 1, maxLength: 6 }), names, (tags, added) => {
    const older = tags.map((tag, index) => articleOf({ id: `slug-${String(index)}`, date: `20${String(30 - index)}`, tags: [tag] }));
    const slugs = (articles: typeof older): ReadonlyMap<string, string> => new Map(buildTopics(articles, settingsOf()).tag.map(({ name, slug }) => [name, slug]));
    const after = slugs([articleOf({ id: 'newest', date: '2050', tags: [added] }), ...older]);
    for (const [name, slug] of slugs(older)) assert.equal(after.get(name), slug);
  }), runs);
});

test('problems other than the place of a double id do not depend on the order of articles', () => {
  fc.assert(fc.property(someArticles.chain((articles) => fc.tuple(fc.constant(articles), fc.shuffledSubarray([...articles], { minLength: articles.length }))), ([articles, shuffled]) => {
    const found = (list: typeof articles): readonly string[] => checkArchive(list, settingsOf()).map(({ code, field, got, expected }) => `${code} ${field} ${got} ${expected}`).sort();
    assert.deepEqual(found(shuffled), found(articles));
  }), { numRuns: Math.ceil(runs.numRuns / 3) });
});

test('problems name a file and a field that exist', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const files = new Set(articles.map(({ file }) => file));
    for (const { file, field, line } of checkArchive(articles, settingsOf())) {
      assert.ok(files.has(file));
      assert.ok(['section', 'tags', 'source', 'authors', 'people', 'places'].includes(field));
      assert.equal(line, 1);
    }
  }), { numRuns: Math.ceil(runs.numRuns / 3) });
});

test('there are six kinds of topics', () => {
  assert.deepEqual(TOPIC_KINDS, ['section', 'tag', 'source', 'author', 'person', 'place']);
});

test('spellings of one person or place are reported once', () => {
  assert.deepEqual(problemsOf([{ people: ['أحمد علي'], places: ['الأقصر'] }, { people: ['احمد علي'], places: ['الاقصر'] }]).map((problem) => problem.split(':')[0]), ['tag-spelling', 'tag-spelling']);
});

test('of spellings that are as common the careful one is named, and neither is called the usual one', () => {
  for (const [careful, careless] of [['أحمد علي', 'احمد علي'], ['الإسكندرية', 'الاسكندرية'], ['مكتبة الأمة', 'مكتبه الأمة'], ['مستشفى', 'مستشفي'], ['محمد', 'محـمد'], ['العراق', 'اَلعراق']] as const) {
    for (const tags of [[careful, careless], [careless, careful]]) {
      const [problem] = checkArchive(tags.map((tag, index) => articleOf({ id: `look-${String(index)}`, date: '2020', tags: [tag] })), settingsOf());
      assert.deepEqual([problem?.got, problem?.expected], [`"${careless}"`, `one spelling: as many articles write "${careful}"`]);
    }
  }
});
