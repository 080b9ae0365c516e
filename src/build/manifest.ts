/**
 * The manifest of a built folder: which file is in it, made from what (key), with which bytes (digest). A name that ends
 * in `/` is a folder that is made, kept and replaced as one, such as a search bundle.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Digest } from '../plan/digest.ts';
import { writeWhole } from './write-file.ts';

export interface ManifestEntry {
  readonly key: Digest;
  readonly digest: Digest;
  /** Size in bytes. */
  readonly bytes: number;
}

export interface Manifest {
  /** Digest of everything the site was made from: equal means that there is nothing to do. */
  readonly inputs: Digest;
  /** Digest of the program's part of the keys, to tell why pages are made anew. */
  readonly programme: Digest;
  readonly settings: Digest;
  readonly entries: ReadonlyMap<string, ManifestEntry>;
}

const schema = z.object({
  format: z.literal(1),
  inputs: z.string(),
  programme: z.string(),
  settings: z.string(),
  names: z.array(z.string()),
  keys: z.array(z.string()),
  digests: z.array(z.string()),
  bytes: z.array(z.number()),
});

/** @returns undefined where there is none that can be believed */
export async function loadManifest(file: string): Promise<Manifest | undefined> {
  const result = schema.safeParse(parseJson(await readFile(file, 'utf8').catch(() => '')));
  if (!result.success) return undefined;
  const { inputs, programme, settings, names, keys, digests, bytes } = result.data;
  return { inputs, programme, settings, entries: new Map(names.map((name, at) => [name, { key: keys[at] ?? '', digest: digests[at] ?? '', bytes: bytes[at] ?? 0 }])) };
}

export async function saveManifest(file: string, { inputs, programme, settings, entries }: Manifest): Promise<void> {
  const values = [...entries.values()];
  const content: z.input<typeof schema> = { format: 1, inputs, programme, settings, names: [...entries.keys()], keys: values.map(({ key }) => key), digests: values.map(({ digest }) => digest), bytes: values.map(({ bytes }) => bytes) };
  await writeWhole(file, JSON.stringify(content));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
