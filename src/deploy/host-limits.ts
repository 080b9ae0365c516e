/** The limits of hosts against a site as it is built: what does not fit, and what to do. */
import { REDIRECT_LINES } from './hosts/cloudflare.ts';
import type { Host } from './preset.ts';
import type { SiteFacts } from './site-facts.ts';

interface Limits {
  readonly files?: number;
  readonly fileBytes?: number;
  readonly siteBytes?: number;
  /** Files in one folder. */
  readonly folderFiles?: number;
  readonly redirects?: number;
  /** Minutes that a build on the host may take. */
  readonly buildMinutes?: number;
  /** Where a larger site can go. */
  readonly advice: string;
}

const MB = 1024 * 1024;

/** As the hosts state them for their plans without charge, in 2026. */
const LIMITS: Partial<Readonly<Record<Host, Limits>>> = {
  netlify: { folderFiles: 54_000, buildMinutes: 15, advice: 'build elsewhere and send the folder with netlify deploy --dir _site, or divide the archive by years' },
  cloudflare: { files: 20_000, fileBytes: 25 * MB, redirects: REDIRECT_LINES, buildMinutes: 20, advice: 'a paid plan takes 100,000 files (PAGES_WRANGLER_MAJOR_VERSION=4); larger archives fit into R2 or S3, or on a server of your own' },
  'github-pages': { siteBytes: 1024 * MB, fileBytes: 100 * MB, buildMinutes: 360, advice: 'divide the archive by years in several repositories, or take S3 or a server of your own' },
};

export interface LimitFinding {
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** Share of a limit at which a person should begin to look for another host. */
const NEAR = 0.8;

/** Milliseconds for an article, all steps, on two shared cores; see docs/performance.md. */
const ARTICLE_MS = 4;
/** Installing and starting. */
const FIXED_MINUTES = 2;

/** A form of an article beside its page. */
const FORM = 'article.txt';
const FEWER_FILES = '`forms: false` in _data/site.yaml leaves out three files of each article; ';

export function checkLimits(host: Host, { files, moves, articles }: Pick<SiteFacts, 'files' | 'moves' | 'articles'>): readonly LimitFinding[] {
  const limits = LIMITS[host];
  if (limits === undefined) return [];
  const largest = files.reduce((best, file) => (file.size > best.size ? file : best), { path: '', size: 0 });
  const folder = fullestFolder(files);
  const minutes = FIXED_MINUTES + (articles * ARTICLE_MS) / 60_000;
  const check = (what: string, value: number, limit: number | undefined, show: (value: number) => string, { note = '', help = '' } = {}): readonly LimitFinding[] => {
    if (limit === undefined || value < limit * NEAR) return [];
    const over = value > limit;
    return [{ severity: over ? 'error' : 'warning', text: `${what}: ${show(value)}${note}; ${host} takes ${show(limit)}; ${over ? '' : 'when it grows: '}${help}${limits.advice}` }];
  };
  return [
    ...check('files', files.length, limits.files, count, { help: files.some(({ path }) => path.endsWith(`/${FORM}`)) ? FEWER_FILES : '' }),
    ...check('the largest file', largest.size, limits.fileBytes, bytes, { note: ` (${largest.path})` }),
    ...check('the whole site', files.reduce((sum, { size }) => sum + size, 0), limits.siteBytes, bytes),
    ...check('files in one folder', folder.count, limits.folderFiles, count, { note: ` (${folder.path})` }),
    // Not an error: the pages at old addresses serve what the host does not read.
    ...check('redirects', moves.length, limits.redirects, count).map((finding) => ({ ...finding, severity: 'warning' as const })),
    ...check('a build there, about', minutes, limits.buildMinutes, (value) => `${value.toFixed(0)} minutes`),
  ];
}

function fullestFolder(files: SiteFacts['files']): { readonly path: string; readonly count: number } {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].reduce((best, [path, number]) => (number > best.count ? { path, count: number } : best), { path: '', count: 0 });
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function bytes(value: number): string {
  return `${(value / MB).toFixed(1)} MiB`;
}
