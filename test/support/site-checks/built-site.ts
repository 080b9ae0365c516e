/** A built site read into memory. Checks are pure functions over it; what they parse is kept with the bytes, so that they share it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { ADDRESS_LIST, parseAddresses } from '../../../src/plan/addresses.ts';
import { parseXml, type XmlNode } from './xml-tree.ts';

export interface BuiltSite {
  /** `https://example.org` */
  readonly origin: string;
  /** `/` or `/some/path/` */
  readonly base: string;
  /** Content by path below the site's folder, in the order of the paths. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** One sentence a fault: `path: what is wrong`. */
export type SiteCheck = (site: BuiltSite) => readonly string[];

export type Document = DefaultTreeAdapterTypes.Document;

/** Reads all files of a built site. Its address is in its own record. */
export function readSite(folder: string): BuiltSite {
  const files = readTree(folder);
  const { origin, base } = JSON.parse(files.get('site.json')?.toString('utf8') ?? '{}') as { readonly origin: string; readonly base: string };
  return { origin, base, files };
}

export function readTree(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

export function filesEnding(site: BuiltSite, end: string): readonly string[] {
  return [...site.files.keys()].filter((path) => path.endsWith(end));
}

/** All pages but those that only say where a page has gone. */
export function pagesOf(site: BuiltSite): readonly string[] {
  const moved = new Set(movedOf(site).keys());
  return filesEnding(site, '.html').filter((path) => !moved.has(path));
}

/** The pages that stand at old addresses, with the address to which each leads. */
export function movedOf(site: BuiltSite): ReadonlyMap<string, string> {
  return new Map(parseAddresses(textOf(site, ADDRESS_LIST)).flatMap(({ path, target }) => (target === undefined ? [] : [[path.endsWith('/') ? `${path.slice(1)}index.html` : /\.html?$/u.test(path) ? path.slice(1) : `${path.slice(1)}/index.html`, target]])));
}

export function bytesOf(site: BuiltSite, path: string): Buffer {
  const bytes = site.files.get(path);
  if (bytes === undefined) throw new Error(`The site has no file ${path}`);
  return bytes;
}

const texts = new WeakMap<Buffer, string>();
export function textOf(site: BuiltSite, path: string): string {
  const bytes = bytesOf(site, path);
  const text = texts.get(bytes) ?? bytes.toString('utf8');
  texts.set(bytes, text);
  return text;
}

const documents = new WeakMap<Buffer, Document>();
/** A page as a browser without scripts sees it: what is in `noscript` is part of it. */
export function documentOf(site: BuiltSite, path: string): Document {
  const bytes = bytesOf(site, path);
  const document = documents.get(bytes) ?? parse(textOf(site, path), { scriptingEnabled: false });
  documents.set(bytes, document);
  return document;
}

const trees = new WeakMap<Buffer, XmlNode>();
/** @throws where the file is not well-formed */
export function xmlOf(site: BuiltSite, path: string): XmlNode {
  const bytes = bytesOf(site, path);
  const tree = trees.get(bytes) ?? parseXml(textOf(site, path));
  trees.set(bytes, tree);
  return tree;
}

/** @throws where the file is not JSON */
export function jsonOf(site: BuiltSite, path: string): unknown {
  return JSON.parse(textOf(site, path));
}

/** The public address of a file: `index.html` is its folder. */
export function addressOf({ origin, base }: BuiltSite, path: string): string {
  return `${origin}${encodeURI(base + path.replace(/(^|\/)index\.html$/u, '$1'))}`;
}

/** The file that answers at an address of the site: `undefined` outside the site or where nothing is. */
export function fileAt(site: BuiltSite, address: string): string | undefined {
  const url = new URL(address);
  if (url.origin !== site.origin) return undefined;
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(site.base)) return undefined;
  const file = path.slice(site.base.length);
  const served = file === '' || file.endsWith('/') ? `${file}index.html` : file;
  return site.files.has(served) ? served : undefined;
}

/** The site with one file changed: for proving that a check can fail. */
export function changed(site: BuiltSite, path: string, change: (text: string) => string): BuiltSite {
  const before = textOf(site, path);
  const after = change(before);
  if (after === before) throw new Error(`Nothing was changed in ${path}`);
  return { ...site, files: new Map([...site.files, [path, Buffer.from(after)]]) };
}
