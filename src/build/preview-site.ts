/**
 * The site as the live preview holds it: everything read and planned, nothing rendered until a browser asks. This file and
 * all it imports are bundled and loaded anew when the code changes (`load-preview.ts`), so it keeps no state of its own.
 */
import { createRenderer } from '../eleventy/create-renderer.ts';
import { isPicture } from '../formats/machine-file.ts';
import { isPublishable, type Problem } from '../article/problem.ts';
import { loadEntries, loadScan, type Entries } from './article-cache.ts';
import { assetOptions } from './asset-step.ts';
import { buildAssets } from './build-assets.ts';
import { assertFolder } from './load-archive.ts';
import { parseFiles, unparsedFiles } from './load-articles.ts';
import { loadSite, type SiteOptions } from './load-site.ts';
import { nameFiles, nameSettings } from './name-files.ts';
import { FileChanged } from './parse-file.ts';
import { scanFiles, type Scan } from './scan-files.ts';
import { planAddresses } from '../plan/lasting-addresses.ts';
import { buildPlan, checkOutputs, listOutputs } from '../plan/plan.ts';
import { NOTHING_PUBLISHED, publishedPaths } from './published-addresses.ts';

/** What one state of the preview leaves to the next, so that only what changed is read. */
export interface PreviewMemory {
  readonly scan: Scan;
  readonly entries: Entries;
}

export interface PreviewSite {
  readonly memory: PreviewMemory;
  readonly problems: readonly Problem[];
  /** The content of a file of the site; undefined when there is none of that name. Absent when the archive has errors. */
  readonly render: ((file: string) => string | undefined) | undefined;
}

/** @param before the last state, or where a build keeps what it learned and which code that was. @param assets folder that receives styles and scripts */
export async function openPreviewSite(options: SiteOptions, before: PreviewMemory | { readonly cache: string; readonly code: string }, assets: string): Promise<PreviewSite> {
  await assertFolder(options.articles);
  const known = 'cache' in before ? { scan: await loadScan(before.cache), entries: await loadEntries(before.cache, before.code, options.articles) } : before;
  const scan = await scanFiles(options.articles, known.scan, Date.now());
  const fresh = parseFiles(options.articles, unparsedFiles(scan, known.entries));
  const present = new Set(scan.files.map(({ name }) => name));
  const entries = new Map([...[...known.entries].filter(([name]) => present.has(name)), ...fresh]);
  const memory = { scan, entries };
  const { site, problems: found } = await loadSite(options, scan, entries);
  const plan = buildPlan(site, planAddresses(site, publishedPaths(options.published ?? NOTHING_PUBLISHED)));
  const all = listOutputs(plan);
  const problems = [...found, ...nameSettings(options.data, [...nameFiles(options.data, plan.problems()), ...checkOutputs(all)])];
  if (!isPublishable(problems)) return { memory, problems, render: undefined };
  // A worker of the built site, served from the same port before, would show what it kept: here it is told to go.
  const render = createRenderer(site, await buildAssets(assets, site.address, { ...assetOptions(site), offline: false }));
  const outputs = new Map(all.map((output) => [output.file, output]));
  return {
    memory,
    problems,
    render: (file) => {
      const output = outputs.get(file);
      try {
        // Pictures come from the folder, into which the build behind the preview draws them.
        return output === undefined || ('machine' in output && isPicture(output.machine)) ? undefined : render(output);
      } catch (error) {
        // Being edited, or wrong since: the page of the last build is the best there is.
        if (error instanceof FileChanged) return undefined;
        throw error;
      }
    },
  };
}
