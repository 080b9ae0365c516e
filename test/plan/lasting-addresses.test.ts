/** Addresses that go on from the last build are those that looking at every page finds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildArchive } from '../../src/archive/archive.ts';
import type { Article } from '../../src/article/article.ts';
import { listBlocks, type Block } from '../../src/plan/blocks.ts';
import { continueAddresses, planAddresses, type BuiltAddresses, type LastingAddresses } from '../../src/plan/lasting-addresses.ts';
import { buildSite, type Site } from '../../src/site/site.ts';
import { articleOf, settingsOf } from '../archive/articles.ts';

const settings = settingsOf();
const old = Array.from({ length: 30 }, (_, at) => articleOf({ id: `article-${String(at)}`, date: `${String(2018 + (at % 3))}-0${String(1 + (at % 9))}-11`, tags: [`وسم ${String(at % 4)}`], section: 'محليات' }));

function siteOf(articles: readonly Article[]): { readonly site: Site; readonly blocks: readonly Block[] } {
  const site = buildSite(buildArchive(articles, settings), settings, { origin: 'https://example.org', base: '/' });
  return { site, blocks: listBlocks(site, () => []) };
}

const listOf = ({ files }: LastingAddresses): string => files.find(({ path }) => path === '/addresses.txt')?.render() ?? assert.fail('no list');

/** The last build as the next one finds it. @param published of the articles before */
function built(articles: readonly Article[], kept: ReadonlySet<string>, published: BuiltAddresses['published']): BuiltAddresses {
  const { site, blocks } = siteOf(articles);
  return { list: Buffer.from(listOf(planAddresses(site, [])(blocks))), blocks: new Map(blocks.map((block) => [block.name, { files: () => block.outputs().map(({ file }) => file) }])), isKept: (name) => kept.has(name), published };
}

const pathsOf = (list: string): readonly string[] => list.split('\n').filter((line) => line !== '');
const NOTHING: BuiltAddresses['published'] = { list: false, others: [], all: () => [] };

test('one more article, one less, one moved: the list is that of all pages', () => {
  const [first, ...others] = old;
  assert.ok(first !== undefined);
  for (const next of [[...old, articleOf({ id: 'the-new-one', date: '2020-12-01', tags: ['وسم 1', 'وسم جديد'] })], others, [...others, { ...first, date: articleOf({ id: 'other', date: '2019-02-02' }).date }], []]) {
    const { site, blocks } = siteOf(next);
    const whole = planAddresses(site, [])(blocks);
    // What is kept has the same articles before and after.
    const before = new Map(siteOf(old).blocks.map((block) => [block.name, block.outputs().map(({ file }) => file).join()]));
    const kept = new Set(blocks.filter(({ name, outputs }) => name !== 'shared' && before.get(name) === outputs().map(({ file }) => file).join()).map(({ name }) => name));
    assert.equal(listOf(continueAddresses(site, built(old, kept, NOTHING))(blocks)), listOf(whole));
    assert.equal(listOf(continueAddresses(site, built(old, new Set(), NOTHING))(blocks)), listOf(whole));
  }
});

test('what was published and is lost is told, whichever list knows of it', () => {
  const { site, blocks } = siteOf(old.slice(1));
  const all = pathsOf(built(old, new Set(), NOTHING).list.toString('utf8'));
  const wanted = planAddresses(site, all)(blocks).problems;
  assert.ok(wanted.some(({ code, got }) => code === 'address-lost' && got.includes('/article-0/')));
  for (const published of [{ list: true, others: [], all: () => all }, { list: false, others: all, all: () => all }]) {
    assert.deepEqual(continueAddresses(site, built(old, new Set(), published))(blocks).problems, wanted);
  }
});

test('addresses that are there make no other list', () => {
  const { site, blocks } = siteOf(old);
  const last = built(old, new Set(blocks.map(({ name }) => name)), NOTHING);
  const all = pathsOf(last.list.toString('utf8'));
  let asked = false;
  const next = continueAddresses(site, { ...last, published: { list: true, others: all, all: () => ((asked = true), all) } })(blocks);
  assert.deepEqual([listOf(next), next.problems, asked], [last.list.toString('utf8'), [], false]);
});
