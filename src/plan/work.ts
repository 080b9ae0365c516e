/** The work of a build in shards: articles' pages by date, all other files in parts of about the same size. */
import type { Output, Plan } from './plan.ts';
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

/** @param shards of the articles; every output of the plan is in just one of the shards that come back */
export function divideWork({ outputs }: Plan, shards: readonly Shard[]): readonly WorkShard[] {
  const shardOf = new Map(shards.flatMap(({ key, articles }) => articles.map(({ id }): [string, string] => [id, key])));
  const own = new Map<string, Output[]>(shards.map(({ key }) => [key, []]));
  const rest: Output[] = [];
  for (const output of outputs) {
    const key = 'page' in output && output.page.kind === 'article' ? shardOf.get(output.page.subject) : undefined;
    const list = key === undefined ? undefined : own.get(key);
    (list ?? rest).push(output);
  }
  const parts = Math.max(1, Math.ceil(rest.length / OVERVIEW_FILES));
  const overview = Array.from({ length: parts }, (_, part): WorkShard => ({ key: `overview-${String(part + 1)}`, articles: 0, outputs: rest.filter((__, at) => at % parts === part) }));
  return [...shards.map(({ key, articles }) => ({ key, articles: articles.length, outputs: own.get(key) ?? [] })), ...overview];
}
