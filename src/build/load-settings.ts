/** Reads the folder of settings. A file that is not there means its defaults. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DOSSIERS_FOLDER } from '../archive/dossier.ts';
import { HISTORY_FILE } from '../archive/history.ts';
import type { Problem } from '../article/problem.ts';
import { LANGUAGE_CODES, type LanguageCode } from '../languages/languages.ts';
import { REDIRECTS_FILE } from '../archive/redirects.ts';
import { NAME_FILES, parseSettings, SITE_FILE, siteFile, type Settings } from '../archive/settings.ts';

/** @param language of the interface, when it is not the one in the settings */
export async function loadSettings(folder: string, language?: LanguageCode): Promise<{ readonly settings: Settings; readonly problems: readonly Problem[] }> {
  const files = new Map<string, string>();
  for (const name of [SITE_FILE, ...LANGUAGE_CODES.map(siteFile), ...Object.values(NAME_FILES), REDIRECTS_FILE, HISTORY_FILE]) {
    const text = await readFile(join(folder, name), 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text !== undefined) files.set(name, text);
  }
  for (const name of await dossierFiles(folder)) files.set(`${DOSSIERS_FOLDER}/${name}`, await readFile(join(folder, DOSSIERS_FOLDER, name), 'utf8'));
  return parseSettings(files, language);
}

/** Files only: a link could show any file of the machine. */
async function dossierFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, DOSSIERS_FOLDER), { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !entry.name.startsWith('.')).map(({ name }) => name).sort();
}
