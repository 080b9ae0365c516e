/** Reads the folder of settings. A file that is not there means its defaults. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../article/problem.ts';
import { REDIRECTS_FILE } from '../archive/redirects.ts';
import { NAME_FILES, parseSettings, SITE_FILE, type Settings } from '../archive/settings.ts';

export async function loadSettings(folder: string): Promise<{ readonly settings: Settings; readonly problems: readonly Problem[] }> {
  const files = new Map<string, string>();
  for (const name of [SITE_FILE, ...Object.values(NAME_FILES), REDIRECTS_FILE]) {
    const text = await readFile(join(folder, name), 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text !== undefined) files.set(name, text);
  }
  return parseSettings(files);
}
