/** Styles, fonts and scripts, bundled with a digest in each name so that they can be kept for ever. */
import { cp } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import type { Assets } from '../../_includes/context.ts';
import type { DateStyle } from '../calendar/format-date.ts';
import type { Language } from '../languages/language.ts';
import { href, paths, type SiteAddress } from '../site/urls.ts';
import { inLanguage } from './in-language.ts';
import { subsetFonts } from './subset-fonts.ts';

const ENTRIES = {
  site: '_includes/styles/site.css',
  search: '_includes/styles/search.css',
  tools: '_includes/styles/tools.css',
  charts: '_includes/styles/charts.css',
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

/** Builds into `<folder>/assets`, the icons and the service worker beside it. Must run with the project's root as working directory, on which esbuild's digests depend. */
export async function buildAssets(folder: string, address: SiteAddress, { offline, style, language }: AssetOptions): Promise<Assets> {
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
    plugins: [...inLanguage(language, process.cwd()), subsetFonts],
    legalComments: 'none',
    logLevel: 'silent',
  };
  const common: BuildOptions = { ...shared, outdir: join(folder, FOLDER) };
  const [entries, pageScript] = await Promise.all([
    build({ ...common, entryPoints: ENTRIES, metafile: true }),
    build({ ...common, entryPoints: [PAGE_SCRIPT], chunkNames: '[name]-[hash]', splitting: true, metafile: true }),
    // A classic script: browsers of the range below know no modules there.
    build({ ...shared, entryPoints: [offline ? WORKERS.keep : WORKERS.retire], outfile: join(folder, paths.serviceWorker), entryNames: '[name]', format: 'iife', define: { DATE_STYLE: JSON.stringify(style) } }),
    cp(ICONS, join(folder, 'icons'), { recursive: true }),
  ]);
  const { metafile } = entries;
  const url = (file: string): string => href(address, `/${FOLDER}/${basename(file)}`);
  const names = Object.keys(metafile.outputs);
  return {
    style: url(outputOf(metafile, ENTRIES.site)),
    toolsStyle: url(outputOf(metafile, ENTRIES.tools)),
    chartStyle: url(outputOf(metafile, ENTRIES.charts)),
    searchStyle: url(outputOf(metafile, ENTRIES.search)),
    homeScript: url(outputOf(metafile, ENTRIES.home)),
    readerScript: url(outputOf(metafile, ENTRIES.reader)),
    articleScript: url(outputOf(metafile, ENTRIES.article)),
    searchScript: url(outputOf(metafile, ENTRIES['search-page'])),
    wordsScript: url(outputOf(metafile, ENTRIES.words)),
    readingListScript: url(outputOf(metafile, ENTRIES['reading-list'])),
    searchWorker: url(outputOf(metafile, ENTRIES['search-worker'])),
    offlineScript: url(outputOf(metafile, ENTRIES['offline-page'])),
    pageScript: url(outputOf(pageScript.metafile, PAGE_SCRIPT)),
    // They are on the first screen: dates bring Latin digits to every page. Rarer letters are fetched where a page has them.
    preload: names.filter((name) => name.endsWith('.woff2') && !name.includes('-latin-ext-')).sort().map(url),
    icon: url(outputOf(metafile, ENTRIES.icon)),
  };
}

function outputOf(metafile: Metafile, entry: string): string {
  const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint !== undefined && relative(entry, entryPoint) === '');
  if (found === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return found[0];
}
