/** Archives that have little: no heading stands over nothing, and no part of a page is empty. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseAddresses } from '../../src/plan/addresses.ts';
import { buildOnce, type Sources } from '../support/build-once.ts';
import { documentOf, pagesOf, textOf } from '../support/site-checks/built-site.ts';
import { checkFeeds } from '../support/site-checks/check-feeds.ts';
import { attributeOf, elementsOf, isNoindex } from '../support/site-checks/html-tree.ts';
import { SITE_CHECKS } from '../support/site-checks/site-checks.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-odd-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

/** @param files front matter and text of each */
function archiveOf(name: string, files: readonly string[]): Sources {
  const sources = { articles: join(room, name, 'articles'), data: join(room, name, 'data') };
  for (const folder of Object.values(sources)) mkdirSync(folder, { recursive: true });
  writeFileSync(join(sources.data, 'site.yaml'), 'name: أرشيف\nurl: https://archive.example\n');
  for (const [index, text] of files.entries()) writeFileSync(join(sources.articles, `${String(index)}.md`), text);
  return sources;
}

const LONE = archiveOf('lone', ['---\nid: lone\ntitle: عنوان واحد\ndate: 2019\n---\n\nنص.\n']);
const TAKEN = archiveOf('taken', ['---\nid: taken\ntitle: عنوان\ndate: 2019-03-04\nwithdrawn: { date: 2020-01-02, reason: سبب معلن }\n---\n\nنص.\n']);

for (const [name, sources] of [['of one article that has a year and no tags', LONE], ['of which every article was taken back', TAKEN]] as const) {
  for (const { sentence, check } of SITE_CHECKS) {
    // A feed of nothing has no entry.
    if (check === checkFeeds && sources === TAKEN) continue;
    test(`an archive ${name}: ${sentence}`, async () => {
      assert.deepEqual(check(await buildOnce(sources)), []);
    });
  }

  test(`an archive ${name}: no heading of the home page stands over nothing, and no list is empty`, async () => {
    const home = textOf(await buildOnce(sources), 'index.html');
    assert.doesNotMatch(home, /<\/h2>\s*<\/section>|<ul[^>]*><\/ul>/u);
  });
}

test('an article without neighbours has no links to them, and a year without known days no map of days', async () => {
  const site = await buildOnce(LONE);
  assert.doesNotMatch(textOf(site, '2019/lone/index.html'), /story-links/u);
  assert.doesNotMatch(textOf(site, '2019/index.html'), /<figure/u);
});

test('where every article was taken back, their addresses still answer', async () => {
  const addresses = parseAddresses(textOf(await buildOnce(TAKEN), 'addresses.txt'));
  assert.equal(addresses.find(({ path }) => path === '/2019/03/04/taken/')?.status, 410);
});

test('no page leads to a list of topics of which there are none; the list keeps its address and asks not to be found', async () => {
  const site = await buildOnce(LONE);
  const empty = ['sections', 'tags', 'sources', 'authors', 'people', 'places', 'dossiers'];
  for (const page of pagesOf(site)) {
    const own = `/${page.replace('index.html', '')}`;
    const led = elementsOf(documentOf(site, page), 'a').map((link) => attributeOf(link, 'href') ?? '').filter((href) => empty.some((list) => href === `/${list}/` && href !== own));
    assert.deepEqual(led, [], page);
  }
  for (const list of empty.filter((name) => name !== 'dossiers')) assert.ok(isNoindex(documentOf(site, `${list}/index.html`)), list);
});

test('a list of topics is led to from the first on', async () => {
  const site = await buildOnce(archiveOf('person', ['---\nid: lone\ntitle: عنوان واحد\ndate: 2019\npeople: [سلمى]\n---\n\nنص.\n']));
  const navigation = /<nav class="wrap main-nav".*?<\/nav>/su.exec(textOf(site, '2019/lone/index.html'))?.[0] ?? '';
  assert.deepEqual([...navigation.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href), ['/', '/dates/', '/people/', '/about/']);
});
