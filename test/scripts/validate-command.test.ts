/** npm run validate as its user, and a program, sees it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Problem } from '../../src/article/problem.ts';
import { FIXTURE_SOURCES, PROJECT } from '../support/build-once.ts';
import { runCommandLine, STACK_TRACE, type CommandResult } from '../support/run-command.ts';

interface Answer {
  readonly files: number;
  readonly problems: readonly Problem[];
}

const validate = (articles: string, ...args: readonly string[]): Promise<CommandResult> => runCommandLine('validate', ['--articles', articles, '--data', FIXTURE_SOURCES.data, ...args]);

test('validate of a sound archive ends with 0 and counts files and warnings', async () => {
  const { status, stdout, stderr } = await validate(FIXTURE_SOURCES.articles);
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^15 files: 0 errors, 2 warnings\.$/mu);
  assert.match(stdout, /^test\/fixtures\/archive\/articles\/2021\/05\/lookalike-two\.md:\d+ tags: warning: got "مكتبه الاخبار"; expected [^;]+; fix: [^\n]+ \[tag-spelling\]$/mu);
});

test('validate --json says the same as JSON and nothing else', async () => {
  const { status, stdout, stderr } = await validate(FIXTURE_SOURCES.articles, '--json');
  assert.deepEqual([status, stderr], [0, '']);
  const { files, problems } = JSON.parse(stdout) as Answer;
  assert.equal(files, 15);
  assert.deepEqual(problems.map(({ code, severity }) => [code, severity]), [['tag-spelling', 'warning'], ['id-missing', 'warning']]);
});

describe('validate of a broken archive', () => {
  const articles = mkdtempSync(join(tmpdir(), 'warraq-validate-'));
  before(() => {
    writeFileSync(join(articles, 'a.md'), '---\ntitel: عنوان\ndate: 2021-13\ntags: أ، ب\n---\n\nنص.\n');
    writeFileSync(join(articles, 'b.md'), 'لا شيء');
    writeFileSync(join(articles, 'c.md'), '---\nid: future-article\ntitle: غد بعيد\ndate: 2999-01-01\n---\n\nنص.\n');
  });
  after(() => {
    rmSync(articles, { recursive: true, force: true });
  });

  test('ends with 1 and reports every problem of every file at once, in order, with its place', async () => {
    const { status, stdout, stderr } = await validate(articles, '--data', articles);
    assert.equal(status, 1);
    assert.equal(stderr, '');
    const places = stdout.split('\n').flatMap((line) => /([abc]\.md:\d+) .*\[([a-z-]+)\]$/u.exec(line)?.slice(1).join(' ') ?? []);
    assert.deepEqual(places.filter((place) => !place.endsWith('date-future')), ['a.md:2 field-unknown', 'a.md:2 field-missing', 'a.md:3 date-no-such-day', 'a.md:4 field-list', 'b.md:1 front-matter-missing']);
    assert.match(stdout, /^3 files: 5 errors, 1 warning\.$/mu);
    assert.doesNotMatch(stdout, STACK_TRACE);
  });

  test('--json has every member of every problem', async () => {
    const { status, stdout } = await validate(articles, '--data', articles, '--json');
    assert.equal(status, 1);
    const { files, problems } = JSON.parse(stdout) as Answer;
    assert.equal(files, 3);
    assert.equal(problems.length, 6);
    for (const problem of problems) {
      assert.deepEqual(Object.keys(problem).sort(), ['code', 'expected', 'field', 'file', 'fix', 'got', 'line', 'severity']);
      assert.ok(Number.isInteger(problem.line) && problem.line >= 1);
    }
  });

  test('names every file as the user would, so that an editor can open it', async () => {
    const { stdout } = await validate(articles, '--data', articles, '--json');
    const { problems } = JSON.parse(stdout) as Answer;
    assert.deepEqual([...new Set(problems.map(({ file }) => resolve(PROJECT, file)))].sort(), ['a.md', 'b.md', 'c.md'].map((name) => join(articles, name)));
  });
});

test('validate of a folder that is not there ends with 1 and one line', async () => {
  const { status, stderr } = await validate('/no/such/folder');
  assert.equal(status, 1);
  assert.equal(stderr, 'error: There is no folder /no/such/folder; name the folder of your articles with --articles\n');
});

test('validate --jsn is wrong usage', async () => {
  const { status, stdout, stderr } = await validate(FIXTURE_SOURCES.articles, '--jsn');
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /^error: unknown option '--jsn' \(Did you mean --json\?\)\nSee: npm run validate -- --help\n$/u);
});

test('what only an editor needs to hear of: names, articles, folders and letters, each with its file', async () => {
  const articles = mkdtempSync(join(tmpdir(), 'warraq-validate-'));
  const words = 'قال مصدر في الوزارة إن الاجتماع بحث ملفات الطاقة والمياه والنقل بين البلدين الجارين في العام المقبل، وأضاف أن الوفد زار المحافظات الجنوبية والتقى رجال الأعمال والتجار وممثلي النقابات، ثم عاد إلى العاصمة مساء، حيث عقد مؤتمرًا صحفيًا عن نتائج الزيارة.';
  const article = (id: string, fields: string, body: string): string => `---\nid: ${id}\ntitle: عنوان ${id}\ndate: 2021-05-04\n${fields}---\n\n${body}\n`;
  try {
    mkdirSync(join(articles, '2020/05'), { recursive: true });
    writeFileSync(join(articles, 'a.md'), article('article-a', 'tags: [الانتخابات]\npeople: [أحمد علي]\n', words));
    writeFileSync(join(articles, 'b.md'), article('article-b', 'tags: [انتخاب]\npeople: [احمد علي]\n', `${words} وهذا كل شيء.`));
    writeFileSync(join(articles, '2020/05/c.md'), article('article-c', '', 'نص قصير هنا.'));
    writeFileSync(join(articles, 'd.md'), article('article-d', '', 'ﺍﻟﻌﺮﺍﻕ ﺍﻟﻴﻮﻡ.'));
    writeFileSync(join(articles, 'e.md'), article('article-e', '', 'Ø§Ù„Ø¹Ø±Ø§Ù‚ Ø§Ù„ÙŠÙˆÙ….'));
    const { status, stdout } = await runCommandLine('validate', ['--articles', articles, '--data', join(articles, 'none'), '--json']);
    const { problems } = JSON.parse(stdout) as Answer;
    const found = problems.map(({ file, field, code, severity }) => `${file.slice(file.lastIndexOf('/') + 1)} ${field} ${code} ${severity}`);
    for (const wanted of ['b.md tags name-alike warning', 'b.md people tag-spelling warning', 'b.md body article-alike warning', 'c.md date date-folder warning', 'd.md body text-forms warning', 'e.md file file-encoding error']) assert.ok(found.some((own) => own === wanted), `${wanted} among\n${found.join('\n')}`);
    assert.equal(status, 1);
  } finally {
    rmSync(articles, { recursive: true, force: true });
  }
});
