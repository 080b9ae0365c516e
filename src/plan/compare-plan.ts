/** What a build has to do: the plan against what the last build made. */
import type { Digest } from './digest.ts';
import type { Output } from './blocks.ts';

/** Why a file is made anew. */
export type Reason = 'new' | 'program' | 'settings' | 'content';

export const REASONS: Readonly<Record<Reason, string>> = {
  new: 'is not in the site yet',
  program: 'the code, a template or a style has changed',
  settings: 'the settings or the address of the site have changed',
  content: 'what it shows has changed',
};

export interface PlannedChange {
  readonly file: string;
  readonly output: Output;
  readonly kind: string;
  readonly reason: Reason;
}

/** What the last build says of its files. */
export interface Before {
  readonly programme: Digest;
  readonly settings: Digest;
  /** The block's. */
  readonly entries: ReadonlyMap<string, { readonly key: Digest }>;
}

/** A kind of page, or of machine file, in one word. */
export function kindOf(output: Output): string {
  if ('page' in output) return output.page.kind;
  return /(?:^|\/)feed\.(?:xml|json)$/u.test(output.file) ? 'feed' : output.file.startsWith('sitemap') ? 'sitemap' : output.file.replace(/^.*\.(?=[^.]+$)/u, '');
}

/** The outputs of a block that have to be made. @param before undefined for a first build */
export function compareOutputs(keys: Iterable<readonly [Output, Digest]>, programme: Digest, settings: Digest, before: Before | undefined): readonly PlannedChange[] {
  const changes: PlannedChange[] = [];
  for (const [output, key] of keys) {
    const old = before?.entries.get(output.file);
    if (old?.key === key) continue;
    const reason: Reason = before === undefined || old === undefined ? 'new' : before.programme !== programme ? 'program' : before.settings !== settings ? 'settings' : 'content';
    changes.push({ file: output.file, output, kind: kindOf(output), reason });
  }
  return changes;
}
