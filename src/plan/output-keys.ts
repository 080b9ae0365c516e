/** Outputs with their keys, of which there are hundreds of thousands: as bytes, a fifth of what they take as text in a map. */
import { DIGEST_BYTES, type Digest } from './digest.ts';
import type { Output } from './blocks.ts';

export class OutputKeys implements Iterable<readonly [Output, Digest]> {
  readonly outputs: readonly Output[];
  readonly #keys: Buffer;

  /** @param keyOf asked once for each output, in their order */
  constructor(outputs: readonly Output[], keyOf: (output: Output) => Digest) {
    this.outputs = outputs;
    this.#keys = Buffer.alloc(outputs.length * DIGEST_BYTES);
    for (const [at, output] of outputs.entries()) this.#keys.write(keyOf(output), at * DIGEST_BYTES, 'base64url');
  }

  get size(): number {
    return this.outputs.length;
  }

  *[Symbol.iterator](): Generator<readonly [Output, Digest]> {
    for (const [at, output] of this.outputs.entries()) yield [output, this.#keys.toString('base64url', at * DIGEST_BYTES, (at + 1) * DIGEST_BYTES)];
  }
}
