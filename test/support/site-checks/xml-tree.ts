/** Strict XML to a small tree. */
import { SaxesParser } from 'saxes';

export interface XmlNode {
  /** Without a prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** The text directly inside the element. */
  readonly text: string;
}

/** @throws on the first fault in the text */
export function parseXml(text: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  const open: { name: string; namespace: string; attributes: Record<string, string>; children: XmlNode[]; text: string }[] = [];
  let root: XmlNode | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    open.push({ name: local, namespace: uri, attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])), children: [], text: '' });
  });
  const addText = (part: string): void => {
    const last = open.at(-1);
    if (last !== undefined) last.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const node = open.pop();
    if (node === undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) root = node;
    else parent.children.push(node);
  });
  parser.write(text).close();
  if (root === undefined) throw new Error('there is no element');
  return root;
}

export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

export function childText(node: XmlNode, name: string): string | undefined {
  return childrenOf(node, name)[0]?.text;
}
