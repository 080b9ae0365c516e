/** Links to a passage: text fragments (WICG scroll-to-text-fragment), which browsers find and mark. */

/** Up to so many words a passage is named whole; a longer one by its beginning and end. */
const WHOLE = 12;
const ENDS = 5;

/** `:~:text=…` for a passage in one line. */
export function textFragment(passage: string): string {
  const words = passage.split(/\s+/u).filter((word) => word !== '');
  const parts = words.length <= WHOLE ? [words] : [words.slice(0, ENDS), words.slice(-ENDS)];
  return `:~:text=${parts.map((part) => encode(part.join(' '))).join(',')}`;
}

/** A hyphen or comma would part the directive. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
