/** The archive as data: another program's validator takes the package, and every form says the same of each article. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { Resource as OtherResource, validate } from 'datapackage';
import fc from 'fast-check';
import { bodyText } from '../../../src/article/markdown.ts';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { loadArchive } from '../../../src/build/load-archive.ts';
import { LANGUAGES } from '../../../src/languages/languages.ts';
import { renderArticleMarkdown } from '../../../src/formats/data/alternates.ts';
import { renderCsv } from '../../../src/formats/data/csv.ts';
import { DATA_FIELDS, describeFields } from '../../../src/formats/data/fields.ts';
import { articleRecord } from '../../../src/formats/data/record.ts';
import { listFiles } from '../../../src/formats/files.ts';
import { buildHead } from '../../../src/formats/head.ts';
import { DATA_FIELD_NAMES } from '../../../src/site/data-fields.ts';
import { buildSite } from '../../../src/site/site.ts';
import { absolute, articleFilePath, articlePath } from '../../../src/site/urls.ts';
import { buildDataView } from '../../../src/site/views/data.ts';
import { buildPageView } from '../../../src/site/views/page-view.ts';
import { FIXTURE_SOURCES } from '../../support/build-once.ts';

const { archive, settings } = await loadArchive(FIXTURE_SOURCES);
const site = buildSite(archive, settings, { origin: 'https://archive.example', base: '/some/' });
const files = new Map(listFiles(site).map((file) => [file.path as string, () => file.render()]));
const read = (path: string): string => (files.get(path) ?? assert.fail(`no ${path}`))();
const ids = archive.articles.map(({ id }) => id as string).reverse();

/** RFC 4180, written for the test. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (quoted && char === '"' && text[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === ',' || char === '\r')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (char === '\r') {
        rows.push([]);
        index += 1;
      }
    } else cell += char;
  }
  return rows.slice(0, -1);
}

describe('the data package', () => {
  interface Resource { readonly name: string; readonly path: string; readonly bytes: number; readonly hash: string; readonly format: string; readonly schema?: { readonly fields: readonly { readonly name: string }[] } }
  const descriptor = JSON.parse(read('/data/datapackage.json')) as { readonly description: string; readonly resources: readonly Resource[] };

  test('an independent validator takes it', async () => {
    const { valid, errors } = await validate(descriptor);
    assert.deepEqual(errors.map(String), []);
    assert.ok(valid);
    assert.equal((await validate({ ...descriptor, resources: [] })).valid, false, 'the validator can say no');
  });

  test('it says that tables begin with a byte order mark, which this reader does not pass over', () => {
    assert.match(descriptor.description, /begin with a byte order mark/u);
  });

  test('it reads every table, and finds each cell to be what the schema says', async () => {
    const tables = descriptor.resources.filter(({ format }) => format === 'csv');
    assert.equal(tables.length, 1 + archive.years.length);
    const rowsOf = async ({ name, path, schema }: Resource, change = (text: string) => text): Promise<readonly unknown[]> =>
      (await OtherResource.load({ name, schema, profile: 'tabular-data-resource', data: parseCsv(change(read(`/data/${path}`).slice(1))) })).read({ keyed: true });
    for (const table of tables) {
      const year = archive.years.find(({ key }) => `${key}.csv` === table.path);
      assert.equal((await rowsOf(table)).length, (year ?? archive).articles.length, table.path);
    }
    const [whole = assert.fail()] = tables;
    await assert.rejects(rowsOf(whole, (text) => text.replace(',day,', ',dau,')), 'a cell that is not among those allowed');
  });

  test('each file is there, of the size and digest that are said', () => {
    assert.ok(descriptor.resources.length >= 2 + 2 * archive.years.length);
    for (const { path, bytes, hash } of descriptor.resources) {
      const content = read(`/data/${path}`);
      assert.deepEqual([Buffer.byteLength(content), `sha256:${createHash('sha256').update(content).digest('hex')}`], [bytes, hash], path);
    }
    const sums = read('/data/SHA256SUMS.txt').trim().split('\n').map((line) => line.split('  '));
    assert.deepEqual(sums, descriptor.resources.map(({ path, hash }) => [hash.replace('sha256:', ''), path]));
  });

  test('the schema explains each column of the tables, in their order', () => {
    for (const { path, schema } of descriptor.resources.filter(({ format }) => format === 'csv')) {
      assert.deepEqual(schema?.fields.map(({ name }) => name), parseCsv(read(`/data/${path}`).slice(1))[0]);
    }
    assert.deepEqual(DATA_FIELDS.map(({ name }) => name), DATA_FIELD_NAMES);
    for (const { texts } of Object.values(LANGUAGES)) assert.ok(describeFields(texts).every(({ description }) => description.length > 3));
  });
});

test('the pieces of a table are the table', () => {
  const tables = listFiles(site).filter(({ pieces }) => pieces !== undefined);
  assert.ok(tables.length > 2 * archive.years.length, 'those of the whole archive and of each year');
  for (const table of tables) {
    const { path, pieces = [] } = table;
    assert.equal(pieces.map((piece) => piece.render()).join(''), table.render(), path);
    assert.ok(pieces.every(({ articles }) => articles.length > 0), path);
  }
});

describe('tables and lines', () => {
  test('a table has the mark that Excel needs, and every article once, oldest first', () => {
    const csv = read('/data/articles.csv');
    assert.ok(csv.startsWith('\uFEFFid,'));
    const [head = [], ...rows] = parseCsv(csv.slice(1));
    assert.deepEqual(rows.map(([id]) => id), ids);
    assert.ok(rows.every((row) => row.length === head.length));
  });

  test('the years together are the whole, with texts', () => {
    const lines = archive.years.toReversed().flatMap(({ key }) => read(`/data/${key}.jsonl`).trim().split('\n')).map((line) => JSON.parse(line) as { readonly id: string; readonly body: string });
    assert.deepEqual(lines.map(({ id }) => id).sort(), [...ids].sort());
    assert.ok(lines.every(({ id, body }) => archive.articles.find((article) => article.id === id)?.body === body));
  });

  test('any text comes back out of a table, and none is a formula', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.string({ minLength: 1 }).filter((name) => !name.includes('|'))), (title, tags) => {
      const cells = parseCsv(renderCsv([{ title, tags }]).slice(1))[1] ?? [];
      const at = (name: string): string => cells[DATA_FIELDS.findIndex((field) => field.name === name)] ?? '';
      for (const [cell, text] of [[at('title'), title], [at('tags'), tags.join(' | ')]] as const) {
        assert.doesNotMatch(cell, /^[=+\-@\t\r]/u);
        assert.equal(/^'[=+\-@\t\r]/u.test(cell) && !text.startsWith("'") ? cell.slice(1) : cell, text);
      }
    }));
  });

  test('withdrawn articles and drafts are in no file', () => {
    for (const [path, render] of files) if (/^\/(?:data|api)\//u.test(path)) assert.doesNotMatch(render(), /withdrawn-article|draft-article/u, path);
  });
});

describe('one article in other forms', () => {
  for (const article of archive.articles) {
    test(`${article.id}: JSON, text and Markdown`, () => {
      const json = JSON.parse(read(articleFilePath(article, 'json'))) as Readonly<Record<string, unknown>>;
      assert.equal(json['url'], absolute(site.address, articlePath(article)));
      assert.equal(json['body'], article.body);
      for (const [name, value] of Object.entries(articleRecord(site, article))) assert.deepEqual(json[name], value);
      const text = read(articleFilePath(article, 'txt'));
      assert.ok(text.includes(article.title) && text.includes(article.dateline ?? ''));
      // Whoever takes an article in any form is told of its corrections.
      const notes = article.corrections.map((note) => ({ date: note.date.iso, text: note.text }));
      const line = read(`/data/${String(article.date.year)}.jsonl`).split('\n').find((candidate) => candidate.startsWith(`{"id":"${article.id}"`));
      for (const data of [json, JSON.parse(line ?? '{}') as typeof json]) assert.deepEqual([data['corrections'] ?? [], data['corrected'] ?? []], [notes, notes.map(({ date }) => date)]);
      assert.ok(notes.every((note) => text.includes(note.text)));
      assert.ok(bodyText(article.body).split('\n').every((line) => text.includes(line)));
      const again = parseArticle(article.file, Buffer.from(renderArticleMarkdown(article)));
      assert.deepEqual(again.problems.filter(({ severity }) => severity === 'error'), []);
      // The digest is that of the file itself, which is written anew.
      assert.deepEqual({ ...again.article, sha256: article.sha256, ...(article.pictures && { pictures: article.pictures }) }, article);
      assert.deepEqual(again.article?.pictures?.map(({ src }) => src), article.pictures?.map(({ src }) => src));
    });
  }
});

describe('the interface for programs', () => {
  const json = (path: string) => JSON.parse(read(path)) as Readonly<Record<string, unknown>>;
  const own = (url: unknown): string => String(url).replace('https://archive.example/some', '');

  test('every address that it names is there, and counts agree with lists', () => {
    const counts = json('/api/v1/counts.json') as { readonly articles: number; readonly months: readonly { readonly month: string; readonly articles: number; readonly url: string }[]; readonly years: readonly { readonly articles: number; readonly url: string }[] };
    assert.equal(counts.articles, archive.articles.length);
    const listed = [...counts.months, ...counts.years].flatMap(({ url, articles }) => {
      const { list, articles: said } = json(own(url)) as { readonly list: readonly { readonly id: string; readonly json: string }[]; readonly articles: number };
      assert.equal(said, articles);
      return list;
    });
    assert.deepEqual(listed.map(({ id }) => id).sort(), [...ids].sort());
    assert.ok(listed.every((item) => files.has(decodeURI(own(item.json)))));
    const index = json('/api/v1/index.json');
    assert.deepEqual(['counts', 'topics', 'data'].filter((key) => !files.has(own(index[key]))), []);
    assert.deepEqual([index['version'], own(index['year']), own(index['month'])], [1, '/api/v1/{YYYY}.json', '/api/v1/{YYYY}/{MM}.json']);
  });

  test('topics come with their counts and authority numbers', () => {
    const { people } = json('/api/v1/topics.json') as { readonly people: readonly Readonly<Record<string, unknown>>[] };
    assert.deepEqual(people.find(({ name }) => name === 'شخص أول'), { name: 'شخص أول', articles: 1, url: 'https://archive.example/some/people/first-person/', aliases: ['الشخص الأول'], wikidata: 'Q1', viaf: '12345' });
  });
});

test('an archive that wants no other forms of its articles has none, and leads to none', () => {
  const without = buildSite(archive, { ...settings, site: { ...settings.site, forms: 'false' } }, site.address);
  const forms = (of: readonly { readonly path: string }[]): readonly string[] => of.map(({ path }) => path).filter((path) => /\/article\.(?:json|txt|md)$/u.test(path));
  assert.equal(forms(listFiles(site)).length, archive.articles.length * 3);
  assert.deepEqual(forms(listFiles(without)), []);
  const [newest = assert.fail('no article')] = archive.articles;
  const page = buildPageView(without, { kind: 'article', path: articlePath(newest), subject: newest.id });
  assert.deepEqual(forms(buildHead(without, page).links.map(({ href }) => ({ path: href }))), []);
  assert.deepEqual([site, without].map((each) => buildDataView(each).forms), [true, false]);
  const lists = listFiles(without).filter(({ path }) => path.startsWith('/api/v1/') && /\d/u.test(path.slice(8))).map((file) => file.render());
  assert.ok(lists.length > 0 && lists.every((text) => !text.includes('article.json')));
});
