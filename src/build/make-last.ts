/** The files that only tell of others, such as the package of the data: made where all others are known, without making those again. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileFacts } from '../formats/machine-file.ts';
import type { Output } from '../plan/blocks.ts';
import { isLast } from '../plan/work.ts';
import { outputFile, type SitePath } from '../site/urls.ts';
import type { Made, MadeLookup } from './made-files.ts';
import { hashFile } from './sums.ts';
import { writeStaged } from './write-file.ts';

export interface LastWork {
  /** What is to be made anew, last files and others. */
  readonly outputs: Iterable<Output>;
  /** The others that were made. */
  readonly made: MadeLookup;
  readonly stage: string;
  /** The old site, which has those that were not made. */
  readonly live: { readonly folder: string; readonly sumOf: (path: string) => string | undefined } | undefined;
}

/** Makes the last files into the stage. */
export async function makeLast({ outputs, made, stage, live }: LastWork): Promise<readonly Made[]> {
  const known = new Map<SitePath, FileFacts>();
  const fresh: Made[] = [];
  for (const output of outputs) {
    if (!isLast(output) || !('machine' in output) || output.machine.last === undefined) continue;
    const { of, render } = output.machine.last;
    for (const path of of) if (!known.has(path)) known.set(path, await lookUp(outputFile(path)));
    fresh.push(await writeStaged(stage, output.file, render(known)));
  }
  return fresh;

  async function lookUp(file: string): Promise<FileFacts> {
    const own = made.get(file);
    const place = join(own === undefined ? (live?.folder ?? stage) : stage, file);
    const sha256 = own === undefined ? live?.sumOf(file) : own.sum;
    return { bytes: own?.bytes ?? (await stat(place)).size, sha256: sha256 ?? hashFile(place) };
  }
}
