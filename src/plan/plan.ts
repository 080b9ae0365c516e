/** The plan of a build: everything that would be written, checked before anything is. */
import type { Problem } from '../article/problem.ts';
import { listFiles } from '../formats/files.ts';
import type { MachineFile } from '../formats/machine-file.ts';
import { listPages, type Page } from '../site/pages.ts';
import type { Site } from '../site/site.ts';
import { articlePath, outputFile, type SitePath } from '../site/urls.ts';
import { ADDRESS_LIST, renderAddresses, type Address } from './addresses.ts';
import { moveEmptied, reportLost } from './lost-addresses.ts';
import { movedFile, noPageProblem, resolveRedirects } from './redirect-outputs.ts';

/** One file of the site. */
export type Output = { readonly file: string; readonly page: Page } | { readonly file: string; readonly machine: MachineFile };

export interface Plan {
  readonly outputs: readonly Output[];
  /** Outputs that would leave the site's folder or stand on each other; redirects that lead nowhere; addresses that are lost. */
  readonly problems: readonly Problem[];
}

/** @param published paths that the site published before: none of them may be lost */
export function buildPlan(site: Site, published: readonly string[] = []): Plan {
  const pages = listPages(site);
  const files = listFiles(site, pages);
  const lasting = planAddresses(site, pages, files, published);
  const outputs: readonly Output[] = [
    ...pages.map((page) => ({ file: outputFile(page.path), page })),
    ...[...files, ...lasting.files].map((machine) => ({ file: outputFile(machine.path), machine })),
  ];
  return { outputs, problems: [...lasting.problems, ...checkOutputs(outputs)] };
}

interface LastingAddresses {
  /** What stands at addresses that moved, and the list of all addresses. */
  readonly files: readonly MachineFile[];
  readonly problems: readonly Problem[];
}

function planAddresses(site: Site, pages: readonly Page[], files: readonly MachineFile[], published: readonly string[]): LastingAddresses {
  const live: readonly SitePath[] = [...pages.filter(({ kind }) => kind !== 'notFound').map(({ path }) => path), ...files.filter(({ path }) => FEED.test(path)).map(({ path }) => path)];
  const livePaths = new Set<string>(live);
  const { moves, problems } = resolveRedirects(site.settings.redirects, livePaths);
  const known = new Set<string>([...live, ...moves.flatMap(({ from }) => [from, `${from}/`, from.replace(/\/$/u, '')])]);
  const missing = [...new Set(published)].filter((path) => !known.has(path));
  const emptied = moveEmptied(site, missing, livePaths);
  const lost = missing.filter((path) => !emptied.some(({ from }) => from === path));
  const withdrawn = new Set<string>(site.archive.withdrawn.map(articlePath));
  const all = [...moves, ...emptied];
  const byPath = new Map<string, MachineFile>(files.map((file) => [file.path, file]));
  const moved = all.map((move) => ({ move, file: movedFile(site, move, byPath) }));
  const addresses: readonly Address[] = [...live.map((path): Address => ({ path, status: withdrawn.has(path) ? 410 : 200 })), ...all.map(({ from, to }): Address => ({ path: from, status: 301, target: to }))];
  return {
    files: [...moved.flatMap(({ file }) => file ?? []), { path: `/${ADDRESS_LIST}`, render: () => renderAddresses(addresses) }],
    problems: [...problems, ...moved.flatMap(({ move, file }) => (file === undefined ? [noPageProblem(move)] : [])), ...reportLost(site, lost)],
  };
}

/** Readers subscribe to these. */
const FEED = /\/feed\.(?:xml|json)$/u;

function checkOutputs(outputs: readonly Output[]): readonly Problem[] {
  const owners = new Map<string, string>();
  return outputs.flatMap((output): Problem[] => {
    const problem = (got: string, expected: string, fix: string): Problem => ({ code: 'path-unsafe', severity: 'error', file: 'page' in output ? output.page.subject || output.file : output.file, line: 1, field: 'file', got, expected, fix });
    if (!isSafeFile(output.file)) return [problem(`the path ${JSON.stringify(output.file)}`, 'a path inside the site', 'give the name a slug of its own in _data')];
    // File systems that ignore case or composition would let one of two such files overwrite the other.
    const key = output.file.normalize('NFC').toLowerCase();
    const owner = owners.get(key);
    owners.set(key, output.file);
    return owner === undefined ? [] : [problem(`the path ${output.file}, which is taken`, 'a path for each page', 'give one of the two names a slug of its own in _data')];
  });
}

/** True for a relative path whose parts are plain names: no `..`, no empty part, no separator of another system, no control character. */
export function isSafeFile(file: string): boolean {
  return file.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:*?"<>|\p{Cc}]/u.test(part) && Buffer.byteLength(part) <= 255);
}

