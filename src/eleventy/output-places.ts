/** Where files are written, and what is told of them. */
import { mkdirSync } from 'node:fs';
import type { Output } from '../plan/blocks.ts';

export interface Written {
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sum: string;
}

/** Where an output's file is to stand, in a folder that is there. */
export function createPlaceFinder(folder: string): (output: Output) => string {
  const made = new Set<string>();
  return ({ file }) => {
    // Checked by the plan: nothing in such a path has to be resolved.
    const place = `${folder}/${file}`;
    const parent = place.slice(0, place.lastIndexOf('/'));
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    return place;
  };
}
