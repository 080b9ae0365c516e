import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serveSite, type ServedSite } from './serve-site.ts';

let folder: string;
let site: ServedSite;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

before(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'warraq-serve-')), 'site');
  write('index.html', 'home');
  write('404.html', 'not here: غير موجود');
  write('about.html', 'about');
  write('2021/05/04/a/index.html', 'article');
  write('وسوم/مصر/index.html', 'tag');
  write('llms.txt', 'نص');
  write('feed.xml', '<feed/>');
  write('a.wasm', '0123456789');
  write('../secret.txt', 'secret');
  site = await serveSite(folder);
});

after(async () => {
  await site.close();
  rmSync(dirname(folder), { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type: string | null;
  readonly location: string | null;
}

async function get(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(new URL(path, site.url), { redirect: 'manual', ...init });
  const { headers, status } = response;
  return { status, body: await response.text(), type: headers.get('content-type'), location: headers.get('location') };
}

/** `fetch` puts an address in order before it sends it; this does not. */
function getRaw(path: string): Promise<{ status: number | undefined; body: string }> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => {
        resolve({ status: response.statusCode, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('a site at the root', () => {
  test('folders are their index.html, with Arabic names too', async () => {
    assert.equal((await get('')).body, 'home');
    assert.equal((await get('2021/05/04/a/')).body, 'article');
    assert.equal((await get('2021/05/04/a/?from=feed')).body, 'article');
    assert.equal((await get('وسوم/مصر/')).body, 'tag');
  });

  test('a folder without its slash is sent on', async () => {
    const { status, location } = await get('2021/05/04/a?q=1');
    assert.deepEqual({ status, location }, { status: 301, location: '/2021/05/04/a/?q=1' });
    assert.equal((await get('وسوم/مصر', { redirect: 'follow' })).body, 'tag');
  });

  test('what is not there is the site’s own 404.html, with status 404', async () => {
    for (const path of ['nothing', 'nothing/', '2021/', '2021/05', 'index.html/', '%', '%00', 'about', '2021/05/04/b/index.html']) {
      assert.deepEqual(await get(path), { status: 404, body: 'not here: غير موجود', type: 'text/html;charset=utf-8', location: null }, path);
    }
  });

  test('texts say that they are UTF-8', async () => {
    assert.equal((await get('llms.txt')).type, 'text/plain;charset=utf-8');
    assert.equal((await get('feed.xml')).type, 'application/xml;charset=utf-8');
    assert.equal((await get('')).type, 'text/html;charset=utf-8');
    assert.equal((await get('a.wasm')).type, 'application/wasm');
  });

  test('parts of a file can be had', async () => {
    const { status, body } = await get('a.wasm', { headers: { Range: 'bytes=2-4' } });
    assert.deepEqual({ status, body }, { status: 206, body: '234' });
  });

  test('a file that changed is read anew', async () => {
    write('changing.html', 'old');
    assert.equal((await get('changing.html')).body, 'old');
    write('changing.html', 'new and longer');
    assert.equal((await get('changing.html')).body, 'new and longer');
  });

  test('files beside the site stay out of reach', async () => {
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '//secret.txt', '/2021/../../secret.txt']) {
      const { status, body } = await getRaw(path);
      assert.equal(status, 404, path);
      assert.doesNotMatch(body, /secret/, path);
    }
  });

  test('only reading is known', async () => {
    assert.equal((await get('', { method: 'POST' })).status, 405);
    const { status, body } = await get('', { method: 'HEAD' });
    assert.deepEqual({ status, body }, { status: 200, body: '' });
  });
});

test('a site below a base has it before every address, and nothing beside it', async () => {
  const below = await serveSite(folder, 'archive');
  const ask = async (path: string): Promise<readonly [number, string | null, string]> => {
    const response = await fetch(new URL(path, below.url), { redirect: 'manual' });
    return [response.status, response.headers.get('location'), await response.text()];
  };
  try {
    assert.match(below.url, /^http:\/\/127\.0\.0\.1:\d+\/archive\/$/);
    assert.deepEqual(await ask('/archive/'), [200, null, 'home']);
    assert.deepEqual(await ask('/archive/2021/05/04/a/'), [200, null, 'article']);
    assert.deepEqual(await ask('/archive/nothing'), [404, null, 'not here: غير موجود']);
    assert.equal((await ask('/archive'))[1], '/archive/');
    assert.equal((await ask('/archive/2021/05/04/a'))[1], '/archive/2021/05/04/a/');
    assert.deepEqual(await ask('/'), [404, null, 'The site is at /archive/\n']);
    assert.deepEqual(await ask('/2021/05/04/a/'), [404, null, 'The site is at /archive/\n']);
  } finally {
    await below.close();
  }
});

test('a site without a 404.html has a plain one', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'warraq-empty-'));
  const bare = await serveSite(empty);
  try {
    const response = await fetch(bare.url);
    assert.deepEqual([response.status, await response.text()], [404, 'Not found.\n']);
  } finally {
    await bare.close();
    rmSync(empty, { recursive: true });
  }
});

test('a site may stand under an Arabic path', async () => {
  const below = await serveSite(folder, '/أرشيف/تجربة/');
  try {
    const response = await fetch(new URL('2021/05/04/a', below.url));
    assert.deepEqual([response.status, await response.text(), decodeURI(new URL(response.url).pathname)], [200, 'article', '/أرشيف/تجربة/2021/05/04/a/']);
  } finally {
    await below.close();
  }
});
