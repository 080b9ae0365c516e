/** What stands beside a site's search bundles: written by the build, read by the browser. */

/** Its file, in the folder of the bundles. */
export const BUNDLE_LIST = 'bundles.json';

/** The word lists that the index was made with; a query must be read with the same. */
export const WORD_LISTS = 'words.json';

export interface BundleList {
  readonly format: 1;
  /** Folders of the bundles, newest first. */
  readonly bundles: readonly string[];
}
