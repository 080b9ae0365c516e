/** A ZIM file for Kiwix, written by Debian's zim-tools, with its full-text index. */
import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '../build/sums.ts';
import { packPage } from './relative-page.ts';

export interface ZimLabels {
  readonly title: string;
  readonly description: string;
  readonly creator: string;
  readonly publisher: string;
  /** Full address of the site. */
  readonly source: string;
  /** Name and version of the program. */
  readonly scraper: string;
}

/** A tool of zim-tools is missing, or refused. */
export class ZimFailed extends Error {}

/** openZIM's limits for metadata, in characters as readers count them. */
const TITLE_LENGTH = 30;
const DESCRIPTION_LENGTH = 80;

const ILLUSTRATION = 'illustration-48.png';

/** What only a host, or the site's own search, has a use for: Kiwix searches by itself. */
const LEFT_OUT = /^(?:pagefind\/|search\/|sitemaps\/|sitemap\.xml$|robots\.txt$|opensearch\.xml$|addresses\.txt$|manifest-sha256\.txt$|site\.json$|404\.html$|sw\.js$|_headers$|_redirects$|\.|offline\/)/u;

/**
 * @param folder an empty folder for the files on their way
 * @param illustration a PNG of 48 × 48 pixels
 * @throws ZimFailed
 */
export async function writeZim(site: string, base: string, labels: ZimLabels, illustration: string, folder: string, file: string): Promise<{ readonly files: number }> {
  const files = (await listFiles(site)).filter((path) => !LEFT_OUT.test(path));
  const there = new Set(files);
  for (const path of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    if (path.endsWith('.html')) await writeFile(target, withoutWayOut(packPage(forIndex(path, await readFile(join(site, path), 'utf8')), { base, file: path, has: (name) => there.has(name) })));
    else await copyFile(join(site, path), target);
  }
  await copyFile(illustration, join(folder, ILLUSTRATION));
  await run('zimwriterfs', [
    '--welcome=index.html',
    `--illustration=${ILLUSTRATION}`,
    '--language=ara',
    `--title=${shorten(labels.title, TITLE_LENGTH)}`,
    `--description=${shorten(labels.description, DESCRIPTION_LENGTH)}`,
    `--creator=${labels.creator}`,
    `--publisher=${labels.publisher}`,
    `--source=${labels.source}`,
    `--name=${zimName(labels.source)}`,
    `--scraper=${labels.scraper}`,
    '--tags=news;_ftindex:yes;_pictures:yes;_videos:no',
    '--threads=2',
    folder,
    file,
  ]);
  await run('zimcheck', ['-A', file]);
  return { files: files.length };
}

/** Pages of articles, told by their path. */
const ARTICLE = /^\d{4}\/(?:\d{2}\/){0,2}[a-z0-9][a-z0-9-]{2,}[a-z0-9]\/index\.html$/u;

/** Lists name articles ten times over; the index of the ZIM passes over what says this of itself. */
function forIndex(path: string, html: string): string {
  return ARTICLE.test(path) ? html : html.replace('<head>', '<head><meta name="robots" content="noindex">');
}

/** The tool makes a redirect inside the ZIM of such a line, whatever it leads to. The link in the page stays. */
function withoutWayOut(html: string): string {
  return html.replace(/<meta http-equiv="refresh" content="0; url=https?:[^"]*">/u, '');
}

/** Cut at the end of a word where it is too long. */
export function shorten(text: string, length: number): string {
  const characters = [...new Intl.Segmenter('ar').segment(text.replace(/\s+/gu, ' ').trim())].map(({ segment }) => segment);
  if (characters.length <= length) return characters.join('');
  const cut = characters.slice(0, length - 1).join('');
  return `${cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut}…`;
}

/** `archive.example_ar_all`, as openZIM names files; Latin letters only. */
function zimName(source: string): string {
  return `${new URL(source).hostname}_ar_all`;
}

/** @throws ZimFailed */
function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const stop = (): void => { child.kill(); };
  process.once('exit', stop);
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)));
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new ZimFailed(`${program} is not installed; get it with: apt-get install zim-tools`) : error);
    });
    child.once('close', (status) => {
      process.off('exit', stop);
      if (status === 0) resolve();
      else reject(new ZimFailed(`${program} ended with status ${String(status)}: ${said.trim().split('\n').slice(-8).join('\n')}`));
    });
  });
}
