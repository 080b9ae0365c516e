/** Everything that comes before the making: what is there, what the site is, and which files it will have under which keys. */
import { join } from 'node:path';
import type { Assets } from '../../_includes/context.ts';
import { isPublishable, type Problem } from '../article/problem.ts';
import { digestData, digestList, type Digest } from '../plan/digest.ts';
import { createKeys, type Keys } from '../plan/page-keys.ts';
import { areApart, checkOutputs, listOutputs } from '../plan/plan.ts';
import type { Output } from '../plan/blocks.ts';
import { SHARD_SIZE } from '../plan/shards.ts';
import { assetOptions, prepareAssets, type BuiltAssets } from './asset-step.ts';
import type { CodeDigests } from './code-digest.ts';
import { loadSite, type LoadedSite, type SiteOptions } from './load-site.ts';
import { parseAll, type Crew } from './make-files.ts';
import type { Manifest, ManifestBlock } from './manifest.ts';
import type { FileVersion, Scan } from './scan-files.ts';
import { articleShards, bundleFolder, createBundleKeys, type ArticleShard } from './search-step.ts';
import { lookAtSources, readEntries, type Sources } from './sources.ts';
import type { StepClock } from './step-clock.ts';

export interface PlanOptions extends SiteOptions {
  /** Most articles of a closed shard. */
  readonly shardSize?: number | undefined;
  /** Without search bundles, for measuring; true when not said. */
  readonly search?: boolean | undefined;
}

export interface PlannedBundle {
  /** Its folder, as a manifest names it. */
  readonly file: string;
  readonly key: Digest;
  readonly shard: ArticleShard;
  readonly files: readonly FileVersion[];
}

/** A block as this build finds it. */
export interface PlannedBlock {
  readonly name: string;
  /** Empty for a block that is looked at file by file. */
  readonly key: Digest;
  /** What the last build has of it, where nothing in it has changed; then its files are not listed. */
  readonly kept: ManifestBlock | undefined;
  /** Its files with their keys; none where it is kept. */
  readonly keys: ReadonlyMap<Output, Digest>;
}

export interface SitePlan {
  readonly loaded: LoadedSite;
  readonly scan: Scan;
  readonly inputs: Digest;
  readonly assets: Assets;
  readonly assetFiles: BuiltAssets['files'];
  readonly blocks: readonly PlannedBlock[];
  /** The key of what files show of articles. */
  readonly keyOfArticles: Keys['ofArticles'];
  readonly shards: readonly ArticleShard[];
  readonly bundles: readonly PlannedBundle[];
  /** Digests that tell why keys have changed. */
  readonly programme: Digest;
  readonly settings: Digest;
}

/** The archive has errors; nothing was written. */
export class BuildRefused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super('The archive has errors');
    this.problems = problems;
  }
}

/** The options with their defaults. */
export function settleOptions({ articles, data, language, base, siteUrl, published = [], shardSize = SHARD_SIZE, search = true }: PlanOptions) {
  return { articles, data, language, base, siteUrl, published, shardSize, search };
}

/** @param kept addresses of the site that stands, and whether each only leads on; those need not be kept anew */
export function lookAt(options: PlanOptions, cache: string, code: CodeDigests, kept: ReadonlyMap<string, boolean> = new Map()): Promise<Sources> {
  const settled = settleOptions(options);
  const published = new Set(settled.published);
  const news = settled.published.filter((path) => !kept.has(path));
  // What leads on may do so only because it was published once; when that is no longer said, it has to go.
  const forgotten = [...kept].flatMap(([path, leadsOn]) => (leadsOn && !published.has(path) ? [`-${path}`] : []));
  return lookAtSources({ ...settled, published: [...news, ...forgotten] }, cache, code, Date.now());
}

interface PlanWork {
  readonly options: PlanOptions;
  readonly sources: Sources;
  readonly cache: string;
  readonly code: CodeDigests;
  readonly crew: Crew;
  readonly clock: StepClock;
  /** Receives the assets. */
  readonly openStage: () => Promise<string>;
  readonly live: Manifest | undefined;
}

/** @throws BuildRefused */
export async function planSite({ options, sources: { scan, inputs }, cache, code, crew, clock, openStage, live }: PlanWork): Promise<SitePlan> {
  const settled = settleOptions(options);
  const { entries } = await readEntries(scan, cache, code.parse, (files) => parseAll(crew, settled.articles, files, (done, total) => {
    clock.tell({ step: 'read', done, total });
  }));
  const loaded = await loadSite(settled, scan, entries, cache, live === undefined ? undefined : code.pages);
  if (!isPublishable(loaded.problems)) throw new BuildRefused(loaded.problems);
  clock.begin({ step: 'assets' });
  const { site, plan, digests } = loaded;
  const { assets, files: assetFiles } = await prepareAssets({ stage: await openStage(), cache, code: code.assets, address: site.address, options: assetOptions(site), live });
  const keysOf = createKeys(site, digests, { code: code.pages, assets: digestData(assets), pictures: code.pictures });
  const found = plan.blocks.map((block) => ({ block, key: keysOf.ofBlock(block) ?? '' }));
  const isKept = ({ block, key }: (typeof found)[number]): boolean => key !== '' && live?.blocks.get(block.name)?.key === key;
  // What is kept was checked when it was made, as long as blocks do not meet.
  const listed = new Map(found.filter((candidate) => !isKept(candidate)).map(({ block }) => [block.name, block.outputs()]));
  const problems = checkOutputs(areApart(plan.blocks) ? [...listed.values()].flat() : listOutputs(plan));
  if (!isPublishable(problems)) throw new BuildRefused([...loaded.problems, ...problems]);
  const blocks = found.map(({ block: { name }, key }): PlannedBlock => {
    const outputs = listed.get(name);
    return { name, key, kept: outputs === undefined ? live?.blocks.get(name) : undefined, keys: new Map(outputs?.map((output) => [output, keysOf.ofOutput(output)])) };
  });
  const shards = articleShards(site, settled.shardSize);
  const bundleKey = createBundleKeys(site, digests, code.search);
  const bundles = settled.search ? shards.map((shard): PlannedBundle => ({ file: bundleFolder(shard), key: bundleKey(shard), shard, files: shard.articles.map(({ article }) => ({ name: article.file, digest: digests.get(article.id) ?? '' })) })) : [];
  return {
    loaded,
    scan,
    inputs,
    assets,
    assetFiles,
    blocks,
    keyOfArticles: keysOf.ofArticles,
    shards,
    bundles,
    programme: digestList([code.pages, digestData(assets)]),
    settings: digestData([site.settings.site, site.address]),
  };
}

/** Where the bundle of a shard is made. */
export function bundlePlace(stage: string, { file }: PlannedBundle): string {
  return join(stage, file);
}
