/** The scripts of a copy on a disk: plain ones in one piece, since browsers load neither modules nor parts of them from files. */
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { inLanguage } from '../build/in-language.ts';
import type { Language } from '../languages/language.ts';

/** Scripts of the site that load others, by the beginning of their name, with what takes their place. */
const REPLACED: Readonly<Record<string, string>> = {
  'every-page': 'src/client/every-page.ts',
  'search-page': 'src/client/disk/search-page.ts',
  words: 'src/client/words-page.ts',
};

/** Scripts that only those load. */
const PARTS = /^assets\/(?:search-worker|mark-article|reading-list-buttons|follow-quietly|register-worker)-/u;

const DISK_ROOM = 'src/client/disk';

const COMMON: BuildOptions = { bundle: true, minify: true, format: 'iife', target: ['chrome103', 'firefox102', 'safari15.6'], charset: 'utf8', legalComments: 'none', logLevel: 'silent', write: false };

export function isScriptPart(file: string): boolean {
  return PARTS.test(file);
}

/** The text that a script of the site has in the copy; undefined where it stays as it is. @param project root of the program, where its sources are */
export async function diskScript(file: string, project: string, language: Language): Promise<string | undefined> {
  const [, name = ''] = /^assets\/([a-z-]+)-\w+\.js$/u.exec(file) ?? [];
  const entry = REPLACED[name];
  if (entry === undefined) return undefined;
  return textOf({ ...COMMON, absWorkingDir: project, entryPoints: [entry], plugins: [fromDisk(project), ...inLanguage(language, project)] });
}

/** Pagefind's script of the site, which asks for its files through the page and leaves what it has to offer there. */
export async function diskPagefind(file: string): Promise<string> {
  return textOf({ ...COMMON, entryPoints: [file], globalName: 'pagefindModule', define: { fetch: 'pagefindFetch' } });
}

async function textOf(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build(options);
  const [output] = outputFiles ?? [];
  if (output === undefined) throw new Error('esbuild made nothing');
  return output.text;
}

function fromDisk(project: string): Plugin {
  return {
    name: 'from-disk',
    setup: (bundling) => {
      // The filter is read by esbuild's own engine, which knows no flags.
      bundling.onResolve({ filter: /\/connect-search\.ts$/ }, () => ({ path: join(project, DISK_ROOM, 'connect-search.ts') }));
    },
  };
}
