/**
 * The whole build: look, read, plan, make what is missing, publish. What the last build made of the same things is left alone,
 * and nothing is published when anything fails.
 */
import { availableParallelism } from 'node:os';
import type { Problem } from '../article/problem.ts';
import { compareOutputs, type PlannedChange } from '../plan/compare-plan.ts';
import { digestCode, RUNTIME } from './code-digest.ts';
import { loadReport, saveReport } from './last-report.ts';
import { assertFolder } from './load-archive.ts';
import { indexShards, renderFiles, type Crew } from './make-files.ts';
import type { Manifest, ManifestEntry } from './manifest.ts';
import { makeLast } from './make-last.ts';
import { copyMedia, mediaEntries } from './media.ts';
import { watchMemory } from './memory.ts';
import { takeParts } from './parts.ts';
import { bundlePlace, lookAt, planSite, settleOptions, type PlannedBundle, type PlanOptions, type SitePlan } from './plan-site.ts';
import { writeOfflineLists } from './offline-step.ts';
import { loadKept } from './published-addresses.ts';
import { assembleWords, indexFile, isStale, pruneKept } from './search-step.ts';
import { ADDED, openSiteFolder, type SiteFolder } from './site-folder.ts';
import { startClock, type Progress, type StepClock } from './step-clock.ts';
import { loadSums, renewSums, SUMS_FILE, type Sums } from './sums.ts';
import { writeStaged, type Made } from './workshop.ts';

export { BuildRefused } from './plan-site.ts';
export type { Progress } from './step-clock.ts';

export interface BuildOptions extends PlanOptions {
  readonly out: string;
  /** Processes; the number of processors when not said. */
  readonly jobs?: number | undefined;
  /** Makes everything anew. */
  readonly clean?: boolean | undefined;
  /** Plans and publishes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Folders of shards that were built elsewhere: what is stale comes from there, and nothing is rendered here. */
  readonly parts?: readonly string[] | undefined;
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
  /** Files that were put into the old site after it was built, such as a host's; they are not in the new one. */
  readonly dropped: readonly string[];
  /** Search bundles built anew, and their bytes. */
  readonly bundles: { readonly built: readonly string[]; readonly bytes: number };
  /** Bytes of the whole site. */
  readonly bytes: number;
  /** Milliseconds of each step. */
  readonly times: Readonly<Record<Progress['step'], number>>;
  /** Most memory of all processes together, in bytes, where the system tells. */
  readonly memory: number;
}

/** @throws BuildRefused, FolderMissing, OutputLocked, PartsMissing, WorkerDied, WorkFailed, FileChanged */
export async function runBuild(options: BuildOptions): Promise<BuildReport> {
  const clock = startClock(options.onProgress);
  const memory = watchMemory();
  const crew: Crew = { jobs: options.jobs ?? availableParallelism(), pool: undefined };
  try {
    clock.begin({ step: 'read' });
    await assertFolder(options.articles);
    const folder = await openSiteFolder(options.out, options.clean);
    try {
      const outcome = await buildInto(folder, options, clock, crew);
      return { ...outcome, times: clock.end(), memory: memory.most() };
    } finally {
      crew.pool?.close();
      await folder.close();
    }
  } finally {
    memory.stop();
  }
}

type Outcome = Omit<BuildReport, 'times' | 'memory'>;

async function buildInto(folder: SiteFolder, options: BuildOptions, clock: StepClock, crew: Crew): Promise<Outcome> {
  const { cache } = folder;
  const live = options.clean === true ? undefined : folder.live?.manifest;
  const code = await digestCode(RUNTIME);
  const sources = await lookAt(options, cache, code, await loadKept(folder.live?.folder));
  const last = live?.inputs === sources.inputs ? await loadReport(cache, sources.inputs) : undefined;
  if (last !== undefined) return { ...last, changes: [], written: {}, unchanged: last.outputs, removed: 0, dropped: [], bundles: { built: [], bytes: 0 } };

  const plan = await planSite({ options, sources, cache, code, crew, clock, openStage: () => folder.beginStage(), live });
  const changes = compareOutputs(plan.keys, plan.programme, plan.settings, live);
  const stage = await folder.beginStage();
  if (options.dryRun === true) return dryOutcome(plan, changes, live, cache);

  const old = live === undefined || folder.live === undefined ? undefined : { ...folder.live, sums: await loadSums(folder.live.folder) };
  const made = await make(plan, changes, { options, cache, parse: code.parse, stage, live: old, clock, crew });
  const words = await assembleWords({ bundles: plan.bundles, source: plan.loaded.search, archive: plan.loaded.site.archive, code: code.search, cache, stage, live });
  clock.begin({ step: 'publish' });
  const entries = await assembleEntries(plan, made, { articles: options.articles, stage, live: old, words });
  await folder.publish({ inputs: plan.inputs, programme: plan.programme, settings: plan.settings, entries });
  await pruneKept(cache, plan.bundles);
  const written = tally(changes.filter(({ file }) => live?.entries.get(file)?.digest !== entries.get(file)?.digest));
  const outputs = plan.keys.size;
  const outcome: Outcome = {
    articles: plan.loaded.site.archive.articles.length,
    outputs,
    problems: plan.loaded.problems,
    changes,
    written,
    unchanged: outputs - Object.values(written).reduce((sum, count) => sum + count, 0),
    removed: countRemoved(live, new Set(entries.keys())),
    dropped: addedFiles(live),
    bundles: { built: [...made.bundles.keys()], bytes: [...made.bundles.values()].reduce((sum, bytes) => sum + bytes, 0) },
    bytes: [...entries.values()].reduce((sum, { bytes }) => sum + bytes, 0),
  };
  await saveReport(cache, plan.inputs, outcome);
  return outcome;
}

/** The published site, with the sums that it carries. */
interface OldSite {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly sums: Sums;
}

interface MadeParts {
  readonly files: ReadonlyMap<string, Made>;
  /** Bytes of each new search bundle, by shard. */
  readonly bundles: ReadonlyMap<string, number>;
}

interface MakeMeans {
  readonly options: BuildOptions;
  readonly cache: string;
  /** Digest of the code that parsed the articles. */
  readonly parse: string;
  readonly stage: string;
  readonly live: OldSite | undefined;
  readonly clock: StepClock;
  readonly crew: Crew;
}

async function make(plan: SitePlan, changes: readonly PlannedChange[], means: MakeMeans): Promise<MadeParts> {
  const { options, cache, stage, live } = means;
  const stale = new Set(changes.map(({ file }) => file));
  const bundles = plan.bundles.filter((bundle) => isStale(bundle, live?.manifest, cache));
  const made = options.parts === undefined ? await makeHere(plan, stale, bundles, means) : await takeParts(options.parts, plan, { stale, bundles, stage, cache });
  const last = await makeLast({ outputs: plan.keys.keys(), stale, made: made.files, stage, live });
  return { ...made, files: new Map([...made.files, ...last.map((file): [string, Made] => [file.file, file])]) };
}

async function makeHere(plan: SitePlan, stale: ReadonlySet<string>, bundles: readonly PlannedBundle[], { options, cache, parse, stage, clock, crew }: MakeMeans): Promise<MadeParts> {
  const work = plan.work.map(({ key, outputs }) => ({ key, files: outputs.map(({ file }) => file).filter((file) => stale.has(file)) }));
  const files = await renderFiles({ crew, workshop: { assets: plan.assets, stage, articles: options.articles }, loaded: plan.loaded, site: { options: settleOptions(options), cache, code: parse }, work, clock });
  const sizes = await indexShards({ crew, folder: options.articles, data: options.data, language: options.language, bundles: bundles.map((bundle) => ({ key: bundle.shard.key, files: bundle.files, out: bundlePlace(stage, bundle), index: indexFile(cache, bundle.key) })), clock });
  return { files, bundles: sizes };
}

/** All that the new site has, with what little is still to be put into the stage. */
async function assembleEntries(plan: SitePlan, made: MadeParts, { articles, stage, live: old, words }: { readonly articles: string; readonly stage: string; readonly live: OldSite | undefined; readonly words: readonly (readonly [file: string, entry: ManifestEntry])[] }): Promise<ReadonlyMap<string, ManifestEntry>> {
  const live = old?.manifest;
  const entries = new Map<string, ManifestEntry>([...plan.assetFiles, ...words]);
  for (const [file, entry] of mediaEntries(plan.scan)) {
    entries.set(file, entry);
    if (live?.entries.get(file)?.digest !== entry.digest) await copyMedia(articles, file, stage);
  }
  for (const [{ file }, key] of plan.keys) {
    const fresh = made.files.get(file) ?? live?.entries.get(file);
    if (fresh === undefined) throw new Error(`${file} was not made`);
    entries.set(file, { key, digest: fresh.digest, bytes: fresh.bytes });
  }
  for (const { file, key, shard } of plan.bundles) entries.set(file, { key, digest: key, bytes: made.bundles.get(shard.key) ?? live?.entries.get(file)?.bytes ?? 0 });
  for (const [file, entry] of await writeOfflineLists({ entries, site: plan.loaded.site, bundles: plan.bundles, stage, live: old })) entries.set(file, entry);
  const { digest, bytes } = await writeStaged(stage, SUMS_FILE, await renewSums({ entries, made: made.files, live: old, stage }));
  return entries.set(SUMS_FILE, { key: digest, digest, bytes });
}

function dryOutcome(plan: SitePlan, changes: readonly PlannedChange[], live: Manifest | undefined, cache: string): Outcome {
  const stale = plan.bundles.filter((bundle) => isStale(bundle, live, cache));
  const names = new Set([...plan.keys.keys()].map(({ file }) => file));
  return {
    articles: plan.loaded.site.archive.articles.length,
    outputs: plan.keys.size,
    problems: plan.loaded.problems,
    changes,
    written: tally(changes),
    unchanged: plan.keys.size - changes.length,
    removed: countRemoved(live, names),
    dropped: [],
    bundles: { built: stale.map(({ shard }) => shard.key), bytes: 0 },
    bytes: 0,
  };
}

function tally(changes: readonly PlannedChange[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Pages, machine files and media that the old site has and the new one has not. */
function countRemoved(live: Manifest | undefined, next: ReadonlySet<string>): number {
  return [...(live?.entries ?? [])].filter(([name, { key }]) => !next.has(name) && key !== ADDED && !/^(?:(?:assets|icons|pagefind|offline\/lists)\/|sw\.js$|offline\/lists\.json$)/u.test(name)).length;
}

function addedFiles(live: Manifest | undefined): readonly string[] {
  return [...(live?.entries ?? [])].flatMap(([name, { key }]) => (key === ADDED ? [name] : []));
}
