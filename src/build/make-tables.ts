/**
 * The tables of the whole archive. They grow at their end: the pieces before the first that has changed are taken from the table of the old
 * site, whose bytes they are.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../article/article.ts';
import { shortDigest, type Digest } from '../plan/digest.ts';
import type { Output } from '../plan/blocks.ts';
import type { TablePiece } from '../formats/machine-file.ts';
import { writeStaged, type Made } from './workshop.ts';
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
  readonly live: { readonly folder: string; readonly digestOf: (file: string) => Digest | undefined };
}

/** True for a table that is made in pieces where there is an old site. */
export function isTable(output: Output): boolean {
  return 'machine' in output && output.machine.pieces !== undefined;
}

/** Makes tables into the stage. */
export async function makeTables({ outputs, keyOf, cache, stage, live }: TableWork): Promise<readonly Made[]> {
  if (outputs.length === 0) return [];
  const known = await loadKnown(cache);
  const next: KnownTables = { ...known };
  const made: Made[] = [];
  for (const output of outputs) {
    if (!('machine' in output) || output.machine.pieces === undefined) continue;
    const before = known[output.file];
    const old = before !== undefined && before.digest === live.digestOf(output.file) ? await readFile(join(live.folder, output.file)).catch(() => undefined) : undefined;
    const { bytes, pieces } = joinPieces(output.machine.pieces, keyOf, old === undefined ? undefined : { bytes: old, pieces: before?.pieces ?? [] });
    const file = await writeStaged(stage, output.file, bytes);
    const sum = createHash('sha256').update(bytes).digest();
    next[output.file] = { digest: shortDigest(sum), pieces };
    made.push({ ...file, sum: sum.toString('hex') });
  }
  await writeWhole(join(cache, FILE), JSON.stringify(next));
  return made;
}

type EndedPieces = [key: string, end: number][];

function joinPieces(wanted: readonly TablePiece[], keyOf: TableWork['keyOf'], old: { readonly bytes: Buffer; readonly pieces: Readonly<EndedPieces> } | undefined): { readonly bytes: Buffer; readonly pieces: EndedPieces } {
  const keys = wanted.map(({ articles }) => keyOf(articles));
  const differs = keys.findIndex((key, at) => old?.pieces[at]?.[0] !== key);
  const same = differs === -1 ? keys.length : differs;
  const kept = (old?.pieces ?? []).slice(0, same);
  const parts = [(old?.bytes ?? Buffer.alloc(0)).subarray(0, kept.at(-1)?.[1] ?? 0)];
  const pieces: EndedPieces = [...kept];
  let end = parts[0]?.length ?? 0;
  wanted.forEach(({ render }, at) => {
    if (at < same) return;
    const part = Buffer.from(render());
    parts.push(part);
    end += part.length;
    pieces.push([keys[at] ?? '', end]);
  });
  return { bytes: Buffer.concat(parts), pieces };
}

async function loadKnown(cache: string): Promise<KnownTables> {
  const text = await readFile(join(cache, FILE), 'utf8').catch(() => '{}');
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
