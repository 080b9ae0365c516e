/** The files that a build has made, in few bytes each: there are hundreds of thousands, and they are held until the site is put together. */
import { shortDigest, type Digest } from '../plan/digest.ts';

/** A file that was made. */
export interface Made {
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sum: string;
}

/** What is known of a file, with the digest that stands for its content. */
export interface MadeFile extends Made {
  readonly digest: Digest;
}

/** Of files by name. */
export interface MadeLookup {
  readonly has: (file: string) => boolean;
  readonly get: (file: string) => MadeFile | undefined;
}

const SUM_LENGTH = 32;

/** Stands for the size of a file that is not made yet. */
const NOT_MADE = -1;

export class MadeFiles implements MadeLookup {
  /** The names are those of the plan, so that none is held twice. */
  readonly #places: ReadonlyMap<string, number>;
  readonly #bytes: Float64Array;
  readonly #sums: Buffer;
  #size = 0;

  /** @param wanted the files that are to be made, each once */
  constructor(wanted: readonly { readonly file: string }[]) {
    this.#places = new Map(wanted.map(({ file }, place) => [file, place]));
    this.#bytes = new Float64Array(wanted.length).fill(NOT_MADE);
    this.#sums = Buffer.alloc(wanted.length * SUM_LENGTH);
  }

  /** How many were made. */
  get size(): number {
    return this.#size;
  }

  /** @throws on a file that was not wanted, which is a fault of the program */
  add(made: Iterable<Made>): void {
    for (const { file, bytes, sum } of made) {
      const place = this.#places.get(file);
      if (place === undefined) throw new Error(`${file} was made, and nobody asked for it`);
      if (this.#bytes[place] === NOT_MADE) this.#size += 1;
      this.#bytes[place] = bytes;
      this.#sums.write(sum, place * SUM_LENGTH, 'hex');
    }
  }

  has(file: string): boolean {
    return this.#placeOf(file) !== undefined;
  }

  get(file: string): MadeFile | undefined {
    const place = this.#placeOf(file);
    if (place === undefined) return undefined;
    const sum = this.#sums.subarray(place * SUM_LENGTH, (place + 1) * SUM_LENGTH);
    return { file, bytes: this.#bytes[place] ?? 0, sum: sum.toString('hex'), digest: shortDigest(sum) };
  }

  #placeOf(file: string): number | undefined {
    const place = this.#places.get(file);
    return place === undefined || this.#bytes[place] === NOT_MADE ? undefined : place;
  }
}
