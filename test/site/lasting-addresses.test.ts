/** Addresses that last: what was published is there, has moved, or was taken back; a build that loses one says which. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BuildRefused, runBuild } from '../../src/build/build-site.ts';
import { parseAddresses, type Address } from '../../src/plan/addresses.ts';
import { FIXTURE_SOURCES, PROJECT } from '../support/build-once.ts';
import { movedOf, readSite, textOf, type BuiltSite } from '../support/site-checks/built-site.ts';
import { SITE_CHECKS } from '../support/site-checks/site-checks.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-lasting-'));
const articles = join(room, 'articles');
const data = join(room, 'data');
const out = join(room, 'site');
const BASE = '/some/path/';

after(() => {
  rmSync(room, { recursive: true, force: true });
});

/** Builds with an article file changed or left out (`undefined`), and redirects; then puts all back. */
async function buildWith(change: { readonly file?: string; readonly text?: ((old: string) => string) | undefined; readonly redirects?: string; readonly published?: readonly string[] }): Promise<BuiltSite> {
  const file = change.file === undefined ? undefined : join(articles, change.file);
  const old = file === undefined ? '' : readFileSync(file, 'utf8');
  if (file !== undefined && change.text !== undefined) writeFileSync(file, change.text(old));
  else if (file !== undefined) rmSync(file);
  writeFileSync(join(data, 'redirects.yaml'), change.redirects ?? '');
  try {
    await runBuild({ articles, data, out, base: BASE, published: { listed: change.published ?? published } });
    return readSite(out);
  } finally {
    if (file !== undefined) writeFileSync(file, old);
  }
}

async function refusal(change: Parameters<typeof buildWith>[0]): Promise<readonly string[]> {
  const error = await buildWith(change).then(() => assert.fail('it was built'), (reason: unknown) => reason);
  assert.ok(error instanceof BuildRefused, String(error));
  return error.problems.filter(({ severity }) => severity === 'error').map(({ code, got, fix }) => `${code}: ${got}; ${fix}`);
}

let published: readonly string[] = [];
let addresses: ReadonlyMap<string, Address>;
const listOf = (site: BuiltSite): ReadonlyMap<string, Address> => new Map(parseAddresses(textOf(site, 'addresses.txt')).map((address) => [address.path, address]));

const LONE = '2019/year-precision.md';
const LONE_PATH = '/2019/year-precision/';

describe('addresses that last', () => {
  before(async () => {
    process.chdir(PROJECT);
    cpSync(FIXTURE_SOURCES.articles, articles, { recursive: true });
    cpSync(FIXTURE_SOURCES.data, data, { recursive: true });
    const site = await buildWith({});
    addresses = listOf(site);
    published = [...addresses.keys()];
  });

  test('the list has every page and feed, and says which were taken back', () => {
    for (const path of ['/', LONE_PATH, '/2021/05/', '/feed.xml', '/tags/']) assert.equal(addresses.get(path)?.status, 200, path);
    assert.equal(addresses.get('/2020/02/02/withdrawn-article/')?.status, 410);
    assert.ok(!addresses.has('/404.html') && ![...addresses.keys()].some((path) => path.includes('pagefind') || path.includes('assets')));
  });

  test('the same archive loses nothing', async () => {
    await buildWith({});
  });

  test('an article that is gone fails the build, which names it and its lists, and leaves the old site', async () => {
    const found = await refusal({ file: LONE });
    assert.ok(found.some((line) => line.startsWith(`address-lost: no page at ${LONE_PATH}, which was published; if its file has another name now, write id: year-precision into it; if it was deleted, bring it back, with withdrawn`)), found.join('\n'));
    assert.ok(found.every((line) => line.startsWith('address-lost: ')));
    assert.ok(existsSync(join(out, `${LONE_PATH.slice(1)}index.html`)));
  });

  test('a date that is put right moves the article: the build says the line to write, and with it passes', async () => {
    const file = '2021/05/bare-article.md';
    const text = (old: string): string => old.replace(/^date: .*$/mu, 'date: 2021-05-30');
    const first = await refusal({ file, text });
    const line = first.find((each) => each.includes('/bare-article/'));
    assert.match(line ?? '', /write into \S+\/data\/redirects\.yaml the line \/2021\/05\/\d\d\/bare-article\/: \/2021\/05\/30\/bare-article\/$/u);
    const lost = first.map((each) => /no page at (\S+),/u.exec(each)?.[1] ?? '');
    const site = await buildWith({ file, text, redirects: first.map((each) => `${/the line (.+)$/u.exec(each)?.[1] ?? ''}\n`).join('') });
    assert.deepEqual(listOf(site).get(lost.find((path) => path.includes('bare-article')) ?? ''), { path: lost.find((path) => path.includes('bare-article')), status: 301, target: '/2021/05/30/bare-article/' });
    for (const { sentence, check } of SITE_CHECKS) assert.deepEqual(check(site), [], sentence);
  });

  test('an article that is taken back keeps its address, and the lists that it leaves empty lead to the page above', async () => {
    const site = await buildWith({ file: LONE, text: (old) => old.replace(/^---\n/u, '---\nwithdrawn: { date: 2024-01-02, reason: سبب معلن }\n') });
    const list = listOf(site);
    assert.equal(list.get(LONE_PATH)?.status, 410);
    assert.deepEqual(list.get('/2019/'), { path: '/2019/', status: 301, target: '/dates/' });
    assert.match(textOf(site, '2019/index.html'), /<meta http-equiv="refresh" content="0; url=\/some\/path\/dates\/"\/>/u);
    assert.deepEqual(published.filter((path) => !list.has(path)), []);
    for (const { sentence, check } of SITE_CHECKS) assert.deepEqual(check(site), [], sentence);
  });

  test('lists of an article that was never published leave no trace', async () => {
    const site = await buildWith({ file: LONE, text: (old) => old.replace(/^---\n/u, '---\nwithdrawn: { date: 2024-01-02, reason: سبب معلن }\n'), published: [] });
    assert.equal(listOf(site).get('/2019/'), undefined);
  });

  test('old addresses of all forms lead on, in the page and for feeds', async () => {
    const redirects = ['/old/: /2021/', '/قديم/خبر: /2021/05/', '/news.html: https://example.org/a?b=1&c=2', '/old.xml: /feed.xml', '/archive/*: /2021/*', '/archive/05/: /dates/', '/a.php: /2021/'].join('\n');
    const site = await buildWith({ redirects });
    const moved = movedOf(site);
    assert.equal(moved.get('old/index.html'), '/2021/');
    assert.match(textOf(site, 'قديم/خبر/index.html'), /url=\/some\/path\/2021\/05\/"/u);
    assert.match(textOf(site, 'news.html'), /<a href="https:\/\/example\.org\/a\?b=1&amp;c=2">/u);
    assert.equal(textOf(site, 'old.xml'), textOf(site, 'feed.xml'));
    assert.equal(moved.get('archive/06/index.html'), '/2021/06/');
    assert.equal(moved.get('archive/05/index.html'), '/dates/', 'a line of its own says more than one for the folder');
    assert.ok(!site.files.has('a.php'));
    for (const { sentence, check } of SITE_CHECKS) assert.deepEqual(check(site), [], sentence);
  });

  test('a file without an id that is given another name keeps its address by the id that the build says', async () => {
    const old = '/2021/06/07/renamed/';
    const found = await refusal({ published: [...published, old] });
    const id = /write (id: \S+) into it/u.exec(found.find((line) => line.includes(old)) ?? '')?.[1];
    const site = await buildWith({ file: LONE, text: () => `---\n${id ?? ''}\ntitle: عنوان\ndate: 2021-06-07\n---\n\nنص.\n`, published: [old] });
    assert.equal(listOf(site).get(old)?.status, 200);
  });

  test('an article that moves a second time takes its old redirect along: the build says how the line is to read', async () => {
    const file = '2021/05/bare-article.md';
    const old = published.find((path) => path.endsWith('/bare-article/')) ?? '';
    const found = await refusal({ file, text: (before) => before.replace(/^date: .*$/mu, 'date: 2021-05-29'), redirects: `${old}: /2021/05/30/bare-article/\n` });
    assert.ok(found.some((line) => line.startsWith('redirect-target') && line.endsWith(`the article has moved on: write ${old}: /2021/05/29/bare-article/`)), found.join('\n'));
    assert.ok(!found.some((line) => line.startsWith(`address-lost: no page at ${old}`)), 'said once');
  });

  test('for each list that went with an article the build says a line, and with these and one for the article it passes', async () => {
    const found = await refusal({ file: LONE });
    assert.match(found[0] ?? '', /no page at \/2019\/year-precision\//u, 'the article is named first');
    const lines = found.slice(1).map((each) => /the line (.+)$/u.exec(each)?.[1] ?? '');
    assert.ok(lines.includes('/2019/: /dates/'), lines.join('\n'));
    const site = await buildWith({ file: LONE, redirects: [`${LONE_PATH}: /dates/`, ...lines].join('\n') });
    assert.deepEqual(published.filter((path) => !listOf(site).has(path)), []);
  });

  test('what was once redirected stays so', async () => {
    const found = await refusal({ published: [...published, '/old/', '/old/page.html'] });
    assert.deepEqual(found.map((line) => line.split(',')[0]), ['address-lost: no page at /old/', 'address-lost: no page at /old/page.html']);
    assert.match(found[1] ?? '', /the line \/old\/page\.html: \/$/u);
  });

  for (const [what, redirects, fault] of [
    ['a target that is not there', '/old/: /nowhere/', 'redirect-target'],
    ['a folder that is not there', '/old/*: /nowhere/*', 'redirect-target'],
    ['the address of a page', '/2021/: /2020/', 'redirect-taken'],
    ['the address of a page without its slash', '/2021: /2020/', 'redirect-taken'],
    ['the address of a page in capitals', '/Tags/: /2020/', 'redirect-taken'],
    ['the address of the service worker', '/sw.js: /2020/', 'redirect-taken'],
    ['a folder of the search', '/pagefind/words/: /2020/', 'redirect-taken'],
    ['an address with the path under which the site stands', `${BASE}old/: /2020/`, 'redirect-form'],
    ['a target with that path', `/old/: ${BASE}2020/`, 'redirect-form'],
    ['a loop', '/a/: /b/\n/b/: /a/', 'redirect-loop'],
  ] as const) {
    test(`${what} fails the build`, async () => {
      assert.equal((await refusal({ redirects }))[0]?.split(':')[0], fault);
    });
  }
});
