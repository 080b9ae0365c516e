/** HTML of others as Markdown of ours: paragraphs, headings, lists, quotations, tables and safe links; nothing that acts. */
import { parseHTML } from 'linkedom';
import TurndownService from 'turndown';
import type { Remark } from '../foreign-article.ts';
import { SourceRefused } from './open-source.ts';
import { refuseWildHtml } from './refuse-wild-html.ts';
import { addTableRules, unwrapLayoutTables } from './table-markdown.ts';

export interface ConvertedHtml {
  readonly markdown: string;
  readonly remarks: readonly Remark[];
}

const DROPPED = 'script, style, noscript, template, object, embed, applet, form, button, input, select, textarea, svg, canvas, link, meta, head, dialog';

const turndown = new TurndownService({ headingStyle: 'atx', hr: '---', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*', br: '\\' });
addTableRules(turndown);
turndown.addRule('struck', { filter: ['del', 's'], replacement: (content) => (content.trim() === '' ? content : `~~${content}~~`) });
// A caption is a line of its own below its picture.
turndown.addRule('caption', { filter: 'figcaption', replacement: (content) => (content.trim() === '' ? '' : `\n\n${content.trim()}\n\n`) });
turndown.addRule('no-title-on-links', {
  filter: (node) => node.nodeName === 'A' && node.hasAttribute('title'),
  replacement: (content, node) => (node instanceof Object && 'getAttribute' in node ? `[${content}](${node.getAttribute('href') ?? ''})` : content),
});

/**
 * @param base address against which relative links are read; without one they become plain text
 * @throws SourceRefused when the elements are nested too deeply to be walked
 */
export function htmlToMarkdown(html: string, base?: string): ConvertedHtml {
  refuseWildHtml(html);
  try {
    const { document } = parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`);
    return elementToMarkdown(document.body, base);
  } catch (error) {
    if (error instanceof RangeError) throw new SourceRefused('html-deep', 'the elements of the text are nested too deeply', 'save the page again from a browser');
    throw error;
  }
}

function elementToMarkdown(body: HTMLElement, base: string | undefined): ConvertedHtml {
  const remarks: Remark[] = [];
  keepEmbeds(body, base, remarks);
  for (const element of body.querySelectorAll(DROPPED)) {
    const text = element.nodeName === 'SCRIPT' || element.nodeName === 'STYLE' ? '' : element.textContent.replace(/\s+/gu, ' ').trim();
    if (text !== '') remarks.push({ kind: 'removed', code: 'html-element', text: `<${element.nodeName.toLowerCase()}> ${text.slice(0, 500)}` });
    element.remove();
  }
  fixLinks(body, base, remarks);
  unwrapLayoutTables(body);
  const markdown = turndown.turndown(body).replace(/\u00A0/gu, ' ').replace(/[ \t]+$/gmu, '').replace(/\n{3,}/gu, '\n\n').trim();
  return { markdown, remarks };
}

/** Players and posts of other sites cannot stand in an archive; their addresses can. */
function keepEmbeds(body: HTMLElement, base: string | undefined, remarks: Remark[]): void {
  for (const frame of body.querySelectorAll('iframe, video, audio')) {
    const source = frame.getAttribute('src') ?? frame.querySelector('source')?.getAttribute('src') ?? '';
    const href = resolveLink(source, base);
    if (href === undefined || !/^https?:/u.test(href)) {
      frame.remove();
      continue;
    }
    const paragraph = body.ownerDocument.createElement('p');
    const link = body.ownerDocument.createElement('a');
    link.setAttribute('href', href);
    link.textContent = href;
    paragraph.append(link);
    frame.replaceWith(paragraph);
    remarks.push({ kind: 'cleaned', code: 'embed-as-link', text: href });
  }
}

function fixLinks(body: HTMLElement, base: string | undefined, remarks: Remark[]): void {
  for (const link of body.querySelectorAll('a')) {
    const written = link.getAttribute('href') ?? '';
    const href = resolveLink(written, base);
    // A link without words, as anchors and share icons have, would be printed as its address.
    if (href !== undefined && (link.textContent.trim() !== '' || link.querySelector('img') !== null)) link.setAttribute('href', href);
    else {
      if (written !== '' && !written.startsWith('#') && link.textContent.trim() !== '') remarks.push({ kind: 'removed', code: 'link', text: `${link.textContent.trim()} → ${written.slice(0, 200)}` });
      link.replaceWith(...link.childNodes);
    }
  }
  for (const image of body.querySelectorAll('img')) {
    const written = image.getAttribute('data-src') ?? image.getAttribute('src') ?? '';
    const source = resolveLink(written, base);
    image.removeAttribute('title');
    if (source !== undefined && /^https?:/u.test(source)) image.setAttribute('src', source);
    else {
      if (written !== '') remarks.push({ kind: 'removed', code: 'image', text: written.slice(0, 200) });
      image.remove();
    }
  }
}

/** A full address of a scheme that readers may follow, or nothing. */
export function resolveLink(href: string, base: string | undefined): string | undefined {
  const text = href.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return /^(?:https?|mailto):$/u.test(url.protocol) ? url.href.replaceAll('(', '%28').replaceAll(')', '%29') : undefined;
}
