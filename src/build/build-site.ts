/** The whole build: read, check, plan, render, index, publish. Nothing is published when anything fails. */
import { cp, lstat, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { isPublishable, type Problem } from '../article/problem.ts';
import { renderOutputs } from '../eleventy/render-outputs.ts';
import { buildPlan } from '../plan/plan.ts';
import { buildSearch } from '../search/index/build-search.ts';
import { divideRecords } from '../search/index/divide-records.ts';
import { FACETS } from '../search/format/manifest.ts';
import type { NameOf } from '../search/index/assemble-search.ts';
import { buildSearchRecord, type SearchRecord } from '../search/index/search-record.ts';
import { buildSite, type Site } from '../site/site.ts';
import { articlePath, paths, type SiteAddress } from '../site/urls.ts';
import { buildAssets } from './build-assets.ts';
import { loadArchive } from './load-archive.ts';
import { MEDIA_FOLDER } from './load-articles.ts';
import { prepareFolder, publishFolder } from './publish.ts';
import { writeSums } from './sums.ts';

export interface BuildOptions {
  readonly articles: string;
  readonly data: string;
  readonly out: string;
  readonly base: string;
  /** Overrides the address in the settings. */
  readonly siteUrl?: string | undefined;
  /** Paths that the site published before; a build that would lose one is refused. */
  readonly published?: readonly string[] | undefined;
  readonly onProgress?: ((step: Progress) => void) | undefined;
}

export interface Progress {
  readonly step: 'read' | 'assets' | 'pages' | 'search' | 'publish';
  readonly done?: number;
  readonly total?: number;
}

export interface BuildReport {
  readonly articles: number;
  readonly outputs: number;
  readonly problems: readonly Problem[];
  /** Milliseconds of each step. */
  readonly times: Readonly<Record<Progress['step'], number>>;
}

/** The archive has errors; nothing was written. */
export class BuildRefused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super('The archive has errors');
    this.problems = problems;
  }
}

/** @throws BuildRefused, FolderMissing */
export async function runBuild(options: BuildOptions): Promise<BuildReport> {
  const clock = startClock(options.onProgress);
  clock.begin({ step: 'read' });
  const { archive, settings, search, problems } = await loadArchive(options);
  if (!isPublishable(problems)) throw new BuildRefused(problems);
  const address: SiteAddress = { origin: (options.siteUrl ?? settings.site.url).replace(/\/+$/u, ''), base: options.base };
  const site = buildSite(archive, settings, address);
  const plan = buildPlan(site, options.published);
  const all = [...problems, ...plan.problems];
  if (!isPublishable(all)) throw new BuildRefused(all);

  const folder = await prepareFolder(options.out);
  try {
    clock.begin({ step: 'assets' });
    const assets = await buildAssets(folder, address);
    await copyMedia(options.articles, folder);
    const total = plan.outputs.length;
    clock.begin({ step: 'pages', done: 0, total });
    await renderOutputs({ site, outputs: plan.outputs, assets, folder, onProgress: (done) => options.onProgress?.({ step: 'pages', done, total }) });
    const records = archive.articles.length;
    clock.begin({ step: 'search', done: 0, total: records });
    await buildSearch(divideRecords(searchRecords(site)), join(folder, paths.searchBundle), search, { nameOf: topicNames(archive), onProgress: (done) => options.onProgress?.({ step: 'search', done, total: records }) });
    clock.begin({ step: 'publish' });
    await writeSums(folder);
    await publishFolder(folder, options.out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { articles: archive.articles.length, outputs: plan.outputs.length, problems: all, times: clock.end() };
}

async function copyMedia(articles: string, folder: string): Promise<void> {
  const media = join(articles, MEDIA_FOLDER);
  const there = await stat(media).then((stats) => stats.isDirectory(), () => false);
  // Links are left out: they could publish any file of the machine.
  if (there) await cp(media, join(folder, MEDIA_FOLDER), { recursive: true, filter: async (source) => !(await lstat(source)).isSymbolicLink() });
}

function searchRecords({ archive, text }: Site): readonly SearchRecord[] {
  return archive.articles.map((article) => {
    const date = text.date(article.date);
    const shown = { date: date.gregorian, hijri: date.hijri, section: article.section, source: article.source };
    return buildSearchRecord(article, articlePath(article), Object.fromEntries(Object.entries(shown).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))));
  });
}

/** Spellings and aliases of one name are narrowed to under the name that the site shows. */
function topicNames({ topics }: Archive): NameOf {
  const names = new Map(FACETS.map((facet) => [facet, new Map(topics[facet].flatMap(({ name, spellings }) => spellings.map((spelling) => [spelling, name])))]));
  return (facet, spelling) => names.get(facet)?.get(spelling) ?? spelling;
}

/** Times the steps and tells the listener of each beginning. */
function startClock(onProgress: BuildOptions['onProgress']) {
  const times: Record<Progress['step'], number> = { read: 0, assets: 0, pages: 0, search: 0, publish: 0 };
  let current: { readonly step: Progress['step']; readonly since: number } | undefined;
  const stop = (): void => {
    if (current !== undefined) times[current.step] = Math.round(performance.now() - current.since);
  };
  return {
    begin: (progress: Progress): void => {
      stop();
      current = { step: progress.step, since: performance.now() };
      onProgress?.(progress);
    },
    end: () => (stop(), times),
  };
}
