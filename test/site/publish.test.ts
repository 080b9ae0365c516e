/** Publishing is all or nothing: a build that fails, at whatever step, leaves the old site as it was and nothing beside it. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BuildRefused, runBuild, type Progress } from '../../src/build/build-site.ts';
import { FIXTURE_SOURCES, PROJECT } from '../support/build-once.ts';
import { compareTrees, digestTree } from '../support/digest-tree.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-publish-'));
const articles = join(room, 'articles');
const data = join(room, 'data');
const out = join(room, 'public', 'site');
const options = { articles, data, out, base: '/' };

after(() => {
  rmSync(room, { recursive: true, force: true });
});

describe('a build that fails', () => {
  let old: ReadonlyMap<string, string>;
  before(async () => {
    process.chdir(PROJECT);
    cpSync(FIXTURE_SOURCES.articles, articles, { recursive: true });
    cpSync(FIXTURE_SOURCES.data, data, { recursive: true });
    await runBuild(options);
    old = digestTree(out);
  });

  const assertUntouched = (): void => {
    assert.deepEqual(compareTrees(old, digestTree(out)), { added: [], removed: [], changed: [] });
    assert.deepEqual(readdirSync(join(room, 'public')), ['site', 'site.build']);
    const kept = readdirSync(join(room, 'public', 'site.build'));
    assert.deepEqual(kept.filter((name) => !['a', 'a.json', 'b', 'b.json', 'cache'].includes(name)), [], 'nothing of the failed build is left');
  };
  const refusal = async (): Promise<readonly string[]> => {
    const error = await runBuild(options).then(() => assert.fail('it was built'), (reason: unknown) => reason);
    assert.ok(error instanceof BuildRefused);
    return error.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  };

  for (const [what, code, text] of [
    ['a date that does not exist', 'date-no-such-day', '---\nid: broken-article\ntitle: مكسور\ndate: 2021-02-30\n---\n\nنص.\n'],
    ['an id used twice', 'id-twice', '---\nid: day-precision\ntitle: مكسور\ndate: 2021-02-03\n---\n\nنص.\n'],
    ['an image that is not there', 'image-missing', '---\nid: broken-article\ntitle: مكسور\ndate: 2021-02-03\nimage: { src: /media/gone.png, alt: لا شيء }\n---\n\nنص.\n'],
    ['no front matter', 'front-matter-missing', 'نص.\n'],
  ] as const) {
    test(`because of ${what} says so and leaves the old site untouched`, async () => {
      const file = join(articles, 'broken.md');
      writeFileSync(file, text);
      try {
        assert.deepEqual(await refusal(), [code]);
        assertUntouched();
      } finally {
        rmSync(file);
      }
    });
  }

  test('because of a setting leaves the old site untouched', async () => {
    const file = join(data, 'tags.yaml');
    writeFileSync(file, 'وسم:\n  slugg: x\n');
    try {
      assert.deepEqual(await refusal(), ['field-unknown']);
      assertUntouched();
    } finally {
      cpSync(join(FIXTURE_SOURCES.data, 'tags.yaml'), file);
    }
  });

  for (const step of ['assets', 'pages', 'search', 'publish'] as const) {
    test(`by a fault of the program at the step «${step}» leaves the old site untouched`, async () => {
      const fail = (progress: Progress): void => {
        if (progress.step === step) throw new Error('broken on purpose');
      };
      await assert.rejects(runBuild({ ...options, clean: true, onProgress: fail }), /broken on purpose/u);
      assertUntouched();
    });
  }

  test('can be repeated once the fault is mended, with the old result', async () => {
    await runBuild(options);
    assertUntouched();
  });
});
