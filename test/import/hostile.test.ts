/** Sources built to exhaust or to escape: each ends with a message, in bounded memory, and nothing outside the archive. */
import assert from 'node:assert/strict';
import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ImportReport } from '../../src/import/report/report.ts';
import { findSources } from '../../src/import/read/find-sources.ts';
import { openWorkshop, readArticle, type Workshop } from './import-into.ts';

let shop: Workshop;
let report: ImportReport;
let memory = 0;

/** A file of many megabytes without holding them. */
function putBig(name: string, head: string, unit: string, megabytes: number, tail = ''): void {
  const file = openSync(shop.put(name, head), 'a');
  const piece = Buffer.from(unit.repeat(Math.ceil(1e6 / Buffer.byteLength(unit))));
  for (let count = 0; count < megabytes; count += 1) writeSync(file, piece);
  writeSync(file, tail);
  closeSync(file);
}

const article = (number: number): string => `${JSON.stringify({ url: `https://a.example/${String(number)}`, title: `خبر ${String(number)}`, body: `نص الخبر ${String(number)}.`, date: '2020-01-01' })}\n`;

before(async () => {
  shop = openWorkshop();
  putBig('long-line.jsonl', `${article(1)}{"title":"`, 'نص ', 200, `"}\n${article(2)}`);
  putBig('long-line.txt', 'عنوان\n', 'نص ', 40);
  putBig('front-matter.md', '---\n', 'a: b\n', 20);
  putBig('attribute.xml', '<?xml version="1.0"?><rss><channel><item a="', 'ab', 30);
  putBig('text.xml', '<?xml version="1.0"?><rss><channel><item><title>', 'نص ', 30, '</title></item></channel></rss>');
  putBig('deep.xml', '<?xml version="1.0"?><rss><channel><item>', '<a>', 2);
  putBig('deep.html', '<html><body><article>', '<div>', 2, 'نص');
  putBig('header.csv', '', 'title,', 10, '\n1,2\n');
  putBig('quote.csv', 'title,body,date\n"', 'نص,\n', 20);
  putBig('array.json', '[{"title":"', 'نص ', 30, '"}]');
  shop.put('zeros.gz', gzipSync(Buffer.alloc(200e6, 32)));
  shop.put('entities.xml', '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>');
  shop.put('escape.jsonl', `${JSON.stringify({ id: '../../../etc/passwd', title: '../../عنوان', body: 'نص {{ config }} <script>alert(1)</script>.', date: '2020-01-01', image: '/media/../../x.png', section: '../..' })}\n`);
  shop.put('archive.zip', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(1000)]));
  const tar = Buffer.alloc(2048);
  tar.write('ustar', 257);
  shop.put('archive.tar.gz', gzipSync(tar));
  shop.put('data.bin', Buffer.alloc(5000));
  const start = process.memoryUsage.rss();
  const timer = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss() - start);
  }, 20);
  report = await shop.run();
  clearInterval(timer);
});
after(() => {
  shop.dispose();
});

for (const [file, code] of [['long-line.jsonl', 'too-long'], ['long-line.txt', 'too-long'], ['front-matter.md', 'too-long'], ['attribute.xml', 'xml-large'], ['text.xml', 'xml-large'], ['deep.xml', 'xml-deep'], ['deep.html', 'html-deep'], ['header.csv', 'csv-broken'], ['quote.csv', 'csv-broken'], ['array.json', 'too-long'], ['zeros.gz', 'gzip-bomb'], ['entities.xml', 'xml-entities'], ['archive.zip', 'not-text'], ['archive.tar.gz', 'not-text'], ['data.bin', 'encoding']] as const) {
  test(`${file} is refused: ${code}`, () => {
    const refusals = report.refusals.filter(({ place }) => place.file === file);
    assert.deepEqual(refusals.map((refusal) => refusal.code), [code]);
    assert.ok(refusals.every(({ reason, fix }) => reason !== '' && fix !== '' && !reason.includes(shop.root)));
  });
}

test('articles before and after a line of 200 MB come in', () => {
  assert.deepEqual([...shop.files()].filter(([, text]) => /خبر [12]"/u.test(text)).length, 2);
});

test('names that climb lead nowhere, and text that would act is text', () => {
  const [[file, text] = ['', '']] = [...shop.files()].filter(([, own]) => own.includes('عنوان'));
  assert.match(file, /^2020\/01\/[a-z0-9]{10}\.md$/u);
  assert.equal(readArticle(file, text).image, undefined);
  assert.deepEqual(readdirSync(shop.root).sort(), ['archive', 'sources']);
  assert.deepEqual(readdirSync(join(shop.root, 'archive')).filter((name) => name !== 'articles'), []);
});

test('memory stays bounded', () => {
  assert.ok(memory > 0 && memory < 400e6, `${String(Math.round(memory / 1e6))} MB more than before`);
});

test('of too many files none is read, and the message says what to do', async () => {
  const other = openWorkshop();
  try {
    for (let at = 0; at < 300; at += 1) other.put(`many/${String(at % 20)}/${String(at)}.txt`, 'خبر');
    const folder = join(other.root, 'sources');
    assert.equal((await findSources([folder], other.to, 300)).length, 300);
    for (const named of [[folder], [join(folder, '**/*.txt')]]) {
      await assert.rejects(findSources(named, other.to, 299), { code: 'too-many-files', message: 'there are more than 299 files', fix: /folder by folder.*--most-files/u });
    }
  } finally {
    other.dispose();
  }
});
