/** Fonts are cut down to what their style sheet says. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
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
