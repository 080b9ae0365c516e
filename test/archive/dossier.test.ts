/** Dossier files: what they say, what they gather, and what an editor is told of a mistake. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildArchive } from '../../src/archive/archive.ts';
import { articlesOfDossier, checkDossiers, dossiersOf } from '../../src/archive/dossier-articles.ts';
import { parseDossier, type Dossier } from '../../src/archive/dossier.ts';
import { formatProblem } from '../../src/article/problem.ts';
import { articleOf, settingsOf } from './articles.ts';

function dossierOf(text: string, file = 'dossiers/test.md'): Dossier {
  const { dossier, problems } = parseDossier(file, text);
  assert.deepEqual(problems, []);
  return dossier ?? assert.fail('no dossier');
}

const head = (fields = ''): string => `---\ntitle: ملف\n${fields}---\n`;

test('a story is divided where articles are named, several in a row together', () => {
  const { slug, parts, lines } = dossierOf(`${head()}\nأول\n\nثان\n\n@one-article\n\n@two-article\n\nثالث @three-article\n`);
  assert.equal(slug, 'test');
  assert.deepEqual(parts, [{ text: 'أول\n\nثان' }, { articles: ['one-article', 'two-article'] }, { text: 'ثالث @three-article' }]);
  assert.deepEqual([...lines], [['one-article', 9], ['two-article', 11]]);
});

describe('what a dossier gathers', () => {
  const articles = [
    articleOf({ id: 'first', date: '2019-12-31', tags: ['العراق'], section: 'سياسة' }),
    articleOf({ id: 'second', date: '2020-05-04', tags: ['عراق', 'مصر'], section: 'ثقافة' }),
    articleOf({ id: 'third', date: '2020-05', tags: ['العراق'], section: 'سياسة' }),
    articleOf({ id: 'fourth', date: '2021-01-01', places: ['دمشق'] }),
    articleOf({ id: 'gone', date: '2020-05-04', tags: ['العراق'], withdrawn: true }),
  ];
  const settings = settingsOf({ 'tags.yaml': 'العراق:\n  aliases: [عراق]\n' });
  const archive = buildArchive(articles, settings);
  const found = (text: string): readonly string[] => articlesOfDossier(archive, dossierOf(text), settings).map(({ id }) => id);

  for (const [what, query, expected] of [
    ['a tag under any of its names', 'tags: [عراق]', ['first', 'third', 'second']],
    ['two conditions, which both must fit', 'tags: [العراق]\n  sections: [سياسة]', ['first', 'third']],
    ['a place', 'places: [دمشق]', ['fourth']],
    ['dates, as far as they are known', 'from: 2020-05\n  to: 2020-05-04', ['third', 'second']],
    ['a year', 'from: 2020\n  to: 2020', ['third', 'second']],
  ] as const) test(what, () => assert.deepEqual(found(head(`query:\n  ${query}\n`)), expected));

  test('articles that are named stand among those found, oldest first and once', () => {
    assert.deepEqual(found(`${head('query:\n  tags: [مصر]\n')}\n@fourth\n@second\n`), ['second', 'fourth']);
  });

  test('without a query only those that are named', () => {
    assert.deepEqual(found(`${head()}\n@fourth\n`), ['fourth']);
  });
});

describe('mistakes', () => {
  const told = (text: string, file = 'dossiers/test.md'): readonly string[] => parseDossier(file, text).problems.map(formatProblem);

  test('no title', () => assert.match(told('---\nsummary: ملخص\n---\n').join(), /^dossiers\/test\.md:\d+ title: got /u));
  test('a field that does not exist', () => assert.deepEqual(told(head('tag: [مصر]\n')), ['dossiers/test.md:3 tag: got the unknown field "tag"; expected title, summary, query; fix: delete the line, or use a field that exists [field-unknown]']));
  test('a condition that does not exist', () => assert.match(told(head('query:\n  tag: [مصر]\n')).join(), /^dossiers\/test\.md:4 query\.tag: got the unknown field "tag"; expected sections, tags, /u));
  test('a date that is none', () => assert.match(told(head('query:\n  from: 2020-13\n')).join(), /^dossiers\/test\.md:4 query\.from: got "2020-13"/u));
  test('a file name that is no address', () => assert.match(told(head(), 'dossiers/My File.md').join(), /rename the file to my-file\.md/u));
  test('no front matter', () => assert.match(told('نص').join(), /\[front-matter-missing\]/u));

  test('an article that is not there, or is a draft', () => {
    const articles = [articleOf({ id: 'here', date: '2020' }), articleOf({ id: 'draft-one', date: '2020', draft: true })];
    assert.deepEqual(checkDossiers(articles, [dossierOf(`${head()}\n@here\n@draft-one\n@nowhere\n`)]).map(formatProblem), [
      'dossiers/test.md:6 body: got @draft-one; expected the id of a published article; fix: look the id up in the article file, or delete the line [dossier-article]',
      'dossiers/test.md:7 body: got @nowhere; expected the id of a published article; fix: look the id up in the article file, or delete the line [dossier-article]',
    ]);
  });

  test('dossiers of which no article is there belong to another archive: one warning each, and no page', () => {
    const articles = [articleOf({ id: 'here', date: '2020' })];
    const foreign = dossierOf(`${head()}\n@elsewhere-one\n@elsewhere-two\n@elsewhere-three\n`);
    assert.deepEqual(checkDossiers(articles, [foreign]).map(({ severity, line, got }) => [severity, line, got]), [['warning', 5, '3 articles that are not in this archive']]);
    assert.deepEqual(dossiersOf(articles, [foreign]), []);
    const ours = dossierOf(`${head()}\n@here\n@elsewhere-two\n@elsewhere-three\n`);
    assert.deepEqual(checkDossiers(articles, [ours]).map(({ severity }) => severity), ['error', 'error']);
    assert.deepEqual(dossiersOf(articles, [ours, foreign]), [ours, foreign]);
  });
});
