import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAddresses, renderAddresses, type Address } from '../../src/plan/addresses.ts';

const word = fc.stringMatching(/^[\p{L}\p{N} _.-]{1,12}$/u);
const path = fc.array(word, { maxLength: 4 }).map((parts) => `/${parts.map((part) => `${part}/`).join('')}`);
const address: fc.Arbitrary<Address> = fc.oneof(
  path.map((place): Address => ({ path: place, status: 200 })),
  path.map((place): Address => ({ path: place, status: 410 })),
  fc.tuple(path, path).map(([from, target]): Address => ({ path: from, status: 301, target })),
);

test('a list that is written is read again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(address, { selector: (item) => item.path }), (addresses) => {
      const sorted = [...addresses].sort((a, b) => (a.path < b.path ? -1 : 1));
      assert.deepEqual(parseAddresses(renderAddresses(addresses)), sorted);
    }),
  );
});

test('a list may be addresses alone, with remarks and the line ends of any system', () => {
  assert.deepEqual(parseAddresses('# kept by hand\r\n/2021/\r\n\r\n/مصر/\n'), [{ path: '/2021/', status: 200 }, { path: '/مصر/', status: 200 }]);
});

for (const text of ['<!DOCTYPE html>', '/a/\t302\t/b/', '/a/\t301', '/a/\t200\t/b/', '/a/\t301\t/b/\t/c/']) {
  test(`${JSON.stringify(text)} is no list, and says its line`, () => {
    assert.throws(() => parseAddresses(`/x/\n${text}\n`), /^Error: line 2 is no address/u);
  });
}
