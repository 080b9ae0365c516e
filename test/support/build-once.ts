/** Builds a site for tests: once for the same arguments within a test file, into a temporary folder that is gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBuild } from '../../src/build/build-site.ts';
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

export function buildOnce(sources: Sources, base = '/'): Promise<BuiltSite> {
  const key = JSON.stringify([sources, base]);
  const known = built.get(key);
  if (known !== undefined) return known;
  const site = last.then(() => build(sources, base));
  built.set(key, site);
  last = site.catch(() => undefined);
  return site;
}

async function build({ articles, data }: Sources, base: string): Promise<BuiltSite> {
  process.chdir(PROJECT);
  const folder = mkdtempSync(join(tmpdir(), 'warraq-site-'));
  try {
    await runBuild({ articles, data, out: join(folder, 'site'), base });
    return readSite(join(folder, 'site'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
