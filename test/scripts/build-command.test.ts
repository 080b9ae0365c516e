/** npm run build as its user sees it. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FIXTURE_SOURCES } from '../support/build-once.ts';
import { runCommandLine, STACK_TRACE, type CommandResult } from '../support/run-command.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-build-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

const build = (...args: readonly string[]): Promise<CommandResult> => runCommandLine('build', ['--articles', FIXTURE_SOURCES.articles, '--data', FIXTURE_SOURCES.data, ...args]);

function archiveWith(name: string, text: string): string {
  const articles = join(room, name);
  mkdirSync(articles);
  writeFileSync(join(articles, 'good.md'), '---\nid: good-article\ntitle: سليم\ndate: 2021-01-01\n---\n\nنص.\n');
  writeFileSync(join(articles, 'broken.md'), text);
  return articles;
}

test('build ends with 0, says how much it made and where it is', async () => {
  const out = join(room, 'site');
  const { status, stdout, stderr } = await build('--out', out);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^13 articles, \d+ pages and files: \d+ written, 0 unchanged, 0 removed\.$/mu);
  assert.match(stdout, /The site is in .*site; look at it with: npm run serve/u);
  assert.match(stdout, /warning: got no id/u);
  assert.ok(existsSync(join(out, 'index.html')));
});

test('build says what it is doing, and nothing of the programs that it uses', async () => {
  const { stderr } = await build('--out', join(room, 'progress'));
  assert.deepEqual(stderr.trim().split('\n').map((line) => line.replace(/ \(\d+\)$/u, '')), ['reading and checking the articles', 'bundling styles and scripts', 'rendering pages', 'building the search index', 'publishing']);
});

test('build --quiet says nothing where nothing is wrong', async () => {
  const { status, stdout, stderr } = await build('--out', join(room, 'quiet'), '--quiet');
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
});

test('build takes a base in any spelling, and the address of the host', async () => {
  const out = join(room, 'based');
  assert.equal((await build('--out', out, '--base', 'some/path', '--site-url', 'https://other.example/')).status, 0);
  const record = JSON.parse(readFileSync(join(out, 'site.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  assert.deepEqual([record['base'], record['origin']], ['/some/path/', 'https://other.example']);
});

test('build with a broken article ends with 1, says what is wrong where, and makes nothing', async () => {
  const articles = archiveWith('broken', '---\nid: broken-article\ntitle: مكسور\ndate: 2021-02-30\n---\n\nنص.\n');
  const out = join(room, 'none');
  const { status, stdout, stderr } = await build('--articles', articles, '--data', articles, '--out', out);
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /broken\.md:4 date: got "2021-02-30"; expected [^;]+; fix: [^\n]+ \[date-no-such-day\]\nNothing was built: 1 error, 0 warnings\.\n$/u);
  assert.doesNotMatch(stderr, STACK_TRACE);
  assert.ok(!existsSync(out));
});

test('build of an empty archive ends with 1 and says how to begin', async () => {
  const articles = join(room, 'empty');
  mkdirSync(articles);
  const { status, stderr } = await build('--articles', articles, '--out', join(room, 'none'));
  assert.equal(status, 1);
  assert.match(stderr, /npm run new .*\[archive-empty\]/u);
  assert.doesNotMatch(stderr, STACK_TRACE);
});

test('build of a folder that is not there ends with 1 and one line', async () => {
  const { status, stderr } = await build('--articles', join(room, 'nowhere'), '--out', join(room, 'none'), '--quiet');
  assert.equal(status, 1);
  assert.match(stderr, /^error: There is no folder .*nowhere; name the folder of your articles with --articles\n$/u);
});

for (const [args, message] of [
  [['--ouy', 'x'], /^error: unknown option '--ouy'/u],
  [['--base', '/a b/'], /^error: --base: got "\/a b\/"; expected/u],
  [['--base', '/../x/'], /^error: --base/u],
  [['--site-url', 'example.org'], /^error: --site-url: got "example\.org"; expected/u],
  [['--site-url', 'https://example.org/path/'], /a path belongs into --base/u],
  [['surplus'], /^error: too many arguments/u],
] as const) {
  test(`build ${args.join(' ')} is wrong usage: status 2, what is wrong, and where to look`, async () => {
    const { status, stdout, stderr } = await build('--out', join(room, 'none'), ...args);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, message);
    assert.match(stderr, /^See: npm run build -- --help\n$/mu);
    assert.doesNotMatch(stderr, STACK_TRACE);
    assert.ok(!existsSync(join(room, 'none')));
  });
}

test('build --help ends with 0 and names every option', async () => {
  const { status, stdout } = await runCommandLine('build', ['--help']);
  assert.equal(status, 0);
  for (const option of ['--articles', '--data', '--out', '--base', '--site-url', '--quiet']) assert.ok(stdout.includes(option), option);
});

test('build never puts a site in the place of its sources', async () => {
  for (const out of ['articles', 'data']) {
    const home = mkdtempSync(join(room, 'home-'));
    cpSync(FIXTURE_SOURCES.articles, join(home, 'articles'), { recursive: true });
    cpSync(FIXTURE_SOURCES.data, join(home, 'data'), { recursive: true });
    const { status, stderr } = await runCommandLine('build', ['--articles', join(home, 'articles'), '--data', join(home, 'data'), '--out', join(home, out)]);
    assert.equal(status, 1);
    assert.match(stderr, /^error: --out: .* holds the sources/u);
    assert.ok(existsSync(join(home, 'articles/2019/year-precision.md')));
  }
});

test('build never puts a site in the place of a folder that holds its sources', async () => {
  const home = mkdtempSync(join(room, 'home-'));
  cpSync(FIXTURE_SOURCES.articles, join(home, 'articles'), { recursive: true });
  cpSync(FIXTURE_SOURCES.data, join(home, 'data'), { recursive: true });
  const { status, stderr } = await runCommandLine('build', ['--articles', join(home, 'articles'), '--data', join(home, 'data'), '--out', home]);
  assert.ok(existsSync(join(home, 'articles/2019/year-precision.md')), 'the articles are gone');
  assert.equal(status, 1);
  assert.doesNotMatch(stderr, STACK_TRACE);
});

test('build never puts a site in the place of a folder of other files', async () => {
  const out = join(room, 'letters');
  mkdirSync(out);
  writeFileSync(join(out, 'letter.txt'), 'not to be lost');
  const { status, stderr } = await build('--out', out);
  assert.ok(existsSync(join(out, 'letter.txt')), 'the other files are gone');
  assert.equal(status, 1);
  assert.doesNotMatch(stderr, STACK_TRACE);
});

test('build keeps what was published: an address that is gone fails it, unless nobody has seen the site', async () => {
  const home = mkdtempSync(join(room, 'lasting-'));
  const articles = join(home, 'articles');
  cpSync(FIXTURE_SOURCES.articles, articles, { recursive: true });
  const settings = join(home, 'settings');
  cpSync(FIXTURE_SOURCES.data, settings, { recursive: true });
  const args = ['--articles', articles, '--data', settings, '--out', join(home, 'site'), '--quiet'];
  assert.equal((await runCommandLine('build', args)).status, 0);
  rmSync(join(articles, '2019/year-precision.md'));
  const refused = await runCommandLine('build', args);
  assert.equal(refused.status, 1);
  const [article = ''] = refused.stderr.split('\n').filter((line) => line.includes('no page at /2019/year-precision/,'));
  assert.ok(article.startsWith(`${settings}/redirects.yaml:1 address: got no page at /2019/year-precision/, which was published; expected a page, a redirect or a withdrawn article; fix: `), article);
  assert.ok(article.endsWith(`; or write where it went into ${settings}/redirects.yaml: /2019/year-precision/: /…/ [address-lost]`), article);
  assert.ok(refused.stderr.includes(`these lines go into ${settings}/redirects.yaml.`) && !refused.stderr.includes('_data'), 'the folder that was named');
  assert.match(refused.stderr, /^\/2019\/: \/dates\/$/mu, 'a line that can be copied');
  assert.match(refused.stderr, /--allow-lost\.\nNothing was built: \d+ errors/u);
  assert.ok(existsSync(join(home, 'site/2019/year-precision/index.html')));
  assert.equal((await runCommandLine('build', [...args, '--allow-lost'])).status, 0);
  assert.ok(!existsSync(join(home, 'site/2019/year-precision/index.html')));
});

test('what was published and is kept is no reason to build again', async () => {
  const out = join(room, 'kept');
  const list = join(room, 'kept.txt');
  assert.equal((await build('--out', out)).status, 0);
  cpSync(join(out, 'addresses.txt'), list);
  for (const args of [[], ['--published', list], ['--allow-lost']]) assert.match((await build('--out', out, ...args)).stdout, / 0 written.*\n0\.\d s/u);
});

test('build --published takes the list of a site that is online, and says when it is no list', async () => {
  const list = join(room, 'online.txt');
  writeFileSync(list, '/2018/gone/\n');
  const out = join(room, 'online');
  const lost = await build('--out', out, '--published', list);
  assert.deepEqual([lost.status, lost.stderr.includes('no page at /2018/gone/')], [1, true]);
  writeFileSync(list, '<!DOCTYPE html>\n');
  const damaged = await build('--out', out, '--published', list);
  assert.equal(damaged.status, 1);
  assert.match(damaged.stderr, /^error: The list of published addresses .*online\.txt is damaged: line 1 is no address: .*; fetch it again/u);
  assert.match((await build('--out', out, '--published', join(room, 'missing.txt'))).stderr, /^error: The list of published addresses .*missing\.txt cannot be read/u);
});
