/** npm run pack -- --bag and npm run verify: what is packed can be checked, by us and by others, to the last bit. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { FIXTURE_SOURCES } from '../support/build-once.ts';
import { runCommandLine, STACK_TRACE } from '../support/run-command.ts';
import { readTree } from '../support/site-checks/built-site.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-bag-'));
const site = join(room, 'site');
const bag = join(room, 'bag');
const pack = (...args: readonly string[]) => runCommandLine('pack', ['--articles', FIXTURE_SOURCES.articles, '--data', FIXTURE_SOURCES.data, '--out', site, ...args]);

before(async () => {
  const built = await runCommandLine('build', ['--articles', FIXTURE_SOURCES.articles, '--data', FIXTURE_SOURCES.data, '--out', site, '--quiet']);
  assert.equal(built.status, 0, built.stderr);
  const packed = await pack('--bag', bag);
  assert.equal(packed.status, 0, packed.stderr);
  assert.match(packed.stdout, /bag: a bag of \d+ files, [\d.]+ MB\. Check it any time with: npm run verify/u);
});
after(() => {
  rmSync(room, { recursive: true, force: true });
});

/** A copy of a folder with one thing done to it. */
function spoilt(source: string, spoil: (copy: string) => void): string {
  const copy = mkdtempSync(join(room, 'copy-'));
  // A built site is a link to its folder.
  cpSync(realpathSync(source), copy, { recursive: true });
  spoil(copy);
  return copy;
}

function flipBit(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe('a bag', () => {
  test('holds the articles, the settings and the site, byte by byte', () => {
    const tree = readTree(bag);
    for (const [source, name] of [[FIXTURE_SOURCES.articles, 'articles'], [FIXTURE_SOURCES.data, 'settings'], [site, 'site']] as const) {
      for (const [path, bytes] of readTree(source)) assert.deepEqual(tree.get(`data/${name}/${path}`), bytes, path);
    }
  });

  test('is accepted by sha256sum, payload and tags', () => {
    for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) execFileSync('sha256sum', ['--check', '--strict', '--quiet', name], { cwd: bag });
  });

  test('says what it is', () => {
    const info = readFileSync(join(bag, 'bag-info.txt'), 'utf8');
    for (const line of [/^Source-Organization: \S/mu, /^External-Identifier: https:\/\/archive\.example\/$/mu, /^Bagging-Date: \d{4}-\d\d-\d\d$/mu, /^Payload-Oxum: \d+\.\d+$/mu, /^Bag-Software-Agent: Warraq \d/mu]) assert.match(info, line);
  });

  test('is found whole', async () => {
    const { status, stdout } = await runCommandLine('verify', [bag]);
    assert.equal(status, 0);
    assert.match(stdout, /^bag: \d+ files checked, all as they were\.\n$/u);
  });
});

describe('verify', () => {
  const article = 'data/articles/2021/05/all-fields.md';
  for (const [what, source, spoil, line] of [
    ['one flipped bit of an article', bag, (copy) => { flipBit(join(copy, article)); }, `differs: ${article}`],
    ['a file that is gone', bag, (copy) => { rmSync(join(copy, article)); }, `missing: ${article}`],
    ['a file that came', bag, (copy) => { writeFileSync(join(copy, 'data/new.txt'), ''); }, 'extra: data/new.txt'],
    ['a manifest that was changed to fit', bag, (copy) => { appendFileSync(join(copy, 'manifest-sha256.txt'), '\n'); }, 'differs: manifest-sha256.txt'],
    ['a manifest that is none', bag, (copy) => { writeFileSync(join(copy, 'manifest-sha256.txt'), 'x\n'); }, 'damaged: manifest-sha256.txt (line 1 is no line of sums: "x")'],
    ['a manifest that leads out of the folder', bag, (copy) => { writeFileSync(join(copy, 'manifest-sha256.txt'), `${'0'.repeat(64)}  ../../etc/passwd\n`); }, /^damaged: manifest-sha256\.txt \(line 1 is no line of sums: /mu],
    ['one flipped bit of a site', site, (copy) => { flipBit(join(copy, 'index.html')); }, 'differs: index.html'],
    ['one flipped bit of the search', site, (copy) => { flipBit(join(copy, [...readTree(copy).keys()].find((path) => path.endsWith('.pf_meta')) ?? '')); }, /^differs: pagefind\/.*\.pf_meta$/mu],
    ['a page that was renamed', site, (copy) => { renameSync(join(copy, 'about/index.html'), join(copy, 'about/x.html')); }, /^missing: about\/index\.html\nextra: about\/x\.html$/mu],
  ] as readonly (readonly [string, string, (copy: string) => void, string | RegExp])[]) {
    test(`names ${what}, and ends with 1`, async () => {
      const { status, stdout } = await runCommandLine('verify', [spoilt(source, spoil)]);
      assert.equal(status, 1, stdout);
      if (typeof line === 'string') assert.ok(stdout.split('\n').includes(line), stdout);
      else assert.match(stdout, line);
    });
  }

  test('finds a built site whole, with what a preset wrote into it', async () => {
    assert.equal((await runCommandLine('verify', [site])).status, 0);
    const copy = spoilt(site, () => undefined);
    assert.equal((await runCommandLine('preset', ['apache', '--out', copy])).status, 0);
    assert.equal((await runCommandLine('verify', [copy])).status, 0);
    const { stdout } = await runCommandLine('verify', [copy, '--json']);
    assert.deepEqual((JSON.parse(stdout) as { readonly faults: unknown }).faults, []);
  });
});

test('what a deploy sent is found whole where it was sent, and what was put beside it is named', async () => {
  const target = join(room, 'target');
  const data = join(room, 'target-data');
  assert.equal((await runCommandLine('deploy', ['--to', target, '--out', site, '--data', data])).status, 0);
  assert.equal((await runCommandLine('verify', [target])).status, 0);
  writeFileSync(join(target, 'other.txt'), '');
  assert.match((await runCommandLine('verify', [target])).stdout, /^extra: other\.txt\nsite: \d+ files checked, 1 not as they were/u);
});

for (const [name, args, status, message] of [
  ['verify', [FIXTURE_SOURCES.articles], 1, /^error: The folder .* has no manifest-sha256\.txt; expected a bag/u],
  ['verify', [join(room, 'nowhere')], 1, /^error: There is no folder /u],
  ['verify', [join(FIXTURE_SOURCES.data, 'site.yaml')], 1, /^error: .*site\.yaml is a file: unpack it, and name the folder/u],
  ['pack', [], 2, /^error: say what to make: --bag DIR, --zim FILE\.zim or --disk DIR/u],
  ['pack', ['--bag', bag, '--out', site], 1, /^error: --bag: .* is not empty; choose another folder/u],
  ['pack', ['--bag', join(site, 'bag'), '--out', site], 1, /^error: --bag: .* lies in what is to be packed/u],
  ['pack', ['--bag', join(room, 'x'), '--out', site, '--articles', join(room, 'nowhere')], 1, /^error: There is no folder .*nowhere; a bag has it too: name it with --articles/u],
  ['pack', ['--bag', join(room, 'x'), '--out', join(room, 'nowhere')], 1, /^error: There is no built site in .*; build it first/u],
] as const) {
  test(`${name} ${args.map((arg) => arg.replace(room, '')).join(' ')} says what is wrong`, async () => {
    const result = await runCommandLine(name, args);
    assert.equal(result.status, status);
    assert.match(result.stderr, message);
    assert.doesNotMatch(result.stderr, STACK_TRACE);
  });
}
