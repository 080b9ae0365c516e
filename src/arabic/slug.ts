/** Names as parts of an address: readable Arabic, one spelling for one name, short enough for every file system. */
import { toWesternDigits } from './digits.ts';
import { INVISIBLE, MARKS, TATWEEL } from './letters.ts';

/** File names hold 255 bytes; an Arabic letter takes two, and a suffix may be added. */
const MAX_BYTES = 180;

/** Names that Windows refuses as a file, whatever their case. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * `«الأمم المتحدة»` → `الأمم-المتحدة`. Letters and digits stay, marks, tatweel and invisible characters go, all else
 * becomes a single hyphen. NFC, lower case, at most 180 bytes, cut at a hyphen where one is near; `''` when nothing is left.
 */
export function slugify(name: string): string {
  const text = toWesternDigits(name.normalize('NFKC').replace(INVISIBLE, '').replace(TATWEEL, '').replace(MARKS, ''))
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  const slug = cutToBytes(text);
  return RESERVED.test(slug) ? `${slug}-` : slug;
}

function cutToBytes(text: string): string {
  if (byteLength(text) <= MAX_BYTES) return text;
  let kept = '';
  let bytes = 0;
  for (const letter of text) {
    bytes += byteLength(letter);
    if (bytes > MAX_BYTES) break;
    kept += letter;
  }
  const hyphen = kept.lastIndexOf('-');
  return (hyphen > kept.length / 2 ? kept.slice(0, hyphen) : kept).replace(/-+$/u, '');
}

const encoder = new TextEncoder();
function byteLength(text: string): number {
  return encoder.encode(text).length;
}
