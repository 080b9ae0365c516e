/**
 * The addresses of a site against those that were published: what stands where something moved, the list of all, and what is lost. The
 * first build looks at every page; a later one goes on from the list of the last and looks at the blocks in which something changed.
 */
import type { Problem } from '../article/problem.ts';
import { siteFeedFiles, topicFiles } from '../formats/files.ts';
import type { MachineFile } from '../formats/machine-file.ts';
import { listTopics } from '../site/pages.ts';
import type { Site } from '../site/site.ts';
import { articlePath, outputFile, type SitePath } from '../site/urls.ts';
import { ADDRESS_LIST, renderAddresses, type Address } from './addresses.ts';
import type { Block } from './blocks.ts';
import { findMoved, moveEmptied, reportLost } from './lost-addresses.ts';
import { movedFile, noPageProblem, resolveRedirects } from './redirect-outputs.ts';
import { SortedLines } from './sorted-lines.ts';

export interface LastingAddresses {
  /** What stands at addresses that moved, and the list of all addresses. */
  readonly files: readonly MachineFile[];
  readonly problems: readonly Problem[];
}

/** Finds the addresses of the site that has these blocks. */
export type AddressPlanner = (blocks: readonly Block[]) => LastingAddresses;

/** Looks at every page. @param published paths that the site published before: none of them may be lost */
export function planAddresses(site: Site, published: readonly string[]): AddressPlanner {
  return (blocks) => {
    const pages = blocks.flatMap((block) => block.pages());
    const feeds = [...siteFeedFiles(site), ...listTopics(site).flatMap((topic) => topicFiles(site, topic))];
    const live: readonly SitePath[] = [...pages.filter(({ kind }) => kind !== 'notFound').map(({ path }) => path), ...feeds.map(({ path }) => path)];
    const livePaths = new Set<string>(live);
    const { moves, problems } = resolveRedirects(site.settings.redirects, site.address.base, livePaths, (path) => findMoved(site, path));
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
    const list = listFile(() => renderAddresses([...live.map((path): Address => ({ path, status: withdrawn.has(path) ? 410 : 200 })), ...all.map(({ from, to }): Address => ({ path: from, status: 301, target: to }))]));
    return {
      files: [...moved.flatMap(({ file }) => file ?? []), list],
      problems: [...problems, ...moved.flatMap(({ move, file }) => (file === undefined ? [noPageProblem(move)] : [])), ...reportLost(site, lost, livePaths)],
    };
  };
}

/** The last build of a site, as far as its addresses go. It was made by the same program. */
export interface BuiltAddresses {
  /** Its list of addresses. */
  readonly list: Buffer;
  /** The files of each of its blocks. */
  readonly blocks: ReadonlyMap<string, { readonly files: () => Iterable<string> }>;
  /** Blocks in which nothing has changed since. */
  readonly isKept: (block: string) => boolean;
  /** Paths that were published, so that none may be lost. */
  readonly published: {
    /** True where the list of the last build is one of those that tell what was published. */
    readonly list: boolean;
    /** What other lists tell. */
    readonly others: readonly string[];
    readonly all: () => readonly string[];
  };
}

/** Goes on from the last build. Where that cannot tell, since an address is moved, taken back or lost, every page is looked at. */
export function continueAddresses(site: Site, { list, blocks: before, isKept, published }: BuiltAddresses): AddressPlanner {
  return (blocks) => {
    const whole = (): LastingAddresses => planAddresses(site, published.all())(blocks);
    // A tab parts an address from where it leads, or from that it was taken back.
    if (site.settings.redirects.length > 0 || site.archive.withdrawn.length > 0 || list.includes(TAB)) return whole();
    const names = new Set(blocks.map(({ name }) => name));
    const gone = [...before].filter(([name]) => !names.has(name)).flatMap(([, { files }]) => [...files()]);
    const added: SitePath[] = [];
    for (const block of blocks) {
      if (isKept(block.name)) continue;
      const old = new Set(before.get(block.name)?.files());
      added.push(...addressesOf(site, block).filter((path) => !old.has(outputFile(path))));
      for (const file of filesOf(site, block)) old.delete(file);
      for (const file of old) gone.push(file);
    }
    const lines = new SortedLines(list, (line) => line);
    const removed = gone.map(pathOfFile).filter((path) => lines.find(path) !== undefined);
    if ((published.list && removed.length > 0) || !isThere(published.others, { list, removed, added })) return whole();
    const text = lines.change({ removed, added: new Map(added.map((path) => [path, path])) });
    return { files: [listFile(() => text.toString('utf8'))], problems: [] };
  };
}

const TAB = 9;

function addressesOf(site: Site, { subject, pages }: Block): readonly SitePath[] {
  const feeds = subject.kind === 'topic' ? topicFiles(site, subject.topic) : subject.kind === 'shared' ? siteFeedFiles(site) : [];
  return [...pages().filter(({ kind }) => kind !== 'notFound'), ...feeds].map(({ path }) => path);
}

/** Those of the shared block are asked for the list of addresses itself, and have few others. */
function filesOf(site: Site, block: Block): readonly string[] {
  return block.subject.kind === 'shared' ? addressesOf(site, block).map(outputFile) : block.outputs().map(({ file }) => file);
}

function pathOfFile(file: string): string {
  return `/${file.replace(/(?:^|(?<=\/))index\.html$/u, '')}`;
}

/** True where all these paths are in the list as it will be. */
function isThere(paths: readonly string[], { list, removed, added }: { readonly list: Buffer; readonly removed: readonly string[]; readonly added: readonly string[] }): boolean {
  if (paths.length === 0) return true;
  const there = new Set([...list.toString('utf8').split('\n'), ...added]);
  for (const path of removed) there.delete(path);
  return paths.every((path) => there.has(path));
}

/** @param makeText asked for by its key, and again by its file */
function listFile(makeText: () => string): MachineFile {
  let known: { readonly text: string } | { readonly make: () => string } = { make: makeText };
  return {
    path: `/${ADDRESS_LIST}`,
    render: () => {
      // With the function goes all that it knows, which is every page of the site.
      if ('make' in known) known = { text: known.make() };
      return known.text;
    },
  };
}
