import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { slugify } from '../../src/arabic/slug.ts';
import { runs, wildText } from './arbitraries.ts';
import { readTable, shown } from './read-table.ts';

const MAX_BYTES = 180;
/** The hyphen that keeps `con` from being a device of Windows. */
const GUARD_BYTES = 1;

for (const { name, slug } of readTable(import.meta.dirname, 'slugs.tsv', ['name', 'slug'])) {
  test(`the slug of ${shown(name)} is ${slug === '' ? 'empty' : slug}`, () => {
    assert.equal(slugify(name), slug);
  });
}

const longText = fc.oneof(wildText, fc.array(wildText, { minLength: 5, maxLength: 20 }).map((parts) => parts.join('')));

test('a slug is in NFC', () => {
  fc.assert(fc.property(longText, (text) => {
    assert.equal(slugify(text), slugify(text).normalize('NFC'));
  }), runs);
});

test('a slug is never longer than a file name may be', () => {
  fc.assert(fc.property(longText, (text) => {
    assert.ok(Buffer.byteLength(slugify(text)) <= MAX_BYTES + GUARD_BYTES);
  }), runs);
});

test('a slug holds letters, marks, digits and hyphens only, so that it cannot leave its folder', () => {
  fc.assert(fc.property(longText, (text) => {
    assert.match(slugify(text), /^[\p{L}\p{M}\p{N}-]*$/u);
  }), runs);
});

test('a slug has no control of direction and nothing invisible', () => {
  fc.assert(fc.property(longText, (text) => {
    assert.doesNotMatch(slugify(text), /[\p{Cc}\p{Cf}\p{Cs}]/u);
  }), runs);
});

test('a slug of a slug is the slug', () => {
  fc.assert(fc.property(longText, (text) => {
    assert.equal(slugify(slugify(text)), slugify(text));
  }), runs);
});

test('names that differ only in case, marks or composition have one slug', () => {
  fc.assert(fc.property(wildText, (text) => {
    assert.equal(slugify(text.normalize('NFD')), slugify(text.normalize('NFC')));
  }), runs);
});

test('128 letters without a space are cut to 90, which are 180 bytes', () => {
  assert.equal(slugify('ع'.repeat(128)), 'ع'.repeat(90));
});

test('a long name is cut at a hyphen where one is near', () => {
  const slug = slugify('العنوان '.repeat(30));
  assert.match(slug, /^(?:العنوان-)+العنوان$/u);
});

test('a letter of four bytes is never cut in two', () => {
  const slug = slugify('\u{20000}'.repeat(60));
  assert.doesNotMatch(slug, /\p{Cs}/u);
});

for (const device of ['con', 'PRN', 'aux', 'NUL', 'com0', 'com9', 'lpt1']) {
  test(`the slug of ${device} is not a device of Windows`, () => {
    assert.doesNotMatch(slugify(device), /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu);
  });
}
