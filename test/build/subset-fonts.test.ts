/** Fonts are cut down to what their style sheet says. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { charactersOf, rangeOf, subsetFonts } from '../../src/build/subset-fonts.ts';
import { PROJECT } from '../support/build-once.ts';

const FONT = join(PROJECT, 'node_modules/@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2');

test('a range is all its characters', () => {
  assert.equal(charactersOf('U+0041-0043, u+20AC'), 'ABC€');
  assert.equal(charactersOf(''), '');
});

test('the range of a font is that of its own face', () => {
  const css = "@font-face { src: url('a.woff2'); unicode-range: U+41; } @font-face { src: url(b.woff2) } @font-face { unicode-range: U+42, U+43; src: url(\"c.woff2\") }";
  assert.deepEqual(['a.woff2', 'b.woff2', 'c.woff2', 'd.woff2'].map((name) => rangeOf(css, name)), ['U+41', '', 'U+42, U+43', '']);
});

test('a font is cut down to its range, and to the same bytes each time', async () => {
  const room = await mkdtemp(join(tmpdir(), 'warraq-fonts-'));
  try {
    const names: string[][] = [];
    for (const [folder, range] of [['whole', ''], ['cut', 'unicode-range: U+0600-06FF;'], ['again', 'unicode-range: U+0600-06FF;']] as const) {
      await writeFile(join(room, 'fonts.css'), `@font-face { font-family: X; src: url('${FONT}'); ${range} }`);
      await build({ entryPoints: [join(room, 'fonts.css')], outdir: join(room, folder), bundle: true, assetNames: '[name]-[hash]', plugins: [subsetFonts] });
      names.push((await readdir(join(room, folder))).filter((name) => name.endsWith('.woff2')));
    }
    const [whole, cut, again] = names.map(([name = '']) => name);
    assert.equal(cut, again);
    const size = async (folder: string, name = ''): Promise<number> => (await stat(join(room, folder, name))).size;
    assert.equal(await size('whole', whole), (await stat(FONT)).size);
    assert.ok((await size('cut', cut)) < 0.6 * (await stat(FONT)).size);
  } finally {
    await rm(room, { recursive: true, force: true });
  }
});

test('a cut font is kept beside the program, and one that was cut short there is made again', async () => {
  const room = await mkdtemp(join(tmpdir(), 'warraq-fonts-'));
  const folder = join(PROJECT, '.cache/fonts');
  // No style sheet asks for these letters alone, so the file is of this test.
  const cutIn = async (name: string): Promise<Buffer> => {
    await writeFile(join(room, 'fonts.css'), `@font-face { font-family: X; src: url('${FONT}'); unicode-range: U+0628, U+062B; }`);
    await writeFile(join(room, 'bundle.mts'), `import { build } from '${join(PROJECT, 'node_modules/esbuild/lib/main.js')}';\nimport { subsetFonts } from '${join(PROJECT, 'src/build/subset-fonts.ts')}';\nawait build({ entryPoints: [process.argv[2]], outdir: process.argv[3], bundle: true, assetNames: 'font', plugins: [subsetFonts] });\n`);
    // In a process of its own, since one remembers what it has cut.
    await promisify(execFile)(process.execPath, ['--import', 'tsx', join(room, 'bundle.mts'), join(room, 'fonts.css'), join(room, name)], { cwd: PROJECT });
    return readFile(join(room, name, 'font.woff2'));
  };
  try {
    const first = await cutIn('first');
    const kept = (await Promise.all((await readdir(folder)).map(async (name) => ((await readFile(join(folder, name))).equals(first) ? [name] : [])))).flat();
    assert.equal(kept.length, 1);
    assert.deepEqual(await cutIn('second'), first);
    await writeFile(join(folder, kept[0] ?? ''), first.subarray(0, 100));
    assert.deepEqual(await cutIn('third'), first);
    assert.deepEqual(await readFile(join(folder, kept[0] ?? '')), first);
  } finally {
    await rm(room, { recursive: true, force: true });
  }
});

test('one file is cut several times, each part by its own face', async () => {
  const room = await mkdtemp(join(tmpdir(), 'warraq-fonts-'));
  try {
    await writeFile(join(room, 'fonts.css'), [['core', 'U+0621-064A'], ['rare', 'U+0672-06FF']].map(([part, range]) => `@font-face { font-family: X; src: url('${FONT}#${String(part)}'); unicode-range: ${String(range)}; }`).join('\n'));
    await build({ entryPoints: [join(room, 'fonts.css')], outdir: join(room, 'out'), bundle: true, assetNames: '[name]-[hash]', plugins: [subsetFonts] });
    const names = (await readdir(join(room, 'out'))).filter((name) => name.endsWith('.woff2'));
    assert.equal(names.length, 2);
    const css = await readFile(join(room, 'out/fonts.css'), 'utf8');
    // A preload names the file alone, and browsers compare whole addresses.
    for (const name of names) assert.ok(css.includes(`/${name}"`), css);
  } finally {
    await rm(room, { recursive: true, force: true });
  }
});

test('the faces of a family share no letter, and together they have all that Arabic and Latin news is written with', async () => {
  const css = await readFile(join(PROJECT, '_includes/styles/fonts.css'), 'utf8');
  const faces = [...css.matchAll(/@font-face\s*\{[^}]*\}/gu)].map(([rule]) => ({ family: /font-family: '([^']+)'/u.exec(rule)?.[1] ?? '', characters: charactersOf(/unicode-range:([^;]*)/u.exec(rule)?.[1] ?? '') }));
  const needed = charactersOf('U+0020-007E, U+00A0-00FF, U+0152-0153, U+0600-06FF, U+200C-200E, U+2010-2026, U+2030, U+2039-203A, U+20AC, U+2122, U+2212, U+FD3E-FD3F, U+FDF2, U+FDFA-FDFC');
  for (const family of new Set(faces.map((face) => face.family))) {
    const all = faces.filter((face) => face.family === family).map(({ characters }) => characters).join('');
    // The soft hyphen is never drawn.
    assert.deepEqual([...needed].filter((character) => character !== '\u00AD' && !all.includes(character)), [], family);
    assert.equal(new Set(all).size, [...all].length, family);
  }
});
