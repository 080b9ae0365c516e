/** npm run pack: copies of the archive to carry away. */
import { readFileSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { assertFolder, FolderMissing } from '../src/build/load-archive.ts';
import { shownPath } from '../src/build/name-files.ts';
import { loadSettings } from '../src/build/load-settings.ts';
import { isoDay } from '../src/calendar/day.ts';
import { loadSiteFacts, NoSite, type SiteFacts } from '../src/deploy/site-facts.ts';
import { writeBag } from '../src/offline/write-bag.ts';
import { NothingToPack, writeDisk } from '../src/offline/write-disk.ts';
import { writeZim, ZimFailed } from '../src/offline/write-zim.ts';
import { writeZip } from '../src/offline/write-zip.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { intoFile, intoFolder } from './support/pack-place.ts';
import { isInside, PROJECT, realPlace, userPath } from './support/project.ts';
import { today } from './support/today.ts';

interface Options {
  readonly articles: string;
  readonly data: string;
  readonly out: string;
  readonly bag?: string;
  readonly zim?: string;
  readonly disk?: string;
  readonly year?: string;
}

const program = new Command('npm run pack --')
  .description('Makes copies of the built archive to carry away.')
  .option('--bag <dir>', 'a BagIt bag of articles, settings and site, for preservation')
  .option('--zim <file>', 'a ZIM file for Kiwix, with its full-text index')
  .option('--disk <dir|file.zip>', 'a copy that opens from a disk by a double click, with its search')
  .option('--year <year>', 'with --disk: only the pages of one year')
  .option('--articles <dir>', 'folder of article files', 'articles')
  .option('--data <dir>', 'folder of settings', '_data')
  .option('--out <dir>', 'folder of the built site', '_site');

await runCommand(program, async () => {
  const options = program.opts<Options>();
  if (options.bag === undefined && options.zim === undefined && options.disk === undefined) throw new UserError('say what to make: --bag DIR, --zim FILE.zim or --disk DIR', WRONG_USAGE);
  for (const option of ['bag', 'zim', 'disk'] as const) if (options[option] === '') throw new UserError(`--${option}: no name was given`, WRONG_USAGE);
  if (options.year !== undefined && options.disk === undefined) throw new UserError('--year goes with --disk: other packs have all years', WRONG_USAGE);
  if (options.year !== undefined && !/^\d{4}$/u.test(options.year)) throw new UserError(`--year: got ${JSON.stringify(options.year)}; expected a year such as 2021`, WRONG_USAGE);
  // Followed once, so that a build that ends meanwhile does not mix two sites.
  const site = await realpath(userPath(options.out)).catch(() => userPath(options.out));
  const facts = await loadSiteFacts(site).catch((error: unknown) => {
    throw error instanceof NoSite ? new UserError(`${error.message}; build it first with: npm run build`) : error;
  });
  if (options.bag !== undefined) await packBag(options, options.bag, site, facts);
  if (options.zim !== undefined) await packZim(options, options.zim, site, facts);
  if (options.disk !== undefined) await packDisk(options, options.disk, site, facts);
  return 0;
});

async function packBag(options: Options, named: string, site: string, facts: SiteFacts): Promise<void> {
  const target = userPath(named);
  const place = await realPlace(target);
  const sources = { articles: userPath(options.articles), data: userPath(options.data), site };
  if (Object.values(sources).some((source) => isInside(target, source) || isInside(place, source))) throw new UserError(`--bag: ${named} lies in what is to be packed; choose a folder elsewhere`);
  for (const option of ['articles', 'data'] as const) {
    await assertFolder(sources[option]).catch((error: unknown) => {
      throw error instanceof FolderMissing ? new UserError(`${error.message}; a bag has it too: name it with --${option}`) : error;
    });
  }
  const { settings } = await loadSettings(sources.data);
  const { name, description, publisher = name } = settings.site;
  const labels = { organization: publisher, title: name, description, address: `${facts.origin}${encodeURI(facts.base)}`, date: isoDay(today()), agent: `Warraq ${version()}` };
  const { files, bytes } = await intoFolder(target, '--bag', (folder) => writeBag(sources, labels, folder));
  console.log(`${shownPath(target)}: a bag of ${String(files)} files, ${megabytes(bytes)}. Check it any time with: npm run verify -- ${named}`);
}

async function packZim(options: Options, named: string, site: string, facts: SiteFacts): Promise<void> {
  const target = userPath(named);
  if (!target.endsWith('.zim')) throw new UserError(`--zim: got ${JSON.stringify(named)}; expected a file whose name ends in .zim`, WRONG_USAGE);
  if (isInside(await realPlace(target), site)) throw new UserError(`--zim: ${named} lies in the built site; choose a place elsewhere`);
  const { settings } = await loadSettings(userPath(options.data));
  const { name, description, publisher = name } = settings.site;
  const labels = { title: name, description, creator: publisher, publisher: 'Warraq', source: `${facts.origin}${encodeURI(facts.base)}`, scraper: `Warraq ${version()}` };
  // Made beside the target: the tool refuses to write over a file.
  const { files } = await intoFile(target, '--zim', (folder, file) =>
    writeZim(site, facts.base, labels, join(PROJECT, '_includes/icons/icon-48.png'), folder, file).catch((error: unknown) => {
      throw error instanceof ZimFailed ? new UserError(error.message) : error;
    }));
  const { size } = await stat(target);
  console.log(`${shownPath(target)}: ${String(files)} files, ${megabytes(size)}; zimcheck found no error. Read it with Kiwix, or: kiwix-serve --port 8080 ${named}`);
}

async function packDisk({ year }: Options, named: string, site: string, facts: SiteFacts): Promise<void> {
  const target = userPath(named);
  if (isInside(await realPlace(target), site)) throw new UserError(`--disk: ${named} lies in the built site; choose a place elsewhere`);
  const source = { site, base: facts.base, project: PROJECT, year };
  const fill = (folder: string): ReturnType<typeof writeDisk> =>
    writeDisk(source, folder).catch((error: unknown) => {
      throw error instanceof NothingToPack ? new UserError(`${error.message}; choose one that it has`) : error;
    });
  const zip = async (folder: string, file: string): ReturnType<typeof writeDisk> => {
    const written = await fill(folder);
    await writeZip(folder, basename(target).replace(/\.zip$/iu, ''), file);
    return written;
  };
  const { files, bytes, notOnWindows } = /\.zip$/iu.test(target) ? await intoFile(target, '--disk', zip) : await intoFolder(target, '--disk', fill);
  const covers = year === undefined ? '' : ` Its search covers ${year} only.`;
  console.log(`${shownPath(target)}: ${String(files)} files, ${megabytes(bytes)}. Open index.html in it with a browser.${covers}`);
  if (notOnWindows.length > 0) console.error(`warning: Windows refuses ${String(notOnWindows.length)} of them by their names; rename them in the media folder or in redirects.yaml: ${notOnWindows.slice(0, 5).map((path) => JSON.stringify(path)).join(', ')}${notOnWindows.length > 5 ? ', …' : ''}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function version(): string {
  const record: unknown = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
  return typeof record === 'object' && record !== null && 'version' in record ? String(record.version) : '';
}
