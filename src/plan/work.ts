/** The work of a build in shards: articles' pages and other forms by date, those of one article together, all other files in parts of about the same size. */
import type { TablePiece } from '../formats/machine-file.ts';
import type { Output } from './blocks.ts';
import type { Shard } from './shards.ts';

export interface WorkShard {
  /** The key of a shard of articles, or `overview-1` and so on for the pages and files about many articles. */
  readonly key: string;
  /** Articles whose pages and search bundle are in it. */
  readonly articles: number;
  readonly outputs: readonly Output[];
}

/** Files of an overview part, on average. They are cheaper than a shard's, since they come without a search bundle. */
const OVERVIEW_FILES = 4_000;

/** @param shards of the articles; every output but the last ones is in just one of the shards that come back */
export function divideWork(outputs: Iterable<Output>, shards: readonly Shard[]): readonly WorkShard[] {
  const ofArticle = new Map<string, Output[]>(shards.flatMap(({ articles }) => articles.map(({ id }): [string, Output[]] => [id, []])));
  const rest: Output[] = [];
  // What tells of other files comes after all shards.
  for (const output of outputs) if (!isLast(output)) (ofArticle.get(articleOf(output) ?? '') ?? rest).push(output);
  const parts = Math.max(1, Math.ceil(rest.length / OVERVIEW_FILES));
  const overview = Array.from({ length: parts }, (_, part): WorkShard => ({ key: `overview-${String(part + 1)}`, articles: 0, outputs: rest.slice(Math.floor((part * rest.length) / parts), Math.floor(((part + 1) * rest.length) / parts)) }));
  return [...shards.map(({ key, articles }) => ({ key, articles: articles.length, outputs: articles.flatMap(({ id }) => ofArticle.get(id) ?? []) })), ...overview];
}

/** True for a file that is made of what is known of others, where the whole site is put together. */
export function isLast(output: Output): boolean {
  return 'machine' in output && output.machine.last !== undefined;
}

/** The pieces in which a table can be made; undefined for a file that is none. */
export function piecesOf(output: Output): readonly TablePiece[] | undefined {
  return 'machine' in output ? output.machine.pieces : undefined;
}

export function isTable(output: Output): boolean {
  return piecesOf(output) !== undefined;
}

/** Whose page or other form an output is. */
function articleOf(output: Output): string | undefined {
  if ('machine' in output) return output.machine.article?.id;
  return output.page.kind === 'article' ? output.page.subject : undefined;
}
