/** The plan of a build: everything that would be written, checked before anything is. */
import type { Problem } from '../article/problem.ts';
import { listFiles } from '../formats/files.ts';
import type { MachineFile } from '../formats/machine-file.ts';
import { listPages, type Page } from '../site/pages.ts';
import type { Site } from '../site/site.ts';
import { outputFile } from '../site/urls.ts';

/** One file of the site. */
export type Output = { readonly file: string; readonly page: Page } | { readonly file: string; readonly machine: MachineFile };

export interface Plan {
  readonly outputs: readonly Output[];
  /** Outputs that would leave the site's folder or stand on each other. */
  readonly problems: readonly Problem[];
}

export function buildPlan(site: Site): Plan {
  const pages = listPages(site);
  const outputs: readonly Output[] = [
    ...pages.map((page) => ({ file: outputFile(page.path), page })),
    ...listFiles(site, pages).map((machine) => ({ file: outputFile(machine.path), machine })),
  ];
  return { outputs, problems: checkOutputs(outputs) };
}

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

