/** Digests of the program itself: pages that were made with other code are made anew. */
import { readFile } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import { digestList, type Digest } from '../plan/digest.ts';

export interface CodeDigests {
  /** What reads article files. */
  readonly parse: Digest;
  /** What makes pages and machine files. */
  readonly pages: Digest;
  /** Styles, fonts and the browser's scripts. */
  readonly assets: Digest;
  /** What draws pictures. */
  readonly pictures: Digest;
  /** What makes search bundles. */
  readonly search: Digest;
  readonly all: Digest;
}

/** Version of what the code runs on: Intl writes dates as its data says. */
export const RUNTIME = `${process.versions.node} ${process.versions['icu'] ?? ''} ${process.versions['cldr'] ?? ''}`;

const PARSE = ['src/article', 'src/arabic', 'src/calendar'];
const PAGES = [...PARSE, 'src/languages', 'src/archive', 'src/site', 'src/formats', 'src/plan', 'src/eleventy', '_includes', '.eleventy.ts'];
const ASSETS = ['src/client', 'src/search', 'src/arabic', 'src/calendar', 'src/languages', '_includes/styles', '_includes/icons', 'src/site/urls.ts', 'src/build/build-assets.ts', 'src/build/subset-fonts.ts', 'src/build/in-language.ts'];
const SEARCH = [...PARSE, 'src/languages', 'src/archive', 'src/site', 'src/search', 'src/build/search-step.ts'];
const PICTURES = ['src/build/pictures'];
/** Versions of the libraries. */
const LIBRARIES = ['package-lock.json'];
/** Styles reach pages through the addresses of the bundled files only. */
const STYLES = '_includes/styles/';

/** Reads the code below the working directory, which must be the project's root. @param runtime of the program, such as Node's version: Intl writes dates as its data says */
export async function digestCode(runtime: string): Promise<CodeDigests> {
  const files = (await glob(['src/**', '_includes/**', ...LIBRARIES, '.eleventy.ts'], { dot: true })).sort();
  const contents = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const digests = files.map((file, index) => [file, digestList([file, contents[index] ?? ''])] as const);
  const below = (folders: readonly string[], without?: string): Digest => {
    const wanted = digests.filter(([file]) => (without === undefined || !file.startsWith(without)) && [...folders, ...LIBRARIES].some((folder) => file === folder || file.startsWith(`${folder}/`)));
    return digestList([runtime, ...wanted.map(([, digest]) => digest)]);
  };
  return { parse: below(PARSE), pages: below(PAGES, STYLES), assets: below(ASSETS), pictures: below(PICTURES), search: below(SEARCH), all: below(['src', '_includes', '.eleventy.ts']) };
}
