/** The fonts of cards, and no others: what is drawn must not depend on the fonts of a machine. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { digestList } from '../../plan/digest.ts';
import { writeWhole } from '../write-file.ts';
import { unpackWoff } from './unpack-woff.ts';

/** The second has the letters that the first lacks: ڤ, ڨ, ڕ, ێ, ﷺ. */
const SUBSETS = ['markazi-text arabic', 'markazi-text latin', 'markazi-text latin-ext', 'noto-naskh-arabic arabic'].map((name) => name.split(' ') as [family: string, subset: string]);
const WEIGHTS = [500, 700] as const;

export const CARD_FONT = 'Markazi Text';

/** Puts the fonts into a folder of their own below the working directory. @returns the configuration that names that folder and no other */
export async function prepareCardFonts(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const names = SUBSETS.flatMap(([family, subset]) => WEIGHTS.map((weight) => `@fontsource/${family}/files/${family}-${subset}-${String(weight)}-normal.woff`));
  const fonts = await Promise.all(names.map((name) => readFile(resolve(name))));
  const folder = join(process.cwd(), '.cache', `card-fonts-${digestList(fonts.map((font) => font.toString('base64')))}`);
  for (const [at, font] of fonts.entries()) await writeWhole(join(folder, 'fonts', `${String(at)}.ttf`), unpackWoff(font));
  const file = join(folder, 'fonts.conf');
  const escaped = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  await writeWhole(file, `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${escaped}/fonts</dir><cachedir>${escaped}/cache</cachedir></fontconfig>\n`);
  return file;
}
