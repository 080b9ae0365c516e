/** XML as objects, serialised in one place: escaping cannot be forgotten, and characters that XML 1.0 forbids are dropped. */

export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly children?: readonly (XmlElement | string | undefined)[];
}

/** `element('a', { href: '/' }, 'text')`. Undefined attributes and children are left out. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, ...children: readonly (XmlElement | string | undefined)[]): XmlElement {
  return { name, attributes, children };
}

/** A whole document with its declaration, UTF-8. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialise(root)}\n`;
}

/** A page of HTML that is well-formed XML too. Only for pages without empty elements such as `script`, which HTML does not close so. */
export function htmlDocument(root: XmlElement): string {
  return `<!DOCTYPE html>\n${serialise(root)}\n`;
}

function serialise({ name, attributes = {}, children = [] }: XmlElement): string {
  let start = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) start += ` ${key}="${escapeXml(value)}"`;
  }
  let inner = '';
  for (const child of children) if (child !== undefined) inner += typeof child === 'string' ? escapeXml(child) : serialise(child);
  return inner === '' ? `${start}/>` : `${start}>${inner}</${name}>`;
}

/** XML 1.0 §2.2: outside these ranges no character may appear, not even as a reference. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A quick look for them, which takes halves of pairs for lone ones: hardly any text has either, and with the flag u it would take several times as long. */
const MAY_BE_FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** For the text of XML and HTML, and for attributes in double quotation marks. */
export function escapeXml(text: string): string {
  const allowed = MAY_BE_FORBIDDEN.test(text) ? text.replace(FORBIDDEN, '') : text;
  if (!/[&<>"]/.test(allowed)) return allowed;
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
