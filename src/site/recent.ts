/** What was made lately, for pages that come one after the other and show the same. */

/**
 * A function that remembers what it made last: at least `most` results and at most twice as many, so that memory does not grow with the archive.
 * Results are taken from the older half into the newer one when they are asked for, and the older half is dropped as a whole.
 */
export function rememberRecent<Key, Result>(most: number, make: (key: Key) => Result): (key: Key) => Result {
  let newer = new Map<Key, Result>();
  let older = new Map<Key, Result>();
  return (key) => {
    const known = newer.get(key);
    if (known !== undefined) return known;
    const result = older.get(key) ?? make(key);
    if (newer.size >= most) [older, newer] = [newer, new Map<Key, Result>()];
    newer.set(key, result);
    return result;
  };
}
