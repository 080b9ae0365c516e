/** Redirects of the editor against the site as it will be: what each means, what is wrong, and the pages that stand in for a host. */
import { REDIRECTS_FILE, type Redirect } from '../archive/redirects.ts';
import { quote, type Problem } from '../article/problem.ts';
import type { MachineFile } from '../formats/machine-file.ts';
import { renderMovedPage } from '../formats/moved-page.ts';
import type { Site } from '../site/site.ts';
import { href, paths, type SitePath } from '../site/urls.ts';

/** One address that has moved. */
export interface Move {
  readonly from: SitePath;
  /** A path of the site or a full address. */
  readonly to: string;
}

export interface ResolvedRedirects {
  readonly moves: readonly Move[];
  readonly problems: readonly Problem[];
}

/** @param base under which the site stands. @param live all paths of pages and feeds. @param movedOn where the article of an address that is no more stands now */
export function resolveRedirects(redirects: readonly Redirect[], base: string, live: ReadonlySet<string>, movedOn: (path: string) => string | undefined): ResolvedRedirects {
  const moves = new Map<string, Move>();
  const problems: Problem[] = [];
  const folded = new Map(redirects.length === 0 ? [] : [...live].map((path) => [path.toLowerCase(), path]));
  for (const redirect of redirects) {
    const report = (code: 'redirect-form' | 'redirect-taken' | 'redirect-target', got: string, expected: string, fix: string): void => {
      problems.push({ code, severity: 'error', file: REDIRECTS_FILE, line: redirect.line, field: redirect.from, got, expected, fix });
    };
    const outside = base === '/' ? undefined : [redirect.from, redirect.to].find((path) => path.startsWith(base));
    if (outside !== undefined) {
      report('redirect-form', quote(outside), `an address below ${base}, under which the site stands`, `write /${outside.slice(base.length)} in its place`);
      continue;
    }
    const expanded = expand(redirect, live);
    if (expanded.length === 0) report('redirect-target', quote(redirect.to), 'a folder that has pages', 'name the folder to which the pages moved');
    for (const { from, to } of expanded) {
      // What stands at an address below a moved folder has not moved.
      const taken = ownerOf(from, live);
      if (taken !== undefined) {
        if (!redirect.from.endsWith('*')) report('redirect-taken', `${quote(from)}, at which a page stands`, 'an address that no page has', 'delete the line');
        continue;
      }
      const alike = ownerOf(from.toLowerCase(), folded);
      if (isOwnFile(from) || alike !== undefined) {
        report('redirect-taken', alike === undefined ? `${quote(from)}, at which the site has files of its own` : `${quote(from)}, at which ${alike} stands, but for capitals`, 'an address that nothing has', alike === undefined ? 'delete the line' : 'delete the line: some hosts and file systems would give one for the other');
        continue;
      }
      const target = /^https?:/iu.test(to) ? to : ownerOf(to, live);
      if (target === undefined) {
        const later = movedOn(to);
        report('redirect-target', quote(to), 'a page of this site, or a full address', later === undefined ? 'name a page that exists' : `the article has moved on: write ${from}: ${later}`);
      }
      // A line for one address says more than one for its folder, wherever it stands.
      else if (!moves.has(from) || !redirect.from.endsWith('*')) moves.set(from, { from: from as SitePath, to: target });
    }
  }
  return { moves: [...moves.values()], problems };
}

/** The path as the site writes it: with its slash where it is a folder. */
function ownerOf(path: string, live: { readonly has: (path: string) => boolean }): string | undefined {
  return live.has(path) ? path : live.has(`${path}/`) ? `${path}/` : undefined;
}

const OWN_FILES: ReadonlySet<string> = new Set(Object.values(paths));
const OWN_FOLDERS = ['/assets/', paths.searchBundle, '/icons/'];

/** True for what is no page, and what pages and hosts ask for by its name. */
function isOwnFile(path: string): boolean {
  return OWN_FILES.has(path) || OWN_FOLDERS.some((folder) => `${path}/`.startsWith(folder));
}

function expand({ from, to }: Redirect, live: ReadonlySet<string>): readonly { readonly from: string; readonly to: string }[] {
  if (!from.endsWith('*')) return [{ from, to }];
  const [source, target] = [from.slice(0, -1), to.slice(0, -1)];
  return [...live].filter((path) => path.startsWith(target)).map((path) => ({ from: `${source}${path.slice(target.length)}`, to: path }));
}

/** The file that stands at an old address: a page that leads on; for a feed a copy of the feed, for a reader of feeds follows no page. */
export function movedFile(site: Site, { from, to }: Move, files: ReadonlyMap<string, MachineFile>): MachineFile | undefined {
  const name = from.slice(from.lastIndexOf('/') + 1);
  if (name === '' || !name.includes('.') || /\.html?$/iu.test(name)) {
    const path: SitePath = name === '' || name.includes('.') ? from : `${from}/`;
    return { path, render: () => renderMovedPage(to.startsWith('/') ? href(site.address, to) : to, site.text.language) };
  }
  const source = files.get(to);
  return source === undefined ? undefined : { path: from, render: () => source.render() };
}

/** Hosts that cannot send on have nothing at such an address. */
export function noPageProblem({ from }: Move): Problem {
  return { code: 'redirect-no-page', severity: 'warning', file: REDIRECTS_FILE, line: 1, field: from, got: `${quote(from)}, whose name ends as no page does`, expected: 'an address that ends in / or .html', fix: 'nothing, on a host that is set up with npm run preset; on others the old address shows the page for what is not there' };
}

