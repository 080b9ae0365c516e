/** Old addresses of imported articles, collected while they come in and written at the end. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ForeignArticle } from './foreign-article.ts';
import type { ImportReport } from './report/report.ts';
import { normalAddress } from './store/make-id.ts';
import { readOldPath, writeRedirects } from './store/redirects.ts';

export interface RedirectCollector {
  /**
   * @param path address of the article's page
   * @param before address that an earlier import gave it
   */
  readonly add: (article: Pick<ForeignArticle, 'address' | 'oldPaths'>, path: string, before: string | undefined) => void;
  /**
   * @param file where they go; in a dry run they are only counted
   * @param pages addresses of the archive's pages: entries that lead to one of them were written by an import
   */
  readonly write: (file: string, pages: Iterable<string>, dryRun: boolean) => Promise<ImportReport['redirects']>;
}

const MOST_IMPOSSIBLE = 10_000;

/** @param ownHosts hosts whose addresses are the archivist's own */
export function createRedirectCollector(ownHosts: ReadonlySet<string>): RedirectCollector {
  const wanted = new Map<string, string>();
  const impossible: string[] = [];
  const isOwn = (address: string): boolean => ownHosts.has((normalAddress(address) ?? '').split('/', 1)[0] ?? '');
  return {
    add: ({ address, oldPaths }, path, before) => {
      for (const old of [...oldPaths, ...(address !== undefined && isOwn(address) ? [address] : [])]) {
        const from = readOldPath(old);
        if (from !== undefined) wanted.set(from, path);
        else if (impossible.length < MOST_IMPOSSIBLE) impossible.push(old);
      }
      if (before !== undefined && before !== path) wanted.set(before, path);
    },
    write: async (file, pages, dryRun) => {
      if (dryRun || wanted.size === 0) return { added: wanted.size, file, kept: [], impossible };
      await mkdir(dirname(file), { recursive: true });
      return { ...(await writeRedirects(file, wanted, new Set([...pages, ...wanted.keys()]))), file, impossible };
    },
  };
}
