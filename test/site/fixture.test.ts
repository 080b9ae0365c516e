/** The archive of hard cases passes the same checks as the sample; its pages are few enough to look at the HTML of all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildOnce, FIXTURE_SOURCES } from '../support/build-once.ts';
import { pagesOf } from '../support/site-checks/built-site.ts';
import { checkHtmlRules } from '../support/site-checks/check-html-rules.ts';
import { checkWeight } from '../support/site-checks/check-weight.ts';
import { kindOf, PAGE_KINDS } from '../support/site-checks/page-kind.ts';
import { SITE_CHECKS } from '../support/site-checks/site-checks.ts';

for (const base of ['/', '/some/path/', '/مسار/عربي/']) {
  for (const { sentence, check } of SITE_CHECKS) {
    test(`hard cases under ${base}: ${sentence}`, async () => {
      assert.deepEqual(check(await buildOnce(FIXTURE_SOURCES, base)), []);
    });
  }
}

test('hard cases: all pages are valid HTML', async () => {
  assert.deepEqual(checkHtmlRules(await buildOnce(FIXTURE_SOURCES), pagesOf), []);
});

test('hard cases: an article with its styles is at most 40,000 bytes', async () => {
  assert.deepEqual(checkWeight(await buildOnce(FIXTURE_SOURCES)), []);
});

test('hard cases: there are pages of every kind', async () => {
  const kinds = new Set(pagesOf(await buildOnce(FIXTURE_SOURCES)).map(kindOf));
  assert.deepEqual(PAGE_KINDS.filter((kind) => !kinds.has(kind)), []);
});
