/**
 * The whole build: look, read, plan, make what is missing, publish. What the last build made of the same things is left alone,
 * and nothing is published when anything fails.
 */
import { availableParallelism } from 'node:os';
import { digestData, digestList, type Digest } from '../plan/digest.ts';
import { isPublishable, type Problem } from '../article/problem.ts';
import { compareOutputs, type PlannedChange } from '../plan/compare-plan.ts';
import { createKeys } from '../plan/page-keys.ts';
import { SHARD_SIZE } from '../plan/shards.ts';
import { divideWork } from '../plan/work.ts';
import { prepareAssets } from './asset-step.ts';
import { digestCode, type CodeDigests } from './code-digest.ts';
import { assertFolder } from './load-archive.ts';
import { loadSite, type LoadedSite, type SiteOptions } from './load-site.ts';
import { makeFiles, parseAll, type Crew } from './make-files.ts';
import type { ManifestEntry } from './manifest.ts';
import { copyMedia, mediaEntries } from './media.ts';
import { watchMemory } from './memory.ts';
import { loadReport, saveReport } from './last-report.ts';
import { articleShards, bundleFolder, createBundleKeys, searchLists, type ArticleShard } from './search-step.ts';
import { openSiteFolder, type SiteFolder } from './site-folder.ts';
import { lookAtSources, readEntries } from './sources.ts';
import { startClock, type Progress } from './step-clock.ts';
import { writeStaged } from './workshop.ts';

export type { Progress } from './step-clock.ts';

export interface BuildOptions extends SiteOptions {
  readonly out: string;
  /** Worker processes; the number of processors when not said. */
  readonly jobs?: number | undefined;
  /** Most articles of a closed shard. */
  readonly shardSize?: number | undefined;
  /** Without search bundles, for measuring; true when not said. */
  readonly search?: boolean | undefined;
  /** Makes everything anew. */
  readonly clean?: boolean | undefined;
  /** Plans and publishes nothing. */
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: ((step: Progress) => void) | undefined;
}

export interface BuildReport {
  readonly articles: number;
  /** Pages and machine files of the site. */
  readonly outputs: number;
  readonly problems: readonly Problem[];
  /** What had to be made, and why. */
  readonly changes: readonly PlannedChange[];
  /** Files with new bytes, by kind; those of search bundles and assets apart. */
  readonly written: Readonly<Record<string, number>>;
  readonly unchanged: number;
  readonly removed: number;
  /** Search bundles built anew, and their bytes. */
  readonly bundles: { readonly built: readonly string[]; readonly bytes: number };
  /** Bytes of the whole site. */
  readonly bytes: number;
  /** Milliseconds of each step. */
  readonly times: Readonly<Record<Progress['step'], number>>;
  /** Most memory of all processes together, in bytes, where the system tells. */
  readonly memory: number;
}

/** The archive has errors; nothing was written. */
export class BuildRefused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super('The archive has errors');
    this.problems = problems;
  }
}

/** Version of what pages are made with beside the code at hand: Intl writes dates as its data says. */
export const RUNTIME = `${process.versions.node} ${process.versions['icu'] ?? ''} ${process.versions['cldr'] ?? ''}`;

/** @throws BuildRefused, FolderMissing, OutputLocked, WorkerDied, WorkFailed, FileChanged */
export async function runBuild(options: BuildOptions): Promise<BuildReport> {
  const clock = startClock(options.onProgress);
  const memory = watchMemory();
  const crew: Crew = { jobs: options.jobs ?? availableParallelism(), pool: undefined };
  try {
    clock.begin({ step: 'read' });
    await assertFolder(options.articles);
    const code = await digestCode(RUNTIME);
    const folder = await openSiteFolder(options.out, options.clean);
    try {
      const report = await buildInto(folder, options, { code, clock, crew });
      return { ...report, times: clock.end(), memory: memory.most() };
    } finally {
      crew.pool?.close();
      await folder.close();
    }
  } finally {
    memory.stop();
  }
}

interface Means {
  readonly code: CodeDigests;
  readonly clock: ReturnType<typeof startClock>;
  readonly crew: Crew;
}

type Outcome = Omit<BuildReport, 'times' | 'memory'>;

async function buildInto(folder: SiteFolder, options: BuildOptions, { code, clock, crew }: Means): Promise<Outcome> {
  const { cache } = folder;
  const settled = { ...options, shardSize: options.shardSize ?? SHARD_SIZE, search: options.search ?? true };
  const { scan, inputs } = await lookAtSources(settled, cache, code, Date.now());
  if (options.clean !== true && folder.live?.manifest.inputs === inputs) {
    const last = await loadReport(cache, inputs);
    if (last !== undefined) return { ...last, changes: [], written: {}, unchanged: last.outputs, removed: 0, bundles: { built: [], bytes: 0 } };
  }
  const { entries } = await readEntries(scan, cache, code.parse, (files) => parseAll(crew, options.articles, files, (done, total) => clock.tell({ step: 'read', done, total })));
  const loaded = await loadSite(options, scan, entries);
  if (!isPublishable(loaded.problems)) throw new BuildRefused(loaded.problems);

  clock.begin({ step: 'assets' });
  const stage = await folder.beginStage();
  const live = options.clean === true ? undefined : folder.live?.manifest;
  const { assets, files: assetFiles } = await prepareAssets({ stage, cache, code: code.assets, address: loaded.site.address, live });
  const programme = digestList([code.pages, digestData(assets)]);
  const settings = digestData([loaded.site.settings.site, loaded.site.address]);
  const keyOf = createKeys(loaded.site, loaded.digests, { code: code.pages, assets: digestData(assets) });
  const keys = new Map(loaded.plan.outputs.map((output) => [output, keyOf(output)]));
  const changes = compareOutputs(keys, programme, settings, live);
  const shards = articleShards(loaded.site, settled.shardSize);
  const search = settled.search ? planSearch(loaded, shards, code.search) : [];
  const staleBundles = search.filter(({ file, key }) => live?.entries.get(file)?.key !== key);
  const common = { articles: loaded.site.archive.articles.length, outputs: loaded.plan.outputs.length, problems: loaded.problems, changes };
  if (options.dryRun === true) return { ...common, written: {}, unchanged: 0, removed: removedFiles(live, keys.keys()), bundles: { built: staleBundles.map(({ shard }) => shard.key), bytes: 0 }, bytes: 0 };

  const made = await makeFiles({
    crew,
    workshop: { assets, stage, shardSize: settled.shardSize },
    loaded,
    site: { options: { articles: options.articles, data: options.data, base: options.base, siteUrl: options.siteUrl }, cache, code: code.parse },
    work: divideWork(loaded.plan, shards).map(({ key, outputs }) => ({ key, outputs: outputs.map(({ file }) => file) })),
    stale: new Set(changes.map(({ file }) => file)),
    bundles: staleBundles.map(({ shard }) => ({ key: shard.key, articles: shard.articles.length })),
    clock,
  });

  clock.begin({ step: 'publish' });
  const next = new Map<string, ManifestEntry>(assetFiles);
  for (const [file, entry] of mediaEntries(scan)) {
    next.set(file, entry);
    if (live?.entries.get(file)?.digest !== entry.digest) await copyMedia(options.articles, file, stage);
  }
  for (const [{ file }, key] of keys) {
    const fresh = made.files.get(file);
    const entry = fresh === undefined ? live?.entries.get(file) : { key, digest: fresh.digest, bytes: fresh.bytes };
    if (entry === undefined) throw new Error(`${file} was not made`);
    next.set(file, entry);
  }
  for (const { file, key, shard } of search) next.set(file, { key, digest: key, bytes: made.bundles.get(shard.key) ?? live?.entries.get(file)?.bytes ?? 0 });
  if (settled.search) {
    for (const [file, content] of searchLists(shards, loaded.lists)) {
      const { digest, bytes } = await writeStaged(stage, file, content);
      next.set(file, { key: digest, digest, bytes });
    }
  }
  await folder.publish({ inputs, programme, settings, entries: next });
  const written = tally(changes.filter(({ file }) => live?.entries.get(file)?.digest !== next.get(file)?.digest));
  const total = Object.values(written).reduce((sum, count) => sum + count, 0);
  const outcome: Outcome = {
    ...common,
    written,
    unchanged: common.outputs - total,
    removed: removedFiles(live, next.keys()),
    bundles: { built: staleBundles.map(({ shard }) => shard.key), bytes: [...made.bundles.values()].reduce((sum, bytes) => sum + bytes, 0) },
    bytes: [...next.values()].reduce((sum, { bytes }) => sum + bytes, 0),
  };
  await saveReport(cache, inputs, outcome);
  return outcome;
}

interface PlannedBundle {
  readonly file: string;
  readonly key: Digest;
  readonly shard: ArticleShard;
}

function planSearch({ site, lists, digests }: LoadedSite, shards: readonly ArticleShard[], code: Digest): readonly PlannedBundle[] {
  const keyOf = createBundleKeys(site, lists, digests, code);
  return shards.map((shard) => ({ file: bundleFolder(shard), key: keyOf(shard), shard }));
}

function tally(changes: readonly PlannedChange[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** @param next names, or outputs, of the site to come */
function removedFiles(live: { readonly entries: ReadonlyMap<string, unknown> } | undefined, next: Iterable<string | { readonly file: string }>): number {
  const names = new Set([...next].map((item) => (typeof item === 'string' ? item : item.file)));
  return [...(live?.entries.keys() ?? [])].filter((name) => !names.has(name) && !name.startsWith('assets/') && !name.startsWith('pagefind/')).length;
}
