/** HTML's named and numbered characters. */
import { decodeHTML } from 'entities';

const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/giu;

export function hasEntities(text: string): boolean {
  return text.includes('&') && text.search(REFERENCE) !== -1;
}

/** Decodes references that end in a semicolon, twice where they were encoded twice (`&amp;#8220;`). */
export function decodeEntities(text: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const once = (value: string): string => value.replace(REFERENCE, (reference) => {
    const decoded = decodeHTML(reference);
    if (decoded !== reference) count += 1;
    return decoded;
  });
  const first = once(text);
  return { text: /&(?:#\d{2,7}|#x[\da-f]{2,6}|quot|nbsp|[lr][sd]?quo|hellip|[nm]dash|amp);/iu.test(first) && /&amp;/iu.test(text) ? once(first) : first, count };
}
