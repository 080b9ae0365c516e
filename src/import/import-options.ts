/** What a user can say about an import, and what an import says while it runs. */
import type { ArchiveDate } from '../calendar/archive-date.ts';
import type { EditedPolicy } from './decide-outcome.ts';
import type { ReadOptions } from './read/read-source.ts';
import type { Wishes } from './understand.ts';

export interface ImportOptions extends ReadOptions {
  /** Folder of the archive's articles. */
  readonly to: string;
  readonly wishes: Wishes;
  /** Id → date, as the user confirmed it. */
  readonly confirmed: ReadonlyMap<string, string>;
  readonly edited: EditedPolicy;
  readonly skipDuplicates: boolean;
  readonly dryRun: boolean;
  /** Hosts whose addresses are the archivist's own, and lead to the new pages. */
  readonly ownHosts: ReadonlySet<string>;
  /** File of redirects; without one they are written into the hidden folder. */
  readonly redirects: string | undefined;
  /** Address of an article's page. */
  readonly pagePath: (id: string, date: ArchiveDate) => string;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  readonly step: 'count' | 'import';
  readonly done: number;
  readonly total: number | undefined;
}
