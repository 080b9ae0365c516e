/** Reads the folder of articles. Links are refused: an article must not show a file from elsewhere on the machine. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';
import type { Problem } from '../article/problem.ts';

export interface LoadedArticles {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  /** Number of article files found. */
  readonly files: number;
}

/** Folder of images and other attachments beside the articles. */
export const MEDIA_FOLDER = 'media';

/** Files that are read at one time: enough to keep the disk busy, few enough for any limit on open files. */
const AT_ONCE = 32;

/** @throws when the folder cannot be read */
export async function loadArticles(folder: string): Promise<LoadedArticles> {
  const found = (await listFiles(folder, '')).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = found.filter(({ name }) => name.endsWith('.md'));
  const articles: Article[] = [];
  const problems: Problem[] = found.filter(({ name }) => TEXT_FILE.test(name)).map(ignoredFile);
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const parsed = await Promise.all(files.slice(start, start + AT_ONCE).map((file) => loadArticle(folder, file)));
    for (const { article, problems: own } of parsed) {
      if (article !== undefined) articles.push(article);
      problems.push(...own);
    }
  }
  return { articles, problems, files: files.length };
}

/** Files that somebody may take for articles. */
const TEXT_FILE = /\.(?:txt|text|markdown|mdown|html?|docx?|rtf)$/iu;

function ignoredFile({ name }: FoundFile): Problem {
  return { code: 'file-ignored', severity: 'warning', file: name, line: 1, field: 'file', got: 'a file that is not read', expected: 'article files whose names end in .md', fix: 'make an article file of it (docs/article-format.md), or move it elsewhere' };
}

interface FoundFile {
  /** Path below the folder, with `/`. */
  readonly name: string;
  readonly link: boolean;
}

async function listFiles(folder: string, below: string): Promise<FoundFile[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<FoundFile[]> => {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.') || name === MEDIA_FOLDER) return [];
      if (entry.isDirectory()) return listFiles(folder, name);
      return [{ name, link: entry.isSymbolicLink() }];
    }),
  );
  return found.flat();
}

async function loadArticle(folder: string, { name, link }: FoundFile): Promise<{ readonly article: Article | undefined; readonly problems: readonly Problem[] }> {
  const refuse = (problem: Pick<Problem, 'code' | 'got' | 'expected' | 'fix'>) => ({ article: undefined, problems: [{ ...problem, severity: 'error', file: name, line: 1, field: 'file' } as const] });
  if (link) return refuse({ code: 'file-link', got: 'a symbolic link', expected: 'a file', fix: 'copy the file itself into the folder' });
  try {
    const { article, problems } = parseArticle(name, await readFile(join(folder, name)));
    const lost = article?.image !== undefined && article.image.src.startsWith('/media/') && !(await exists(join(folder, article.image.src.slice(1))));
    if (!lost) return { article, problems };
    return { article: undefined, problems: [...problems, { code: 'image-missing', severity: 'error', file: name, line: 1, field: 'image.src', got: `"${article.image.src}"`, expected: `a file in the folder ${MEDIA_FOLDER} beside the articles`, fix: 'put the image there, or correct the path' }] };
  } catch (error) {
    return refuse({ code: 'file-unreadable', got: error instanceof Error ? error.message : String(error), expected: 'a file that can be read', fix: "check the file's permissions" });
  }
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then((stats) => stats.isFile(), () => false);
}
