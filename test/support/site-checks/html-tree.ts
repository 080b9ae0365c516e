/** Finding things in a page that parse5 has read. */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** All elements in the order of the document. */
export function elementsOf(node: Node, name?: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (current: Node): void => {
    if ('tagName' in current && (name === undefined || current.tagName === name)) found.push(current);
    if ('childNodes' in current) for (const child of current.childNodes) visit(child);
  };
  visit(node);
  return found;
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function classesOf(element: Element): readonly string[] {
  return (attributeOf(element, 'class') ?? '').split(/\s+/u).filter((name) => name !== '');
}

export function byClass(node: Node, name: string): readonly Element[] {
  return elementsOf(node).filter((element) => classesOf(element).includes(name));
}

/** All text inside a node; `leaveOut` drops whole elements. */
export function textInside(node: Node, leaveOut: (element: Element) => boolean = () => false): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && leaveOut(node)) return '';
  return 'childNodes' in node ? node.childNodes.map((child) => textInside(child, leaveOut)).join('') : '';
}

/** Each piece of text that stands in a page by itself, with the texts that are shown or said in its place (`alt`, `aria-label` …). */
export function visibleTexts(node: Node, leaveOut: (element: Element) => boolean = () => false): readonly string[] {
  const texts: string[] = [];
  const visit = (current: Node): void => {
    if (current.nodeName === '#text' && 'value' in current && current.value.trim() !== '') texts.push(current.value);
    if ('tagName' in current) {
      if (['script', 'style', 'template'].includes(current.tagName) || leaveOut(current)) return;
      for (const name of ['alt', 'aria-label', 'title', 'placeholder', 'data-label']) {
        const value = attributeOf(current, name);
        if (value !== undefined && value !== '') texts.push(value);
      }
    }
    if ('childNodes' in current) for (const child of current.childNodes) visit(child);
  };
  visit(node);
  return texts;
}

/** Contents of the `meta` elements of a name or property. */
export function metaOf(node: Node, key: string): readonly string[] {
  return elementsOf(node, 'meta')
    .filter((meta) => attributeOf(meta, 'name') === key || attributeOf(meta, 'property') === key)
    .map((meta) => attributeOf(meta, 'content') ?? '');
}

export function linksOf(node: Node, rel: string): readonly string[] {
  return elementsOf(node, 'link')
    .filter((link) => attributeOf(link, 'rel') === rel)
    .map((link) => attributeOf(link, 'href') ?? '');
}

/** The texts of the page's JSON-LD scripts. */
export function jsonLdOf(node: Node): readonly string[] {
  return elementsOf(node, 'script')
    .filter((script) => attributeOf(script, 'type') === 'application/ld+json')
    .map((script) => textInside(script));
}

export function fragmentOf(html: string): Node {
  return parseFragment(html);
}

export function isNoindex(node: Node): boolean {
  return metaOf(node, 'robots').some((content) => content.includes('noindex'));
}
