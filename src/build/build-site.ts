/**
 * The whole build: look, read, plan, make what is missing, publish. What the last build made of the same things is left alone,
 * and nothing is published when anything fails.
 */
import { availableParallelism } from 'node:os';
import type { Problem } from '../article/problem.ts';
import { compareOutputs, type PlannedChange } from '../plan/compare-plan.ts';
import { collectGarbage } from './collect-garbage.ts';
import { digestCode, RUNTIME } from './code-digest.ts';
import { loadReport, saveReport } from './last-report.ts';
import { assertFolder } from './load-archive.ts';
import { beginSearch, dismiss, makeWords, prepareSearch, renderFiles, type BegunSearch, type Crew } from './make-files.ts';
import { BUILD_BLOCK, buildEntries, createBlock, NO_ENTRIES, type Manifest, type ManifestBlock, type ManifestEntry } from './manifest.ts';
import { MadeFiles, type MadeLookup } from './made-files.ts';
import { makeLast } from './make-last.ts';
import { makeTables } from './make-tables.ts';
import { copyMedia, mediaEntries } from './media.ts';
import { watchMemory } from './memory.ts';
import { takeParts } from './parts.ts';
import { planSearch, type SearchPlan } from './plan-search.ts';
import { lookAt, optionsOfWorkers, planSite, readSite, refuseLost, type PlannedBlock, type PlanOptions, type SitePlan } from './plan-site.ts';
import type { Output } from '../plan/blocks.ts';
import type { Digest } from '../plan/digest.ts';
import { divideWork, isTable } from '../plan/work.ts';
import { writeOfflineLists } from './offline-step.ts';
import { readAddressList } from './published-addresses.ts';
import { isStale, pruneKept } from './search-step.ts';
import type { WordEntries } from './words-step.ts';
import { ADDED, openSiteFolder, type SiteFolder } from './site-folder.ts';
import { startClock, type Progress, type StepClock } from './step-clock.ts';
import { openSums, renewSums, SUMS_FILE, type ChangedEntries, type SiteSums } from './sums.ts';
import { writeStaged } from './write-file.ts';

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
  const crew: Crew = { jobs: options.jobs ?? availableParallelism(), pool: undefined, indexer: undefined };
  try {
    clock.begin({ step: 'read' });
    await assertFolder(options.articles);
    const folder = await openSiteFolder(options.out, options.clean);
    try {
      const outcome = await buildInto(folder, options, clock, crew);
      return { ...outcome, times: clock.end(), memory: memory.most() };
    } finally {
      dismiss(crew);
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
  const addresses = await readAddressList(folder.live?.folder);
  const sources = await lookAt(options, cache, code, addresses);
  const last = live?.inputs === sources.inputs ? await loadReport(cache, sources.inputs) : undefined;
  if (last !== undefined) return { ...last, changes: [], written: {}, unchanged: last.outputs, removed: 0, dropped: [], bundles: { built: [], bytes: 0 } };

  // Read while the plan is made.
  const sums = live === undefined || folder.live === undefined ? undefined : openSums(folder.live.folder, buildEntries(live).get(SUMS_FILE)?.digest);
  const begins = options.dryRun !== true && options.parts === undefined;
  if (begins && live !== undefined && options.search !== false) prepareSearch(crew);
  const read = await readSite({ options, sources, cache, code, crew, clock, again: live !== undefined });
  const stage = await folder.beginStage();
  const search = planSearch(read, { options, cache, code: code.search, stage, live, crew, clock });
  const begun = begins ? beginSearch(search.work) : undefined;
  if (begun?.large === true) {
    // Whoever would lose an address hears of it before.
    refuseLost(read, options);
    collectGarbage();
    await begun.finish();
  }
  const plan = await planSite(read, { options, cache, code, clock, stage, live: live && { manifest: live, addresses } });
  const changes = plan.blocks.flatMap((block) => findChanges(block, plan, live));
  if (options.dryRun === true) return dryOutcome(plan, changes, live, cache);

  const old = live === undefined || folder.live === undefined ? undefined : { folder: folder.live.folder, manifest: live, sums: await sums };
  const parts = await make(plan, changes, { options, cache, parse: code.parse, stage, live: old, clock, crew, search, begun });
  // What comes next needs memory here, and no help.
  dismiss(crew);
  clock.begin({ step: 'publish' });
  const blocks = await assembleBlocks(plan, parts, { articles: options.articles, code: code.all, stage, live: old });
  await folder.publish({ inputs: plan.inputs, programme: plan.programme, settings: plan.settings, blocks }, (name) => parts.files.has(name));
  await pruneKept(cache, plan.bundles);
  const entryOf = (of: Manifest['blocks'] | undefined, { file, output }: PlannedChange): ManifestEntry | undefined => of?.get(output.block)?.entries.get(file);
  const written = tally(changes.filter((change) => entryOf(live?.blocks, change)?.digest !== entryOf(blocks, change)?.digest));
  const outputs = [...blocks.values()].reduce((sum, { name, files }) => sum + (name === BUILD_BLOCK ? 0 : files), 0);
  const outcome: Outcome = {
    articles: plan.site.archive.articles.length,
    outputs,
    problems: plan.problems,
    changes,
    written,
    unchanged: outputs - Object.values(written).reduce((sum, count) => sum + count, 0),
    removed: countRemoved(live, blocks),
    dropped: addedFiles(live),
    bundles: { built: [...parts.bundles.keys()], bytes: [...parts.bundles.values()].reduce((sum, bytes) => sum + bytes, 0) },
    bytes: [...blocks.values()].reduce((sum, { bytes }) => sum + bytes, 0),
  };
  await saveReport(cache, plan.inputs, outcome);
  return outcome;
}

function findChanges({ name, keys }: PlannedBlock, { programme, settings }: SitePlan, live: Manifest | undefined): readonly PlannedChange[] {
  const before = live && { programme: live.programme, settings: live.settings, entries: live.blocks.get(name)?.entries ?? NO_ENTRIES };
  return compareOutputs(keys, programme, settings, before);
}

/** The published site, with the sums that it carries. */
interface OldSite {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly sums: SiteSums | undefined;
}

interface MadeParts {
  readonly files: MadeLookup;
  /** Bytes of each new search bundle, by shard. */
  readonly bundles: ReadonlyMap<string, number>;
  readonly words: WordEntries;
}

interface MakeMeans {
  readonly options: BuildOptions;
  readonly cache: string;
  /** Digest of the code that parsed the articles. */
  readonly parse: Digest;
  readonly stage: string;
  readonly live: OldSite | undefined;
  readonly clock: StepClock;
  readonly crew: Crew;
  readonly search: SearchPlan;
  /** The search that is being built here. */
  readonly begun: BegunSearch | undefined;
}

async function make(plan: SitePlan, changes: readonly PlannedChange[], means: MakeMeans): Promise<MadeParts> {
  const stale = changes.map(({ output }) => output);
  const { options, stage, live } = means;
  const files = new MadeFiles(stale);
  const made = options.parts === undefined ? await makeHere(plan, stale, files, means) : await makeOfParts(plan, stale, files, { ...means, parts: options.parts });
  files.add(await makeLast({ outputs: stale, made: files, stage, live: live && { folder: live.folder, sumOf: (path) => live.sums?.sumOf(path) } }));
  return { ...made, files };
}

type MadeSearch = Omit<MadeParts, 'files'>;

/** @param made receives the files */
async function makeHere(plan: SitePlan, stale: readonly Output[], made: MadeFiles, { options, cache, parse, stage, live, clock, crew, search, begun }: MakeMeans): Promise<MadeSearch> {
  // With other settings or another program no piece is as it was, and the workers make tables sooner.
  const grows = live?.manifest.programme === plan.programme && live.manifest.settings === plan.settings;
  const inPieces = grows ? stale.filter(isTable) : [];
  const work = divideWork(grows ? stale.filter((output) => !isTable(output)) : stale, plan.shards);
  await renderFiles({ crew, workshop: { assets: plan.assets, stage, articles: options.articles }, planned: plan, site: { options: optionsOfWorkers(options, plan), cache, code: parse }, work, made, clock });
  const tables = live === undefined ? [] : await makeTables({ outputs: inPieces, keyOf: plan.keyOfArticles, cache, stage, live: { folder: live.folder, digestOf: ({ block, file }) => live.manifest.blocks.get(block)?.entries.get(file)?.digest } });
  made.add(tables);
  const { sizes, words } = (await begun?.finish()) ?? { sizes: new Map<string, number>(), words: undefined };
  return { bundles: sizes, words: search.wordEntries(words) };
}

/** @param made receives the files */
async function makeOfParts(plan: SitePlan, stale: readonly Output[], made: MadeFiles, { parts, cache, stage, clock, crew, search }: MakeMeans & { readonly parts: readonly string[] }): Promise<MadeSearch> {
  const bundles = await takeParts(parts, plan, { stale, made, bundles: search.bundles, stage, cache });
  return { bundles, words: search.wordEntries(await makeWords(crew, search.work.words, clock)) };
}

interface Assembly {
  readonly articles: string;
  /** Digest of the code. */
  readonly code: string;
  readonly stage: string;
  readonly live: OldSite | undefined;
}

/** All that the new site has, with what little is still to be put into the stage. */
async function assembleBlocks(plan: SitePlan, made: MadeParts, { articles, code, stage, live }: Assembly): Promise<Manifest['blocks']> {
  const before = live?.manifest;
  const blocks = new Map(plan.blocks.map((planned): [string, ManifestBlock] => [planned.name, planned.kept ?? createBlock(planned.name, planned.key, entriesOf(planned, made, before))]));
  const old = buildEntries(before);
  const own = new Map<string, ManifestEntry>([...plan.assetFiles, ...made.words]);
  for (const [file, entry] of mediaEntries(plan.scan)) {
    own.set(file, entry);
    if (old.get(file)?.digest !== entry.digest) await copyMedia(articles, file, stage);
  }
  for (const { file, key, shard } of plan.bundles) own.set(file, { key, digest: key, bytes: made.bundles.get(shard.key) ?? old.get(file)?.bytes ?? 0 });
  const offline = await writeOfflineLists({ code, blocks: [...blocks.values(), createBlock(BUILD_BLOCK, '', own)], site: plan.site, bundles: plan.bundles, stage, live });
  for (const [file, entry] of offline) own.set(file, entry);
  const sums = await renewSums({ changed: changedBlocks(before, blocks, own), everything: () => [...blocks.values(), { entries: own }].flatMap(({ entries }) => [...entries.keys()]), made: made.files, live, stage });
  const { digest, bytes } = await writeStaged(stage, SUMS_FILE, sums);
  own.set(SUMS_FILE, { key: digest, digest, bytes });
  return blocks.set(BUILD_BLOCK, createBlock(BUILD_BLOCK, '', own));
}

function entriesOf({ name, keys }: PlannedBlock, { files }: MadeParts, before: Manifest | undefined): ReadonlyMap<string, ManifestEntry> {
  const old = before?.blocks.get(name)?.entries ?? NO_ENTRIES;
  return new Map([...keys].map(([{ file }, key]): [string, ManifestEntry] => {
    const fresh = files.get(file) ?? old.get(file);
    if (fresh === undefined) throw new Error(`${file} was not made`);
    return [file, { key, digest: fresh.digest, bytes: fresh.bytes }];
  }));
}

/** Blocks with other files than before, blocks that are new and blocks that are gone. @param own what no plan names, but the sums */
function changedBlocks(before: Manifest | undefined, blocks: Manifest['blocks'], own: ReadonlyMap<string, ManifestEntry>): readonly ChangedEntries[] {
  const ofBuild = new Map(buildEntries(before));
  ofBuild.delete(SUMS_FILE);
  const names = new Set([...(before?.blocks.keys() ?? []), ...blocks.keys()]);
  names.delete(BUILD_BLOCK);
  return [
    { before: ofBuild, after: own },
    ...[...names].flatMap((name): ChangedEntries[] => {
      const [old, next] = [before?.blocks.get(name), blocks.get(name)];
      return old?.digest === next?.digest ? [] : [{ before: old?.entries ?? NO_ENTRIES, after: next?.entries ?? NO_ENTRIES }];
    }),
  ];
}

function dryOutcome(plan: SitePlan, changes: readonly PlannedChange[], live: Manifest | undefined, cache: string): Outcome {
  const stale = plan.bundles.filter((bundle) => isStale(bundle, live, cache));
  const outputs = plan.blocks.reduce((sum, { kept, keys }) => sum + (kept?.files ?? keys.size), 0);
  const next = new Map(plan.blocks.map(({ name, kept, keys }) => [name, kept ?? { entries: new Map([...keys].map(([{ file }, key]) => [file, key])) }]));
  return {
    articles: plan.site.archive.articles.length,
    outputs,
    problems: plan.problems,
    changes,
    written: tally(changes),
    unchanged: outputs - changes.length,
    removed: countRemoved(live, next),
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

/** Pages, machine files and media that the old site has and the new one has not. @param next its blocks; without that of the build where it is not known yet */
function countRemoved(live: Manifest | undefined, next: ReadonlyMap<string, { readonly entries: ReadonlyMap<string, unknown> }>): number {
  const gone = [...(live?.blocks.values() ?? [])].filter((block) => next.get(block.name) !== block).flatMap(({ name, entries }) => {
    const own = next.get(name)?.entries;
    if (name !== BUILD_BLOCK) return [...entries.keys()].filter((file) => own?.has(file) !== true);
    return own === undefined ? [] : [...entries].filter(([file, { key }]) => file.startsWith('media/') && key !== ADDED && !own.has(file)).map(([file]) => file);
  });
  return gone.length;
}

function addedFiles(live: Manifest | undefined): readonly string[] {
  return [...buildEntries(live)].flatMap(([name, { key }]) => (key === ADDED ? [name] : []));
}
