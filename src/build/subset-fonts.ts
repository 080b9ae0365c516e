/** Cuts each font down to the letters that its `unicode-range` in the style sheet names. Of what a new reader waits for, fonts are most. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { digestList } from '../plan/digest.ts';
import { writeWhole } from './write-file.ts';

/** What may follow the number sign of an address. */
const FACES = ['core', 'rare', 'signs', 'other'];

const RESOLVING = 'subset-fonts';

/** Plugin for esbuild; a font without a range stays whole. */
export const subsetFonts: Plugin = {
  name: RESOLVING,
  setup: (bundler) => {
    // esbuild reads the patterns as Go does, which knows no flag u.
    bundler.onResolve({ filter: /\.woff2(?:#\w+)?$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === RESOLVING) return undefined;
      // The same file again is another one for esbuild in a namespace of its own.
      const [file = '', part] = path.split('#');
      const found = await bundler.resolve(file, { kind: from.kind, importer: from.importer, resolveDir: from.resolveDir, pluginData: RESOLVING });
      if (found.errors.length > 0) return { errors: found.errors };
      const range = rangeOf(await readFile(from.importer, 'utf8'), path);
      return { path: part === undefined ? found.path : shortName(found.path), namespace: part ?? 'file', pluginData: { file: found.path, range } satisfies Cut };
    });
    for (const namespace of ['file', ...FACES]) bundler.onLoad({ filter: /\.woff2$/, namespace }, async ({ path, pluginData }) => ({ contents: await cut((pluginData as Cut | undefined) ?? { file: path, range: '' }), loader: 'file' }));
  },
};

/** The `unicode-range` of the face that a style sheet takes from an address; empty where it has none. */
export function rangeOf(css: string, address: string): string {
  const face = [...css.matchAll(/@font-face\s*\{[^}]*\}/gu)].map(([rule]) => rule).find((rule) => rule.includes(`url('${address}')`) || rule.includes(`url("${address}")`) || rule.includes(`url(${address})`));
  return /unicode-range:([^;}]*)/u.exec(face ?? '')?.[1]?.trim() ?? '';
}

/** All characters of a `unicode-range` without wildcards: `U+0600-06FF, U+20AC`. */
export function charactersOf(range: string): string {
  return [...range.matchAll(/U\+([0-9A-F]{1,6})(?:-([0-9A-F]{1,6}))?/giu)]
    .map(([, from = '', to = from]) => {
      const first = Number.parseInt(from, 16);
      return String.fromCodePoint(...Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, index) => first + index));
    })
    .join('');
}

/** A font, and what of it is wanted. */
interface Cut {
  readonly file: string;
  readonly range: string;
}

/** Each page names some of the files, and its style sheet all of them. */
function shortName(file: string): string {
  return basename(file).replace(/-wght-normal/u, '').replace(/^noto-naskh-arabic-/u, 'naskh-').replace(/^markazi-text-/u, 'markazi-');
}

/** Once in a process: the preview and the tests bundle often. */
const made = new Map<string, Promise<Uint8Array>>();

function cut({ file, range }: Cut): Promise<Uint8Array> {
  const key = `${file} ${range}`;
  const known = made.get(key) ?? readFile(file).then((font) => (range === '' ? font : cutOrRecall(font, range)));
  made.set(key, known);
  return known;
}

/** Below the project's root, beside the program and not with a site: a new site needs the same fonts. */
const KEPT = '.cache/fonts';

/** Compressing fonts takes a second, as long as five hundred pages. */
async function cutOrRecall(font: Buffer, range: string): Promise<Uint8Array> {
  const kept = join(KEPT, `${digestList([await readFile('package-lock.json', 'utf8'), font.toString('base64'), range])}.woff2`);
  const known = await readFile(kept).catch(() => undefined);
  if (known !== undefined && isWhole(known)) return known;
  // Loaded for a font that is not kept: it takes forty megabytes for as long as the process lives.
  const { default: subsetFont } = await import('subset-font');
  const cut = await subsetFont(font, charactersOf(range), { targetFormat: 'woff2' });
  // A folder that cannot be written to costs that second again.
  await writeWhole(kept, cut).catch(() => undefined);
  return cut;
}

/** Whether a WOFF2 file has the length that it says (W3C, WOFF File Format 2.0, 4.1). */
function isWhole(font: Buffer): boolean {
  return font.length > 12 && font.toString('latin1', 0, 4) === 'wOF2' && font.readUInt32BE(8) === font.length;
}
