/** The interface is Arabic through and through: shown on the articles of the hard cases that are all Arabic themselves. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildOnce, FIXTURE_SOURCES } from '../support/build-once.ts';
import { pagesOf } from '../support/site-checks/built-site.ts';
import { checkLatin } from '../support/site-checks/check-latin.ts';
import { kindOf, PAGE_KINDS } from '../support/site-checks/page-kind.ts';

/** Articles whose own text holds Latin letters. */
const NOT_ARABIC = /(?:foreign-language|hostile-headline|template-syntax)\.md$/u;

const articles = mkdtempSync(join(tmpdir(), 'warraq-arabic-'));
cpSync(FIXTURE_SOURCES.articles, articles, { recursive: true, filter: (source) => !NOT_ARABIC.test(source) });
after(() => {
  rmSync(articles, { recursive: true, force: true });
});

test('pages with Arabic articles show no Latin letter but names of formats and addresses', async () => {
  const site = await buildOnce({ ...FIXTURE_SOURCES, articles });
  const kinds = new Set(pagesOf(site).map(kindOf));
  assert.deepEqual(PAGE_KINDS.filter((kind) => !kinds.has(kind)), []);
  assert.deepEqual(checkLatin(site), []);
});
