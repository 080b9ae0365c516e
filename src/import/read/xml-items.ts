/**
 * Items of an XML file of any size, one at a time, each as a small tree. Entities that the file declares itself are never
 * expanded; HTML's names are known, since feeds use them though XML does not.
 */
import { decodeHTML } from 'entities';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { MAX_DEPTH, MAX_MARKUP, MAX_RECORD } from './limits.ts';
import { SourceRefused } from './open-source.ts';

export interface XmlNode {
  /** With its prefix, as written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | string)[];
}

export interface XmlItem {
  /** `undefined` where the item is larger than an article can be. */
  readonly node: XmlNode | undefined;
  readonly line: number;
}

export interface XmlItems {
  /** Elements around the items that came before them: title, link, language, authors. */
  readonly head: readonly XmlNode[];
  /** Attributes of the outermost element, once it was read. */
  readonly root: () => Readonly<Record<string, string>>;
  readonly items: AsyncGenerator<XmlItem>;
}

/** @throws SourceRefused while it is read, for XML that is broken or hostile; items before the place have been given */
export function readXmlItems(chunks: AsyncIterable<string>, itemNames: ReadonlySet<string>): XmlItems {
  const head: XmlNode[] = [];
  const ready: XmlItem[] = [];
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.ENTITIES = htmlEntities();
  let depth = 0;
  /** Nodes that are open, from the item, or from an element of the head, inwards. */
  let open: OpenNode[] = [];
  let size = 0;
  let sinceEvent = 0;
  let line = 1;
  let root: Readonly<Record<string, string>> = {};
  let fault: SourceRefused | undefined;

  const fail = (code: string, reason: string, fix: string): void => {
    fault ??= new SourceRefused(code, `line ${String(parser.line)}: ${reason}`, fix);
  };
  parser.on('doctype', (text) => {
    sinceEvent = 0;
    if (/<!ENTITY/iu.test(text)) fail('xml-entities', 'the file declares entities of its own, which can be built to fill the memory', 'delete the DOCTYPE, or export the file anew');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    sinceEvent = 0;
    depth += 1;
    if (depth > MAX_DEPTH) fail('xml-deep', `elements are nested more than ${String(MAX_DEPTH)} deep`, 'look at the file: no feed is built like this');
    const isItem = open.length === 0 && itemNames.has(tag.name);
    // `rss` and `channel`, `feed`, `rdf:RDF`: what holds the items is no node.
    if (open.length === 0 && !isItem && (depth === 1 || tag.name === 'channel')) {
      if (depth === 1) root = tag.attributes;
      return;
    }
    if (open.length === 0) {
      size = 0;
      line = parser.line;
    }
    const node: OpenNode = { name: tag.name, attributes: tag.attributes, children: [] };
    if (size <= MAX_RECORD) open.at(-1)?.children.push(node);
    open.push(node);
  });
  const addText = (text: string): void => {
    sinceEvent = 0;
    size += text.length;
    if (size > MAX_RECORD) for (const node of open) node.children.length = 0;
    else open.at(-1)?.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', () => {
    sinceEvent = 0;
  });
  parser.on('closetag', () => {
    sinceEvent = 0;
    depth -= 1;
    const node = open.pop();
    if (node === undefined || open.length > 0) return;
    if (itemNames.has(node.name)) ready.push({ node: size > MAX_RECORD ? undefined : node, line });
    else if (head.length < 2000 && size <= MAX_MARKUP) head.push(node);
    open = [];
  });
  parser.on('error', (error) => {
    // An entity that nobody knows is left as it stands; all else means that the rest cannot be trusted.
    if (error.message.includes('undefined entity')) return;
    fail('xml-broken', error.message.replace(/^\d+:\d+: /u, ''), 'export the file again; what came before this line was imported');
  });

  async function* run(): AsyncGenerator<XmlItem> {
    for await (const chunk of chunks) {
      sinceEvent += chunk.length;
      parser.write(chunk);
      if (fault === undefined && sinceEvent > MAX_RECORD + MAX_MARKUP) fail('xml-large', 'millions of characters without an element', 'look at the file: no feed is built like this');
      // Of a file that declares entities nothing is taken: its words would have holes.
      if (fault?.code === 'xml-entities') throw fault;
      yield* ready.splice(0);
      if (fault !== undefined) throw fault;
    }
    parser.close();
    yield* ready.splice(0);
    if (fault !== undefined) throw fault;
  }
  return { head, root: () => root, items: run() };
}

/** Looks names up when they are used: saxes asks a plain record. */
function htmlEntities(): Record<string, string> {
  return new Proxy<Record<string, string>>({}, {
    get: (_, name) => {
      if (typeof name !== 'string') return undefined;
      const decoded = decodeHTML(`&${name};`);
      return decoded === `&${name};` ? undefined : decoded;
    },
  });
}

export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child): child is XmlNode => typeof child !== 'string' && child.name === name);
}

/** Text of the first child of one of the names that has any. */
export function childText(node: XmlNode, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of childrenOf(node, name)) {
      const text = textOf(child).trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}

/** All text of a node, in order. */
export function textOf(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** A node's content as HTML, for Atom's `type="xhtml"`. */
export function innerHtml(node: XmlNode): string {
  return node.children.map((child) => {
    if (typeof child === 'string') return escapeHtml(child);
    const name = child.name.replace(/^[\w-]+:/u, '');
    const attributes = Object.entries(child.attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('');
    return `<${name}${attributes}>${innerHtml(child)}</${name}>`;
  }).join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
