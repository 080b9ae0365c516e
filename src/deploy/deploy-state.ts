/** What a target holds, as the last deploy left it: kept at the target itself, so that any machine can go on from there. */
import { z } from 'zod';
import type { Sums } from '../build/sums.ts';

/** Name of the file at the target. It names nothing that the site does not. */
export const STATE_FILE = 'deploy-state.json';

export interface DeployState {
  /** SHA-256 of each file that is known to be there. */
  readonly files: Sums;
  /** Files of older versions that pages in caches may still ask for. */
  readonly stale: ReadonlySet<string>;
  /** While a deploy is under way, which one. */
  readonly run?: string | undefined;
}

/** In place of the digest of a file that is on its way: it is there, or not, or as it was. */
export const UNKNOWN = '0'.repeat(64);

export const NO_STATE: DeployState = { files: new Map(), stale: new Set() };

const schema = z.object({ format: z.literal(1), files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)), stale: z.array(z.string()), run: z.string().optional() });

/** @returns undefined for a text that is no state */
export function parseState(text: string): DeployState | undefined {
  try {
    const { files, stale, run } = schema.parse(JSON.parse(text));
    const paths = [...Object.keys(files), ...stale];
    // The file lies on a host: what it names is deleted, so it may name nothing outside.
    if (paths.some((path) => path.startsWith('/') || path.split('/').includes('..'))) return undefined;
    return { files: new Map(Object.entries(files)), stale: new Set(stale), ...(run === undefined ? {} : { run }) };
  } catch {
    return undefined;
  }
}

export function renderState({ files, stale, run }: DeployState): string {
  return `${JSON.stringify({ format: 1, files: Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))), stale: [...stale].sort(), run })}\n`;
}
