/** Ready HTML, and the only way to it: every text that is put into it is escaped, so that a page cannot be opened by what it shows. */

/** HTML that may be placed in a page as it is. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

/** What may stand between tags. Nothing is written for `true`, `false`, `null` and `undefined`, so that conditions can stand there. */
export type Child = Markup | string | number | boolean | null | undefined | readonly Child[];

/** Children as HTML. */
export function renderChild(child: Child): string {
  if (typeof child === 'string') return escapeHtml(child);
  if (child instanceof Markup) return child.html;
  if (child === null || child === undefined || typeof child === 'boolean') return '';
  if (typeof child === 'number') return String(child);
  let html = '';
  for (const part of child) html += renderChild(part);
  return html;
}

/** What of a text or of a value between double quotes could end it. */
const OPEN = /["&<]/;

/** A text for an element or for an attribute between double quotes. */
export function escapeHtml(text: string): string {
  if (!OPEN.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
