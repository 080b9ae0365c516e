/** The files of the word index: what is written is what is read. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { ByteReader, ByteWriter } from '../../src/search/format/bytes.ts';
import { chunkOf, chunksOfPrefix } from '../../src/search/format/chunks.ts';
import { readFacetColumn, writeFacetColumn } from '../../src/search/format/facet-column.ts';
import { frequencyOf, headlineOf, isNamed, nearZones, readForms, weightOf, writeForms, zoneOf } from '../../src/search/format/postings.ts';
import { articlesOf, readVocabulary, stepOf, writeVocabularyEntry, type VocabularyEntry } from '../../src/search/format/vocabulary.ts';
import { FileWriter, writeChunks, WORDS_FOLDER } from '../../src/search/index/write-files.ts';

test('numbers and texts come back as they were written', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.nat(), fc.string({ unit: 'grapheme' }))), (values) => {
    const writer = new ByteWriter();
    for (const value of values) {
      if (typeof value === 'number') writer.varint(value);
      else writer.text(value);
    }
    const reader = new ByteReader(writer.finish());
    assert.deepEqual(values.map((value) => (typeof value === 'number' ? reader.varint() : reader.text())), values);
    assert.ok(reader.done);
  }));
});

test('a file that ends too early is an error and never a wrong answer', () => {
  assert.throws(() => new ByteReader(Uint8Array.of(0x80)).varint(), RangeError);
  assert.throws(() => new ByteReader(Uint8Array.of(5, 65)).text(), RangeError);
});

test('a weight keeps headline and names exactly and the frequency within a step', () => {
  for (const frequency of [0.1, 0.5, 1, 2.2, 7, 30]) assert.ok(Math.abs(Math.log(frequencyOf(weightOf(frequency, 0, false)) / frequency)) < 0.12, String(frequency));
  assert.equal(frequencyOf(weightOf(0, 1, false)), 0);
  assert.deepEqual([0, 1, 2, 3, 9].map((headline) => headlineOf(weightOf(1, headline, true))), [0, 1, 2, 3, 3]);
  assert.deepEqual([isNamed(weightOf(1, 3, true)), isNamed(weightOf(99, 3, false))], [true, false]);
});

test('zones beside each other are near, in a circle; the headline’s is near itself alone', () => {
  const zones = Array.from({ length: 14 }, (_, zone) => zoneOf(zone * 16));
  assert.deepEqual(zones, Array.from({ length: 14 }, (_, zone) => zone + 1));
  assert.equal(zoneOf(14 * 16), 1);
  for (const [at, zone] of zones.entries()) {
    const near = nearZones(1 << zone);
    for (const [other, candidate] of zones.entries()) assert.equal((near & (1 << candidate)) !== 0, [0, 1, 13].includes((other - at + 14) % 14), `${String(zone)} ${String(candidate)}`);
    assert.equal(near & 1, 0);
  }
  assert.equal(nearZones(1), 1);
});

test('the articles of a class come back form by form', () => {
  const postings = fc.uniqueArray(fc.nat(100_000), { minLength: 1 }).chain((numbers) => {
    const articles = Int32Array.from(numbers.sort((a, b) => a - b));
    return fc.record({ form: fc.string(), stem: fc.nat(255), articles: fc.constant(articles), weights: fc.uint8Array({ minLength: articles.length, maxLength: articles.length }), zones: fc.array(fc.nat(0x7fff), { minLength: articles.length, maxLength: articles.length }).map((masks) => Uint16Array.from(masks)) }, { noNullPrototype: true });
  });
  fc.assert(fc.property(fc.array(postings, { maxLength: 4 }), (forms) => {
    const writer = new ByteWriter();
    writeForms(writer, forms);
    assert.deepEqual(readForms(new ByteReader(writer.finish())), forms);
  }));
});

test('the vocabulary comes back, whatever the classes are', () => {
  const entry = fc.record({ form: fc.string({ minLength: 1 }), step: fc.nat(60), classes: fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 }), spelling: fc.string({ minLength: 1 }) }, { noNullPrototype: true });
  fc.assert(fc.property(fc.uniqueArray(entry, { selector: ({ form }) => form }), (entries) => {
    const writer = new ByteWriter();
    let before: VocabularyEntry | undefined;
    for (const own of entries) {
      writeVocabularyEntry(writer, own, before?.form ?? '');
      before = own;
    }
    assert.deepEqual(readVocabulary(new ByteReader(writer.finish())), entries);
  }));
});

test('a step says within a sixth how many articles hold a form', () => {
  for (const articles of [1, 2, 5, 17, 300, 70_000]) assert.ok(Math.abs(articlesOf(stepOf(articles)) - articles) <= Math.ceil(articles / 6), String(articles));
  assert.equal(articlesOf(0), 0);
});

test('a facet keeps the values of each article', () => {
  const column = readFacetColumn(writeFacetColumn([['ب'], [], ['أ', 'ب', 'أ'], ['ج']]));
  assert.deepEqual(column.values, ['أ', 'ب', 'ج']);
  assert.deepEqual([...column.starts], [0, 1, 1, 3, 4]);
  assert.deepEqual([...column.items], [1, 0, 1, 2]);
});

test('the file that holds a key is found, and so are all that hold a prefix', () => {
  const list = { first: ['ب', 'جا', 'جم', 'د'], files: ['1', '2', '3', '4'] };
  assert.deepEqual(['ا', 'ب', 'بغداد', 'ج', 'جبل', 'جمل', 'ياء'].map((key) => chunkOf(list, key)), [undefined, '1', '1', '1', '2', '3', '4']);
  assert.deepEqual(chunksOfPrefix(list, 'ج'), ['1', '2', '3']);
  assert.deepEqual(chunksOfPrefix(list, 'جم'), ['3']);
  assert.deepEqual(chunksOfPrefix(list, 'ا'), ['1']);
  assert.deepEqual(chunksOfPrefix({ first: [], files: [] }, 'ا'), []);
});

/** Every file is there: nothing is written. */
class AnyName extends Set<string> {
  override has(): boolean {
    return true;
  }
}

test('the beginnings that part files lead to the file of every key and to all files of a prefix', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'warraq-chunks-'));
  try {
    const letters = fc.string({ unit: fc.constantFrom('ا', 'ب', 'ج', '1', '\u{1F600}'), maxLength: 6 });
    fc.assert(fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 120 }), letters, (unsorted, prefix) => {
      const keys = unsorted.sort();
      const held = new Map<string, string[]>();
      let own: string[] = [];
      const files = new FileWriter(folder, new AnyName());
      const list = writeChunks(files, keys, 12, (key) => key, (writer, key, before) => {
        if (before === undefined) own = [];
        own.push(key);
        held.set(key, own);
        writer.text(key);
      });
      const found = keys.map((key) => held.get(key)?.[0]);
      assert.deepEqual(keys.map((key) => chunkOf(list, key)).map((file) => list.files.indexOf(file ?? '')), found.map((first) => [...new Set(found)].indexOf(first)));
      const wanted = keys.filter((key) => key.startsWith(prefix)).map((key) => chunkOf(list, key) ?? '');
      const given = chunksOfPrefix(list, prefix);
      assert.ok(wanted.every((file) => given.includes(file)));
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('an entry more changes its own file and leaves nearly all others as they are', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'warraq-chunks-'));
  try {
    const keys = Array.from({ length: 5_000 }, (_, at) => (at * 7919).toString(36).padStart(6, '0')).sort();
    const write = (all: readonly string[]): ReadonlySet<string> => {
      const files = new FileWriter(folder);
      const { files: names } = writeChunks(files, all, 600, (key) => key, (writer, key) => {
        writer.text(key);
      });
      return new Set(names);
    };
    const before = write(keys);
    const after = write([...keys, '0abc12'].sort());
    assert.ok(before.size > 30, String(before.size));
    assert.ok([...after].filter((name) => !before.has(name)).length <= 2);
    assert.equal((await readdir(join(folder, WORDS_FOLDER))).length, new Set([...before, ...after]).size);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
