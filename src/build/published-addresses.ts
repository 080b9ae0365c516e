/** The addresses that a site has published before, from wherever they are kept. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESS_LIST, parseAddresses } from '../plan/addresses.ts';
import { PREVIEW_ORIGIN } from '../site/urls.ts';

/** The kept list, in the folder of settings: written after a deploy, best kept under version control. */
export const PUBLISHED_FILE = 'published.txt';

export interface PublishedSources {
  readonly data: string;
  /** Folder of the site that a build replaces. Its list counts when it was built for the same address. */
  readonly out?: string | undefined;
  readonly origin: string | undefined;
  readonly base: string;
  /** A list that the user names. */
  readonly file?: string | undefined;
}

/** A list of addresses that cannot be read. */
export class AddressListDamaged extends Error {}

/** What was published before: a build that would lose any of it is refused. */
export interface Published {
  /** Paths of the lists that somebody keeps or names. */
  readonly listed: readonly string[];
  /** The list of the site that the build replaces. It is as long as the archive is large, and not read before it has to be. */
  readonly standing?: Buffer | undefined;
}

export const NOTHING_PUBLISHED: Published = { listed: [] };

/** @throws AddressListDamaged */
export async function loadPublished({ data, out, origin, base, file }: PublishedSources): Promise<Published> {
  const same = out !== undefined && (await wasBuiltFor(out, origin, base));
  const lists = await Promise.all([file === undefined ? [] : readList(file, true), readList(join(data, PUBLISHED_FILE), false)]);
  return { listed: [...new Set(lists.flat())], standing: same ? await readAddressList(out) : undefined };
}

/** All paths, in no order. @throws AddressListDamaged */
export function publishedPaths({ listed, standing }: Published): readonly string[] {
  return standing === undefined ? listed : [...new Set([...listed, ...pathsOf(standing, `${ADDRESS_LIST} of the site that stands`)])];
}

/** The list that a built site carries. */
export async function readAddressList(site: string | undefined): Promise<Buffer | undefined> {
  return site === undefined ? undefined : readFile(join(site, ADDRESS_LIST)).catch(() => undefined);
}

async function readList(file: string, required: boolean): Promise<readonly string[]> {
  const content = await readFile(file).catch((error: unknown) => {
    if (!required && error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw new AddressListDamaged(`The list of published addresses ${file} cannot be read`);
  });
  return pathsOf(content, file);
}

/** @throws AddressListDamaged */
function pathsOf(content: Buffer, file: string): readonly string[] {
  try {
    return parseAddresses(content.toString('utf8')).map(({ path }) => path);
  } catch (error) {
    throw new AddressListDamaged(`The list of published addresses ${file} is damaged: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * What was published and does not stand in a built site; and with a `-` what only leads on there, although nobody says any more that it was published, and
 * has to go. A build of the same sources for which there is none of both has nothing to do. @param built the list of the site
 */
export function publishedChanges(published: Published, built: Buffer | undefined): readonly string[] {
  if (built !== undefined && published.listed.length === 0 && published.standing?.equals(built) === true) return [];
  const known = new Set(publishedPaths(published));
  const standing = parseBuilt(built);
  return [...[...known].filter((path) => !standing.has(path)), ...[...standing].flatMap(([path, leadsOn]) => (leadsOn && !known.has(path) ? [`-${path}`] : []))];
}

/** The addresses that stand in a site, and whether each only leads on. */
function parseBuilt(list: Buffer | undefined): ReadonlyMap<string, boolean> {
  try {
    return new Map(parseAddresses(list?.toString('utf8') ?? '').map(({ path, status }) => [path, status === 301]));
  } catch {
    // Then none is known to stand, and the plan is made.
    return new Map();
  }
}

/** A preview, or a site for another host, published nothing here. */
async function wasBuiltFor(out: string, origin: string | undefined, base: string): Promise<boolean> {
  const text = await readFile(join(out, 'site.json'), 'utf8').catch(() => '{}');
  try {
    const record: unknown = JSON.parse(text);
    return typeof record === 'object' && record !== null && 'base' in record && record.base === base && 'origin' in record && (origin === undefined ? record.origin !== PREVIEW_ORIGIN : record.origin === origin);
  } catch {
    return false;
  }
}
