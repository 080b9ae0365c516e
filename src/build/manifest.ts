/**
 * The manifest of a built folder: which file is in it, made from what (key), with which bytes (digest). A name that ends
 * in `/` is a folder that is made, kept and replaced as one, such as a search bundle.
 *
 * FileEntries are kept in blocks, a line each. The line of a block in which nothing has changed is neither read nor written anew but handed on as
 * it is: of the three hundred thousand files of a large archive a daily build looks at some thousands.
 */
import { readFile } from 'node:fs/promises';
import { digestList, type Digest } from '../plan/digest.ts';
import { writePieces } from './write-file.ts';

export interface ManifestEntry {
  readonly key: Digest;
  readonly digest: Digest;
  /** Size in bytes. */
  readonly bytes: number;
}

export type FileEntries = ReadonlyMap<string, ManifestEntry>;

export interface ManifestBlock {
  readonly name: string;
  /** What the block was made from; empty for blocks that are always looked at. */
  readonly key: Digest;
  /** Of the names and digests of its files: equal digests, equal files. */
  readonly digest: Digest;
  readonly files: number;
  readonly bytes: number;
  readonly entries: FileEntries;
}

export interface Manifest {
  /** Digest of everything the site was made from: equal means that there is nothing to do. */
  readonly inputs: Digest;
  /** Digest of the program's part of the keys, to tell why pages are made anew. */
  readonly programme: Digest;
  readonly settings: Digest;
  readonly blocks: ReadonlyMap<string, ManifestBlock>;
}

/** What no plan names: styles, search, media, lists of the build itself. */
export const BUILD_BLOCK = 'build';

const FORMAT = 2;

export function createBlock(name: string, key: Digest, entries: FileEntries): ManifestBlock {
  let bytes = 0;
  const parts: string[] = [];
  for (const [file, entry] of entries) {
    bytes += entry.bytes;
    parts.push(file, entry.digest);
  }
  return { name, key, digest: digestList([parts.join('\n')]), files: entries.size, bytes, entries };
}

/** What no plan names, of a site. */
export function buildEntries(manifest: Manifest | undefined): FileEntries {
  return manifest?.blocks.get(BUILD_BLOCK)?.entries ?? NO_ENTRIES;
}

export const NO_ENTRIES: FileEntries = new Map();

/** Every entry of a manifest. */
export function allEntries({ blocks }: Pick<Manifest, 'blocks'>): FileEntries {
  return new Map([...blocks.values()].flatMap(({ entries }) => [...entries]));
}

const NEWLINE = 10;
const TAB = 9;

/** @returns undefined where there is none that can be believed */
export async function loadManifest(file: string): Promise<Manifest | undefined> {
  const content = await readFile(file).catch(() => undefined);
  if (content?.at(-1) !== NEWLINE) return undefined;
  const lines = cutLines(content);
  const head = parseJson(lines[0]?.toString('utf8') ?? '');
  if (!isHead(head) || head.blocks !== lines.length - 1) return undefined;
  const blocks = lines.slice(1).map(readBlock);
  if (!blocks.every((block) => block !== undefined)) return undefined;
  const { inputs, programme, settings } = head;
  return { inputs, programme, settings, blocks: new Map(blocks.map((block) => [block.name, block])) };
}

export async function saveManifest(file: string, { inputs, programme, settings, blocks }: Manifest): Promise<void> {
  const head: Head = { format: FORMAT, inputs, programme, settings, blocks: blocks.size };
  await writePieces(file, [Buffer.from(`${JSON.stringify(head)}\n`), ...[...blocks.values()].map(writeBlock)]);
}

interface Head {
  readonly format: typeof FORMAT;
  readonly inputs: Digest;
  readonly programme: Digest;
  readonly settings: Digest;
  readonly blocks: number;
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false;
  const head = value as Partial<Record<keyof Head, unknown>>;
  return head.format === FORMAT && typeof head.blocks === 'number' && [head.inputs, head.programme, head.settings].every((digest) => typeof digest === 'string');
}

function cutLines(content: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < content.length; ) {
    const end = content.indexOf(NEWLINE, start);
    lines.push(content.subarray(start, end + 1));
    start = end + 1;
  }
  return lines;
}

/** The line of a block as it was read, with its end, until somebody asks what is in it. */
class ReadBlock implements ManifestBlock {
  readonly name: string;
  readonly key: Digest;
  readonly digest: Digest;
  readonly files: number;
  readonly bytes: number;
  readonly line: Buffer;
  #entries: FileEntries | undefined;

  constructor([name, key, digest, files, bytes]: BlockHead, line: Buffer) {
    this.name = name;
    this.key = key;
    this.digest = digest;
    this.files = files;
    this.bytes = bytes;
    this.line = line;
  }

  get entries(): FileEntries {
    return (this.#entries ??= readEntries(this.line));
  }
}

type BlockHead = readonly [name: string, key: Digest, digest: Digest, files: number, bytes: number];

function readBlock(line: Buffer): ManifestBlock | undefined {
  const head = parseJson(line.toString('utf8', 0, Math.max(0, line.indexOf(TAB))));
  return isBlockHead(head) ? new ReadBlock(head, line) : undefined;
}

function isBlockHead(value: unknown): value is BlockHead {
  return Array.isArray(value) && value.length === 5 && value.every((part, at) => typeof part === (at < 3 ? 'string' : 'number'));
}

/** Columns, which are read several times faster than records. A damaged line is as one of which nothing is known. */
function readEntries(line: Buffer): FileEntries {
  const columns = parseJson(line.toString('utf8', line.indexOf(TAB) + 1));
  if (!Array.isArray(columns) || columns.length !== 4 || !columns.every(Array.isArray)) return NO_ENTRIES;
  const [names, keys, digests, bytes] = columns as [string[], Digest[], Digest[], number[]];
  return new Map(names.map((name, at) => [name, { key: keys[at] ?? '', digest: digests[at] ?? '', bytes: bytes[at] ?? 0 }]));
}

function writeBlock(block: ManifestBlock): Buffer {
  if (block instanceof ReadBlock) return block.line;
  const { name, key, digest, files, bytes, entries } = block;
  const head: BlockHead = [name, key, digest, files, bytes];
  const values = [...entries.values()];
  // JSON has no tab and no line end outside its escapes.
  return Buffer.from(`${JSON.stringify(head)}\t${JSON.stringify([[...entries.keys()], values.map((entry) => entry.key), values.map((entry) => entry.digest), values.map((entry) => entry.bytes)])}\n`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
