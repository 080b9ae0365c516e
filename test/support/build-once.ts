/** Builds a site for tests: once for the same arguments within a test file, into a temporary folder that is gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBuild } from '../../src/build/build-site.ts';
import type { LanguageCode } from '../../src/languages/languages.ts';
import { readSite, type BuiltSite } from './site-checks/built-site.ts';

export const PROJECT = join(import.meta.dirname, '../..');
export const FIXTURE = join(PROJECT, 'test/fixtures/archive');

export interface Sources {
  readonly articles: string;
  readonly data: string;
}

export const SAMPLE: Sources = { articles: join(PROJECT, 'articles'), data: join(PROJECT, '_data') };
export const FIXTURE_SOURCES: Sources = { articles: join(FIXTURE, 'articles'), data: join(FIXTURE, '_data') };

const built = new Map<string, Promise<BuiltSite>>();
/** Eleventy and Pagefind keep state of the process: one build after the other. */
let last: Promise<unknown> = Promise.resolve();

/** @param language of the interface, when it is not the one in the settings */
export function buildOnce(sources: Sources, base = '/', language?: LanguageCode): Promise<BuiltSite> {
  const key = JSON.stringify([sources, base, language]);
  const known = built.get(key);
  if (known !== undefined) return known;
  const site = last.then(() => build(sources, base, language));
  built.set(key, site);
  last = site.catch(() => undefined);
  return site;
}

async function build({ articles, data }: Sources, base: string, language: LanguageCode | undefined): Promise<BuiltSite> {
  process.chdir(PROJECT);
  const folder = mkdtempSync(join(tmpdir(), 'warraq-site-'));
  try {
    await runBuild({ articles, data, language, out: join(folder, 'site'), base });
    return readSite(join(folder, 'site'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
