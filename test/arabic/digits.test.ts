import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { formatNumber, shapeDigits, toWesternDigits } from '../../src/arabic/digits.ts';
import { runs } from './arbitraries.ts';

test('Arabic and Persian digits become 0-9 and other letters stay', () => {
  assert.equal(toWesternDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 5 خ'), '0123456789 0123456789 5 خ');
});

test('the western shape leaves a text alone', () => {
  assert.equal(shapeDigits('في ٢٠٢٠ و2021', 'western'), 'في ٢٠٢٠ و2021');
});

test('the Arabic shape changes digits only', () => {
  assert.equal(shapeDigits('المادة 140-ب', 'arabic'), 'المادة ١٤٠-ب');
});

test('shaping digits and reading them back gives the number', () => {
  fc.assert(fc.property(fc.nat(), (n) => {
    assert.equal(toWesternDigits(shapeDigits(String(n), 'arabic')), String(n));
  }), runs);
});

for (const [value, western, arabic] of [
  [0, '0', '٠'],
  [999, '999', '٩٩٩'],
  [2024, '2024', '٢٠٢٤'],
  [9999, '9999', '٩٩٩٩'],
  [10_000, '10,000', '١٠٬٠٠٠'],
  [123_456, '123,456', '١٢٣٬٤٥٦'],
  [1_234_567, '1,234,567', '١٬٢٣٤٬٥٦٧'],
  [-123_456, '-123,456', '-١٢٣٬٤٥٦'],
] as const) {
  test(`the number ${String(value)} is written ${western} and ${arabic}`, () => {
    assert.deepEqual([formatNumber(value, 'western'), formatNumber(value, 'arabic')], [western, arabic]);
  });
}
