/** Parts that are the same on many pages: made for the first of them and kept with the context that all pages of a site share. */
import type { PageContext } from '../context.ts';
import type { Markup } from '../markup/markup.ts';

const keptParts = new WeakMap<PageContext, Map<string, Markup>>();

/** @param key the name of the part and all that it depends on beside the context. Few keys, since nothing is forgotten: nothing of a single page */
export function keepPart(context: PageContext, key: string, make: () => Markup): Markup {
  const parts = keptParts.get(context) ?? new Map<string, Markup>();
  keptParts.set(context, parts);
  const known = parts.get(key);
  if (known !== undefined) return known;
  const part = make();
  // V8 keeps a joined text as a tree of what it was joined from until somebody looks at a letter; each page would walk through it.
  part.html.charCodeAt(0);
  parts.set(key, part);
  return part;
}
