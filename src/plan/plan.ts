/** The plan of a build: everything that would be written, checked before anything is. */
import type { Problem } from '../article/problem.ts';
import type { Site } from '../site/site.ts';
import { listBlocks, type Block, type Output } from './blocks.ts';
import { planAddresses, type AddressPlanner, type LastingAddresses } from './lasting-addresses.ts';

export interface Plan {
  readonly blocks: readonly Block[];
  /** Redirects that lead nowhere; addresses that are lost. Their files are those of the settings. */
  readonly problems: () => readonly Problem[];
}

/** @param plan finds the addresses that are to last, when somebody asks what files the site has of them */
export function buildPlan(site: Site, plan: AddressPlanner = planAddresses(site, [])): Plan {
  let known: LastingAddresses | undefined;
  const lasting = (): LastingAddresses => (known ??= plan(blocks));
  const blocks = listBlocks(site, () => lasting().files);
  return { blocks, problems: () => lasting().problems };
}

/** Every output of a plan, listed anew. */
export function listOutputs({ blocks }: Pick<Plan, 'blocks'>): readonly Output[] {
  return blocks.flatMap(({ outputs }) => outputs());
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

