/** Whether an article is written, told from what lies on the disk, what was written before and what the source says now. */

/** What to do with an article that a person has edited and whose original changed. */
export type EditedPolicy = 'stop' | 'keep' | 'replace';

export interface Versions {
  /** Digest of the file as it lies there; nothing where there is none. */
  readonly onDisk: string | undefined;
  /** Digest of the file as the last import wrote it; nothing where none did. */
  readonly before: string | undefined;
  /** Digest of the file as it would be written now. */
  readonly now: string;
}

export function decideOutcome({ onDisk, before, now }: Versions, edited: EditedPolicy): 'new' | 'updated' | 'unchanged' | 'edited' | 'deleted' {
  if (onDisk === undefined) return before === undefined ? 'new' : 'deleted';
  if (onDisk === now) return 'unchanged';
  if (onDisk === before) return 'updated';
  // A person edited it; the original stayed.
  if (before === now) return 'unchanged';
  return ({ stop: 'edited', keep: 'unchanged', replace: 'updated' } as const)[edited];
}
