/** The addresses that a site has published before, from wherever they are kept. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESS_LIST, parseAddresses, type Address } from '../plan/addresses.ts';
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

/** All paths, in no order. @throws AddressListDamaged */
export async function loadPublished({ data, out, origin, base, file }: PublishedSources): Promise<readonly string[]> {
  const same = out !== undefined && (await wasBuiltFor(out, origin, base));
  const lists = await Promise.all([
    file === undefined ? [] : readList(file, true),
    readList(join(data, PUBLISHED_FILE), false),
    same ? readList(join(out, ADDRESS_LIST), false) : [],
  ]);
  return [...new Set(lists.flat())];
}

async function readList(file: string, required: boolean): Promise<readonly string[]> {
  const content = await readFile(file).catch((error: unknown) => {
    if (!required && error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw new AddressListDamaged(`The list of published addresses ${file} cannot be read`);
  });
  const text = content.toString('utf8');
  try {
    return parse(text).map(({ path }) => path);
  } catch (error) {
    throw new AddressListDamaged(`The list of published addresses ${file} is damaged: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The addresses that stand in a built site, and whether each only leads on: a build of the same sources and published addresses keeps them. */
export async function loadKept(site: string | undefined): Promise<ReadonlyMap<string, boolean>> {
  const text = site === undefined ? '' : (await readFile(join(site, ADDRESS_LIST)).catch(() => undefined))?.toString('utf8') ?? '';
  try {
    return new Map(parse(text).map(({ path, status }) => [path, status === 301]));
  } catch {
    // Then none is known to be kept, and the plan is made.
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

/** The same list is asked for twice in a row: for its addresses, and for which of them only lead on. */
let last: { readonly text: string; readonly addresses: readonly Address[] } | undefined;

/** @throws on text that is no list of addresses */
function parse(text: string): readonly Address[] {
  if (last?.text !== text) last = { text, addresses: parseAddresses(text) };
  return last.addresses;
}
