/** The same articles make the same bytes: whoever builds, wherever and whenever. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildOnce, FIXTURE_SOURCES, PROJECT, type Sources } from '../support/build-once.ts';
import { compareTrees, digestFiles, digestTree } from '../support/digest-tree.ts';
import { runCommandLine } from '../support/run-command.ts';
import { readTree } from '../support/site-checks/built-site.ts';

const NO_CHANGE = { added: [], removed: [], changed: [] };
const room = mkdtempSync(join(tmpdir(), 'warraq-same-'));

after(() => {
  rmSync(room, { recursive: true, force: true });
});

describe('a build has the same bytes', () => {
  let first: ReadonlyMap<string, string>;
  before(async () => {
    first = digestFiles((await buildOnce(FIXTURE_SOURCES)).files);
    assert.ok(first.size > 100);
  });

  const buildAgain = async (name: string, { articles, data }: Sources, options: Parameters<typeof runCommandLine>[2]): Promise<ReadonlyMap<string, string>> => {
    const out = join(room, name);
    const { status, stderr } = await runCommandLine('build', ['--articles', articles, '--data', data, '--out', out], options);
    assert.equal(status, 0, stderr);
    return digestTree(out);
  };

  test('in another process', async () => {
    assert.deepEqual(compareTrees(first, await buildAgain('again', FIXTURE_SOURCES, {})), NO_CHANGE);
  });

  for (const env of [
    { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
    { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', NODE_ENV: 'production' },
    { TZ: 'Asia/Riyadh', LANG: 'C', LC_ALL: 'C', ELEVENTY_ENV: 'x', CI: '' },
  ]) {
    test(`in the time zone ${env.TZ} and the language ${env.LANG}`, async () => {
      assert.deepEqual(compareTrees(first, await buildAgain(env.LANG, FIXTURE_SOURCES, { env })), NO_CHANGE);
    });
  }

  test('from another working directory', async () => {
    // npm always runs commands in the project's folder. Who calls Node from elsewhere has to tell tsx where its settings are.
    const env = { TSX_TSCONFIG_PATH: join(PROJECT, 'tsconfig.json') };
    assert.deepEqual(compareTrees(first, await buildAgain('elsewhere', FIXTURE_SOURCES, { cwd: room, env })), NO_CHANGE);
  });

  test('of a copy whose files were made in another order, at another time, in a folder of another name', async () => {
    const copy = (name: string, folder: string): string => {
      const to = join(room, 'نسخة أخرى', name);
      for (const [path, bytes] of [...readTree(folder)].reverse()) {
        mkdirSync(dirname(join(to, path)), { recursive: true });
        writeFileSync(join(to, path), bytes);
        utimesSync(join(to, path), 1e9, 1e9);
      }
      return to;
    };
    const sources = { articles: copy('مقالات', FIXTURE_SOURCES.articles), data: copy('إعدادات', FIXTURE_SOURCES.data) };
    assert.deepEqual(compareTrees(first, await buildAgain('copy', sources, {})), NO_CHANGE);
  });

  test('a different article does change them', async () => {
    const articles = join(room, 'other');
    for (const [path, bytes] of readTree(FIXTURE_SOURCES.articles)) {
      mkdirSync(dirname(join(articles, path)), { recursive: true });
      writeFileSync(join(articles, path), path.endsWith('bare-article.md') ? bytes.toString('utf8').replace('نص لا شيء معه', 'نص آخر') : bytes);
    }
    const { changed } = compareTrees(first, await buildAgain('different', { ...FIXTURE_SOURCES, articles }, {}));
    assert.ok(changed.includes('2021/05/09/bare-article/index.html'));
  });
});
