/** npm run pack -- --zim: Kiwix's own tools read what we write. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { FIXTURE_SOURCES } from '../support/build-once.ts';
import { findProgram } from '../support/host-servers.ts';
import { runCommandLine, STACK_TRACE } from '../support/run-command.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-zim-'));
const site = join(room, 'site');
const data = join(room, 'data');
const zim = join(room, 'packs', 'archive.zim');
const BASE = '/some/path/';
const ARTICLE = '/archive/2021/05/04/time-precision/index.html';
const pack = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => runCommandLine('pack', ['--data', data, '--out', site, ...args], { env });

const lacking = [['zimwriterfs', 'zim-tools'], ['zimcheck', 'zim-tools'], ['kiwix-serve', 'kiwix-tools']].filter(([program = '']) => findProgram(program) === undefined);
const missing = lacking.length === 0 ? false : `NOT TESTED: ${lacking.map(([program]) => program).join(', ')} not installed; get it with: apt-get install zim-tools kiwix-tools`;
if (missing !== false) process.stderr.write(`\n!!! ${missing}\n`);

before(async () => {
  cpSync(FIXTURE_SOURCES.data, data, { recursive: true });
  writeFileSync(join(data, 'redirects.yaml'), '/moved/: https://example.org/خبر?a=1\n/old/: /2021/\n');
  const { status, stderr } = await runCommandLine('build', ['--articles', FIXTURE_SOURCES.articles, '--data', data, '--out', site, '--base', BASE, '--quiet']);
  assert.equal(status, 0, stderr);
});
after(() => {
  rmSync(room, { recursive: true, force: true });
});

describe('a ZIM file', { skip: missing }, () => {
  let server: ChildProcess;
  let origin: string;

  before(async () => {
    const { status, stdout, stderr } = await pack(['--zim', zim]);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /archive\.zim: \d+ files, [\d.]+ MB; zimcheck found no error\. Read it with Kiwix/u);
    assert.deepEqual(readdirSync(join(room, 'packs')), ['archive.zim'], 'nothing else is left there');
    const port = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => {
          resolve(typeof address === 'object' && address !== null ? address.port : 0);
        });
      });
    });
    origin = `http://127.0.0.1:${String(port)}`;
    server = spawn('kiwix-serve', ['--address', '127.0.0.1', '--port', String(port), zim], { stdio: 'ignore' });
    for (let attempt = 0; attempt < 100 && !(await fetch(origin).then(() => true, () => false)); attempt += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  after(() => {
    server.kill();
  });

  const get = async (path: string): Promise<{ status: number; text: string }> => {
    const response = await fetch(origin + path);
    return { status: response.status, text: await response.text() };
  };

  test('passes zimcheck', () => {
    assert.match(execFileSync('zimcheck', ['-A', zim], { encoding: 'utf8' }), /Overall Test Status: Pass/u);
  });

  test('says what it is, in Arabic', async () => {
    const { text } = await get('/catalog/v2/entries');
    const value = (name: string): string => new RegExp(`<entry>[^]*?<${name}>\\s*([^<]*?)\\s*</${name}>`, 'u').exec(text)?.[1] ?? '';
    assert.equal(value('language'), 'ara');
    assert.equal(value('name'), 'archive.example_ar_all');
    for (const name of ['title', 'summary']) assert.match(text, new RegExp(`<${name}>[^<]*\\p{Script=Arabic}`, 'u'), name);
    assert.match(text, /rel="http:\/\/opds-spec\.org\/image\/thumbnail"/u);
  });

  test('is shown by kiwix-serve: pages, styles, and links between them', async () => {
    const { status, text } = await get(ARTICLE);
    assert.equal(status, 200);
    assert.match(text, /dir="rtl"/u);
    assert.doesNotMatch(text, /Content-Security-Policy/u);
    const style = /<link rel="stylesheet" href="([^"]+)"/u.exec(text)?.[1] ?? '';
    assert.equal((await fetch(new URL(style, origin + ARTICLE))).status, 200);
  });

  test('has the pages at old addresses, also of what moved to another site', async () => {
    assert.match((await get('/archive/moved/index.html')).text, /<a href="https:\/\/example\.org\//u);
    assert.match((await get('/archive/old/index.html')).text, /2021/u);
  });

  test('finds articles by their text, and no lists of them', async () => {
    const { status, text } = await get(`/search?content=archive&pattern=${encodeURIComponent('ساعته')}`);
    assert.equal(status, 200);
    const links = [...text.matchAll(/<a href="(\/archive\/[^"]+)"/gu)].map(([, link = '']) => link);
    assert.ok(links[0] === ARTICLE && links.every((link) => /\/\d{4}\/\d{2}\/\d{2}\/[a-z-]+\/index\.html$/u.test(link)), links.join(' '));
  });
});

test('without zim-tools the command says how to get them, and leaves nothing behind', async () => {
  const bin = join(room, 'bin');
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, 'node'));
  const packs = join(room, 'none');
  mkdirSync(packs);
  const { status, stderr } = await pack(['--zim', join(packs, 'a.zim')], { PATH: bin });
  assert.equal(status, 1);
  assert.match(stderr, /^error: zimwriterfs is not installed; get it with: apt-get install zim-tools\n$/u);
  assert.deepEqual(readdirSync(packs), []);
});

test('a name that is none for a ZIM is wrong usage', async () => {
  const { status, stderr } = await pack(['--zim', join(room, 'archive')]);
  assert.equal(status, 2);
  assert.match(stderr, /^error: --zim: got .*; expected a file whose name ends in \.zim/u);
  assert.doesNotMatch(stderr, STACK_TRACE);
});
