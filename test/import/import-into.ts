/** Imports texts into a folder of its own, through the real import. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createAnalyser } from '../../src/arabic/analyser.ts';
import type { ArticleId } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { dayNumber } from '../../src/calendar/day.ts';
import { importAll } from '../../src/import/import-all.ts';
import type { ImportOptions } from '../../src/import/import-options.ts';
import { loadKnowledge } from '../../src/import/load-knowledge.ts';
import { findSources } from '../../src/import/read/find-sources.ts';
import type { ImportReport } from '../../src/import/report/report.ts';
import { readExistingArticles } from '../../src/import/store/existing-articles.ts';
import { createNameFinder } from '../../src/import/tags/suggest-names.ts';
import { articlePath } from '../../src/site/urls.ts';

export interface Workshop {
  readonly root: string;
  readonly to: string;
  /** Writes a source file. */
  readonly put: (name: string, content: string | Uint8Array) => string;
  readonly run: (options?: Partial<ImportOptions>) => Promise<ImportReport>;
  /** Article files by their path below the archive, drafts included. */
  readonly files: () => ReadonlyMap<string, string>;
  readonly dispose: () => void;
}

export const TODAY = dayNumber({ year: 2026, month: 6, day: 1 });

export function openWorkshop(): Workshop {
  const root = mkdtempSync(join(tmpdir(), 'warraq-import-'));
  const to = join(root, 'archive', 'articles');
  const sources = join(root, 'sources');
  mkdirSync(sources);
  return {
    root,
    to,
    put: (name, content) => {
      mkdirSync(dirname(join(sources, name)), { recursive: true });
      writeFileSync(join(sources, name), content);
      return join(sources, name);
    },
    run: async (options = {}) => importInto(to, [sources], options),
    files: () => listFiles(to),
    dispose: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export async function importInto(to: string, sources: readonly string[], options: Partial<ImportOptions> = {}): Promise<ImportReport> {
  const { furniture, names, eras } = await loadKnowledge(undefined);
  const existing = await readExistingArticles(to);
  const vocabulary = (['tags', 'people', 'places'] as const).flatMap((kind) => [...existing.names[kind]].map((name) => ({ kind, name, spelling: name })));
  const suggest = createNameFinder({ names: vocabulary }, createAnalyser({ plurals: [], spellings: [], joined: [], names: [] }));
  return importAll(await findSources(sources, to), existing, { furniture, names, eras, suggest, latest: TODAY }, {
    to,
    format: 'auto',
    encoding: 'auto',
    columns: new Map(),
    wishes: { date: undefined, source: undefined, section: undefined, acceptTags: false },
    confirmed: new Map(),
    edited: 'stop',
    skipDuplicates: false,
    dryRun: false,
    ownHosts: new Set(),
    redirects: join(dirname(to), 'redirects.yaml'),
    pagePath: (id, date) => articlePath({ id: id as ArticleId, date }),
    ...options,
  });
}

export function listFiles(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (below: string): void => {
    for (const name of readdirSync(join(folder, below)).sort()) {
      const path = below === '' ? name : `${below}/${name}`;
      if (path === '.import') continue;
      if (statSync(join(folder, path)).isDirectory()) walk(path);
      else found.set(path, readFileSync(join(folder, path), 'utf8'));
    }
  };
  walk('');
  return found;
}

/** What an article file says, or its problems as one text. */
export function readArticle(file: string, text: string): NonNullable<ReturnType<typeof parseArticle>['article']> {
  const { article, problems } = parseArticle(file, new TextEncoder().encode(text));
  if (article === undefined) throw new Error(problems.map(({ code, got }) => `${code}: ${got}`).join('\n'));
  return article;
}

/** The letters and digits of a text, in order: what an import must not change. */
export function lettersOf(text: string): string {
  return [...text.normalize('NFKC').matchAll(/[\p{L}\p{N}]/gu)].map(([letter]) => letter).filter((letter) => letter !== '\u0640').join('');
}
