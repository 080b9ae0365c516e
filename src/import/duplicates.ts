/** Copies among articles: the same words, or nearly the same, as agencies' reports are in several papers. */
import { createLikenessIndex, SKETCH_SIZE, type Sketch, type TextPrint } from '../arabic/likeness.ts';
import type { DuplicateGroup } from './report/report.ts';

export interface CopyFinder {
  /** What the article is a copy of, among those added before it; then it is added itself. */
  readonly add: (name: string, words: TextPrint) => { readonly name: string; readonly kind: 'exact' | 'near' } | undefined;
  readonly groups: () => readonly DuplicateGroup[];
}

export function createCopyFinder(): CopyFinder {
  const index = createLikenessIndex();
  const names: string[] = [];
  const byDigest = new Map<string, string>();
  const groups = new Map<string, { exact: boolean; likeness: number; articles: string[] }>();
  const join = (first: string, name: string, likeness: number, exact: boolean): void => {
    const group = groups.get(first) ?? { exact: true, likeness: 1, articles: [first] };
    groups.set(first, group);
    group.articles.push(name);
    group.exact &&= exact;
    group.likeness = Math.min(group.likeness, likeness);
  };
  const leader = new Map<string, string>();
  return {
    add: (name, { digest, sketch }) => {
      const same = digest === undefined ? undefined : byDigest.get(digest);
      if (digest !== undefined && same === undefined) byDigest.set(digest, name);
      if (same !== undefined) {
        const first = leader.get(same) ?? same;
        leader.set(name, first);
        join(first, name, 1, true);
        return { name: same, kind: 'exact' };
      }
      if (sketch === undefined) return undefined;
      const near = index.add(sketch);
      names.push(name);
      if (near === undefined) return undefined;
      const other = names[near.number] ?? '';
      const first = leader.get(other) ?? other;
      leader.set(name, first);
      join(first, name, near.likeness, false);
      return { name: other, kind: 'near' };
    },
    groups: () => [...groups.values()].map(({ exact, likeness, articles }) => ({ kind: exact ? 'exact' : 'near', likeness, articles })),
  };
}

export function packSketch(sketch: Sketch): string {
  return Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength).toString('base64');
}

export function unpackSketch(packed: string): Sketch | undefined {
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length !== SKETCH_SIZE * 2) return undefined;
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
