/** What the presets of hosts that cannot be run here write, and what they say of their limits. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { parse as parseYaml } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE_RULES, cacheControl, FOREVER, SHORT } from '../../src/deploy/cache-rules.ts';
import { checkLimits } from '../../src/deploy/host-limits.ts';
import { buildPreset, HOSTS, type Host } from '../../src/deploy/preset.ts';
import type { SiteFacts } from '../../src/deploy/site-facts.ts';
import { headerPolicy, pagePolicy } from '../../src/formats/content-policy.ts';
import { PROJECT } from '../support/build-once.ts';

const FACTS: SiteFacts = {
  origin: 'https://archive.example',
  base: '/',
  articles: 10,
  moves: [{ from: '/قديم/', to: '/tags/مصر/' }, { from: '/a b.html', to: 'https://example.org/?x=1' }],
  gone: ['/2020/02/02/taken-back/'],
  files: [{ path: 'index.html', size: 1000 }],
  inlineScripts: [],
};
const textOf = (host: Host, name: string, facts = FACTS): string => buildPreset(host, facts, '/srv/www').files.find((file) => file.name === name)?.text ?? assert.fail(name);

describe('headers', () => {
  test('no policy lets anything in a page run', () => {
    for (const policy of [pagePolicy(['sha256-abc']), headerPolicy(['sha256-abc'])]) assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|data:/u);
  });

  test('a script that stands in a page is let in by its digest', () => {
    assert.match(headerPolicy(['sha256-abc']), /script-src 'self' 'wasm-unsafe-eval' 'sha256-abc';/u);
    assert.match(textOf('nginx', 'warraq.nginx.conf', { ...FACTS, inlineScripts: ['sha256-abc'] }), /'sha256-abc'/u);
  });

  test('csp_evaluator has no finding of high severity', () => {
    for (const policy of [pagePolicy(), pagePolicy(['sha256-abc']), headerPolicy(['sha256-abc'])]) {
      const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
      assert.deepEqual(findings.filter(({ severity }) => severity <= Severity.HIGH_MAYBE).map(({ description }) => description), []);
    }
    // A policy that is bad is found to be so: the look itself works.
    assert.ok(new CspEvaluator(new CspParser("script-src 'unsafe-inline' *").csp).evaluate().some(({ severity }) => severity <= Severity.HIGH_MAYBE));
  });

  test('a page does not say what only a header can', () => {
    assert.doesNotMatch(pagePolicy(), /frame-ancestors|report-uri|sandbox/u);
  });

  for (const host of HOSTS.filter((name) => name !== 'github-pages')) {
    test(`${host}: every security header is there`, () => {
      const text = buildPreset(host, FACTS, '/srv/www').files.map((file) => file.text).join('\n').replace(/"(\w)/gu, '$1');
      for (const part of [headerPolicy(), 'strict-origin-when-cross-origin', 'camera=()', '31']) assert.ok(text.includes(part), part);
    });
  }
});

test('only names with a digest are kept for ever', () => {
  assert.equal(cacheControl('assets/site-AB12.css'), FOREVER);
  assert.equal(cacheControl('pagefind/2021/index/unknown_ab.pf_index'), FOREVER);
  for (const path of ['index.html', 'pagefind/2021/fragment/unknown_ab.pf_fragment', 'pagefind/2021/pagefind.js', 'feed.xml']) assert.equal(cacheControl(path), SHORT, path);
  assert.equal(cacheControl('sw.js'), 'no-cache');
});

describe('netlify and cloudflare', () => {
  test('no address has two values for one header, since hosts join them', () => {
    for (const host of ['netlify', 'cloudflare'] as const) {
      const rules = textOf(host, '_headers').split('\n\n').map((block) => block.split('\n').map((line) => line.trim()).filter((line) => line !== ''));
      const patterns = rules.filter((lines) => lines.some((line) => line.startsWith('Cache-Control'))).map(([path = '']) => path);
      for (const path of ['/index.html', '/assets/a.css', '/pagefind/x/index/a.pf_index', '/sw.js', '/media/a.jpg']) {
        const fitting = patterns.filter((pattern) => new RegExp(`^${pattern.replace(/[.]/gu, '\\.').replaceAll('*', '.*')}$`, 'u').test(path));
        assert.ok(fitting.length <= 1, `${host} ${path}: ${fitting.join(' ')}`);
      }
      assert.ok(rules.length <= 100, 'Cloudflare reads 100 rules');
    }
  });

  test('redirects are encoded, and stand before the pages at those addresses', () => {
    assert.equal(textOf('netlify', '_redirects'), '/%D9%82%D8%AF%D9%8A%D9%85/ /tags/%D9%85%D8%B5%D8%B1/ 301!\n/a%20b.html https://example.org/?x=1 301!\n/2020/02/02/taken-back/ /2020/02/02/taken-back/index.html 410!\n');
    assert.equal(textOf('cloudflare', '_redirects'), '/%D9%82%D8%AF%D9%8A%D9%85/ /tags/%D9%85%D8%B5%D8%B1/ 301\n/a%20b.html https://example.org/?x=1 301\n');
  });

  test('Cloudflare gets no more redirects than it reads, and its user is told', () => {
    const moves = Array.from({ length: 2100 }, (_, index) => ({ from: `/old/${String(index)}/`, to: '/2021/' }));
    assert.equal(textOf('cloudflare', '_redirects', { ...FACTS, moves }).trim().split('\n').length, 2000);
    assert.ok(buildPreset('cloudflare', { ...FACTS, moves }, '').notes.some((note) => note.includes('the other 100')));
  });
});

describe('CloudFront', () => {
  interface Outcome { readonly uri?: string; readonly statusCode?: number; readonly headers?: { readonly location: { readonly value: string } } }
  const run = (facts: SiteFacts, uri: string): Outcome => {
    const handler = runInNewContext(`${textOf('s3', 'cloudfront-function.js', facts)}; handler`) as (event: unknown) => Outcome;
    return handler({ request: { uri } });
  };

  test('its function finds pages, sends on folders and old addresses', () => {
    assert.equal(run(FACTS, '/2021/').uri, '/2021/index.html');
    assert.equal(run(FACTS, '/assets/a.css').uri, '/assets/a.css');
    assert.equal(run(FACTS, '/2021').headers?.location.value, '/2021/');
    assert.equal(run(FACTS, encodeURI('/قديم')).headers?.location.value, encodeURI('/tags/مصر/'));
    assert.equal(run(FACTS, '/toString').headers?.location.value, '/toString/');
    assert.equal(run({ ...FACTS, base: '/some/path/' }, '/some/path').headers?.location.value, '/some/path/');
  });

  test('a function that would be too large is written without the redirects, which is said', () => {
    const moves = Array.from({ length: 500 }, (_, index) => ({ from: `/old/${String(index)}/`, to: '/2021/' }));
    assert.ok(Buffer.byteLength(textOf('s3', 'cloudfront-function.js', { ...FACTS, moves })) <= 10_240);
    assert.ok(buildPreset('s3', { ...FACTS, moves }, '').notes.some((note) => note.includes('do not fit')));
  });
});

describe('limits', () => {
  const files = (count: number, size = 1000) => Array.from({ length: count }, (_, index) => ({ path: `a/${String(index)}.html`, size }));
  for (const [host, facts, severity, words] of [
    ['cloudflare', { files: files(20_001) }, 'error', /^files: 20,001; cloudflare takes 20,000; a paid plan/u],
    ['cloudflare', { files: [...files(20_000), { path: '2015/07/20/a/article.txt', size: 1 }] }, 'error', /cloudflare takes 20,000; `forms: false` in _data\/site\.yaml leaves out three files of each article; a paid plan/u],
    ['cloudflare', { files: files(17_000) }, 'warning', /^files: 17,000; .* when it grows/u],
    ['cloudflare', { files: files(1, 26 * 1024 * 1024) }, 'error', /^the largest file: 26\.0 MiB \(a\/0\.html\)/u],
    ['github-pages', { files: files(11, 100 * 1024 * 1024) }, 'error', /^the whole site: 1100\.0 MiB/u],
    ['netlify', { files: files(54_001) }, 'error', /^files in one folder: 54,001 \(a\/\)/u],
    ['netlify', { articles: 400_000 }, 'error', /^a build there, about: 29 minutes/u],
  ] as const) {
    test(`${host}: ${String(words)}`, () => {
      const found = checkLimits(host, { ...FACTS, ...facts }).filter(({ text }) => words.test(text));
      assert.deepEqual(found.map((finding) => finding.severity), [severity]);
    });
  }

  test('a small site fits everywhere', () => {
    for (const host of HOSTS) assert.deepEqual(checkLimits(host, FACTS), []);
  });
});

test('every rule of caching says why', () => {
  for (const { about } of CACHE_RULES) assert.match(about, /\S/u);
});

describe('the workflow for GitHub Pages', () => {
  const text = readFileSync(join(PROJECT, '.github/workflows/pages.yml'), 'utf8');
  interface Step {
    readonly uses?: string;
    readonly run?: string;
  }
  const workflow = parseYaml(text) as { readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly permissions?: Readonly<Record<string, string>> }>>; readonly permissions: Readonly<Record<string, string>> };
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('takes actions of one state only', () => {
    for (const { uses } of steps) if (uses !== undefined) assert.match(uses, /@[0-9a-f]{40}$/u);
  });

  test('has no more rights than it needs', () => {
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    assert.deepEqual(workflow.jobs['deploy']?.permissions, { pages: 'write', 'id-token': 'write' });
  });

  test('calls commands and options that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
    const commands = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w:-]+)/gu)].map(([, name = '']) => name));
    assert.ok(commands.includes('build') && commands.includes('preset'));
    for (const name of commands) assert.ok(name in scripts, name);
  });
});
