/**
 * Shards that are built one by one, on one machine or on many, and joined: the plan says which there are, each is built into a
 * folder of its own (a part), and a build takes its files from parts by their keys. A part of another state of the archive
 * has other keys, so it can be kept in a cache and offered again; what fits is used.
 */
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Output } from '../plan/blocks.ts';
import { digestList, shortDigest, type Digest } from '../plan/digest.ts';
import { divideWork } from '../plan/work.ts';
import { digestCode, RUNTIME } from './code-digest.ts';
import { assertFolder } from './load-archive.ts';
import { dismiss, indexShards, renderFiles, type Crew } from './make-files.ts';
import { MadeFiles } from './made-files.ts';
import { allEntries, createBlock, loadManifest, saveManifest, type ManifestEntry } from './manifest.ts';
import { bundlePlace, lookAt, optionsOfWorkers, planSite, readSite, type PlannedBundle, type PlanOptions, type SitePlan } from './plan-site.ts';
import { indexFile } from './search-step.ts';
import { startClock, type Progress } from './step-clock.ts';
import { hashFile } from './sums.ts';
import { writeWhole } from './write-file.ts';

/** A shard as `--plan-json` shows it. */
export interface ShardSummary {
  readonly key: string;
  /** Articles whose pages and search bundle are in it. */
  readonly articles: number;
  readonly files: number;
  /** Equal digests, equal parts: what a cache may keep the part under. */
  readonly digest: Digest;
}

export interface PartOptions extends PlanOptions {
  /** Folder for what is learned of the articles. */
  readonly cache: string;
  readonly jobs?: number | undefined;
  readonly onProgress?: ((step: Progress) => void) | undefined;
}

/** There is no shard of that name. */
export class ShardMissing extends Error {
  constructor(key: string, known: readonly string[]) {
    super(`There is no shard ${key}; this archive has ${known.join(', ')}`);
  }
}

/** The parts do not make up the site. */
export class PartsMissing extends Error {
  constructor(shards: readonly string[]) {
    super(`The parts lack what these shards make, or were built from other sources or with another list of published addresses: ${shards.join(', ')}; build them with --only-shard`);
  }
}

/** The shards of an archive. @throws BuildRefused, FolderMissing */
export function planShards(options: PartOptions): Promise<readonly ShardSummary[]> {
  return withPlan(options, (plan) => Promise.resolve(summarise(plan)));
}

/** Every output of a plan that is looked at, with its key. */
function allKeys({ blocks }: SitePlan): ReadonlyMap<Output, Digest> {
  return new Map(blocks.flatMap(({ keys }) => [...keys]));
}

function summarise(plan: SitePlan): readonly ShardSummary[] {
  const { bundles, shards } = plan;
  const keys = allKeys(plan);
  const work = divideWork(keys.keys(), shards);
  const bundleKeys = new Map(bundles.map(({ shard, key }) => [shard.key, key]));
  return work.map(({ key, articles, outputs }) => ({ key, articles, files: outputs.length, digest: digestList([key, bundleKeys.get(key) ?? '', ...outputs.map((output) => keys.get(output) ?? '')]) }));
}

/** The file of a part that says what is in it, and the folder of its files. */
const PART_MANIFEST = 'part.json';
const PART_FILES = 'files';

/** Builds one shard into a folder, which must not exist or be a part. @throws ShardMissing, BuildRefused, FolderMissing */
export async function buildPart(options: PartOptions, key: string, out: string): Promise<{ readonly files: number; readonly bytes: number }> {
  return withPlan(options, async (plan, { clock, crew, parse }) => {
    const keys = allKeys(plan);
    const work = divideWork(keys.keys(), plan.shards);
    const shard = work.find((candidate) => candidate.key === key);
    if (shard === undefined) throw new ShardMissing(key, work.map((other) => other.key));
    await rm(out, { recursive: true, force: true });
    const stage = join(out, PART_FILES);
    await mkdir(stage, { recursive: true });
    const made = new MadeFiles(shard.outputs);
    await renderFiles({ crew, workshop: { assets: plan.assets, stage, articles: options.articles }, planned: plan, site: { options: optionsOfWorkers(options, plan), cache: options.cache, code: parse }, work: [shard], made, clock });
    const bundles = plan.bundles.filter((bundle) => bundle.shard.key === key);
    const sizes = await indexShards({ crew, folder: options.articles, data: options.data, language: options.language, bundles: bundles.map((bundle) => ({ key, files: bundle.files, out: bundlePlace(stage, bundle), index: indexFile(out, bundle.key) })), clock });
    const entries = new Map<string, ManifestEntry>();
    for (const output of shard.outputs) {
      const file = made.get(output.file);
      if (file !== undefined) entries.set(output.file, { key: keys.get(output) ?? '', digest: file.digest, bytes: file.bytes });
    }
    for (const bundle of bundles) entries.set(bundle.file, { key: bundle.key, digest: bundle.key, bytes: sizes.get(key) ?? 0 });
    // Last, so that a part that was cut short is none.
    const block = createBlock(PART_FILES, '', entries);
    await saveManifest(join(out, PART_MANIFEST), { inputs: plan.inputs, programme: plan.programme, settings: plan.settings, blocks: new Map([[block.name, block]]) });
    return { files: block.files, bytes: block.bytes };
  });
}

/** True for a folder that `buildPart` made. */
export async function isPart(folder: string): Promise<boolean> {
  return readFile(join(folder, PART_MANIFEST)).then(() => true, () => false);
}

interface Wanted {
  readonly stale: readonly Output[];
  /** Is told of each file. */
  readonly made: MadeFiles;
  readonly bundles: readonly PlannedBundle[];
  readonly stage: string;
  /** Receives what the parts know of their shards. */
  readonly cache: string;
}

/** Takes what a build needs from parts. @returns bytes of each search bundle, by shard. @throws PartsMissing */
export async function takeParts(folders: readonly string[], plan: SitePlan, { stale, made, bundles, stage, cache }: Wanted): Promise<ReadonlyMap<string, number>> {
  const parts = await Promise.all(folders.map(async (folder) => ({ folder, manifest: await loadManifest(join(folder, PART_MANIFEST)) })));
  const places = new Map<string, { readonly part: string; readonly path: string; readonly entry: ManifestEntry }>();
  for (const { folder, manifest } of parts) {
    for (const [file, entry] of manifest === undefined ? [] : allEntries(manifest)) places.set(`${entry.key} ${file}`, { part: folder, path: join(folder, PART_FILES, file), entry });
  }
  const lacking = new Set<string>();
  const keys = allKeys(plan);
  for (const { key: shard, outputs } of divideWork(stale, plan.shards)) {
    for (const output of outputs) {
      const place = places.get(`${keys.get(output) ?? ''} ${output.file}`);
      const sum = place && existsSync(place.path) ? hashFile(place.path) : undefined;
      // What was damaged on its way is as good as lost.
      if (place === undefined || sum === undefined || shortDigest(Buffer.from(sum, 'hex')) !== place.entry.digest) {
        lacking.add(shard);
        continue;
      }
      await mkdir(dirname(join(stage, output.file)), { recursive: true });
      await copyFile(place.path, join(stage, output.file));
      made.add([{ file: output.file, bytes: place.entry.bytes, sum }]);
    }
  }
  const sizes = new Map<string, number>();
  for (const { file, key, shard } of bundles) {
    const place = places.get(`${key} ${file}`);
    const index = place && (await readFile(indexFile(place.part, key)).catch(() => undefined));
    if (place === undefined || index === undefined) {
      lacking.add(shard.key);
      continue;
    }
    await writeWhole(indexFile(cache, key), index);
    await cp(place.path, join(stage, file), { recursive: true });
    sizes.set(shard.key, place.entry.bytes);
  }
  if (lacking.size > 0) throw new PartsMissing([...lacking]);
  return sizes;
}

interface PlanMeans {
  readonly clock: ReturnType<typeof startClock>;
  readonly crew: Crew;
  /** Digest of the code that parsed the articles. */
  readonly parse: Digest;
}

async function withPlan<T>(options: PartOptions, use: (plan: SitePlan, means: PlanMeans) => Promise<T>): Promise<T> {
  const clock = startClock(options.onProgress);
  clock.begin({ step: 'read' });
  await assertFolder(options.articles);
  const crew: Crew = { jobs: options.jobs ?? availableParallelism(), pool: undefined, indexer: undefined };
  // The assets are built for their addresses alone, which are in every page.
  const scratch = await mkdtemp(join(tmpdir(), 'warraq-assets-'));
  try {
    const code = await digestCode(RUNTIME);
    const { cache } = options;
    const read = await readSite({ options, sources: await lookAt(options, cache, code), cache, code, crew, clock, again: false });
    const plan = await planSite(read, { options, cache, code, clock, stage: scratch, live: undefined });
    return await use(plan, { clock, crew, parse: code.parse });
  } finally {
    dismiss(crew);
    await rm(scratch, { recursive: true, force: true });
  }
}
