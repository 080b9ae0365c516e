/**
 * How long each file may be kept. Only names that change with the content are kept for ever. Pagefind's fragments are not
 * among them: the build puts the original text into them after Pagefind has named them.
 */

export interface CacheRule {
  /** For remarks in what is written. */
  readonly about: string;
  readonly value: string;
  /** A folder of the site with its slash, the path of a file, or how a name ends. */
  readonly match: { readonly folder: string } | { readonly file: string } | { readonly suffix: string };
}

export const FOREVER = 'public, max-age=31536000, immutable';
/** Pages and all else. */
export const SHORT = 'public, max-age=300';
const NEVER = 'no-cache';

/** The first that fits counts. */
export const CACHE_RULES: readonly CacheRule[] = [
  { about: 'names with a digest of the content', value: FOREVER, match: { folder: 'assets/' } },
  { about: 'names with a digest of the content', value: FOREVER, match: { folder: 'pagefind/words/' } },
  { about: 'names with a digest of the content', value: FOREVER, match: { suffix: '.pf_index' } },
  { about: 'names with a digest of the content', value: FOREVER, match: { suffix: '.pf_meta' } },
  { about: 'pictures', value: 'public, max-age=86400', match: { folder: 'media/' } },
  // A service worker that a browser keeps would lock its readers out of every later version.
  { about: 'the service worker', value: NEVER, match: { file: 'sw.js' } },
  { about: 'what leads a search', value: NEVER, match: { file: 'pagefind/manifest.wq' } },
  { about: 'the record of the site', value: NEVER, match: { file: 'site.json' } },
  { about: 'the list of addresses', value: NEVER, match: { file: 'addresses.txt' } },
];

/** @param path below the site's folder */
export function cacheControl(path: string): string {
  return CACHE_RULES.find(({ match }) => ('folder' in match ? path.startsWith(match.folder) : 'file' in match ? path === match.file : path.endsWith(match.suffix)))?.value ?? SHORT;
}

/** A rule as a regular expression over the path of a request, base included. */
export function rulePattern({ match }: CacheRule, base: string): string {
  if ('folder' in match) return `^${escapePattern(base + match.folder)}`;
  return 'file' in match ? `^${escapePattern(base + match.file)}$` : `^${escapePattern(base)}.*${escapePattern(match.suffix)}$`;
}

export function escapePattern(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
}
