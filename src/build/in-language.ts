/** Bundles scripts in the language of the interface. */
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import type { Language } from '../languages/language.ts';

/** The scripts name the Arabic texts; in another language its file stands in for each of theirs. */
const ARABIC = /[/\\](?:arabic[/\\](?:strings|plural)|calendar[/\\]months)\.ts$/u;

/** Plugins for esbuild. @param project root of the program, where its sources are */
export function inLanguage({ file }: Language, project: string): Plugin[] {
  if (file === undefined) return [];
  const texts = resolve(project, file);
  return [
    {
      name: 'in-language',
      setup: (bundler) => {
        // esbuild reads the pattern as Go does, which knows no flag u.
        bundler.onResolve({ filter: /\.ts$/ }, ({ path, resolveDir, importer }) => (importer !== texts && ARABIC.test(resolve(resolveDir, path)) ? { path: texts } : undefined));
      },
    },
  ];
}

/** Plugin for esbuild: styles of pages that run from left to right are left out of a site that runs from right to left. */
export function inDirection({ direction }: Language): Plugin {
  return {
    name: 'in-direction',
    setup: (bundler) => {
      if (direction === 'rtl') bundler.onLoad({ filter: /[/\\]left-to-right\.css$/ }, () => ({ contents: '', loader: 'css' }));
    },
  };
}
