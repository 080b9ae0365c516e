/** Related articles: older, for a reason that is said, the same each time, and not slower than the archive grows. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { buildArchive } from '../../src/archive/archive.ts';
import { relateArticles, type RelatedPast } from '../../src/archive/related.ts';
import type { Article } from '../../src/article/article.ts';
import { runs } from '../arabic/arbitraries.ts';
import { articleOf, settingsOf, someArticles } from './articles.ts';

const settings = settingsOf();

function relatedOf(articles: readonly Article[]): ReadonlyMap<string, readonly (readonly [id: string, shared: readonly string[]])[]> {
  const archive = buildArchive(articles, settings);
  const related = relateArticles(archive, settings);
  return new Map(archive.articles.map((article) => [article.id, (related.get(article.id) ?? []).map(({ article: { id }, shared }) => [id, shared] as const)]));
}

describe('what is related', () => {
  const articles = [
    articleOf({ id: 'about-dam', date: '2020-01-01', title: 'بناء سد', tags: ['سد النهضة'], places: ['إثيوبيا'] }),
    articleOf({ id: 'about-film', date: '2020-02-01', title: 'فيلم جديد', tags: ['سينما'] }),
    articleOf({ id: 'later-dam', date: '2021-01-01', title: 'ملء السد', tags: ['سد النهضة'], places: ['إثيوبيا'], people: ['آبي أحمد'] }),
    articleOf({ id: 'in-words', date: '2021-02-01', title: 'مهرجان السينما يعرض فيلما عن الصحراء' }),
    articleOf({ id: 'same-words', date: '2021-03-01', title: 'فيلم الصحراء يفوز في المهرجان' }),
  ];
  const related = relatedOf(articles);

  test('older articles that share rare names, with the names', () => {
    assert.deepEqual(related.get('later-dam'), [['about-dam', ['سد النهضة', 'إثيوبيا']]]);
  });

  test('older headlines that share rare words, when no names are given', () => {
    assert.deepEqual(related.get('same-words')?.map(([id]) => id), ['in-words']);
  });

  test('nothing newer, and nothing for a word that alone is shared', () => {
    assert.deepEqual(related.get('about-dam'), []);
    assert.deepEqual(related.get('about-film'), []);
  });

  test('a name that is tag, place and word at once is one reason', () => {
    const twice = relatedOf([articleOf({ id: 'older', date: '2020', title: 'مصر تستضيف', tags: ['مصر'], places: ['مصر'] }), articleOf({ id: 'newer', date: '2021', title: 'في مصر', tags: ['مصر'], places: ['مصر'] })]);
    assert.deepEqual(twice.get('newer'), [['older', ['مصر']]]);
  });
});

test('a newer article changes what no older one is related to', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const before = relatedOf(articles);
    const newer = articleOf({ id: 'newest-of-all', date: '2030-01-01', tags: ['العراق', 'مصر'], title: articles[0]?.title ?? 'عنوان' });
    const after = relatedOf([...articles, newer]);
    for (const [id, list] of before) assert.deepEqual(after.get(id), list);
  }), { numRuns: Math.ceil(runs.numRuns / 3) });
});

test('what is kept of the past stands for its articles', () => {
  fc.assert(fc.property(someArticles, fc.nat(), (articles, draw) => {
    const archive = buildArchive(articles, settings);
    const after = draw % Math.max(1, archive.articles.length);
    let past: RelatedPast | undefined;
    const all = relateArticles(archive, settings, { keep: { after, receive: (found) => (past = found) } });
    const recent = relateArticles(archive, settings, { past });
    for (const { id } of archive.articles.slice(0, archive.articles.length - after)) assert.deepEqual(recent.get(id), all.get(id));
    for (const { id } of archive.articles.slice(archive.articles.length - after)) assert.equal(recent.get(id), undefined);
  }), { numRuns: Math.ceil(runs.numRuns / 3) });
});

test('the order of the files does not matter, and every article is older and says why', () => {
  fc.assert(fc.property(someArticles, (articles) => {
    const archive = buildArchive(articles, settings);
    assert.deepEqual(relatedOf(articles), relatedOf([...articles].reverse()));
    for (const [id, list] of relatedOf(articles)) {
      for (const [other, shared] of list) {
        assert.ok((archive.positions.get(archive.byId.get(other as Article['id'])?.id ?? ('' as Article['id'])) ?? -1) > (archive.positions.get(id as Article['id']) ?? Infinity));
        assert.ok(shared.length > 0);
      }
    }
  }), { numRuns: Math.ceil(runs.numRuns / 3) });
});

test('an old article that is put in late changes few others, however many share its name', () => {
  const many = Array.from({ length: 600 }, (_, index) => articleOf({ id: `article-${String(index).padStart(3, '0')}`, date: `20${String(10 + Math.floor(index / 60))}-01-01`, title: 'بلا', tags: ['وسم عام', `وسم ${String(index % 40)}`] }));
  const before = relatedOf(many);
  const after = relatedOf([...many, articleOf({ id: 'put-in-late', date: '2013-06-01', title: 'بلا', tags: ['وسم عام', 'وسم 7'] })]);
  const changed = [...before].filter(([id, list]) => JSON.stringify(list) !== JSON.stringify(after.get(id)));
  assert.ok(changed.length > 0 && changed.length <= 12, String(changed.length));
});

test('the time grows with the number of articles, not with its square', () => {
  const time = (size: number): number => {
    const articles = Array.from({ length: size }, (_, index) => articleOf({ id: `article-${String(index).padStart(6, '0')}`, date: '2020-01-01', title: `خبر عام عن مدينة ${String(index % 97)}`, tags: ['وسم عام', 'وسم آخر'] }));
    const start = process.cpuUsage();
    relatedOf(articles);
    return process.cpuUsage(start).user;
  };
  time(500);
  const [small, large] = [Math.min(time(1000), time(1000)), Math.min(time(8000), time(8000))];
  assert.ok(large < small * 8 * 3, `${String(small)} and ${String(large)} µs`);
});
