/** What a chosen time is called. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { timeName } from '../../src/client/time-chart.ts';

for (const [from, to, months, digits, expected] of [
  [undefined, undefined, 'gulf', 'western', ''],
  ['2015', '2015', 'gulf', 'western', '2015'],
  ['2015-05', '2015-05', 'gulf', 'western', 'مايو 2015'],
  ['2015-05', '2015-05', 'levant', 'arabic', 'أيار ٢٠١٥'],
  ['2015', '2017', 'gulf', 'western', 'من 2015 إلى 2017'],
  ['2015-11', '2016', 'maghreb', 'western', 'من نوفمبر 2015 إلى 2016'],
  ['2015', undefined, 'gulf', 'arabic', 'منذ ٢٠١٥'],
  [undefined, '2015-01', 'morocco', 'western', 'حتى يناير 2015'],
] as const) {
  test(`from ${String(from)} to ${String(to)} is «${expected}»`, () => {
    assert.equal(timeName({ from, to, facets: {} }, { months, digits }), expected);
  });
}
