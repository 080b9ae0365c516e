/** Digests that stand for content in keys: 128 bits of SHA-256, in letters that need no escape. */
import { createHash, type Hash } from 'node:crypto';

/** A digest of content: equal content has equal digests, on every machine. */
export type Digest = string;

const LENGTH = 22;

/** The digest of all that a SHA-256 has been given. */
export function finishDigest(hash: Hash): Digest {
  return shortDigest(hash.digest());
}

/** @param sum SHA-256 */
export function shortDigest(sum: Uint8Array): Digest {
  return Buffer.from(sum).toString('base64url').slice(0, LENGTH);
}

export function digestOf(content: string | Uint8Array): Digest {
  return finishDigest(createHash('sha256').update(content));
}

/** A digest of several texts, which tells `ab, c` from `a, bc`. */
export function digestList(parts: Iterable<string>): Digest {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${String(part.length)}:${part}`);
  return finishDigest(hash);
}

/** A digest of plain data, with Maps and Sets in their order. */
export function digestData(value: unknown): Digest {
  return digestOf(JSON.stringify([value], (_, part: unknown) => (part instanceof Map || part instanceof Set ? [...(part as Iterable<unknown>)] : part)));
}
