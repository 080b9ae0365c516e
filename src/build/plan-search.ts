/** What is to be made for the search of a site, and what the site has of it then. */
import type { Digest } from '../plan/digest.ts';
import type { Crew, SearchWork } from './make-files.ts';
import type { Manifest } from './manifest.ts';
import { bundlePlace, type PlannedBundle, type PlanOptions, type ReadSite } from './plan-site.ts';
import { indexFile, isStale } from './search-step.ts';
import type { StepClock } from './step-clock.ts';
import { planWords, wordEntries, type MadeWords, type WordEntries } from './words-step.ts';

export interface SearchMeans {
  readonly options: PlanOptions;
  readonly cache: string;
  /** Digest of the code of the search. */
  readonly code: Digest;
  readonly stage: string;
  readonly live: Manifest | undefined;
  readonly crew: Crew;
  readonly clock: StepClock;
}

/** What is to be made for the search. */
export interface SearchPlan {
  /** Those that are not in the site that stands. */
  readonly bundles: readonly PlannedBundle[];
  readonly work: SearchWork;
  /** The files of the index of words, with what was made of it. */
  readonly wordEntries: (made: MadeWords | undefined) => WordEntries;
}

export function planSearch(read: ReadSite, { options, cache, code, stage, live, crew, clock }: SearchMeans): SearchPlan {
  const { articles, data, language } = options;
  const bundles = read.bundles.filter((bundle) => isStale(bundle, live, cache));
  const words = planWords({ bundles: read.bundles, lists: read.lists, archive: read.site.archive, code, data, cache, stage, live });
  const task = 'task' in words ? words.task : undefined;
  return {
    bundles,
    work: { crew, folder: articles, data, language, bundles: bundles.map((bundle) => ({ key: bundle.shard.key, files: bundle.files, out: bundlePlace(stage, bundle), index: indexFile(cache, bundle.key) })), words: task, clock },
    wordEntries: (made) => ('entries' in words ? words.entries : made === undefined ? [] : wordEntries(words.task, made, live)),
  };
}
