/** A copy of the site that opens by a double click, without a server: relative links, fonts inside the styles, plain scripts. */
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '../build/sums.ts';
import { renderMovedPage } from '../formats/moved-page.ts';
import type { Language } from '../languages/language.ts';
import { LANGUAGE_CODES, LANGUAGES } from '../languages/languages.ts';
import { outputFile, paths } from '../site/urls.ts';
import { diskScript, isScriptPart } from './disk-scripts.ts';
import { writeDiskSearch } from './disk-search.ts';
import { packPage } from './relative-page.ts';

export interface DiskOptions {
  readonly site: string;
  readonly base: string;
  /** Root of the program, where its sources are. */
  readonly project: string;
  /** Only the pages of one year; `2021`. */
  readonly year?: string | undefined;
}

/** What only a host has a use for. */
const LEFT_OUT = /^(?:pagefind\/|sitemaps\/|sitemap\.xml$|robots\.txt$|opensearch\.xml$|addresses\.txt$|manifest-sha256\.txt$|site\.json$|404\.html$|sw\.js$|offline\/|icons\/|manifest\.webmanifest$|_headers$|_redirects$|\.)|(?:^|\/)feed\.(?:xml|json)$/u;

/** The pack would have no page. */
export class NothingToPack extends Error {}

const SEARCH_PAGE = outputFile(paths.search);

export interface DiskCopy {
  readonly files: number;
  /** As the files' own sizes. */
  readonly bytes: number;
  /** Files whose names Windows refuses: pictures and other files keep the names that the editor gave them. */
  readonly notOnWindows: readonly string[];
}

/** Fills an empty folder. @throws NothingToPack */
export async function writeDisk({ site, base, project, year }: DiskOptions, folder: string): Promise<DiskCopy> {
  const everything = await listFiles(site);
  const all = everything.filter((path) => !LEFT_OUT.test(path) && !isScriptPart(path));
  const ofYear = (path: string): boolean => year === undefined || path.startsWith(`${year}/`);
  const pages = all.filter((path) => path.endsWith('.html') && (ofYear(path) || path === SEARCH_PAGE));
  if (!pages.some(ofYear)) throw new NothingToPack(`The site has no page of the year ${year ?? ''}`);
  const others = all.filter((path) => !path.endsWith('.html') && !path.endsWith('.woff2'));
  const there = new Set([...pages, ...others]);
  const used = new Set<string>();
  const has = (file: string): boolean => {
    if (there.has(file)) used.add(file);
    return there.has(file);
  };
  const language = languageOf(await readFile(join(site, pages[0] ?? ''), 'utf8'));
  for (const file of pages) {
    const page = plainScripts(packPage(await readFile(join(site, file), 'utf8'), { base, file, has }));
    await put(folder, file, file === SEARCH_PAGE && year !== undefined ? searchOfYear(page, year) : page);
  }
  // Of a year's pack only what its pages ask for: the pictures of other years stay behind.
  for (const file of others.filter((path) => year === undefined || used.has(path))) {
    if (file.endsWith('.css')) await put(folder, file, await inlineFonts(await readFile(join(site, file), 'utf8'), dirname(join(site, file))));
    else await putScript(join(site, file), folder, file, project, language);
  }
  await writeDiskSearch(site, everything, folder, year === undefined ? undefined : (path) => ofYear(path.slice(1)));
  if (year !== undefined) await put(folder, 'index.html', renderMovedPage(`${year}/index.html`, language));
  const written = await listFiles(folder);
  return { files: written.length, bytes: await sizeOf(folder, written), notOnWindows: written.filter((path) => path.split('/').some(isRefusedByWindows)) };
}

/** Names of devices, with any ending; signs that have another meaning there; a blank or dot at the end. */
export function isRefusedByWindows(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(name) || /[<>:"|?*\\\p{Cc}]|[ .]$/u.test(name);
}

async function sizeOf(folder: string, files: readonly string[]): Promise<number> {
  let sum = 0;
  for (const file of files) sum += (await stat(join(folder, file))).size;
  return sum;
}

async function putScript(source: string, folder: string, file: string, project: string, language: Language): Promise<void> {
  const script = await diskScript(file, project, language);
  if (script !== undefined) {
    await put(folder, file, script);
    return;
  }
  if (SCRIPT.test(file)) {
    await put(folder, file, withOwnNames(await readFile(source, 'utf8')));
    return;
  }
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await copyFile(source, join(folder, file));
}

const SCRIPT = /^assets\/[\w-]+\.js$/u;

/** Modules have names of their own; plain scripts share theirs, and two short ones of a bundler would meet. */
function withOwnNames(script: string): string {
  return `(()=>{"use strict";\n${script}\n})();\n`;
}

/** Tells the search page which year the copy has; as the page's component and the serializer write it. */
function searchOfYear(html: string, year: string): string {
  return html.replace('<div id="search" ', `<div id="search" data-year="${year}" `);
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
  return html.replace(/<script type="module"(?= )/gu, '<script defer');
}

/** To some browsers every file is a site of its own, from which no font may be taken. */
async function inlineFonts(css: string, folder: string): Promise<string> {
  const fonts = new Map<string, string>();
  for (const [, name = ''] of css.matchAll(FONT)) fonts.set(name, (await readFile(join(folder, name))).toString('base64'));
  return css.replace(FONT, (_, name: string) => `url(data:font/woff2;base64,${fonts.get(name) ?? ''})`);
}

/** As esbuild writes them: beside the style, with a digest. */
const FONT = /url\(["']?\.\/([\w.-]+\.woff2)["']?\)/gu;
