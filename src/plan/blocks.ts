/**
 * The files of a site in blocks that change together: those of a year, those of a topic, and all others. A block is named without making
 * the list of its files, and one digest tells of all that they are made of (`page-keys.ts`): where it is the last build's, nothing in the block
 * is looked at. That is what makes a build after one more article small, however large the archive is.
 */
import type { Period } from '../archive/archive.ts';
import type { Topic } from '../archive/topics.ts';
import { sharedFiles, topicFiles, yearFiles } from '../formats/files.ts';
import type { MachineFile } from '../formats/machine-file.ts';
import { listTopics, sharedPages, topicPages, yearPages, type Page } from '../site/pages.ts';
import type { Site } from '../site/site.ts';
import { outputFile, topicPath } from '../site/urls.ts';

/** What a file is: a page, or a file for machines. */
export type Content = { readonly page: Page } | { readonly machine: MachineFile };

/** One file of the site, with the block that it is in. */
export type Output = { readonly file: string; readonly block: string } & Content;

/** What a block is about; `shared` is about the whole archive, and is looked at file by file. */
export type BlockSubject = { readonly kind: 'year'; readonly year: Period } | { readonly kind: 'topic'; readonly topic: Topic } | { readonly kind: 'shared' };

export interface Block {
  /** `year/2015`, `tags/…`, `shared`: unique, and the same in the next build. */
  readonly name: string;
  readonly subject: BlockSubject;
  readonly pages: () => readonly Page[];
  /** Listed anew whenever they are asked for: nobody has to hold those of all blocks. */
  readonly outputs: () => readonly Output[];
}

export const SHARED = 'shared';

/** @param others files that are in the shared block besides, such as pages at addresses that moved */
export function listBlocks(site: Site, others: () => readonly MachineFile[]): readonly Block[] {
  return [
    createBlock(SHARED, { kind: 'shared' }, () => sharedPages(site), () => [...sharedFiles(site), ...others()]),
    ...site.archive.years.map((year) => createBlock(`year/${year.key}`, { kind: 'year', year }, () => yearPages(site, year), () => yearFiles(site, year))),
    ...listTopics(site).map((topic) => createBlock(topicPath(topic).slice(1, -1), { kind: 'topic', topic }, () => topicPages(topic), () => topicFiles(site, topic))),
  ];
}

function createBlock(name: string, subject: BlockSubject, pages: () => readonly Page[], listMachineFiles: () => readonly MachineFile[]): Block {
  const outputs = (): readonly Output[] => [
    ...pages().map((page): Output => ({ file: outputFile(page.path), block: name, page })),
    ...listMachineFiles().map((machine): Output => ({ file: outputFile(machine.path), block: name, machine })),
  ];
  return { name, subject, pages, outputs };
}
