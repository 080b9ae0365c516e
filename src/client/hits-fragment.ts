/** The end of a result's address: the forms that its article marks. */

const HITS = '#hits=';

/** `#hits=…`, or nothing when there is nothing to mark. */
export function writeHits(forms: readonly string[]): string {
  return forms.length === 0 ? '' : HITS + forms.map(encodeURIComponent).join(',');
}

/** @param hash of an address; what is not understood in it marks nothing */
export function readHits(hash: string): ReadonlySet<string> {
  if (!hash.startsWith(HITS)) return new Set();
  try {
    return new Set(hash.slice(HITS.length).split(',').map(decodeURIComponent).filter((form) => form !== ''));
  } catch {
    return new Set();
  }
}
