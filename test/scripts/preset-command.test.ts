/** npm run preset as its user sees it. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { FIXTURE_SOURCES } from '../support/build-once.ts';
import { compareTrees, digestTree } from '../support/digest-tree.ts';
import { runCommandLine, STACK_TRACE } from '../support/run-command.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-preset-'));
const out = join(room, 'site');

before(async () => {
  const { status, stderr } = await runCommandLine('build', ['--articles', FIXTURE_SOURCES.articles, '--data', FIXTURE_SOURCES.data, '--out', out, '--base', '/some/path/', '--quiet']);
  assert.equal(status, 0, stderr);
});
after(() => {
  rmSync(room, { recursive: true, force: true });
});

test('preset writes what the host needs, says where, and what to do with it', async () => {
  const { status, stdout, stderr } = await runCommandLine('preset', ['nginx', '--out', out, '--to', join(room, 'conf'), '--root', '/srv/www/archive']);
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^wrote .*conf\/warraq\.nginx\.conf\nPut warraq\.nginx\.conf into \/etc\/nginx\/conf\.d\/ and the site's files into \/srv\/www\/archive/u);
  const text = readFileSync(join(room, 'conf/warraq.nginx.conf'), 'utf8');
  for (const part of ['alias "/srv/www/archive/";', '"/some/path/2020/02/02/withdrawn-article/"', 'server_name archive.example;']) assert.ok(text.includes(part), part);
});

test('what belongs into the site is written there', async () => {
  assert.equal((await runCommandLine('preset', ['apache', '--out', out])).status, 0);
  assert.ok(existsSync(join(out, '.htaccess')));
});

test('a file that both folders of the site share is never written into, and the next build says what it leaves out', async () => {
  const articles = join(room, 'articles');
  cpSync(FIXTURE_SOURCES.articles, articles, { recursive: true });
  const shared = join(room, 'shared');
  const build = () => runCommandLine('build', ['--articles', articles, '--data', FIXTURE_SOURCES.data, '--out', shared, '--no-search']);
  const add = (id: string): void => {
    writeFileSync(join(articles, `${id}.md`), `---\nid: ${id}\ntitle: خبر جديد\ndate: 2024-05-06\n---\n\nنص.\n`);
  };
  assert.equal((await build()).status, 0);
  add('second-one');
  assert.equal((await build()).status, 0);
  const other = digestTree(`${shared}.build/a`);
  for (const host of ['netlify', 'cloudflare', 'netlify', 'apache']) assert.equal((await runCommandLine('preset', [host, '--out', shared, '--to', join(room, 'conf')])).status, 0);
  assert.deepEqual(compareTrees(other, digestTree(`${shared}.build/a`)), { added: [], removed: [], changed: [] });
  const sums = await runCommandLine('verify', [shared]);
  assert.equal(sums.status, 0, sums.stderr);
  // Nothing to do: what the host needs stays.
  assert.match((await build()).stdout, / 0 written/u);
  assert.ok(existsSync(join(shared, '_headers')));
  add('third-one');
  const { stdout } = await build();
  assert.match(stdout, /^What was put into the site after the last build is not in it now: _headers, _redirects, \.htaccess; run npm run preset again\.$/mu);
  add('fourth-one');
  assert.equal((await build()).status, 0);
  assert.deepEqual(['_headers', '_redirects', '.htaccess'].filter((name) => existsSync(join(shared, name))), []);
  assert.equal((await runCommandLine('verify', [shared])).status, 0);
});

test('preset of a site for another base says how to build it', async () => {
  assert.equal((await runCommandLine('preset', ['nginx', '--out', out, '--base', 'some/path', '--to', join(room, 'conf')])).status, 0);
  const { status, stderr } = await runCommandLine('preset', ['nginx', '--out', out, '--base', '/other/']);
  assert.equal(status, 1);
  assert.match(stderr, /^error: --base: the site was built for \/some\/path\/; build it with: npm run build -- --base \/other\/\n$/u);
});

test('preset of a site that a host cannot take ends with 1 and advice', async () => {
  const large = join(room, 'large');
  cpSync(realpathSync(out), large, { recursive: true });
  writeFileSync(join(large, 'large.bin'), Buffer.alloc(26 * 1024 * 1024));
  const { status, stderr } = await runCommandLine('preset', ['cloudflare', '--out', large]);
  assert.equal(status, 1);
  assert.match(stderr, /^error: the largest file: 26\.0 MiB \(large\.bin\); cloudflare takes 25\.0 MiB; a paid plan/u);
});

for (const [args, code, message] of [
  [['iis'], 2, /^error: .*'iis' is invalid.* Allowed choices are netlify, cloudflare, github-pages, s3, nginx, caddy, apache/u],
  [[], 2, /^error: missing required argument 'host'/u],
  [['nginx', '--out', join(room, 'nowhere')], 1, /^error: There is no built site in .*nowhere; build it first with: npm run build\n$/u],
  [['nginx', '--out', out, '--root', '/srv/"x'], 1, /^error: --root: got/u],
] as const) {
  test(`preset ${args.map((arg) => arg.replace(room, '')).join(' ')} says what is wrong`, async () => {
    const { status, stderr } = await runCommandLine('preset', args);
    assert.equal(status, code);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, STACK_TRACE);
  });
}
