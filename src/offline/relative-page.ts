/**
 * A page of the site as it stands in a pack: links are relative and name files, so that it opens from wherever the pack lies,
 * and what only a host can do is left out.
 */
import { defaultTreeAdapter, parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export interface PackedPage {
  /** `/` or `/some/path/`: under which the page's links stand. */
  readonly base: string;
  /** Path of the page's file below the site's folder. */
  readonly file: string;
  /** True for a file that the pack has. Links to others lose their address. */
  readonly has: (file: string) => boolean;
}

/** Attributes with the address of a page or file; the last are for the key that leads to the search, and for the search page. */
const LINKS: readonly string[] = ['href', 'src', 'action', 'data-search', 'data-worker'];

/** Attributes of the search page with the address of a folder. */
const FOLDERS: readonly string[] = ['data-base', 'data-bundle'];

export function packPage(html: string, page: PackedPage): string {
  const document = parse(html, { scriptingEnabled: false });
  walk(document, (element) => {
    if (isLeftOut(element, page)) {
      defaultTreeAdapter.detachNode(element);
      return;
    }
    for (const attribute of element.attrs) {
      if (LINKS.includes(attribute.name)) attribute.value = relativeAddress(attribute.value, page) ?? '';
      else if (attribute.name === 'srcset') attribute.value = relativeForms(attribute.value, page);
      else if (FOLDERS.includes(attribute.name)) attribute.value = relativeFolder(attribute.value, page) ?? '';
      else if (attribute.name === 'content' && attributeOf(element, 'http-equiv') === 'refresh') attribute.value = attribute.value.replace(/(?<=url=).*$/u, (address) => relativeAddress(address, page) ?? '');
    }
    element.attrs = element.attrs.filter(({ name, value }) => value !== '' || ![...LINKS, ...FOLDERS, 'srcset'].includes(name));
    // A module is not loaded from a file, and a font not with a question of origin.
    element.attrs = element.attrs.filter(({ name }) => name !== 'crossorigin');
  });
  return serialize(document);
}

/** Feeds and the search box of the browser want a host, a form the page that it leads to; the policy would forbid what readers of packs add. */
function isLeftOut(element: Element, page: PackedPage): boolean {
  const { tagName } = element;
  if (tagName === 'meta') return attributeOf(element, 'http-equiv')?.toLowerCase() === 'content-security-policy';
  if (tagName === 'link') return ['alternate', 'search', 'preload', 'manifest'].includes(attributeOf(element, 'rel') ?? '');
  return tagName === 'form' && attributeOf(element, 'role') === 'search' && relativeAddress(attributeOf(element, 'action') ?? '', page) === undefined;
}

/** @returns the address for use inside the pack; other sites' as they are; undefined where the pack has nothing for it */
export function relativeAddress(address: string, { base, file, has }: PackedPage): string | undefined {
  if (!address.startsWith('/') || address.startsWith('//')) return address;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/u.exec(address) ?? [];
  const plain = readPath(path);
  if (plain?.startsWith(base) !== true) return undefined;
  const below = plain.slice(base.length);
  const target = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  if (!has(target)) return undefined;
  return `${writePath(pathBetween(file, target))}${rest}`;
}

/** The forms of a picture that the pack has. */
function relativeForms(forms: string, page: PackedPage): string {
  return forms.split(', ').flatMap((form) => {
    const [address = '', width = ''] = form.split(' ');
    const relative = relativeAddress(address, page);
    return relative === undefined ? [] : [`${relative} ${width}`];
  }).join(', ');
}

function relativeFolder(address: string, { base, file }: PackedPage): string | undefined {
  const plain = readPath(address);
  return plain?.startsWith(base) === true ? `./${writePath(pathBetween(file, plain.slice(base.length)))}` : undefined;
}

/** The path of an address as names of folders and files; undefined where its % signs stand for no text, as articles may write them. */
function readPath(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}

function writePath(path: string): string {
  return encodeURI(path).replace(/[?#]/gu, encodeURIComponent);
}

function pathBetween(file: string, target: string): string {
  const from = file.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

function walk(node: Node, visit: (element: Element) => void): void {
  if ('tagName' in node) visit(node);
  if (!('childNodes' in node)) return;
  for (const child of [...node.childNodes]) walk(child, visit);
}
