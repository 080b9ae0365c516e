/**
 * JSX that is HTML at once: an element is its text, with no tree between. Pages are written once and never looked at again, so a tree
 * would be built, walked and thrown away for each (figures in `docs/decisions.md`).
 *
 * Parts are made from within outwards, before what stands around them: what all of a page has to know is not handed down through elements
 * but held for the page (`components/language.ts`).
 */
import { escapeHtml, Markup, renderChild, type Child } from './markup.ts';

type Value = string | number | boolean | null | undefined;

interface Attributes {
  readonly children?: Child;
  /** Text that is HTML already. Whoever uses it says why it is safe. */
  readonly dangerouslySetInnerHTML?: { readonly __html: string };
  readonly [name: string]: unknown;
}

/** Elements that pages are made of. */
type Tag =
  | 'a' | 'abbr' | 'article' | 'aside' | 'b' | 'bdi' | 'body' | 'button' | 'caption' | 'cite' | 'code' | 'dd' | 'details' | 'div' | 'dl' | 'dt' | 'fieldset' | 'figcaption' | 'figure' | 'footer' | 'form' | 'h1' | 'h2' | 'h3' | 'h4'
  | 'head' | 'header' | 'html' | 'img' | 'input' | 'label' | 'legend' | 'li' | 'link' | 'main' | 'meta' | 'nav' | 'noscript' | 'ol' | 'optgroup' | 'option' | 'output' | 'p' | 'progress' | 'script' | 'section' | 'select' | 'small' | 'span'
  | 'strong' | 'style' | 'summary' | 'table' | 'tbody' | 'td' | 'template' | 'textarea' | 'th' | 'thead' | 'time' | 'title' | 'tr' | 'ul' | 'wbr' | 'svg' | 'g' | 'path' | 'rect' | 'text' | 'line' | 'dialog';

/** Attributes that pages use. Those with a hyphen are free. */
type AttributeName =
  | 'action' | 'alt' | 'as' | 'async' | 'autocomplete' | 'charset' | 'checked' | 'class' | 'colspan' | 'content' | 'crossorigin' | 'd' | 'datetime' | 'decoding' | 'defer' | 'dir' | 'disabled' | 'download' | 'enterkeyhint' | 'fetchpriority'
  | 'fill' | 'for' | 'height' | 'hidden' | 'href' | 'hrefLang' | 'id' | 'inputmode' | 'lang' | 'list' | 'loading' | 'max' | 'media' | 'method' | 'min' | 'name' | 'open' | 'placeholder' | 'property' | 'rel' | 'role' | 'rowspan'
  | 'scope' | 'selected' | 'sizes' | 'src' | 'srcset' | 'step' | 'tabIndex' | 'target' | 'title' | 'type' | 'value' | 'viewBox' | 'width' | 'x' | 'y';

type ElementProps = Readonly<Partial<Record<AttributeName, Value>>> & Pick<Attributes, 'children' | 'dangerouslySetInnerHTML'>;

/** What TypeScript looks up. */
// eslint-disable-next-line @typescript-eslint/no-namespace -- TypeScript wants the types of JSX in a namespace
export declare namespace JSX {
  type Element = Markup;
  type ElementType = Tag | ((props: never) => Markup | null);
  interface ElementChildrenAttribute {
    readonly children: unknown;
  }
  type IntrinsicElements = Readonly<Record<Tag, ElementProps>>;
}

const NOTHING = new Markup('');

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** Attributes that are written otherwise in HTML. */
const HTML_NAMES: Readonly<Record<string, string>> = { tabIndex: 'tabindex', hrefLang: 'hreflang' };

/** No name that could end the tag or begin another attribute. Names come from templates, and from data in one place. */
const SAFE_NAME = /^[A-Za-z][\w:.-]*$/u;

/** How an element or an attribute is written. There are some dozens of each on all pages, which ask for them millions of times. */
interface WrittenTag {
  readonly start: string;
  /** Undefined for an element that has no end. */
  readonly end: string | undefined;
}
interface WrittenAttribute {
  readonly alone: string;
  readonly before: string;
  /** "false" says something in it. */
  readonly speaks: boolean;
}

const tags = new Map<string, WrittenTag>();
const attributes = new Map<string, WrittenAttribute>();

function tagOf(name: string): WrittenTag {
  const known = tags.get(name);
  if (known !== undefined) return known;
  assertName(name);
  const tag: WrittenTag = { start: `<${name}`, end: VOID.has(name) ? undefined : `</${name}>` };
  tags.set(name, tag);
  return tag;
}

function attributeOf(name: string): WrittenAttribute {
  const known = attributes.get(name);
  if (known !== undefined) return known;
  assertName(name);
  const written = HTML_NAMES[name] ?? name;
  const attribute: WrittenAttribute = { alone: ` ${written}`, before: ` ${written}="`, speaks: /^(?:aria|data)-/u.test(name) };
  attributes.set(name, attribute);
  return attribute;
}

export function Fragment({ children }: { readonly children?: Child }): Markup {
  return new Markup(renderChild(children));
}

/** An element, or what a component makes. @throws on a name that is none */
export function jsx(type: string | ((props: Attributes) => Markup | null), props: Attributes): Markup {
  if (typeof type === 'function') return type(props) ?? NOTHING;
  const { start, end } = tagOf(type);
  let html = start;
  for (const name in props) {
    if (name === 'children' || name === 'dangerouslySetInnerHTML') continue;
    html += renderAttribute(name, props[name] as Value);
  }
  if (end === undefined) return new Markup(`${html}/>`);
  const content = props.dangerouslySetInnerHTML === undefined ? renderChild(props.children) : props.dangerouslySetInnerHTML.__html;
  return new Markup(`${html}>${content}${end}`);
}

export { jsx as jsxs };

function renderAttribute(name: string, value: Value): string {
  if (value === null || value === undefined) return '';
  const { alone, before, speaks } = attributeOf(name);
  if (typeof value === 'boolean' && !speaks) return value ? alone : '';
  return value === '' ? alone : `${before}${escapeHtml(String(value))}"`;
}

function assertName(name: string): void {
  if (!SAFE_NAME.test(name)) throw new Error(`${JSON.stringify(name)} is no name of an element or attribute`);
}
