/**
 * Numbers for short texts, such as the tokens of a shard. A piece of a longer text is looked up by its code units, where they stand: to cut it out as a string
 * first, and to let a `Map` hash that string, takes several times as long, and nearly every token was met before.
 */

const FIRST_TEXTS = 1_024;

export class TextTable {
  /** Code units of all texts, one behind the other. */
  #units = new Uint16Array(FIRST_TEXTS * 8);
  /** Where each text begins among them, and where the last one ends. */
  #starts = new Uint32Array(FIRST_TEXTS + 1);
  #hashes = new Uint32Array(FIRST_TEXTS);
  /** By hash: the number of a text and 1, or 0. Who finds a place taken by another looks at the next (open addressing); half of them at least are free. */
  #slots = new Uint32Array(FIRST_TEXTS * 2);
  #size = 0;
  /** The text whose pieces are looked up, as numbers and as what Node writes texts to. */
  #room = createRoom(4_096);

  /** So many texts have numbers: from 0 on, as they were met. */
  get size(): number {
    return this.#size;
  }

  /**
   * @param separator code unit between two pieces
   * @param onNew called with each piece that had no number yet, in the order of the numbers. The string is a copy and holds no other in memory
   * @returns the number of each piece; an empty text has none
   */
  numbersOf(text: string, separator: number, onNew: (piece: string) => void): Uint32Array {
    if (text === '') return new Uint32Array();
    if (text.length > this.#room.units.length) this.#room = createRoom(text.length * 2);
    const { units, bytes } = this.#room;
    bytes.write(text, 'utf16le');
    let pieces = 1;
    for (let at = 0; at < text.length; at += 1) if (units[at] === separator) pieces += 1;
    const numbers = new Uint32Array(pieces);
    let start = 0;
    for (let piece = 0; piece < pieces; piece += 1) {
      let hash = FNV_BASIS;
      let end = start;
      for (; end < text.length; end += 1) {
        const unit = units[end] ?? 0;
        if (unit === separator) break;
        hash = Math.imul(hash ^ unit, FNV_PRIME);
      }
      const before = this.#size;
      numbers[piece] = this.#numberOf(start, end, hash >>> 0);
      if (this.#size > before) onNew(bytes.toString('utf16le', start * 2, end * 2));
      start = end + 1;
    }
    return numbers;
  }

  /** The number of a piece of the room, a new one where it has none. */
  #numberOf(start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    // The lowest bits of a product depend on the lowest of its factors alone.
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let number = this.#slots[slot] ?? 0; number > 0; number = this.#slots[slot] ?? 0) {
      if (this.#hashes[number - 1] === hash && this.#isEqual(number - 1, start, end)) return number - 1;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#size + 1;
    this.#add(start, end, hash);
    return this.#size - 1;
  }

  #isEqual(number: number, start: number, end: number): boolean {
    const known = this.#starts[number] ?? 0;
    const length = end - start;
    if ((this.#starts[number + 1] ?? 0) - known !== length) return false;
    const [all, { units }] = [this.#units, this.#room];
    for (let at = 0; at < length; at += 1) if (all[known + at] !== units[start + at]) return false;
    return true;
  }

  #add(start: number, end: number, hash: number): void {
    const from = this.#starts[this.#size] ?? 0;
    const to = from + end - start;
    if (to > this.#units.length) this.#units = enlarge(this.#units, to * 2);
    this.#units.set(this.#room.units.subarray(start, end), from);
    this.#hashes[this.#size] = hash;
    this.#size += 1;
    this.#starts[this.#size] = to;
    if (this.#size === this.#hashes.length) this.#grow();
  }

  #grow(): void {
    this.#hashes = enlarge(this.#hashes, this.#size * 2);
    this.#starts = enlarge(this.#starts, this.#size * 2 + 1);
    this.#slots = new Uint32Array(this.#size * 4);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#size; number += 1) {
      const hash = this.#hashes[number] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

/** FNV-1a. */
const [FNV_BASIS, FNV_PRIME] = [0x811c9dc5, 0x01000193];

interface Room {
  readonly units: Uint16Array;
  readonly bytes: Buffer;
}

function createRoom(length: number): Room {
  const units = new Uint16Array(length);
  return { units, bytes: Buffer.from(units.buffer) };
}

function enlarge<T extends Uint16Array | Uint32Array>(values: T, length: number): T {
  const larger = new (values.constructor as new (length: number) => T)(length);
  larger.set(values);
  return larger;
}
