/** HTML of a body as a browser would understand it. */
import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterMap } from 'parse5';

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

type Node = DefaultTreeAdapterMap['node'];

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

function textIn(node: Node): string {
  return tree.isTextNode(node) ? node.value : childrenOf(node).map(textIn).join('');
}

function elementsIn(node: Node): readonly Element[] {
  const own = tree.isElementNode(node) ? [{ tag: node.tagName, attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])), text: textIn(node) }] : [];
  return [...own, ...childrenOf(node).flatMap(elementsIn)];
}

/** Every element, in the order of the page. */
export function elementsOf(html: string): readonly Element[] {
  return elementsIn(parseFragment(html));
}

/** The text of a page, without its elements. */
export function textOf(html: string): string {
  return textIn(parseFragment(html));
}
