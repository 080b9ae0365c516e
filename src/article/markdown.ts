/**
 * The body: Markdown to HTML that cannot do anything but be read. HTML in it is escaped, links go to safe schemes only,
 * headings fit below the page's own, foreign runs are isolated for a right-to-left line.
 */
import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { splitRuns } from '../arabic/bidi.ts';
import { plainParagraphs } from './plain-paragraphs.ts';

/** https, http, mailto, a fragment, or a path on this site. `//host` is an address elsewhere in disguise. */
const SAFE_LINK = /^(?:https?:\/\/|mailto:|#|\/(?!\/))/iu;

interface RenderSettings {
  /** Turns a path on this site into an address under the site's base. */
  readonly href: (path: string) => string;
  /** What is known of a picture of this site, by its path. */
  readonly picture?: (path: string) => PictureAttributes | undefined;
}

/** Attributes of a picture: its size, and the forms in which it is to be had. */
export interface PictureAttributes {
  readonly width: string;
  readonly height: string;
  readonly srcset?: string;
  readonly sizes?: string;
}

/** A picture in a text. */
export interface ShownPicture {
  readonly src: string;
  /** Of the body, from 0. */
  readonly line: number;
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
// Scraped and typed news text is full of indented paragraphs; they are no code.
markdown.disable('code');
markdown.validateLink = (url) => SAFE_LINK.test(url.trim());
const { escapeHtml } = markdown.utils;

markdown.renderer.rules.text = (tokens, index) => isolateForeign(tokens[index]?.content ?? '');
markdown.renderer.rules['link_open'] = (tokens, index, options, env: RenderSettings, self) => {
  const link = tokens[index];
  rebase(link, 'href', env);
  // `[text]()` never comes to `validateLink`; an empty address would lead to the page itself.
  if (link?.attrGet('href') === '') link.attrs = null;
  return self.renderToken(tokens, index, options);
};
// A wide table scrolls in a box of its own, which the keyboard must reach.
markdown.renderer.rules['table_open'] = () => '<div class="table" tabindex="0">\n<table>\n';
markdown.renderer.rules['table_close'] = () => '</table>\n</div>\n';
const renderImage = markdown.renderer.rules.image;
markdown.renderer.rules.image = (tokens, index, options, env: RenderSettings, self) => {
  const src = tokens[index]?.attrGet('src') ?? '';
  if (src === '') return escapeHtml(tokens[index]?.content ?? '');
  for (const [name, value] of Object.entries(env.picture?.(src) ?? {})) tokens[index]?.attrSet(name, String(value));
  rebase(tokens[index], 'src', env);
  tokens[index]?.attrSet('loading', 'lazy');
  tokens[index]?.attrSet('decoding', 'async');
  return renderImage?.(tokens, index, options, env, self) ?? '';
};
markdown.core.ruler.push('fit_headings', (state) => {
  /** Levels as written of the headings above the present one, so that brothers stay on one level. */
  const above: number[] = [];
  for (const token of state.tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      while ((above.at(-1) ?? 0) >= level) above.pop();
      above.push(level);
    }
    token.tag = `h${String(Math.min(above.length + 1, 6))}`;
  }
});

/** Code is written in any direction; alignment of cells by left and right means nothing in a right-to-left table. */
markdown.core.ruler.push('fit_directions', (state) => {
  for (const token of state.tokens) {
    if (token.type === 'fence') token.attrSet('dir', 'auto');
    if (token.type === 'th_open' || token.type === 'td_open') token.attrs = null;
    for (const child of token.children ?? []) if (child.type === 'code_inline') child.attrSet('dir', 'auto');
  }
});

function rebase(token: Token | undefined, attribute: string, { href }: RenderSettings): void {
  const value = token?.attrGet(attribute);
  if (typeof value === 'string' && value.startsWith('/')) token?.attrSet(attribute, href(value));
}

function isolateForeign(text: string): string {
  return splitRuns(text)
    .map((run) => (run.foreign ? `<bdi>${escapeHtml(run.text)}</bdi>` : escapeHtml(run.text)))
    .join('');
}

/** HTML of a body; safe to place in a page as it is. A dateline opens the first paragraph, as in print. */
export function renderBody(body: string, settings: RenderSettings, dateline?: string): string {
  const plain = plainParagraphs(body);
  const html = plain === undefined ? markdown.render(body, settings) : plain.map((lines) => `<p>${lines.map(isolateForeign).join('\n')}</p>\n`).join('');
  if (dateline === undefined || !html.startsWith('<p>')) return html;
  return `<p><span class="dateline">${isolateForeign(dateline)}</span> ${html.slice('<p>'.length)}`;
}

/** The pictures of this site in a body. */
export function listPictures(body: string): readonly ShownPicture[] {
  // Few texts have any, and reading one is not free.
  if (!body.includes('![')) return [];
  return markdown.parse(body, {}).flatMap(({ children, map }) => (children ?? []).flatMap((child): ShownPicture[] => {
    const src = child.type === 'image' ? child.attrGet('src') : undefined;
    return typeof src === 'string' && src.startsWith('/') ? [{ src, line: map?.[0] ?? 0 }] : [];
  }));
}

/** The words of a body without its marks: paragraphs, headings and items, one a line. */
export function bodyText(body: string): string {
  const plain = plainParagraphs(body);
  if (plain !== undefined) return plain.map((lines) => lines.join('\n')).join('\n');
  return markdown
    .parse(body, {})
    .filter(({ type, content }) => (type === 'inline' || type === 'fence') && content !== '')
    .map((token) => (token.type === 'inline' ? inlineText(token) : token.content))
    .join('\n');
}

function inlineText(token: Token): string {
  return (token.children ?? [])
    .map((child) => (child.type === 'softbreak' || child.type === 'hardbreak' ? '\n' : child.content))
    .join('');
}

/** Longest excerpt that an article's `opening` is good for. */
export const OPENING_LENGTH = 300;

/** The beginning of a body as one line of plain text: all that an excerpt of up to `OPENING_LENGTH` characters is cut from. */
export function openingOf(body: string): string {
  return beginning(body, OPENING_LENGTH).slice(0, OPENING_LENGTH + 1);
}

/** The opening of a body as one line of plain text, cut between words at no more than `maxLength` characters. */
export function excerpt(body: string, maxLength: number): string {
  return cutOpening(beginning(body, maxLength), maxLength);
}

function beginning(body: string, maxLength: number): string {
  // Marks and addresses take room too; four times the length is enough to look at and keeps long bodies cheap. Cut at the
  // end of a paragraph only: half a link would show its address.
  const end = body.indexOf('\n\n', maxLength * 4);
  return oneLine(bodyText(end === -1 ? body : body.slice(0, end)));
}

/** Cuts a line between words at no more than `maxLength` characters, with a mark where something is left out. */
export function cutOpening(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const head = text.slice(0, maxLength + 1);
  const space = lastSpace(head);
  // A single word longer than the line is cut inside, but never inside a pair of surrogates.
  const cut = space > 0 ? head.slice(0, space) : head.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/u, '');
  return `${cut.replace(/[،؛:,;.\s]+$/u, '')}…`;
}

/** Where the last white space of a text begins; -1 where there is none. From the end: a pattern is tried from every word on. */
function lastSpace(text: string): number {
  let end = text.length;
  while (end > 0 && !isSpace(text, end - 1)) end -= 1;
  if (end === 0) return -1;
  while (end > 0 && isSpace(text, end - 1)) end -= 1;
  return end;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** A text with one blank in place of each white space. */
function oneLine(text: string): string {
  // Most have nothing but blanks already, and would be put together anew of all their words.
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/gu, ' ') : text).trim();
}
