/** Styles, fonts and scripts, bundled with a digest in each name so that they can be kept for ever. */
import { cp } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { build, stop, type BuildOptions, type Metafile } from 'esbuild';
import type { Assets } from '../../_includes/context.ts';
import type { DateStyle } from '../calendar/format-date.ts';
import type { Language } from '../languages/language.ts';
import { href, paths, type SiteAddress } from '../site/urls.ts';
import { inDirection, inLanguage } from './in-language.ts';
import { subsetFonts } from './subset-fonts.ts';

const ENTRIES = {
  reading: '_includes/styles/reading.css',
  site: '_includes/styles/site.css',
  dates: '_includes/styles/dates.css',
  search: '_includes/styles/search.css',
  tools: '_includes/styles/tools.css',
  home: 'src/client/home.ts',
  article: 'src/client/article.ts',
  reader: 'src/client/reader.ts',
  'search-page': 'src/client/search-page.ts',
  words: 'src/client/words-page.ts',
  'reading-list': 'src/client/reading-list-page.ts',
  'search-worker': 'src/client/search-worker.ts',
  'offline-page': 'src/client/offline/offline-page.ts',
  icon: '_includes/styles/icon.svg',
} as const;

/** Comes with a script. */
const SCRIPTED_STYLES = '_includes/styles/scripted.css';

/** Stands in every page. */
const FIRST_SCRIPT = 'src/client/first-moment.ts';

/** Loads its parts when they are needed. */
const PAGE_SCRIPT = 'src/client/every-page.ts';

/** Browsers of 2022 and later. */
const TARGET = ['chrome103', 'firefox102', 'safari15.6'];

const FOLDER = 'assets';
const ICONS = '_includes/icons';

/** Workers keep their address, for browsers ask there for the next version. */
const WORKERS = { keep: 'src/client/offline/service-worker.ts', retire: 'src/client/offline/retire-worker.ts' } as const;

export interface AssetOptions {
  /** Whether browsers may keep pages; otherwise the service worker is one that takes itself and all it kept away. */
  readonly offline: boolean;
  /** How the notice over a kept page writes its date. */
  readonly style: Omit<DateStyle, 'names'>;
  readonly language: Language;
}

let bundling = 0;

/** Builds into `<folder>/assets`, the icons and the service worker beside it. Must run with the project's root as working directory, on which esbuild's digests depend. */
export async function buildAssets(folder: string, address: SiteAddress, options: AssetOptions): Promise<Assets> {
  bundling += 1;
  try {
    return await bundleAll(folder, address, options);
  } finally {
    bundling -= 1;
  }
}

/** Ends the process in which esbuild waits for more, unless something is being bundled. It starts again by itself. */
export async function endBundler(): Promise<void> {
  if (bundling === 0) await stop();
}

async function bundleAll(folder: string, address: SiteAddress, { offline, style, language }: AssetOptions): Promise<Assets> {
  const shared: BuildOptions = {
    // esbuild keeps the working directory of the moment it was loaded.
    absWorkingDir: process.cwd(),
    bundle: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    charset: 'utf8',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    plugins: [...inLanguage(language, process.cwd()), inDirection(language), subsetFonts],
    legalComments: 'none',
    logLevel: 'silent',
  };
  const common: BuildOptions = { ...shared, outdir: join(folder, FOLDER) };
  const scripted = await build({ ...shared, entryPoints: [SCRIPTED_STYLES], outdir: folder, write: false });
  const [entries, pageScript, firstScript] = await Promise.all([
    build({ ...common, entryPoints: ENTRIES, metafile: true, define: { SCRIPTED_STYLES: JSON.stringify(scripted.outputFiles[0]?.text.trim()) } }),
    build({ ...common, entryPoints: [PAGE_SCRIPT], chunkNames: '[name]-[hash]', splitting: true, metafile: true }),
    build({ ...shared, entryPoints: [FIRST_SCRIPT], outdir: folder, format: 'iife', write: false }),
    // A classic script: browsers of the range below know no modules there.
    build({ ...shared, entryPoints: [offline ? WORKERS.keep : WORKERS.retire], outfile: join(folder, paths.serviceWorker), entryNames: '[name]', format: 'iife', define: { DATE_STYLE: JSON.stringify(style) } }),
    cp(ICONS, join(folder, 'icons'), { recursive: true }),
  ]);
  const { metafile } = entries;
  const url = (file: string): string => href(address, `/${FOLDER}/${basename(file)}`);
  // Of the fonts those that every first screen shows.
  const first = /^(?:core|signs):/u;
  return {
    style: url(outputOf(metafile, ENTRIES.site)),
    readingStyle: url(outputOf(metafile, ENTRIES.reading)),
    datesStyle: url(outputOf(metafile, ENTRIES.dates)),
    toolsStyle: url(outputOf(metafile, ENTRIES.tools)),
    searchStyle: url(outputOf(metafile, ENTRIES.search)),
    homeScript: url(outputOf(metafile, ENTRIES.home)),
    firstScript: inlineText(firstScript.outputFiles[0]?.text),
    readerScript: url(outputOf(metafile, ENTRIES.reader)),
    articleScript: url(outputOf(metafile, ENTRIES.article)),
    searchScript: url(outputOf(metafile, ENTRIES['search-page'])),
    wordsScript: url(outputOf(metafile, ENTRIES.words)),
    readingListScript: url(outputOf(metafile, ENTRIES['reading-list'])),
    searchWorker: url(outputOf(metafile, ENTRIES['search-worker'])),
    offlineScript: url(outputOf(metafile, ENTRIES['offline-page'])),
    pageScript: url(outputOf(pageScript.metafile, PAGE_SCRIPT)),
    preload: Object.entries(metafile.outputs).filter(([name, { inputs }]) => name.endsWith('.woff2') && Object.keys(inputs).some((input) => first.test(input))).map(([name]) => name).sort().map(url),
    icon: url(outputOf(metafile, ENTRIES.icon)),
  };
}

/** A script that can stand in HTML, and that programs find there as it is. */
function inlineText(text = ''): string {
  if (/^\s*$|</u.test(text)) throw new Error(`${FIRST_SCRIPT} is empty or has a < in it, which would end or hide it in a page`);
  return text.trim();
}

function outputOf(metafile: Metafile, entry: string): string {
  const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint !== undefined && relative(entry, entryPoint) === '');
  if (found === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return found[0];
}
