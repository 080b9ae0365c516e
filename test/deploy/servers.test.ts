/** The presets of nginx, Caddy and Apache on the real servers: what readers, browsers and search engines get. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { runBuild } from '../../src/build/build-site.ts';
import { FOREVER, SHORT } from '../../src/deploy/cache-rules.ts';
import { FIXTURE_SOURCES, PROJECT } from '../support/build-once.ts';
import { launchBrowser } from '../support/browser.ts';
import { missingServer, startServer, type OwnHost, type RunningServer } from '../support/host-servers.ts';
import { observatoryScore } from '../support/observatory.ts';
import { searchAnswered } from '../support/open-page.ts';
import { readTree } from '../support/site-checks/built-site.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-servers-'));
const REDIRECTS = ['/old/: /2021/', '/قديم/خبر: /tags/سياسات/', '/news.html: https://example.org/a?b=1', '/a b/: /2021/05/', '/a.php: /2021/'];
const GONE = '/2020/02/02/withdrawn-article/';
let browser: Browser;

const sites = new Map<string, { readonly folder: string; readonly files: ReadonlyMap<string, Buffer> }>();

before(async () => {
  process.chdir(PROJECT);
  const data = join(room, 'data');
  cpSync(FIXTURE_SOURCES.data, data, { recursive: true });
  for (const [index, base] of ['/', '/some/path/', '/أرشيف/'].entries()) {
    const folder = join(room, `site-${String(index)}`);
    writeFileSync(join(data, 'redirects.yaml'), '');
    await runBuild({ articles: FIXTURE_SOURCES.articles, data, out: folder, base });
    const tag = [...readTree(folder).keys()].find((path) => /^tags\/[\p{Script=Arabic}-]+\/index\.html$/u.test(path)) ?? '';
    writeFileSync(join(data, 'redirects.yaml'), REDIRECTS.map((line) => line.replace('/tags/سياسات/', `/${tag.replace('index.html', '')}`)).join('\n'));
    await runBuild({ articles: FIXTURE_SOURCES.articles, data, out: folder, base });
    sites.set(base, { folder, files: readTree(folder) });
  }
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
  rmSync(room, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** As it is on the wire: nothing followed, nothing unpacked. */
function get(server: RunningServer, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(`${server.origin}${encodeURI(path)}`, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    })
      .on('error', reject)
      .end();
  });
}

for (const host of ['nginx', 'caddy', 'apache'] as const satisfies readonly OwnHost[]) {
  for (const base of ['/', '/some/path/', '/أرشيف/']) {
    describe(`${host}, site under ${base}`, { skip: missingServer(host) }, () => {
      let server: RunningServer;
      const site = () => sites.get(base) ?? assert.fail();
      const fileLike = (form: RegExp): string => [...site().files.keys()].find((path) => form.test(path)) ?? assert.fail(`no file like ${String(form)}`);
      const location = ({ headers }: Answer): string => decodeURI(new URL(String(headers['location']), 'http://x').pathname);

      before(async () => {
        server = await startServer(host, site().folder);
      });
      after(async () => {
        await server.close();
      });

      test('pages, with their type, their policy and a short time to keep them', async () => {
        for (const path of ['', '2021/05/', fileLike(/^tags\/[\p{Script=Arabic}-]+\/index\.html$/u).replace('index.html', '')]) {
          const { status, headers, body } = await get(server, base + path);
          assert.deepEqual([status, headers['cache-control'], headers['x-content-type-options']], [200, SHORT, 'nosniff'], path);
          assert.match(String(headers['content-type']), /^text\/html; ?charset=utf-8$/iu);
          assert.match(String(headers['content-security-policy']), /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-[\w+/]{43}=';/u);
          assert.deepEqual(body, site().files.get(`${path}index.html`));
        }
      });

      test('a folder without its slash is sent on, by Arabic letters too', async () => {
        const folder = fileLike(/^tags\/[\p{Script=Arabic}-]+\/index\.html$/u).replace('/index.html', '');
        for (const path of ['2021/05', folder]) {
          const answer = await get(server, base + path);
          assert.ok([301, 308].includes(answer.status), `${path}: ${String(answer.status)}`);
          assert.equal(location(answer), `${base}${path}/`);
        }
        if (base !== '/') assert.equal(location(await get(server, base.slice(0, -1))), base);
      });

      test('what is not there is the site’s own page, with status 404 and all headers', async () => {
        for (const path of ['nothing', 'nothing/', '2021/05/04/x/', 'assets/none.css', 'pagefind/none.pf_index']) {
          const { status, headers, body } = await get(server, base + path);
          assert.deepEqual([status, body.equals(site().files.get('404.html') ?? Buffer.alloc(0))], [404, true], path);
          assert.ok(headers['content-security-policy'] !== undefined, path);
          assert.notEqual(headers['cache-control'], FOREVER, `${path} would never come back`);
        }
      });

      test('addresses that moved lead on, each in one step', async () => {
        const arabic = fileLike(/^tags\/[\p{Script=Arabic}-]+\/index\.html$/u).replace('index.html', '');
        for (const [from, to] of [['old/', '2021/'], ['old', '2021/'], ['قديم/خبر', arabic], ['قديم/خبر/', arabic], ['a b/', '2021/05/'], ['a.php', '2021/']] as const) {
          const answer = await get(server, base + from);
          assert.equal(answer.status, 301, from);
          assert.equal(location(answer), base + to);
          assert.match(String(answer.headers['location']), /^[\x21-\x7E]+$/u);
        }
        assert.equal((await get(server, `${base}news.html`)).headers['location'], 'https://example.org/a?b=1');
      });

      test('an article that was taken back answers 410 with its page', async () => {
        const { status, body, headers } = await get(server, base + GONE.slice(1));
        assert.equal(status, 410);
        assert.match(body.toString('utf8'), /سبب السحب المعلن/u);
        assert.match(String(headers['content-type']), /^text\/html/u);
      });

      test('names with a digest are kept for ever, the record of the site never', async () => {
        for (const form of [/^assets\/.*\.css$/u, /^assets\/.*\.woff2$/u, /\.pf_index$/u, /\.pf_meta$/u]) assert.equal((await get(server, base + fileLike(form))).headers['cache-control'], FOREVER, String(form));
        for (const path of ['site.json', 'addresses.txt']) assert.equal((await get(server, base + path)).headers['cache-control'], 'no-cache', path);
        assert.equal((await get(server, base + fileLike(/\.pf_fragment$/u))).headers['cache-control'], SHORT);
      });

      test('text is compressed for those who ask, and what is compressed already is not', async () => {
        for (const path of ['', fileLike(/^assets\/site-.*\.css$/u), fileLike(/^assets\/search-page-.*\.js$/u), 'feed.xml', 'feed.json']) {
          const { headers } = await get(server, base + path, { 'Accept-Encoding': 'gzip' });
          assert.deepEqual([headers['content-encoding'], /accept-encoding/iu.test(String(headers['vary']))], ['gzip', true], path);
          assert.equal((await get(server, base + path)).headers['content-encoding'], undefined);
        }
        const fragment = await get(server, base + fileLike(/\.pf_fragment$/u), { 'Accept-Encoding': 'gzip' });
        assert.equal(fragment.headers['content-encoding'], undefined);
        assert.deepEqual(fragment.body, site().files.get(fileLike(/\.pf_fragment$/u)));
      });

      test('a page that did not change is not sent again', async () => {
        const first = await get(server, base);
        const again = await get(server, base, { 'If-None-Match': String(first.headers['etag']) });
        assert.equal(again.status, 304);
      });

      test('types are right', async () => {
        for (const [path, type] of [['robots.txt', /^text\/plain; ?charset=utf-8$/iu], ['feed.json', /json/u], ['feed.xml', /xml; ?charset=utf-8$/iu], [fileLike(/^assets\/.*\.js$/u), /^(?:text|application)\/javascript; ?charset=utf-8$/iu], [fileLike(/\.pf_index$/u), /^application\/octet-stream$/u]] as const) {
          assert.match(String((await get(server, base + path)).headers['content-type']), type, path);
        }
      });

      test('no list of files is shown', async () => {
        assert.equal((await get(server, `${base}assets/`)).status >= 403, true);
      });

      test('the rules of Mozilla’s Observatory give A+', async () => {
        const { headers } = await get(server, base);
        const { score, reasons } = observatoryScore(headers);
        assert.ok(score >= 100, `${String(score)}: ${reasons.join('; ')}`);
      });

      test('search works in a browser under the policy, which nothing offends', async () => {
        const page = await browser.newPage();
        try {
          const complaints: string[] = [];
          page.on('console', (message) => {
            if (/Content Security Policy|Refused/u.test(message.text())) complaints.push(message.text());
          });
          await page.goto(`${server.origin}${encodeURI(base)}search/?q=${encodeURIComponent('ساعته')}`);
          await searchAnswered(page);
          await page.click('#search-results a');
          await page.waitForURL(/time-precision/u);
          assert.match(await page.title(), /\S/u);
          assert.deepEqual(complaints, []);
        } finally {
          await page.close();
        }
      });
    });
  }
}
