/** Pages that would keep a parser busy for hours: told by a look at their tags, before anything builds a tree of them. */
import { SourceRefused } from './open-source.ts';

const MOST_DEPTH = 600;
const MOST_TAGS = 250_000;

/** Elements that need not be closed, or hold nothing: they do not nest. */
const FLAT = new Set('p li td th tr tbody thead tfoot dt dd option optgroup colgroup col br hr img input meta link source track wbr area base embed param'.split(' '));

/** @throws SourceRefused */
export function refuseWildHtml(html: string): void {
  let depth = 0;
  let tags = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/giu)) {
    tags += 1;
    if (tags > MOST_TAGS) throw new SourceRefused('html-large', `the page has more than ${String(MOST_TAGS)} elements`, 'save the article alone');
    if (FLAT.has((tag[2] ?? '').toLowerCase())) continue;
    depth = tag[1] === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_DEPTH) throw new SourceRefused('html-deep', `elements are nested more than ${String(MOST_DEPTH)} deep`, 'save the page again from a browser');
  }
}
