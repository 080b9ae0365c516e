/** Old addresses and the pages that took their place: `_data/redirects.yaml`, a map of `old path: new path`. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { parseDocument, isMap } from 'yaml';

export interface RedirectResult {
  readonly added: number;
  /** Old paths that a person leads elsewhere; they stay as they are. */
  readonly kept: readonly string[];
}

/** A path as files and hosts name it: readable letters, no query, nothing that climbs. Nothing where there is no such path. */
export function readOldPath(text: string): string | undefined {
  const path = URL.canParse(text) ? new URL(text).pathname + new URL(text).search : text;
  let readable: string;
  try {
    readable = decodeURI(path).normalize('NFC');
  } catch {
    return undefined;
  }
  const absolute = readable.startsWith('/') ? readable : `/${readable}`;
  return /^\/(?!\/)[^\u0000-\u001F\u007F?#\\"<>{}|^`]{1,500}$/u.test(absolute) && !/(?:^|\/)\.\.?(?:\/|$)/u.test(absolute) && absolute !== '/' ? absolute : undefined;
}

/**
 * Adds to the file, comments and order kept.
 * @param wanted old path → new path
 * @param ours new paths that earlier imports wrote: an entry that leads to one of them is ours to change
 */
export async function writeRedirects(path: string, wanted: ReadonlyMap<string, string>, ours: ReadonlySet<string>): Promise<RedirectResult> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const document = parseDocument(text, { schema: 'failsafe' });
  if (text.trim() === '') document.commentBefore = ' Addresses of before and the pages that they lead to: old path, new path.';
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) throw new Error(`${path} is not a YAML map of old paths and new paths; correct it and import again`);
  let added = 0;
  const kept: string[] = [];
  for (const [from, to] of wanted) {
    const known: unknown = document.get(from);
    if (known === to || from === to) continue;
    if (typeof known === 'string' && !ours.has(known)) {
      kept.push(from);
      continue;
    }
    document.set(from, to);
    added += 1;
  }
  if (added > 0) {
    await writeFile(`${path}.new`, document.toString({ lineWidth: 0 }));
    await rename(`${path}.new`, path);
  }
  return { added, kept };
}
