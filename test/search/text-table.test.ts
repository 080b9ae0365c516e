/** The table does what a `Map` of the cut pieces would, whatever they are made of. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { TextTable } from '../../src/search/index/text-table.ts';

const SPACE = 0x20;

/** What the table should answer for some texts, one after the other. */
function byMap(texts: readonly string[]): { readonly numbers: readonly (readonly number[])[]; readonly pieces: readonly string[] } {
  const known = new Map<string, number>();
  const numberOf = (piece: string): number => {
    if (!known.has(piece)) known.set(piece, known.size);
    return known.get(piece) ?? -1;
  };
  const numbers = texts.map((text) => (text === '' ? [] : text.split(' ').map(numberOf)));
  return { numbers, pieces: [...known.keys()] };
}

function byTable(texts: readonly string[]): ReturnType<typeof byMap> {
  const table = new TextTable();
  const pieces: string[] = [];
  const numbers = texts.map((text) => [...table.numbersOf(text, SPACE, (piece) => pieces.push(piece))]);
  assert.equal(table.size, pieces.length);
  return { numbers, pieces };
}

test('pieces have the numbers of their first coming, for any texts at all', () => {
  const piece = fc.oneof(fc.constantFrom('', 'في', 'من', 'كتاب', 'كتا', 'كتابا', '\u{20000}', '\uD800', '\uDC00\uD800', '\0', '\uFEFF'), fc.string({ unit: 'binary', maxLength: 5 }));
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' '));
  fc.assert(fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
    assert.deepEqual(byTable(texts), byMap(texts));
  }), { seed: 1442, numRuns: 1000 });
});

test('texts that share a hash are told apart, also while the table grows', () => {
  // Of so many texts of three letters some twenty share one of 32 bits.
  let state = 1442;
  const letter = (): string => {
    // Numerical Recipes' generator; the higher half of its 32 bits.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(0x4e00 + (state >>> 18));
  };
  const texts = Array.from({ length: 400 }, () => Array.from({ length: 1_000 }, () => letter() + letter() + letter()).join(' '));
  assert.deepEqual(byTable([...texts, texts[5] ?? '']), byMap([...texts, texts[5] ?? '']));
});

test('a piece may be longer than all that came before it', () => {
  const long = 'ط'.repeat(300_000);
  const texts = ['قبل', `${long} ${long}ا`, `${long}ا بعد ${long}`, 'قبل بعد'];
  assert.deepEqual(byTable(texts), byMap(texts));
});
