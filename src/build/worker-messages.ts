/** What the build and its workers tell each other. */
import type { Assets } from '../../_includes/context.ts';
import type { Digest } from '../plan/digest.ts';
import type { SiteOptions } from './load-site.ts';
import type { ParsedEntry } from './parse-file.ts';
import type { FileVersion } from './scan-files.ts';
import type { IndexTask } from './search-step.ts';
import type { MadeWords, WordsTask } from './words-step.ts';
import type { Made } from './made-files.ts';
import type { OutputName } from './workshop.ts';

export type WorkerTask =
  | { readonly kind: 'parse'; readonly folder: string; readonly files: readonly FileVersion[] }
  /** Comes before `render`, once the articles are parsed and kept. */
  | { readonly kind: 'open'; readonly options: SiteOptions; readonly cache: string; readonly code: Digest; readonly assets: Assets; readonly stage: string; readonly articles: string }
  | { readonly kind: 'render'; readonly outputs: readonly OutputName[] }
  /** Needs nothing but the articles of its shard. */
  | ({ readonly kind: 'index' } & IndexTask)
  /** Comes after all `index`. */
  | ({ readonly kind: 'words' } & WordsTask);

export type WorkerAnswer =
  | { readonly kind: 'parsed'; readonly entries: readonly (readonly [name: string, entry: ParsedEntry])[] }
  | { readonly kind: 'opened' }
  | { readonly kind: 'rendered'; readonly made: readonly Made[] }
  | { readonly kind: 'indexed'; readonly bytes: number }
  | { readonly kind: 'assembled'; readonly words: MadeWords }
  /** Pieces of the present task that are done. */
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'failed'; readonly message: string };
