/** The search of a copy on a disk: the files of the site's index as scripts. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { paths } from '../site/urls.ts';
import { scriptOf, writeFileCall } from '../search/format/script-files.ts';
import { diskPagefind } from './disk-scripts.ts';

const unzip = promisify(gunzip);

/** The folder of the bundles, below that of the site. */
export const SEARCH_FOLDER = paths.searchBundle.slice(1);

/** Browsers' own code of Pagefind that a page without workers has no use for. */
const UNUSED = '/pagefind-worker.js';

const FRAGMENT = '.pf_fragment';

/** Every data file of Pagefind begins with these bytes inside its gzip. */
const SIGNATURE = 'pagefind_dcd';

/** Stands for the text of an article whose page the copy has not: it holds no words. */
const NO_TEXT = Buffer.from(`${SIGNATURE}{"url":"","content":"","meta":{}}`);

/**
 * @param files of the site, all of them
 * @param isThere for a copy without some articles, tells whether it has the page of one; path without the base
 * @returns how many files were written
 */
export async function writeDiskSearch(site: string, files: readonly string[], folder: string, isThere?: (path: string) => boolean): Promise<number> {
  const scripts = new Map<string, string[]>();
  for (const file of files) {
    if (!file.startsWith(SEARCH_FOLDER) || file.endsWith(UNUSED)) continue;
    const name = file.slice(SEARCH_FOLDER.length);
    const script = name.endsWith('/pagefind.js') ? name : scriptOf(name);
    const together = scripts.get(script);
    if (together === undefined) scripts.set(script, [name]);
    else together.push(name);
  }
  for (const [script, names] of scripts) {
    const source = (name: string): string => join(site, SEARCH_FOLDER, name);
    const target = join(folder, SEARCH_FOLDER, script);
    await mkdir(dirname(target), { recursive: true });
    if (script.endsWith('/pagefind.js')) await writeFile(target, await diskPagefind(source(script)));
    else await writeFile(target, Buffer.concat(await Promise.all(names.map(async (name) => writeFileCall(name, await contentOf(source(name), isThere))))));
  }
  return scripts.size;
}

async function contentOf(file: string, isThere: ((path: string) => boolean) | undefined): Promise<Uint8Array> {
  const bytes = await readFile(file);
  if (isThere === undefined || !file.endsWith(FRAGMENT)) return bytes;
  const fragment: unknown = JSON.parse((await unzip(bytes)).toString('utf8').slice(SIGNATURE.length));
  const hasPage = typeof fragment === 'object' && fragment !== null && 'url' in fragment && typeof fragment.url === 'string' && isThere(fragment.url);
  return hasPage ? bytes : NO_TEXT;
}
