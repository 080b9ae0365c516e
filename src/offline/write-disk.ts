/** A copy of the site that opens by a double click, without a server: relative links, fonts inside the styles, plain scripts. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '../build/sums.ts';
import { renderMovedPage } from '../formats/moved-page.ts';
import type { Language } from '../languages/language.ts';
import { LANGUAGE_CODES, LANGUAGES } from '../languages/languages.ts';
import { packPage } from './relative-page.ts';

export interface DiskOptions {
  readonly site: string;
  readonly base: string;
  /** Only the pages of one year; `2021`. */
  readonly year?: string | undefined;
}

/** What only a host has a use for. */
const LEFT_OUT = /^(?:pagefind\/|search\/|sitemaps\/|sitemap\.xml$|robots\.txt$|opensearch\.xml$|addresses\.txt$|manifest-sha256\.txt$|site\.json$|404\.html$|sw\.js$|_headers$|_redirects$|\.)|(?:^|\/)feed\.(?:xml|json)$/u;

/** The pack would have no page. */
export class NothingToPack extends Error {}

/** Fills an empty folder. @throws NothingToPack */
export async function writeDisk({ site, base, year }: DiskOptions, folder: string): Promise<{ readonly files: number }> {
  const all = (await listFiles(site)).filter((path) => !LEFT_OUT.test(path));
  const pages = all.filter((path) => path.endsWith('.html') && (year === undefined || path.startsWith(`${year}/`)));
  if (pages.length === 0) throw new NothingToPack(`The site has no page of the year ${year ?? ''}`);
  const others = all.filter((path) => !path.endsWith('.html') && !path.endsWith('.woff2'));
  const there = new Set([...pages, ...others]);
  const used = new Set<string>();
  const has = (file: string): boolean => {
    if (there.has(file)) used.add(file);
    return there.has(file);
  };
  for (const file of pages) await put(folder, file, plainScripts(packPage(await readFile(join(site, file), 'utf8'), { base, file, has })));
  // Of a year's pack only what its pages ask for: the pictures of other years stay behind.
  const wanted = others.filter((path) => year === undefined || used.has(path));
  for (const file of wanted) {
    if (file.endsWith('.css')) await put(folder, file, await inlineFonts(await readFile(join(site, file), 'utf8'), dirname(join(site, file))));
    else {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await copyFile(join(site, file), join(folder, file));
    }
  }
  if (year !== undefined) await put(folder, 'index.html', renderMovedPage(`${year}/index.html`, languageOf(await readFile(join(site, pages[0] ?? ''), 'utf8'))));
  return { files: pages.length + wanted.length + (year === undefined ? 0 : 1) };
}

/** The language of the interface, as a page of the site says it. */
function languageOf(page: string): Language {
  const code = /<html lang="([^"]*)"/u.exec(page)?.[1];
  return LANGUAGES[LANGUAGE_CODES.find((known) => known === code) ?? 'ar'];
}

async function put(folder: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

/** Browsers load no module from a file. Ours are bundles without imports, which run as plain scripts too. */
function plainScripts(html: string): string {
  return html.replace(/<script type="module" src=/gu, '<script defer src=');
}

/** To some browsers every file is a site of its own, from which no font may be taken. */
async function inlineFonts(css: string, folder: string): Promise<string> {
  const fonts = new Map<string, string>();
  for (const [, name = ''] of css.matchAll(FONT)) fonts.set(name, (await readFile(join(folder, name))).toString('base64'));
  return css.replace(FONT, (_, name: string) => `url(data:font/woff2;base64,${fonts.get(name) ?? ''})`);
}

/** As esbuild writes them: beside the style, with a digest. */
const FONT = /url\(["']?\.\/([\w.-]+\.woff2)["']?\)/gu;
