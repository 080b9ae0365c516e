/** What a host must know of a built site, told from the site alone. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../build/sums.ts';
import { scriptDigest } from '../formats/content-policy.ts';
import { ADDRESS_LIST, parseAddresses } from '../plan/addresses.ts';
import { apiPath, outputFile } from '../site/urls.ts';

export interface SiteFacts {
  readonly origin: string;
  /** `/` or `/some/path/` */
  readonly base: string;
  readonly articles: number;
  /** Addresses that moved; paths without the base, or a full address as target. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** Paths of articles that were taken back. */
  readonly gone: readonly string[];
  readonly files: readonly SiteFile[];
  /** Digests of the scripts that stand in pages themselves, `sha256-…`: the program's own, and what a theme adds. */
  readonly inlineScripts: readonly string[];
}

export interface SiteFile {
  /** Below the site's folder, with `/`. */
  readonly path: string;
  readonly size: number;
}

/** The folder is no built site, or a damaged one. */
export class NoSite extends Error {}

/** @throws NoSite */
export async function loadSiteFacts(folder: string): Promise<SiteFacts> {
  const record = await readRecord(folder);
  const list = await readFile(join(folder, ADDRESS_LIST), 'utf8').catch(() => {
    throw new NoSite(`The site in ${folder} has no ${ADDRESS_LIST}`);
  });
  const addresses = parseAddresses(list);
  const files = await listSiteFiles(folder);
  return {
    ...record,
    articles: await readCount(folder),
    moves: addresses.flatMap(({ path, target }) => (target === undefined ? [] : [{ from: path, to: target }])),
    gone: addresses.filter(({ status }) => status === 410).map(({ path }) => path),
    files,
    inlineScripts: await findInlineScripts(folder, files),
  };
}

async function readRecord(folder: string): Promise<Pick<SiteFacts, 'origin' | 'base'>> {
  const text = await readFile(join(folder, 'site.json'), 'utf8').catch(() => {
    throw new NoSite(`There is no built site in ${folder}`);
  });
  const record = parseJson(text);
  if (typeof record === 'object' && record !== null && 'origin' in record && 'base' in record) {
    const { origin, base } = record;
    if (typeof origin === 'string' && typeof base === 'string') return { origin, base };
  }
  throw new NoSite(`The file site.json in ${folder} is damaged`);
}

/** Number of articles, from the interface for programs. */
async function readCount(folder: string): Promise<number> {
  const file = outputFile(apiPath('counts'));
  const counts = parseJson(await readFile(join(folder, file), 'utf8').catch(() => ''));
  if (typeof counts === 'object' && counts !== null && 'articles' in counts && typeof counts.articles === 'number') return counts.articles;
  throw new NoSite(`The file ${file} in ${folder} is missing or damaged`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function listSiteFiles(folder: string): Promise<readonly SiteFile[]> {
  const paths = await listFiles(folder);
  const files: SiteFile[] = [];
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    files.push(...(await Promise.all(paths.slice(start, start + AT_ONCE).map(async (path) => ({ path, size: (await stat(join(folder, path))).size })))));
  }
  return files;
}

const AT_ONCE = 64;

/** Only what runs counts; JSON-LD is data, which no policy concerns. */
const INLINE_SCRIPT = /<script(?<attributes>[^>]*)>(?<body>[^<]*)<\/script>/giu;

async function findInlineScripts(folder: string, files: readonly SiteFile[]): Promise<readonly string[]> {
  const digests = new Set<string>();
  for (const { path } of files) {
    if (!path.endsWith('.html')) continue;
    for (const { groups } of (await readFile(join(folder, path), 'utf8')).matchAll(INLINE_SCRIPT)) {
      const { attributes = '', body = '' } = groups ?? {};
      if (/\ssrc=|type="?application\//iu.test(attributes) || body === '') continue;
      digests.add(scriptDigest(body));
    }
  }
  return [...digests].sort();
}
