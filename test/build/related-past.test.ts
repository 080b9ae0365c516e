/** What is kept of the past is what would be found anew, and is made anew when the past is another. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildArchive } from '../../src/archive/archive.ts';
import { relateArticles } from '../../src/archive/related.ts';
import type { Article, ArticleId } from '../../src/article/article.ts';
import { prepareRelatedPast } from '../../src/build/related-past.ts';
import { articleOf, settingsOf } from '../archive/articles.ts';

const cache = mkdtempSync(join(tmpdir(), 'warraq-past-'));
after(() => {
  rmSync(cache, { recursive: true, force: true });
});

const settings = settingsOf();
const articles = Array.from({ length: 40 }, (_, at) => articleOf({ id: `article-${String(at)}`, date: `${String(2018 + (at % 4))}-03-${String(1 + (at % 28)).padStart(2, '0')}`, title: `خبر عن السد ${String(at % 5)}`, tags: [`وسم ${String(at % 7)}`, 'السد'] }));
const digestsOf = (all: readonly Article[], changed = ''): ReadonlyMap<ArticleId, string> => new Map(all.map(({ id }) => [id, id === changed ? 'other' : `digest of ${id}`]));
const prepare = (all: readonly Article[], changed?: string) => prepareRelatedPast({ archive: buildArchive(all, settings), settings, digests: digestsOf(all, changed), code: 'code', cache, few: 1 });

test('later articles are related to the same ones, with what was made and with what was kept', async () => {
  const archive = buildArchive(articles, settings);
  const all = relateArticles(archive, settings);
  const made = await prepare(articles);
  const kept = await prepare(articles);
  assert.deepEqual(kept, made);
  assert.equal(kept?.articles, 30, 'the articles before the newest year');
  const recent = relateArticles(archive, settings, { past: kept });
  assert.ok(recent.size > 0);
  for (const [id, related] of recent) assert.deepEqual(related, all.get(id));
});

test('a newer article leaves what is kept, an older one that is changed does not', async () => {
  const file = join(cache, 'related.json');
  await prepare(articles);
  const before = readFileSync(file, 'utf8');
  await prepare([...articles, articleOf({ id: 'newest', date: '2021-12-01', tags: ['السد'] })]);
  assert.equal(readFileSync(file, 'utf8'), before);
  await prepare(articles, 'article-0');
  assert.notEqual(readFileSync(file, 'utf8'), before);
});

test('a damaged file is as none', async () => {
  const made = await prepare(articles);
  writeFileSync(join(cache, 'related.json'), '{"key":');
  assert.deepEqual(await prepare(articles), made);
});

test('a short past is not kept', async () => {
  const archive = buildArchive(articles, settings);
  assert.equal(await prepareRelatedPast({ archive, settings, digests: digestsOf(articles), code: 'code', cache }), undefined);
});
