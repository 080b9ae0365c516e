/** npm run new as its user sees it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { parseArticle } from '../../src/article/parse-article.ts';
import { runCommandLine, STACK_TRACE, type CommandResult } from '../support/run-command.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-new-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

const articles = join(room, 'articles');
const make = (...args: readonly string[]): Promise<CommandResult> => runCommandLine('new', ['--articles', articles, ...args], { cwd: room });

test('new makes a file that is an article of today, and says where it is', async () => {
  const today = new Date();
  const { status, stdout, stderr } = await make('خبر اليوم');
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^articles\/\d{4}\/\d{2}\/[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{7}\.md\n$/u);
  const { article, problems } = parseArticle('x.md', readFileSync(resolve(room, stdout.trim())));
  assert.deepEqual(problems.map(({ code }) => code), ['body-empty']);
  assert.ok(article);
  assert.equal(article.title, 'خبر اليوم');
  assert.equal(stdout.trim(), `articles/${article.date.iso.slice(0, 4)}/${article.date.iso.slice(5, 7)}/${article.id}.md`);
  const days = [today, new Date()].map((day) => [day.getFullYear(), day.getMonth() + 1, day.getDate()].join());
  assert.ok(days.includes([article.date.year, article.date.month, article.date.day].join()));
});

for (const title of ['قال: "لا" & ‹نعم> </script>', "فيه 'علامة' # وشرطة \\ مائلة", '- [x] {y}: *z &a !b |c', '  مسافات \t كثيرة  ', 'true', '2021-05-04']) {
  test(`new keeps the headline ${JSON.stringify(title)} as it is`, async () => {
    const { status, stdout, stderr } = await make('--', title);
    assert.equal(status, 0, stderr);
    const { article } = parseArticle('x.md', readFileSync(resolve(room, stdout.trim())));
    assert.equal(article?.title, title.replace(/\s+/gu, ' ').trim());
  });
}

test('new gives every article another id', async () => {
  const made = await Promise.all([make('واحد'), make('واحد'), make('واحد')]);
  assert.equal(new Set(made.map(({ stdout }) => stdout)).size, 3);
});

test('new works in an archive that has a broken article', async () => {
  mkdirSync(articles, { recursive: true });
  writeFileSync(join(articles, 'broken.md'), 'لا شيء');
  const { status, stderr } = await make('على كل حال');
  assert.deepEqual([status, stderr], [0, '']);
  rmSync(join(articles, 'broken.md'));
});

for (const [args, message] of [
  [[], /^error: missing required argument 'title'/u],
  [[' \t '], /^error: The title is empty/u],
  [['واحد', 'اثنان'], /^error: too many arguments/u],
] as const) {
  test(`new ${JSON.stringify(args)} is wrong usage`, async () => {
    const { status, stdout, stderr } = await make(...args);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, message);
    assert.match(stderr, /^See: npm run new -- --help\n$/mu);
    assert.doesNotMatch(stderr, STACK_TRACE);
  });
}

test('new that cannot write ends with 1 and no stack trace', async () => {
  writeFileSync(join(room, 'file'), '');
  const { status, stderr } = await runCommandLine('new', ['--articles', join(room, 'file'), 'عنوان']);
  assert.equal(status, 1);
  assert.match(stderr, /^error: /u);
  assert.doesNotMatch(stderr, STACK_TRACE);
});
