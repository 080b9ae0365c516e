/** A file that is written piece by piece, and summed on the way. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Written } from './output-places.ts';

export class TableFile {
  readonly #file: number;
  readonly #sum = createHash('sha256');
  #length = 0;

  constructor(place: string) {
    this.#file = openSync(place, 'w');
  }

  write(bytes: Uint8Array): void {
    this.#sum.update(bytes);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    this.#length += bytes.length;
  }

  /** Bytes so far. */
  get length(): number {
    return this.#length;
  }

  /** What was written; nothing can be after. */
  written(): Written {
    return { bytes: this.#length, sum: this.#sum.digest('hex') };
  }

  close(): void {
    closeSync(this.#file);
  }
}
