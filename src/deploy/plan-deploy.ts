/** What a deploy sends, in which order: at no moment may a page ask for what is not there yet. */
import type { Sums } from '../build/sums.ts';
import { cacheControl, FOREVER } from './cache-rules.ts';
import { UNKNOWN, type DeployState } from './deploy-state.ts';

export interface DeployPlan {
  /** Files to be sent, group after group. */
  readonly groups: readonly SendGroup[];
  /** Files to be deleted when all is sent. */
  readonly remove: readonly string[];
  /** Files that are no longer part of the site and stay: for want of `--delete`, or for pages in caches. */
  readonly keep: readonly string[];
  readonly unchanged: number;
  /** Hashed files that go with the next deploy. */
  readonly stale: readonly string[];
}

export interface SendGroup {
  readonly name: GroupName;
  readonly paths: readonly string[];
}

const ORDER = ['files with a digest in their name', 'pictures and other files', 'parts of the search', 'pages', 'feeds and sitemaps', 'lists', 'lists of what can be kept offline'] as const;
type GroupName = (typeof ORDER)[number];

/** @param remove true when files that are no longer part of the site are to be deleted */
export function planDeploy(local: Sums, { files, stale }: DeployState, remove: boolean): DeployPlan {
  const changed = [...local].filter(([path, digest]) => files.get(path) !== digest).map(([path]) => path);
  const old = [...files.keys()].filter((path) => !local.has(path));
  // A page that a reader or a cache still has names the styles of its own version: they stay for one deploy more.
  const resting = remove ? old.filter((path) => cacheControl(path) === FOREVER && !stale.has(path)) : [];
  const removed = remove ? old.filter((path) => !resting.includes(path)) : [];
  return {
    groups: ORDER.map((name) => ({ name, paths: sortPages(changed.filter((path) => groupOf(path) === name), files) })).filter(({ paths }) => paths.length > 0),
    remove: removed,
    keep: old.filter((path) => !removed.includes(path)),
    unchanged: local.size - changed.length,
    stale: resting,
  };
}

/** New pages before those that link to them. */
function sortPages(paths: readonly string[], there: Sums): readonly string[] {
  const isThere = (path: string): boolean => (there.get(path) ?? UNKNOWN) !== UNKNOWN;
  return [...paths.filter((path) => !isThere(path)), ...paths.filter(isThere)];
}

function groupOf(path: string): GroupName {
  if (cacheControl(path) === FOREVER) return 'files with a digest in their name';
  // What says which parts there are comes after the parts; the service worker after all that it keeps.
  if (/^pagefind\/[^/]+\.wq$/u.test(path) || /^(?:site\.json|addresses\.txt|manifest-sha256\.txt|sw\.js)$/u.test(path)) return 'lists';
  // A reader's browser keeps what these name, by its sum: it must all be there, the lists of the search too.
  if (/^offline\/.*\.json$/u.test(path)) return 'lists of what can be kept offline';
  if (path.startsWith('pagefind/')) return 'parts of the search';
  if (path.endsWith('.html')) return 'pages';
  return /\.(?:xml|json|txt)$/u.test(path) ? 'feeds and sitemaps' : 'pictures and other files';
}
