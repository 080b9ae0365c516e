/** Everything that comes before the making: what is there, what the site is, and which files it will have under which keys. */
import { join } from 'node:path';
import type { Assets } from '../../_includes/context.ts';
import { isPublishable, type Problem } from '../article/problem.ts';
import { digestData, digestList, digestOf, type Digest } from '../plan/digest.ts';
import { OutputKeys } from '../plan/output-keys.ts';
import { createKeys, type Keys } from '../plan/page-keys.ts';
import { ADDRESS_LIST } from '../plan/addresses.ts';
import { SHARED } from '../plan/blocks.ts';
import { continueAddresses, planAddresses, type BuiltAddresses } from '../plan/lasting-addresses.ts';
import { areApart, buildPlan, checkOutputs, listOutputs, type Plan } from '../plan/plan.ts';
import { SHARD_SIZE } from '../plan/shards.ts';
import { assetOptions, prepareAssets, type BuiltAssets } from './asset-step.ts';
import type { CodeDigests } from './code-digest.ts';
import { createCollector } from './collect-garbage.ts';
import { loadSite, type LoadedSite, type SiteOptions } from './load-site.ts';
import { parseAll, type Crew } from './make-files.ts';
import { BUILD_BLOCK, type Manifest, type ManifestBlock } from './manifest.ts';
import { nameFiles, nameSettings } from './name-files.ts';
import { NOTHING_PUBLISHED, publishedChanges, publishedPaths, type Published } from './published-addresses.ts';
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
  readonly keys: OutputKeys;
}

/** The site as it was read, before anything is asked of its pages. */
export interface ReadSite extends LoadedSite {
  readonly scan: Scan;
  readonly inputs: Digest;
  readonly shards: readonly ArticleShard[];
  readonly bundles: readonly PlannedBundle[];
}

export interface SitePlan extends ReadSite {
  readonly plan: Plan;
  readonly assets: Assets;
  readonly assetFiles: BuiltAssets['files'];
  readonly blocks: readonly PlannedBlock[];
  /** The key of what files show of articles. */
  readonly keyOfArticles: Keys['ofArticles'];
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
export function settleOptions({ articles, data, language, base, siteUrl, published = NOTHING_PUBLISHED, shardSize = SHARD_SIZE, search = true }: PlanOptions) {
  return { articles, data, language, base, siteUrl, published, shardSize, search };
}

/** The options as a worker needs them: published addresses make a file only where an article was taken back, and else there are too many to tell. */
export function optionsOfWorkers(options: PlanOptions, { site }: Pick<SitePlan, 'site'>): SiteOptions {
  const { published, ...settled } = settleOptions(options);
  return { ...settled, published: { listed: site.archive.withdrawn.length === 0 ? [] : publishedPaths(published) } };
}

/** @param addresses the list of the site that stands: what was published and is in it need not be looked at anew */
export function lookAt(options: PlanOptions, cache: string, code: CodeDigests, addresses?: Buffer): Promise<Sources> {
  const settled = settleOptions(options);
  return lookAtSources({ ...settled, published: publishedChanges(settled.published, addresses) }, cache, code, Date.now());
}

interface ReadWork {
  readonly options: PlanOptions;
  readonly sources: Sources;
  readonly cache: string;
  readonly code: CodeDigests;
  readonly crew: Crew;
  readonly clock: StepClock;
  /** True where there was a build before. */
  readonly again: boolean;
}

/** @throws BuildRefused */
export async function readSite({ options, sources: { scan, inputs }, cache, code, crew, clock, again }: ReadWork): Promise<ReadSite> {
  const settled = settleOptions(options);
  const parse = (files: readonly FileVersion[]): ReturnType<typeof parseAll> => parseAll(crew, settled.articles, files, (done, total) => {
    clock.tell({ step: 'read', done, total });
  });
  const entries = await readEntries({ scan, articles: settled.articles, cache, code: code.parse, parse });
  const loaded = await loadSite(settled, scan, entries, cache, again ? code.pages : undefined);
  if (!isPublishable(loaded.problems)) throw new BuildRefused(loaded.problems);
  const { site, digests } = loaded;
  const shards = articleShards(site, settled.shardSize);
  const bundleKey = createBundleKeys(site, digests, code.search);
  const bundles = settled.search ? shards.map((shard): PlannedBundle => ({ file: bundleFolder(shard), key: bundleKey(shard), shard, files: shard.articles.map(({ article }) => ({ name: article.file, digest: digests.get(article.id) ?? '' })) })) : [];
  return { ...loaded, scan, inputs, shards, bundles };
}

/** What can be refused without a look at each file. @throws BuildRefused */
export function refuseLost({ site, problems }: ReadSite, options: PlanOptions): void {
  const { published } = settleOptions(options);
  const all = [...problems, ...buildPlan(site, planAddresses(site, publishedPaths(published))).problems()];
  if (!isPublishable(all)) throw new BuildRefused(all);
}

/** The site that stands. */
export interface LiveSite {
  readonly manifest: Manifest;
  /** Its list of addresses. */
  readonly addresses: Buffer | undefined;
}

interface PlanWork {
  readonly options: PlanOptions;
  readonly cache: string;
  readonly code: CodeDigests;
  readonly clock: StepClock;
  /** Receives the assets. */
  readonly stage: string;
  readonly live: LiveSite | undefined;
}

/** In bytes. */
const MUCH_GARBAGE = 100_000_000;

/** @throws BuildRefused */
export async function planSite(read: ReadSite, { options, cache, code, clock, stage, live }: PlanWork): Promise<SitePlan> {
  clock.begin({ step: 'assets' });
  // What keys are made of is garbage at once, and memory that was taken for it stays with the process.
  const tidy = createCollector(MUCH_GARBAGE);
  const { published } = settleOptions(options);
  const { site, digests } = read;
  const { assets, files: assetFiles } = await prepareAssets({ stage, cache, code: code.assets, address: site.address, options: assetOptions(site), live: live?.manifest });
  const programme = digestList([code.pages, digestData(assets)]);
  const keysOf = createKeys(site, digests, { code: code.pages, assets: digestData(assets), pictures: code.pictures });
  const isKept = (name: string): boolean => (keys.get(name) ?? '') !== '' && live?.manifest.blocks.get(name)?.key === keys.get(name);
  const built = live?.manifest.programme === programme ? findBuiltAddresses(live, isKept, published) : undefined;
  const plan = buildPlan(site, built === undefined ? planAddresses(site, publishedPaths(published)) : continueAddresses(site, built));
  const keys = new Map(plan.blocks.map((block) => [block.name, keysOf.ofBlock(block) ?? '']));
  // What is kept was checked when it was made, as long as blocks do not meet.
  const listed = new Map(plan.blocks.filter(({ name }) => !isKept(name)).map((block) => [block.name, block.outputs()]));
  const outputs = areApart(plan.blocks) ? [...listed.values()].flat() : listOutputs(plan);
  const all = [...read.problems, ...nameSettings(options.data, [...nameFiles(options.data, plan.problems()), ...checkOutputs(outputs)])];
  if (!isPublishable(all)) throw new BuildRefused(all);
  const blocks = plan.blocks.map(({ name }): PlannedBlock => {
    tidy();
    const outputs = listed.get(name);
    return { name, key: keys.get(name) ?? '', kept: outputs === undefined ? live?.manifest.blocks.get(name) : undefined, keys: new OutputKeys(outputs ?? [], keysOf.ofOutput) };
  });
  return { ...read, plan, problems: all, assets, assetFiles, blocks, keyOfArticles: keysOf.ofArticles, programme, settings: digestData([site.settings.site, site.address]) };
}

/** Where the list is what the manifest says: it goes from build to build without being read, so damage would go with it. */
function findBuiltAddresses({ manifest, addresses }: LiveSite, isKept: BuiltAddresses['isKept'], published: Published): BuiltAddresses | undefined {
  if (addresses === undefined || manifest.blocks.get(SHARED)?.entries.get(ADDRESS_LIST)?.digest !== digestOf(addresses)) return undefined;
  const all = (): readonly string[] => publishedPaths(published);
  const list = published.standing?.equals(addresses) === true;
  return { list: addresses, isKept, published: { list, others: list ? published.listed : all(), all }, blocks: new Map([...manifest.blocks].filter(([name]) => name !== BUILD_BLOCK).map(([name, block]) => [name, { files: () => block.entries.keys() }])) };
}

/** Where the bundle of a shard is made. */
export function bundlePlace(stage: string, { file }: PlannedBundle): string {
  return join(stage, file);
}
