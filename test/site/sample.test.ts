/** The sample archive, built for the root of a host and for a path below it, passes every check. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildOnce, SAMPLE } from '../support/build-once.ts';
import { pagesOf } from '../support/site-checks/built-site.ts';
import { checkWeight, weighArticles } from '../support/site-checks/check-weight.ts';
import { kindOf, PAGE_KINDS } from '../support/site-checks/page-kind.ts';
import { SITE_CHECKS } from '../support/site-checks/site-checks.ts';

for (const base of ['/', '/some/path/']) {
  for (const { sentence, check } of SITE_CHECKS) {
    test(`the sample under ${base}: ${sentence}`, async () => {
      assert.deepEqual(check(await buildOnce(SAMPLE, base)), []);
    });
  }

  test(`the sample under ${base}: an article with its styles is at most 40,000 bytes`, async () => {
    assert.deepEqual(checkWeight(await buildOnce(SAMPLE, base)), []);
  });
}

/** Leaves room for what the sample has not: many names, tags and corrections. */
const USUAL_BYTES = 32_000;

test('half of the articles of the sample weigh at most 32,000 bytes with their styles', async () => {
  const weights = weighArticles(await buildOnce(SAMPLE));
  const middle = weights[Math.floor(weights.length / 2)]?.bytes ?? Infinity;
  assert.ok(middle <= USUAL_BYTES, `${String(middle)} bytes`);
});

test('the sample has pages of every kind, so that each of them is checked', async () => {
  const kinds = new Set(pagesOf(await buildOnce(SAMPLE)).map(kindOf));
  assert.deepEqual(PAGE_KINDS.filter((kind) => !kinds.has(kind)), []);
});
