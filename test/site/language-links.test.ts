/** Two builds of one archive, in Arabic and in English, know each other: each page names itself and its sister, and leads there. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseSettings } from '../../src/archive/settings.ts';
import { buildOnce, FIXTURE_SOURCES } from '../support/build-once.ts';
import type { BuiltSite } from '../support/site-checks/built-site.ts';

const data = join(mkdtempSync(join(tmpdir(), 'warraq-languages-')), '_data');
cpSync(FIXTURE_SOURCES.data, data, { recursive: true });
const origin = /^url: (.+)$/mu.exec(readFileSync(join(data, 'site.yaml'), 'utf8'))?.[1] ?? 'https://warraq.example';
writeFileSync(join(data, 'site.yaml'), `${readFileSync(join(data, 'site.yaml'), 'utf8')}\nlanguages:\n  ar: ${origin}/\n  en: ${origin}/en/\n`);

after(() => {
  rmSync(join(data, '..'), { recursive: true, force: true });
});

const alternatesOf = (site: BuiltSite, path: string): readonly string[] => [...(site.files.get(path)?.toString('utf8') ?? '').matchAll(/<link rel="alternate" hreflang="(\w+)" href="([^"]+)"/gu)].map(([, code = '', href = '']) => `${code} ${href}`).sort();

test('a page names itself and its sister, which names it back', async () => {
  const arabic = await buildOnce({ ...FIXTURE_SOURCES, data });
  const english = await buildOnce({ ...FIXTURE_SOURCES, data }, '/en/', 'en');
  for (const path of ['', '2021/05/07/with-image/', 'dates/']) {
    const wanted = [`ar ${origin}/${path}`, `en ${origin}/en/${path}`];
    assert.deepEqual(alternatesOf(arabic, `${path}index.html`), wanted);
    assert.deepEqual(alternatesOf(english, `${path}index.html`), wanted);
  }
  assert.match(arabic.files.get('index.html')?.toString('utf8') ?? '', /<a href="[^"]+\/en\/" hreflang="en" lang="en" rel="alternate">English<\/a>/u);
  assert.match(english.files.get('index.html')?.toString('utf8') ?? '', /hreflang="ar" lang="ar" rel="alternate">العربية<\/a>/u);
  assert.deepEqual(alternatesOf(arabic, '404.html'), []);
});

test('a language that the interface does not have is reported', () => {
  const { problems } = parseSettings(new Map([['site.yaml', 'languages:\n  xx: https://example.org/\n']]));
  assert.deepEqual(problems.map(({ severity, line }) => [severity, line]), [['error', 2]]);
});
