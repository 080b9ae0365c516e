/** The import rules are only worth something if they fail: a small house with one wrong import for each. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';

const project = join(import.meta.dirname, '../..');

/** Importing file, what it imports, and the rule that forbids it, if one does. */
const ARROWS: readonly (readonly [from: string, to: string, rule: string | undefined])[] = [
  ['src/arabic/a.ts', '../calendar/end.ts', 'arrow-from-src-arabic'],
  ['src/calendar/a.ts', '../article/end.ts', 'arrow-from-src-calendar'],
  ['src/article/a.ts', '../archive/end.ts', 'arrow-from-src-article'],
  ['src/archive/a.ts', '../site/end.ts', 'arrow-from-src-archive'],
  ['src/site/a.ts', '../formats/end.ts', 'arrow-from-src-site'],
  ['src/formats/a.ts', '../search/end.ts', 'arrow-from-src-formats'],
  ['src/search/a.ts', '../site/end.ts', 'arrow-from-src-search'],
  ['src/search/query/a.ts', '../../archive/end.ts', 'arrow-from-src-search-query'],
  ['src/search/query/b.ts', '../index/end.ts', 'arrow-from-src-search-query'],
  ['src/plan/a.ts', '../eleventy/end.ts', 'arrow-from-src-plan'],
  ['_includes/a.ts', '../src/archive/end.ts', 'arrow-from-_includes'],
  ['src/eleventy/a.ts', '../build/end.ts', 'arrow-from-src-eleventy'],
  ['src/build/a.ts', '../offline/end.ts', 'arrow-from-src-build'],
  ['src/import/a.ts', '../archive/end.ts', 'arrow-from-src-import'],
  ['src/client/a.ts', '../search/index/end.ts', 'arrow-from-src-client'],
  ['.eleventy.ts', './src/build/end.ts', 'arrow-from-eleventy-ts'],
  ['_includes/b.ts', '../src/formats/head.ts', 'theme-takes-types-of-formats-only'],
  ['src/search/query/c.ts', '../through-node.ts', 'no-node-in-browsers'],
  ['src/client/b.ts', 'node:fs', 'no-node-in-browsers'],
  ['src/article/b.ts', 'node:fs/promises', 'no-files-left-of-the-build'],
  ['src/build/b.ts', '@11ty/eleventy', 'eleventy-in-one-room'],
  ['src/site/b.ts', 'luxon', 'luxon-in-one-room'],
  ['src/build/c.ts', '../../scripts/end.ts', 'tests-and-commands-are-not-imported'],
  ['src/arabic/back.ts', './forth.ts', 'no-cycles'],
  ['src/arabic/c.ts', './nowhere.ts', 'no-unresolvable'],

  ['src/article/right.ts', '../calendar/end.ts', undefined],
  ['src/calendar/right.ts', 'luxon', undefined],
  ['src/plan/right.ts', 'node:crypto', undefined],
  ['src/client/right.ts', '../search/end.ts', undefined],
  ['src/client/right-too.ts', '../search/query/end.ts', undefined],
  ['src/eleventy/right.ts', '@11ty/eleventy', undefined],
  ['src/build/right.ts', '../search/index/end.ts', undefined],
  ['scripts/right.ts', '../src/build/end.ts', undefined],
];

let house: string;

before(() => {
  house = mkdtempSync(join(tmpdir(), 'warraq-house-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  for (const [from, to] of ARROWS) {
    write(from, `import '${to}';\n`);
    if (to.endsWith('/end.ts')) write(join(dirname(from), to), 'export {};\n');
  }
  write('src/formats/head.ts', 'export {};\n');
  write('src/search/through-node.ts', "import 'node:path';\n");
  write('src/arabic/forth.ts', "import './back.ts';\n");
  write('tsconfig.json', '{ "compilerOptions": { "module": "nodenext", "allowImportingTsExtensions": true, "noEmit": true } }\n');
  symlinkSync(join(project, 'node_modules'), join(house, 'node_modules'));
});

after(() => {
  rmSync(house, { recursive: true, force: true });
});

test('the import rules forbid wrong arrows and allow right ones', () => {
  const found = violations();
  for (const [from, to, rule] of ARROWS) {
    const rules = found.filter((violation) => violation.from === from).map(({ rule: { name } }) => name);
    if (rule === undefined) assert.deepEqual(rules, [], `${from} may import ${to}`);
    else assert.ok(rules.includes(rule), `${from} may not import ${to}: expected ${rule}, got ${rules.join(', ') || 'nothing'}`);
  }
});

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

function violations(): readonly Violation[] {
  const command = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(project, '.dependency-cruiser.cjs');
  const args = ['--config', config, '--output-type', 'json', 'src', '_includes', 'scripts', '.eleventy.ts'];
  const json = execFileSync(process.execPath, [command, ...args], { cwd: house, encoding: 'utf8', maxBuffer: 1e8 });
  const { summary } = JSON.parse(json) as { readonly summary: { readonly violations: readonly Violation[] } };
  return summary.violations;
}
