/**
 * A text whose lines stand in the order of a path that each has, such as the sums of a site. A line is found, and some lines are changed,
 * without reading the text whole: of the thirty megabytes of a large archive's sums a daily build needs some hundred lines.
 */

const NEWLINE = 10;

/** The order of the lines. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Lines to take out of a text, by their paths or, with a `/` at the end, by the beginning of their paths; and lines to put in, without their ends. */
export interface LineChanges {
  readonly removed: Iterable<string>;
  readonly added: ReadonlyMap<string, string>;
}

export class SortedLines {
  readonly #text: Buffer;
  readonly #pathOf: (line: string) => string;

  /** @param text each line with its end. @param pathOf the path of a line, without its end */
  constructor(text: Buffer, pathOf: (line: string) => string) {
    this.#text = text;
    this.#pathOf = pathOf;
  }

  /** The line of a path, without its end. */
  find(path: string): string | undefined {
    const start = this.#placeOf(path);
    if (start === this.#text.length) return undefined;
    const line = this.#lineAt(start);
    return this.#pathOf(line) === path ? line : undefined;
  }

  change({ removed, added }: LineChanges): Buffer {
    const gone = new Set(removed);
    const pieces: Buffer[] = [];
    let done = 0;
    for (const path of [...new Set([...gone, ...added.keys()])].sort(comparePaths)) {
      const place = Math.max(done, this.#placeOf(path));
      pieces.push(this.#text.subarray(done, place));
      done = place;
      if (gone.has(path) || added.has(path)) while (done < this.#text.length && isOf(path, this.#pathOf(this.#lineAt(done)))) done = this.#endOf(done);
      const line = added.get(path);
      if (line !== undefined) pieces.push(Buffer.from(`${line}\n`));
    }
    return Buffer.concat([...pieces, this.#text.subarray(done)]);
  }

  /** Where the first line begins whose path does not come before. */
  #placeOf(path: string): number {
    let [low, high] = [0, this.#text.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = middle === 0 ? 0 : this.#text.lastIndexOf(NEWLINE, middle - 1) + 1;
      if (comparePaths(this.#pathOf(this.#lineAt(start)), path) < 0) low = this.#endOf(start);
      else high = start;
    }
    return low;
  }

  #lineAt(start: number): string {
    return this.#text.toString('utf8', start, this.#endOf(start) - 1);
  }

  /** Where the next line begins. */
  #endOf(start: number): number {
    const end = this.#text.indexOf(NEWLINE, start);
    return end === -1 ? this.#text.length : end + 1;
  }
}

function isOf(path: string, line: string): boolean {
  return path.endsWith('/') ? line.startsWith(path) : line === path;
}
