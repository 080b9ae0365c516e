/** Files that are either whole or not there: written beside their place, then renamed into it. */
import { hash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { shortDigest } from '../plan/digest.ts';
import type { MadeFile } from './made-files.ts';

export async function writeWhole(file: string, content: string | Uint8Array | Iterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${String(process.pid)}.new`;
  await writeFile(draft, content);
  await rename(draft, file);
}

/** Writes a small file of known content into the stage of a build. */
export async function writeStaged(stage: string, file: string, content: string | Uint8Array): Promise<MadeFile> {
  const path = join(stage, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  const sum = hash('sha256', content, 'hex');
  return { file, bytes: Buffer.byteLength(content), sum, digest: shortDigest(Buffer.from(sum, 'hex')) };
}

const PORTION = 1 << 20;

/** Writes pieces that are in memory already, without another copy of all of them. */
export function writePieces(file: string, pieces: Iterable<Uint8Array>): Promise<void> {
  return writeWhole(file, inPortions(pieces));
}

/** Small pieces together: each write has its own cost. */
function* inPortions(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let open: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    open.push(piece);
    length += piece.length;
    if (length < PORTION) continue;
    yield open.length === 1 ? piece : Buffer.concat(open);
    [open, length] = [[], 0];
  }
  if (open.length > 0) yield Buffer.concat(open);
}
