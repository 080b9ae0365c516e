/**
 * The built site on the disk. `_site` is a link to one of two folders in `_site.build`; the next build works on the other
 * one and then turns the link, which is one rename: whoever reads sees the old site or the new one, whole, at every moment.
 *
 * Both folders stay. Files that are the same in both are one file with two names, so the second costs folders but no
 * content, and bringing it up to date takes as long as there are changes, not as long as the archive is large. No file is ever
 * changed in place: it may be the other folder's too.
 */
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, symlinkSync } from 'node:fs';
import { lstat, mkdir, readlink, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BUILD_BLOCK, buildEntries, createBlock, loadManifest, saveManifest, type Manifest } from './manifest.ts';
import { takeLock } from './lock.ts';
import { SUMS_FILE, updateSums } from './sums.ts';
import { writeWhole } from './write-file.ts';

/** Names of the two folders. */
const SLOTS = ['a', 'b'] as const;
type Slot = (typeof SLOTS)[number];

export interface SiteFolder {
  /** What earlier builds learned. */
  readonly cache: string;
  /** The published site and what is in it. */
  readonly live: { readonly folder: string; readonly manifest: Manifest } | undefined;
  /** Where the files of this build are made. */
  beginStage(): Promise<string>;
  /** Publishes the entries: those made in the stage, and from the old site those whose digest is the same. @param isMade true for files that are known to lie in the stage: nobody looks for them there */
  publish(manifest: Manifest, isMade?: (name: string) => boolean): Promise<void>;
  /** Takes away what a failed build left, and lets the next build begin. */
  close(): Promise<void>;
}

/** Key of files that were put into a site after it was built. The next build leaves them out: they may say what is no longer so. */
export const ADDED = 'added';

/**
 * Puts files into a built site, or takes new ones for those put there before. Each is written anew and renamed into its place, since
 * a file may be the other folder's too. @throws OutputLocked
 */
export async function addToSite(out: string, files: ReadonlyMap<string, string>): Promise<void> {
  const home = buildFolder(out);
  const slot = await liveSlot(out, home);
  const lock = slot === undefined ? undefined : await takeLock(join(home, 'lock'));
  try {
    const manifest = slot === undefined ? undefined : await loadManifest(manifestFile(home, slot));
    // First, so that a build knows of them even if this ends half way.
    if (slot !== undefined && manifest !== undefined) await saveManifest(manifestFile(home, slot), withAdded(manifest, files));
    for (const [name, text] of files) await writeWhole(join(out, name), text);
    await updateSums(out, [...files.keys()]);
  } finally {
    await lock?.release();
  }
}

function withAdded(manifest: Manifest, files: ReadonlyMap<string, string>): Manifest {
  const entries = new Map(buildEntries(manifest));
  for (const [name, text] of files) entries.set(name, { key: ADDED, digest: ADDED, bytes: Buffer.byteLength(text) });
  const sums = entries.get(SUMS_FILE);
  if (sums !== undefined) entries.set(SUMS_FILE, { ...sums, digest: ADDED });
  return { ...manifest, blocks: new Map([...manifest.blocks, [BUILD_BLOCK, createBlock(BUILD_BLOCK, '', entries)]]) };
}

/** Where everything but the site itself is kept. */
export function buildFolder(out: string): string {
  return `${out}.build`;
}

/** @param clean begins with an empty folder and without what earlier builds learned. @throws OutputLocked */
export async function openSiteFolder(out: string, clean = false): Promise<SiteFolder> {
  const home = buildFolder(out);
  const lock = await takeLock(join(home, 'lock'));
  try {
    await clearRemains(home);
    const slot = await liveSlot(out, home);
    if (clean) await forget(home, slot);
    const manifest = slot === undefined ? undefined : await loadManifest(manifestFile(home, slot));
    const target: Slot = slot === 'a' ? 'b' : 'a';
    const stage = openStage(home, target);
    return {
      cache: join(home, 'cache'),
      live: slot === undefined || manifest === undefined ? undefined : { folder: join(home, slot), manifest },
      beginStage: () => stage.begin(),
      publish: async (next, isMade = () => false) => {
        await stage.finish(next, slot === undefined ? undefined : join(home, slot), isMade);
        await turnLink(out, home, target);
        stage.published();
      },
      close: async () => {
        try {
          await stage.close();
        } finally {
          await lock.release();
        }
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function manifestFile(home: string, slot: Slot): string {
  return join(home, `${slot}.json`);
}

/** The folder that the link leads to. */
async function liveSlot(out: string, home: string): Promise<Slot | undefined> {
  const target = await readlink(out).catch(() => undefined);
  return SLOTS.find((slot) => target === join(basename(home), slot));
}

const TRASH = 'trash-';
const STAGE = 'stage';

/** Puts right what builds that died have left. */
async function clearRemains(home: string): Promise<void> {
  for (const name of readdirSync(home)) {
    if (name === STAGE || name.startsWith(TRASH) || name.endsWith('.new') || name.endsWith('.dead')) await rm(join(home, name), { recursive: true, force: true });
  }
}

/** All but the published site, so that a clean build cannot use any of it. */
async function forget(home: string, live: Slot | undefined): Promise<void> {
  await rm(join(home, 'cache'), { recursive: true, force: true });
  for (const slot of SLOTS) if (slot !== live) await rm(manifestFile(home, slot), { force: true });
}

/** The folder that this build fills or brings up to date. Nothing of it is read before there is something to do: its manifest is large. */
function openStage(home: string, slot: Slot) {
  const folder = join(home, slot);
  const file = manifestFile(home, slot);
  let begun: { readonly old: Manifest | undefined; readonly stage: string } | undefined;
  let done = false;
  const begin = async (): Promise<{ readonly old: Manifest | undefined; readonly stage: string }> => {
    if (begun !== undefined) return begun;
    const old = await loadManifest(file);
    // A folder without a manifest belongs to a build that did not end: nobody knows what is in it.
    if (old === undefined) await rm(folder, { recursive: true, force: true });
    begun = { old, stage: old === undefined ? folder : join(home, STAGE) };
    await mkdir(begun.stage, { recursive: true });
    return begun;
  };
  return {
    begin: async (): Promise<string> => (await begin()).stage,
    finish: async (next: Manifest, live: string | undefined, isMade: (name: string) => boolean): Promise<void> => {
      const { old, stage } = await begin();
      // From here on the folder is neither what its manifest says nor what the next one will.
      await rm(file, { force: true });
      await mkdir(folder, { recursive: true });
      bringUpToDate({ folder, stage, live, old, next, isMade });
      await saveManifest(file, next);
    },
    published: (): void => {
      done = true;
    },
    close: async (): Promise<void> => {
      if (begun === undefined) return;
      if (begun.old !== undefined) await rm(begun.stage, { recursive: true, force: true });
      else if (!done) await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Update {
  readonly folder: string;
  /** The same as `folder` where that began empty. */
  readonly stage: string;
  /** The published site. */
  readonly live: string | undefined;
  /** What the folder has now. */
  readonly old: Manifest | undefined;
  readonly next: Manifest;
  /** Known to be in the stage. */
  readonly isMade: (name: string) => boolean;
}

/** Synchronous, since a hundred thousand small steps in a row are several times faster so. */
function bringUpToDate({ folder, stage, live, old, next, isMade }: Update): void {
  const changed = [...next.blocks.values()].filter(({ name, digest }) => old?.blocks.get(name)?.digest !== digest);
  const gone = [...(old?.blocks.values() ?? [])].filter(({ name, digest }) => next.blocks.get(name)?.digest !== digest);
  for (const block of gone) for (const name of block.entries.keys()) if (next.blocks.get(block.name)?.entries.has(name) !== true) remove(folder, name);
  const fresh = stage === folder;
  const made = new Set<string>();
  for (const block of changed) {
    const before = old?.blocks.get(block.name)?.entries;
    for (const [name, { digest }] of block.entries) {
      if (before?.get(name)?.digest === digest || (fresh && isMade(name))) continue;
      const place = join(folder, name);
      if (fresh && existsSync(place)) continue;
      makeParent(place, made);
      if (!fresh && (isMade(name) || existsSync(join(stage, name)))) moveIn(join(stage, name), place, name);
      else if (live !== undefined) linkIn(join(live, name), place, name);
      else throw new Error(`${name} was not built`);
    }
  }
}

function makeParent(place: string, made: Set<string>): void {
  const parent = dirname(place);
  if (made.has(parent)) return;
  mkdirSync(parent, { recursive: true });
  made.add(parent);
}

function moveIn(from: string, place: string, name: string): void {
  if (name.endsWith('/')) rmSync(place, { recursive: true, force: true });
  renameSync(from, place);
}

function linkIn(from: string, place: string, name: string): void {
  if (!name.endsWith('/')) {
    rmSync(place, { force: true });
    linkSync(from, place);
    return;
  }
  rmSync(place, { recursive: true, force: true });
  linkFolder(from, place);
}

function linkFolder(from: string, place: string): void {
  mkdirSync(place, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) linkFolder(join(from, entry.name), join(place, entry.name));
    else linkSync(join(from, entry.name), join(place, entry.name));
  }
}

/** Removes an entry and the folders that are empty without it. */
function remove(folder: string, name: string): void {
  const place = join(folder, name);
  if (name.endsWith('/')) rmSync(place, { recursive: true, force: true });
  else rmSync(place, { force: true });
  for (let parent = dirname(place); parent.length > folder.length; parent = dirname(parent)) {
    try {
      rmdirSync(parent);
    } catch {
      return;
    }
  }
}

/** Makes the link lead to the new folder. A plain folder in its place, as other versions made it, is moved away first. */
async function turnLink(out: string, home: string, slot: Slot): Promise<void> {
  const link = join(home, `link-${String(process.pid)}.new`);
  rmSync(link, { force: true });
  symlinkSync(join(basename(home), slot), link, 'junction');
  const there = await lstat(out).catch(() => undefined);
  const plain = there?.isDirectory() === true ? join(home, `${TRASH}${String(process.pid)}`) : undefined;
  if (plain !== undefined) await rename(out, plain);
  await rename(link, out);
  if (plain !== undefined) await rm(plain, { recursive: true, force: true });
}
