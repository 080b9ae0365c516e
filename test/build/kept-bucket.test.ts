/** What is kept of an article is the article, field by field; what is not whole is as none. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { FIELD_NAMES } from '../../src/article/schema.ts';
import { readBucket, writeBucket } from '../../src/build/kept-bucket.ts';
import { parseFile, type ParsedEntry } from '../../src/build/parse-file.ts';
import { digestOf } from '../../src/plan/digest.ts';
import { createDice, randomArticle } from '../support/random-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'warraq-kept-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

const dice = createDice(Number(process.env['WARRAQ_SEED'] ?? 5));
const texts = new Map(Array.from({ length: 80 }, (_, at): [string, string] => [`a${String(at)}.md`, randomArticle(dice, `article-${String(at)}`)]));
texts.set('image.md', '---\nid: image\ntitle: صورة\ndate: 2021-03\nimage: { src: /media/a.jpg, alt: وصف }\ndraft: true\n---\n\nنص ![وصف](/media/b.jpg) آخر.\n');
texts.set('time.md', '---\nid: time\ntitle: وقت\ndate: 2021-03-04T10:20:30+03:00\n---\n\nنص.\n');
texts.set('wrong.md', '---\ntitle: بلا تاريخ\n---\n\nنص.\n');
const parsed = new Map([...texts].map(([name, text]): [string, ParsedEntry] => {
  writeFileSync(join(folder, name), text);
  return [name, parseFile(folder, name, digestOf(text))];
}));
const FIELDS = [...FIELD_NAMES, 'sha256', 'opening', 'file', 'pictures', 'body'] as readonly (keyof Article)[];

function check(kept: ReadonlyMap<string, ParsedEntry> | undefined): void {
  assert.deepEqual([...(kept?.keys() ?? [])], [...texts.keys()]);
  for (const [name, text] of texts) {
    const { article, digest, problems } = kept?.get(name) ?? assert.fail(name);
    const whole = parseArticle(name, new TextEncoder().encode(text)).article;
    assert.equal(article === undefined, whole === undefined, name);
    assert.equal(digest, digestOf(text));
    assert.deepEqual(problems, parsed.get(name)?.problems);
    for (const field of FIELDS) assert.deepEqual((article as Article | undefined)?.[field] ?? [], whole?.[field] ?? [], `${name}: ${field}`);
  }
}

test('every field of an article is kept', () => {
  const fields = new Set([...texts].flatMap(([name, text]) => Object.entries(parseArticle(name, new TextEncoder().encode(text)).article ?? {}).filter(([, value]) => value !== undefined).map(([field]) => field)));
  assert.deepEqual(FIELDS.filter((field) => !fields.has(field)), [], 'fields that no article of the test has');
  const content = writeBucket('code', parsed);
  check(readBucket(content, 'code', folder));
});

test('what is kept is kept again as it is, beside what is new', () => {
  const once = writeBucket('code', parsed);
  const kept = readBucket(once, 'code', folder) ?? assert.fail();
  assert.deepEqual(writeBucket('code', kept), once);
  const mixed = new Map([...texts.keys()].map((name, at) => [name, (at % 2 === 0 ? kept : parsed).get(name) ?? assert.fail(name)]));
  check(readBucket(writeBucket('code', mixed), 'code', folder));
});

test('another code, a piece that is missing, a letter that is another: as none', () => {
  const content = writeBucket('code', parsed);
  assert.equal(readBucket(content, 'other', folder), undefined);
  for (const length of [0, 1, content.indexOf(10), content.indexOf(10) + 1, content.length - 1]) assert.equal(readBucket(content.subarray(0, length), 'code', folder), undefined, String(length));
  for (const at of [1, content.indexOf(10) + 20, content.length - 9]) {
    const damaged = Buffer.from(content);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    assert.equal(readBucket(damaged, 'code', folder), undefined, String(at));
  }
});
