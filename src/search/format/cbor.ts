/** What of CBOR (RFC 8949) Pagefind’s index is written in: whole numbers, texts, and arrays whose length is told first. */
import { ByteWriter } from './bytes.ts';

const encoder = new TextEncoder();

/** Words are short: the memory of one is used for the next. No letter takes more than three bytes a code unit. */
const MOST_SHORT = 100;
const room = new Uint8Array(MOST_SHORT * 3);

const [POSITIVE, NEGATIVE, TEXT, ARRAY] = [0, 1, 3, 4];

/** Numbers below stand in the first byte itself; from here that byte says how many follow. */
const IN_FIRST_BYTE = 24;

export class CborWriter {
  readonly #bytes = new ByteWriter();

  get length(): number {
    return this.#bytes.length;
  }

  /** @param length so many items follow */
  array(length: number): void {
    this.#head(ARRAY, length);
  }

  /** @param value whole, of less than 32 bits either way */
  integer(value: number): void {
    if (value >= 0) this.#head(POSITIVE, value);
    else this.#head(NEGATIVE, -1 - value);
  }

  text(value: string): void {
    const bytes = value.length <= MOST_SHORT ? room.subarray(0, encoder.encodeInto(value, room).written) : encoder.encode(value);
    this.#head(TEXT, bytes.length);
    this.#bytes.bytes(bytes);
  }

  /** All that another has written. */
  append(other: CborWriter): void {
    this.#bytes.append(other.#bytes);
  }

  clear(): void {
    this.#bytes.clear();
  }

  finish(): Uint8Array {
    return this.#bytes.finish();
  }

  #head(kind: number, value: number): void {
    const first = kind << 5;
    if (value < IN_FIRST_BYTE) {
      this.#bytes.byte(first | value);
      return;
    }
    const bytes = value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
    this.#bytes.byte(first | (IN_FIRST_BYTE + Math.log2(bytes)));
    for (let shift = (bytes - 1) * 8; shift >= 0; shift -= 8) this.#bytes.byte((value >>> shift) & 0xff);
  }
}
