/** A file as a stream of bytes: opened, unpacked where it is gzip, its beginning looked at, never read whole. */
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { GROWTH_FROM, MAX_GROWTH, SAMPLE_BYTES } from './limits.ts';

/** A file that cannot be read as what it should be: a message for the user. */
export class SourceRefused extends Error {
  readonly code: string;
  readonly fix: string;
  constructor(code: string, reason: string, fix: string) {
    super(reason);
    this.code = code;
    this.fix = fix;
  }
}

export interface OpenSource {
  /** The first bytes, unpacked. */
  readonly sample: Uint8Array;
  /** True when the sample is all there is. */
  readonly whole: boolean;
  readonly compressed: boolean;
  /** Opens the stream of unpacked bytes. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** @throws SourceRefused, or the system's error when the file cannot be opened */
export async function openSource(path: string): Promise<OpenSource> {
  const handle = await open(path, 'r');
  try {
    const head = await readHead(handle);
    const compressed = head.bytes[0] === 0x1f && head.bytes[1] === 0x8b;
    // A small file was read with its beginning: to open it once more would double the work of a folder of many.
    if (!compressed) return { sample: head.bytes, whole: head.whole, compressed, bytes: () => (head.whole ? Readable.from([head.bytes]) : createReadStream(path, { highWaterMark: SAMPLE_BYTES })) };
    const { sample, whole } = await unpackHead(path);
    return { sample, whole, compressed, bytes: () => unpack(path) };
  } finally {
    await handle.close();
  }
}

interface Head {
  readonly bytes: Uint8Array;
  readonly whole: boolean;
}

async function readHead(handle: FileHandle): Promise<Head> {
  const stats = await handle.stat();
  // One more than its size tells whether it grew meanwhile. Memory for a whole sample for each of many small files would not come back.
  const buffer = Buffer.allocUnsafe(Math.min(stats.size + 1, SAMPLE_BYTES));
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
  return { bytes: buffer.subarray(0, bytesRead), whole: stats.size > 0 && bytesRead <= stats.size && bytesRead < buffer.length };
}

async function unpackHead(path: string): Promise<{ readonly sample: Uint8Array; readonly whole: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of unpack(path)) {
    parts.push(chunk);
    length += chunk.length;
    if (length > SAMPLE_BYTES) break;
  }
  return { sample: Buffer.concat(parts).subarray(0, SAMPLE_BYTES), whole: length <= SAMPLE_BYTES };
}

function grown(): SourceRefused {
  return new SourceRefused('gzip-bomb', `the compressed data grows more than ${String(MAX_GROWTH)} times, as no text does`, 'unpack it yourself and look at what it holds');
}

async function* unpack(path: string): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const file = createReadStream(path, { highWaterMark: 65_536 });
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      packed += chunk.length;
      done(null, chunk);
    },
  });
  const out = new PassThrough({ highWaterMark: 65_536 });
  const flow = pipeline(file, counter, createGunzip(), out).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  try {
    for await (const chunk of out) {
      const bytes = chunk as Uint8Array;
      unpacked += bytes.length;
      if (unpacked > GROWTH_FROM && unpacked > packed * MAX_GROWTH) throw grown();
      yield bytes;
    }
  } catch (error) {
    if (error instanceof SourceRefused) throw error;
    throw new SourceRefused('gzip-broken', 'the compressed data is damaged', 'fetch or make the .gz file again');
  } finally {
    file.destroy();
    out.destroy();
    await flow;
  }
}
