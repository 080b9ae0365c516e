/** npm run import as its user sees it, on real material where it lies beside the project. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { bodyText } from '../../src/article/markdown.ts';
import { cleanText } from '../../src/import/clean/clean-text.ts';
import { lettersOf, listFiles, readArticle } from '../import/import-into.ts';
import { PROJECT } from '../support/build-once.ts';
import { runCommandLine, STACK_TRACE, type CommandResult } from '../support/run-command.ts';
import type { ImportReport } from '../../src/import/report/report.ts';
import { textOf } from '../article/html.ts';

/** Third parties' texts: they lie beside the project where its makers work, and are no part of it. */
const SHARED = [join(PROJECT, '../shared'), join(PROJECT, '../../shared')].find((folder) => existsSync(folder)) ?? join(PROJECT, '../shared');
const SEED = join(SHARED, 'seed');
const HARD = join(SHARED, 'hard-input');
const absent = existsSync(SEED) && existsSync(HARD) ? undefined : `the real material is not at ${SHARED}`;
if (absent !== undefined) console.warn(`NOT TESTED: ${absent}`);

const root = mkdtempSync(join(tmpdir(), 'warraq-import-'));
after(() => {
  rmSync(root, { recursive: true, force: true });
});
const run = (...args: readonly string[]): Promise<CommandResult> => runCommandLine('import', args);
const reportOf = (to: string): ImportReport => JSON.parse(readFileSync(join(to, '.import/report.json'), 'utf8')) as ImportReport;

test('the wrong options are wrong usage, each with one line', async () => {
  for (const args of [[], ['x'], ['x', '--to', root, '--format', 'pdf'], ['x', '--to', root, '--encoding', 'klingon'], ['x', '--to', root, '--map', 'titel=a'], ['x', '--to', root, '--date', '2021-02-31'], ['x', '--to', root, '--confirm', 'nothing']]) {
    const { status, stdout, stderr } = await run(...args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /^error: [^\n]+\nSee: npm run import -- --help\n$/u);
  }
});

test('a source that is not there ends with 1 and says what to do', async () => {
  const { status, stderr } = await run('/no/such/source', '--to', join(root, 'none'));
  assert.equal(status, 1);
  assert.match(stderr, /^error: there is no file or folder \/no\/such\/source; check the path/mu);
  assert.doesNotMatch(stderr, STACK_TRACE);
});

describe('the seed article', { skip: absent ?? false }, () => {
  const to = join(root, 'seed');
  test('comes in as a draft that wants a date, with its parts told apart', async () => {
    const { status, stderr } = await run(SEED, '--to', to);
    assert.equal(status, 1);
    assert.match(stderr, /wants a date; perhaps 2021-05-04, .*--confirm \w+=2021-05-04$/mu);
    const [item] = reportOf(to).articles;
    assert.equal(item?.candidates?.[0]?.iso, '2021-05-04');
    assert.ok(item.remarks.some(({ kind, code, text }) => kind === 'eye' && code === 'space-missing' && text === 'تطويرالتعاون'));
    assert.equal(item.remarks.filter(({ kind }) => kind === 'removed').length, 2);
  });

  test('is an article once its date is confirmed, and stays as it is', async () => {
    const id = reportOf(to).articles[0]?.id ?? '';
    assert.equal((await run(SEED, '--to', to, '--confirm', `${id}=2021-05-04`)).status, 0);
    const [[file, text] = ['', ''], ...others] = [...listFiles(to)];
    assert.deepEqual(others, []);
    assert.equal(file, `2021/05/${id}.md`);
    const article = readArticle(file, text);
    assert.deepEqual(
      [article.title, article.kicker, article.subtitle, article.dateline, article.source, article.date.iso],
      ['الكاظمي يبحث مع مبعوث أميركي انسحاب قوات بلاده من العراق', 'تطويرالتعاون الاقتصادي والصحي والثقافي بين البلدين', undefined, 'لندن', 'إيلاف', '2021-05-04'],
    );
    assert.equal(article.body.split('\n\n').length, 6);
    assert.doesNotMatch(article.body, /تويتر|إضغط|ايلاف من لندن/u);
    const again = await run(SEED, '--to', to);
    assert.deepEqual([again.status, [...listFiles(to)]], [0, [[file, text]]]);
  });

  test('loses no letter but those that the report lists', () => {
    const [[file, text] = ['', '']] = [...listFiles(to)];
    const { title, kicker = '', body } = readArticle(file, text);
    const original = readFileSync(join(SEED, readdirSync(SEED)[0] ?? ''), 'utf8');
    const gone = ['يمكنكم الآن متابعة آخر الأخبار مجاناً من خلال حسابنا على تويتر', 'إضغط هنا للإشتراك', 'ايلاف من لندن:'].map(lettersOf);
    assert.equal(lettersOf(kicker + title) + lettersOf(bodyText(body)), gone.reduce((rest, part) => rest.replace(part, ''), lettersOf(original)));
  });
});

describe('hard input', { skip: absent ?? false }, () => {
  const to = join(root, 'hard');
  /** What becomes of the files of each folder. */
  const OUTCOMES: Readonly<Record<string, { readonly format?: string; readonly encoding?: string; readonly refused?: string }>> = {
    articles: { format: 'jsonl', encoding: 'utf-8' },
    'front-matter-md': { format: 'markdown', encoding: 'utf-8' },
    'tei-xml': { refused: 'xml-other' },
    'windows-1256': { format: 'text', encoding: 'windows-1256' },
    'windows-1256-lossy': { refused: 'question-marks' },
  };

  test('every file is imported, or refused for the right reason', async () => {
    const { status, stderr } = await run(HARD, '--to', to, '--report', join(root, 'report'));
    assert.equal(status, 1);
    assert.doesNotMatch(stderr, STACK_TRACE);
    const report = JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')) as ImportReport;
    for (const [folder, expected] of Object.entries(OUTCOMES)) {
      for (const file of readdirSync(join(HARD, folder))) {
        const name = `${folder}/${file}`;
        const source = report.sources.find((own) => own.file === name);
        const refused = report.refusals.filter(({ place }) => place.file === name).map(({ code }) => code);
        if (expected.refused === undefined) assert.deepEqual([source?.format, source?.encoding, refused], [expected.format, expected.encoding, []], name);
        else assert.deepEqual(refused, [expected.refused], name);
      }
    }
    assert.equal(readdirSync(HARD).length, Object.keys(OUTCOMES).length);
    const { counts } = report;
    assert.deepEqual([counts.new, counts['wants-date'], counts.duplicate, counts.refused], [681, 71, 14, 14]);
  });

  test('words in are words out: the letters of each text are those of its source, but for what the report lists', () => {
    const report = JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')) as ImportReport;
    const files = listFiles(to);
    const byUrl = new Map([...files].filter(([file]) => !file.startsWith('.')).map(([file, text]) => readArticle(file, text)).flatMap((article) => (article.original_url === undefined ? [] : [[article.original_url, article] as const])));
    const moved = new Map(report.articles.map(({ file, remarks }) => [file, remarks.filter(({ kind, text }) => text !== '' && (kind === 'removed' || kind === 'moved')).map(({ text }) => lettersOf(text))] as const));
    let compared = 0;
    for (const name of readdirSync(join(HARD, 'articles'))) {
      for (const line of readFileSync(join(HARD, 'articles', name), 'utf8').trim().split('\n')) {
        const { url, body } = JSON.parse(line) as { readonly url: string; readonly body: string };
        const article = byUrl.get(new URL(url).href);
        if (article === undefined) continue;
        // An independent reading of HTML and entities.
        const source = lettersOf(cleanText(/<[a-z]|&#?\w+;/iu.test(body) ? textOf(body) : body).text);
        const rest = (moved.get(article.file) ?? []).filter((part) => part !== '' && source.includes(part)).reduce((text, part) => text.replace(part, ''), source);
        const words = lettersOf(bodyText(article.body));
        assert.ok(rest === words || rest === lettersOf(article.title) + words || source === words, `${name} ${url}\n${rest.slice(0, 200)}\n${words.slice(0, 200)}`);
        compared += 1;
      }
    }
    assert.ok(compared > 600, String(compared));
  });

  test('the letters of each text file and each file of Markdown are in its article or in the report, in their order', () => {
    const report = JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')) as ImportReport;
    const reported = new Map(report.articles.map((article) => [article.place.file, article]));
    const files = listFiles(to);
    const ledger = readFileSync(join(to, '.import/ledger.jsonl'), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { readonly place?: string; readonly file: string });
    let compared = 0;
    for (const { place, file } of ledger) {
      const folder = place?.split('/')[0];
      if (place === undefined || (folder !== 'windows-1256' && folder !== 'front-matter-md')) continue;
      const written = files.get(file) ?? '';
      // A draft has no date, which an article file must have.
      const article = readArticle('2000/01/abcdefghjk.md', written.replace(/^# .*\n/gmu, '').replace(/^date: .*\n/mu, '').replace('---\n', '---\ndate: 2000-01-01\n'));
      const remarks = reported.get(place)?.remarks ?? [];
      const text = new TextDecoder(folder === 'windows-1256' ? 'windows-1256' : 'utf-8').decode(readFileSync(join(HARD, place)));
      const source = lettersOf(cleanText(folder === 'windows-1256' ? text : bodyText(text.replace(/^---\n[^]*?\n---\n/u, ''))).text);
      const listed = remarks.filter(({ kind, text: own }) => own !== '' && (kind === 'removed' || kind === 'moved')).map(({ text: own }) => lettersOf(own));
      const rest = listed.filter((part) => part !== '' && source.includes(part)).reduce((own, part) => own.replace(part, ''), source);
      const heads = remarks.some(({ code }) => code === 'headline-made') || folder !== 'windows-1256' ? '' : lettersOf(`${article.kicker ?? ''} ${article.title} ${article.subtitle ?? ''}`);
      const words = lettersOf(bodyText(article.body));
      assert.equal(heads + words, rest, place);
      compared += 1;
    }
    assert.ok(compared > 100, String(compared));
  });

  test('what came in is valid, and comes in only once', async () => {
    const validated = await runCommandLine('validate', ['--articles', to, '--data', join(root, 'nothing')]);
    assert.equal(validated.status, 0, validated.stdout.split('\n').filter((line) => !line.includes('warning')).join('\n'));
    const before = listFiles(to);
    await run(HARD, '--to', to);
    assert.deepEqual(listFiles(to), before);
  });
});
