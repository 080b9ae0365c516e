/**
 * Tables of the archive and of a year. They grow at their end: the pieces before the first that has changed are taken from the table of the old
 * site, whose bytes they are.
 */
import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../article/article.ts';
import { shortDigest, type Digest } from '../plan/digest.ts';
import type { Output } from '../plan/blocks.ts';
import { piecesOf } from '../plan/work.ts';
import { TableFile } from '../eleventy/table-file.ts';
import type { TablePiece } from '../formats/machine-file.ts';
import type { Made } from './made-files.ts';
import { writeWhole } from './write-file.ts';

const FILE = 'tables.json';

/** Of each table: the digest of its bytes, and of each piece its key and where it ends. */
const schema = z.record(z.string(), z.object({ digest: z.string(), pieces: z.array(z.tuple([z.string(), z.number()])) }));
type KnownTables = z.infer<typeof schema>;

export interface TableWork {
  /** Outputs that are tables. */
  readonly outputs: readonly Output[];
  /** Stands for all that is shown of articles: the key of a piece. */
  readonly keyOf: (articles: readonly Article[]) => Digest;
  readonly cache: string;
  readonly stage: string;
  readonly live: { readonly folder: string; readonly digestOf: (output: Output) => Digest | undefined };
}

/** Makes tables into the stage. */
export async function makeTables({ outputs, keyOf, cache, stage, live }: TableWork): Promise<readonly Made[]> {
  if (outputs.length === 0) return [];
  const known = await loadKnown(cache);
  const next: KnownTables = { ...known };
  const made: Made[] = [];
  for (const output of outputs) {
    const wanted = piecesOf(output);
    if (wanted === undefined) continue;
    const before = known[output.file];
    const file = join(live.folder, output.file);
    const old = before !== undefined && before.digest === live.digestOf(output) && isWhole(file, before.pieces) ? { file, pieces: before.pieces } : undefined;
    const { digest, sum, bytes, pieces } = makeTable(join(stage, output.file), wanted, keyOf, old);
    next[output.file] = { digest, pieces };
    made.push({ file: output.file, bytes, sum });
  }
  await writeWhole(join(cache, FILE), JSON.stringify(next));
  return made;
}

type EndedPieces = [key: string, end: number][];

interface MadeTable extends Omit<Made, 'file'> {
  readonly digest: Digest;
  readonly pieces: EndedPieces;
}

function makeTable(place: string, wanted: readonly TablePiece[], keyOf: TableWork['keyOf'], old: { readonly file: string; readonly pieces: Readonly<EndedPieces> } | undefined): MadeTable {
  const keys = wanted.map(({ articles }) => keyOf(articles));
  const differs = keys.findIndex((key, at) => old?.pieces[at]?.[0] !== key);
  const same = differs === -1 ? keys.length : differs;
  const pieces: EndedPieces = (old?.pieces ?? []).slice(0, same);
  mkdirSync(dirname(place), { recursive: true });
  const table = new TableFile(place);
  try {
    if (old !== undefined) readBeginning(old.file, pieces.at(-1)?.[1] ?? 0, (part) => {
      table.write(part);
    });
    wanted.forEach(({ render }, at) => {
      if (at < same) return;
      table.write(Buffer.from(render()));
      pieces.push([keys[at] ?? '', table.length]);
    });
    const written = table.written();
    return { ...written, digest: shortDigest(Buffer.from(written.sum, 'hex')), pieces };
  } finally {
    table.close();
  }
}

/** False for a file that somebody has cut short. */
function isWhole(file: string, pieces: Readonly<EndedPieces>): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === (pieces.at(-1)?.[1] ?? 0);
}

/** Gives the first bytes of a file, in portions. */
function readBeginning(file: string, length: number, take: (part: Uint8Array) => void): void {
  const source = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(PORTION);
    for (let left = length; left > 0; ) {
      const read = readSync(source, buffer, 0, Math.min(left, PORTION), null);
      if (read === 0) throw new Error(`${file} became shorter while it was read`);
      take(buffer.subarray(0, read));
      left -= read;
    }
  } finally {
    closeSync(source);
  }
}

const PORTION = 1 << 20;

async function loadKnown(cache: string): Promise<KnownTables> {
  const text = await readFile(join(cache, FILE), 'utf8').catch(() => '{}');
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
