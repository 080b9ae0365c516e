/** Parts that are the same on many pages: made for the first of them and kept with the context that all pages of a site share. */
import { rememberRecent } from '../../src/site/recent.ts';
import type { PageContext } from '../context.ts';
import type { Markup } from '../markup/markup.ts';

const keptParts = new WeakMap<PageContext, Map<string, Markup>>();

/** @param key the name of the part and all that it depends on beside the context. Few keys, since nothing is forgotten: nothing of a single page */
export function keepPart(context: PageContext, key: string, make: () => Markup): Markup {
  const parts = keptParts.get(context) ?? new Map<string, Markup>();
  keptParts.set(context, parts);
  const known = parts.get(key);
  if (known !== undefined) return known;
  const part = inOnePiece(make());
  parts.set(key, part);
  return part;
}

/** V8 keeps a joined text as a tree of what it was joined from until somebody looks at a letter; each page would walk through it. */
function inOnePiece(part: Markup): Markup {
  part.html.charCodeAt(0);
  return part;
}

/** A part that several pages show, one soon after the other, as text. @param most how many are remembered. @param make depends on the key and the context alone */
export function rememberParts<Key>(most: number, make: (key: Key, context: PageContext) => Markup): (key: Key, context: PageContext) => Markup {
  const ofContexts = new WeakMap<PageContext, (key: Key) => Markup>();
  return (key, context) => {
    let recent = ofContexts.get(context);
    if (recent === undefined) ofContexts.set(context, (recent = rememberRecent(most, (each: Key) => inOnePiece(make(each, context)))));
    return recent(key);
  };
}
