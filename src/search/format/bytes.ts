/** Bytes written and read in order: what all files of the word index are made of. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Characters of a text whose bytes are surely so few that one byte tells their number. */
const MOST_SHORT = 42;

export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  /** A whole number from 0 to 2³¹ − 1, seven bits a byte, the lowest first (LEB128). */
  varint(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  text(value: string): void {
    if (value.length <= MOST_SHORT && this.#shortText(value)) return;
    const bytes = encoder.encode(value);
    this.varint(bytes.length);
    this.bytes(bytes);
  }

  bytes(values: Uint8Array): void {
    this.#reserve(values.length);
    this.#bytes.set(values, this.#length);
    this.#length += values.length;
  }

  /** All that another has written. */
  append(other: ByteWriter): void {
    this.bytes(other.#bytes.subarray(0, other.#length));
  }

  /** Begins anew. */
  clear(): void {
    this.#length = 0;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** The index is made of short words: an encoder called for each takes longer than all else. @returns false where it takes surrogates to write it */
  #shortText(value: string): boolean {
    this.#reserve(1 + 3 * value.length);
    let at = this.#length + 1;
    for (let place = 0; place < value.length; place += 1) {
      const code = value.charCodeAt(place);
      if (code < 0x80) this.#bytes[at++] = code;
      else if (code < 0x800) {
        this.#bytes[at++] = 0xc0 | (code >> 6);
        this.#bytes[at++] = 0x80 | (code & 0x3f);
      } else if (code >= 0xd800 && code < 0xe000) return false;
      else {
        this.#bytes[at++] = 0xe0 | (code >> 12);
        this.#bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        this.#bytes[at++] = 0x80 | (code & 0x3f);
      }
    }
    this.#bytes[this.#length] = at - this.#length - 1;
    this.#length = at;
    return true;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** @throws RangeError when the bytes end before what is read */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new RangeError('The file ends too early');
    this.#at += 1;
    return value;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  text(): string {
    return decoder.decode(this.bytes(this.varint()));
  }

  bytes(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('The file ends too early');
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return part;
  }
}
