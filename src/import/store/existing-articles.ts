/** The articles that the archive has already: their ids, and the tags, people and places that it knows. */
import { createHash } from 'node:crypto';
import { opendir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readNames, FieldFault } from '../../article/fields.ts';
import { parseFrontMatter } from '../../article/front-matter.ts';
import type { NameKind } from '../tags/suggest-names.ts';

export interface ExistingArticles {
  /** Id → path below the archive. */
  readonly files: ReadonlyMap<string, string>;
  readonly names: Readonly<Record<NameKind, ReadonlySet<string>>>;
}

const AT_ONCE = 32;

/** @param folder the archive; one that is not there has no articles */
export async function readExistingArticles(folder: string): Promise<ExistingArticles> {
  const files = new Map<string, string>();
  const names: Record<NameKind, Set<string>> = { tags: new Set(), people: new Set(), places: new Set() };
  const read = async (name: string): Promise<void> => {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    files.set(idOf(text, name), name);
    if (!/^(?:tags|people|places):/mu.test(text.slice(0, 16_384))) return;
    const matter = parseFrontMatter(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'));
    if ('code' in matter) return;
    for (const kind of ['tags', 'people', 'places'] as const) {
      const value = matter.fields[kind];
      const list = value === undefined || value === null || value === '' ? [] : readNames(value);
      if (!(list instanceof FieldFault)) for (const one of list) names[kind].add(one.normalize('NFC'));
    }
  };
  let waiting: string[] = [];
  for await (const name of listArticles(folder, '')) {
    waiting.push(name);
    if (waiting.length < AT_ONCE) continue;
    await Promise.all(waiting.map(read));
    waiting = [];
  }
  await Promise.all(waiting.map(read));
  return { files, names };
}

function idOf(text: string, name: string): string {
  return /^id:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*$/mu.exec(text.slice(0, 16_384))?.[1] ?? (name.split('/').at(-1) ?? name).replace(/\.md$/u, '');
}

async function* listArticles(folder: string, below: string): AsyncGenerator<string> {
  const entries = await opendir(join(folder, below)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (entries === undefined) return;
  for await (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* listArticles(folder, name);
    else if (entry.isFile() && name.endsWith('.md')) yield name;
  }
}

/** Digest of a file as it lies on the disk; nothing when it is not there. */
export async function digestFile(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return bytes === undefined ? undefined : createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
}
