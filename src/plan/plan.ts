/** The plan of a build: everything that would be written, checked before anything is. */
import type { Problem } from '../article/problem.ts';
import { siteFeedFiles, topicFiles } from '../formats/files.ts';
import type { MachineFile } from '../formats/machine-file.ts';
import { listTopics } from '../site/pages.ts';
import type { Site } from '../site/site.ts';
import { articlePath, type SitePath } from '../site/urls.ts';
import { ADDRESS_LIST, renderAddresses, type Address } from './addresses.ts';
import { listBlocks, type Block, type Output } from './blocks.ts';
import { findMoved, moveEmptied, reportLost } from './lost-addresses.ts';
import { movedFile, noPageProblem, resolveRedirects } from './redirect-outputs.ts';

export interface Plan {
  readonly blocks: readonly Block[];
  /** Redirects that lead nowhere; addresses that are lost. */
  readonly problems: readonly Problem[];
}

/** @param published paths that the site published before: none of them may be lost */
export function buildPlan(site: Site, published: readonly string[] = []): Plan {
  const blocks = listBlocks(site, () => lasting.files);
  const lasting = planAddresses(site, blocks, published);
  return { blocks, problems: lasting.problems };
}

/** Every output of a plan, listed anew. */
export function listOutputs({ blocks }: Pick<Plan, 'blocks'>): readonly Output[] {
  return blocks.flatMap(({ outputs }) => outputs());
}

interface LastingAddresses {
  /** What stands at addresses that moved, and the list of all addresses. */
  readonly files: readonly MachineFile[];
  readonly problems: readonly Problem[];
}

function planAddresses(site: Site, blocks: readonly Block[], published: readonly string[]): LastingAddresses {
  const pages = blocks.flatMap((block) => block.pages());
  const feeds = [...siteFeedFiles(site), ...listTopics(site).flatMap((topic) => topicFiles(site, topic))];
  const live: readonly SitePath[] = [...pages.filter(({ kind }) => kind !== 'notFound').map(({ path }) => path), ...feeds.map(({ path }) => path)];
  const livePaths = new Set<string>(live);
  const { moves, problems } = resolveRedirects(site.settings.redirects, livePaths, (path) => findMoved(site, path));
  // A line that leads nowhere is said to; the address is not reported once more.
  const named = [...moves.map(({ from }) => from), ...problems.map(({ field }) => field)];
  const moving = new Set<string>(named.flatMap((from) => [from, `${from}/`, from.replace(/\/$/u, '')]));
  const missing = [...new Set(published.filter((path) => !livePaths.has(path) && !moving.has(path)))];
  const emptied = moveEmptied(site, missing, livePaths);
  const lost = missing.filter((path) => !emptied.some(({ from }) => from === path));
  const withdrawn = new Set<string>(site.archive.withdrawn.map(articlePath));
  const all = [...moves, ...emptied];
  const byPath = new Map<string, MachineFile>(feeds.map((file) => [file.path, file]));
  const moved = all.map((move) => ({ move, file: movedFile(site, move, byPath) }));
  // Its key asks for the text, and so does its file.
  let text: string | undefined;
  const render = (): string => (text ??= renderAddresses([...live.map((path): Address => ({ path, status: withdrawn.has(path) ? 410 : 200 })), ...all.map(({ from, to }): Address => ({ path: from, status: 301, target: to }))]));
  return {
    files: [...moved.flatMap(({ file }) => file ?? []), { path: `/${ADDRESS_LIST}`, render }],
    problems: [...problems, ...moved.flatMap(({ move, file }) => (file === undefined ? [noPageProblem(move)] : [])), ...reportLost(site, lost, livePaths)],
  };
}

/** Outputs that would leave the site's folder or stand on each other. */
export function checkOutputs(outputs: Iterable<Output>): readonly Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const output of outputs) problems.push(...check(output));
  return problems;

  function check(output: Output): readonly Problem[] {
    const problem = (got: string, expected: string, fix: string): Problem => ({ code: 'path-unsafe', severity: 'error', file: 'page' in output ? output.page.subject || output.file : output.file, line: 1, field: 'file', got, expected, fix });
    if (!isSafeFile(output.file)) return [problem(`the path ${JSON.stringify(output.file)}`, 'a path inside the site', 'give the name a slug of its own in _data')];
    // File systems that ignore case or composition would let one of two such files overwrite the other.
    const key = foldPath(output.file);
    const owner = owners.get(key);
    owners.set(key, output.file);
    return owner === undefined ? [] : [problem(`the path ${output.file}, which is taken`, 'a path for each page', 'give one of the two names a slug of its own in _data')];
  }
}

/** True where no file of a block can stand on one of another: all that a build has to know of blocks whose files it does not list. */
export function areApart(blocks: readonly Block[]): boolean {
  return new Set(blocks.map(({ name }) => foldPath(name))).size === blocks.length && blocks.every(({ name }) => isSafeFile(name));
}

function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** True for a relative path whose parts are plain names: no `..`, no empty part, no separator of another system, no control character. */
export function isSafeFile(file: string): boolean {
  return file.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:*?"<>|\p{Cc}]/u.test(part) && Buffer.byteLength(part) <= 255);
}

