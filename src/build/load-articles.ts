/** Reads the folder of articles. Links are refused: an article must not show a file from elsewhere on the machine. */
import type { Article, ArticleId } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { Digest } from '../plan/digest.ts';
import { plainPath } from '../site/pictures.ts';
import type { Entries } from './article-cache.ts';
import { KeptArticle } from './kept-article.ts';
import { parseFile, withBody, type ParsedEntry } from './parse-file.ts';
import { isMedia, MEDIA_FOLDER, scanFiles, type FileVersion, type Scan, type ScannedFile } from './scan-files.ts';

export interface LoadedArticles {
  readonly articles: readonly Article[];
  /** Of each article's file. */
  readonly digests: ReadonlyMap<ArticleId, Digest>;
  readonly problems: readonly Problem[];
  /** Number of article files found. */
  readonly files: number;
}

/** Reads the folder with nothing remembered. @throws when the folder cannot be read */
export async function loadArticles(folder: string): Promise<LoadedArticles> {
  const scan = await scanFiles(folder, undefined, 0);
  return gatherArticles(folder, scan, parseFiles(folder, unparsedFiles(scan, new Map())));
}

/** The article files of a scan that have to be parsed, since no earlier build has parsed that content under that name. */
export function unparsedFiles({ files }: Scan, known: Entries): readonly ScannedFile[] {
  return files.filter((file) => isParsable(file) && known.get(file.name)?.digest !== file.digest);
}

/** Parses files here and now. @param onProgress called with the number parsed so far */
export function parseFiles(folder: string, files: readonly FileVersion[], onProgress?: (done: number) => void): ReadonlyMap<string, ParsedEntry> {
  return new Map(
    files.map(({ name, digest }, index) => {
      if (index % PROGRESS_STEP === 0) onProgress?.(index);
      return [name, parseFile(folder, name, digest)];
    }),
  );
}

const PROGRESS_STEP = 500;

/** Makes articles and problems of what a scan found. @param entries of all files that are in the scan */
export function gatherArticles(folder: string, { files }: Scan, entries: Entries): LoadedArticles {
  const media = new Set(files.filter(({ name, link }) => isMedia(name) && !link).map(({ name }) => name));
  const articles: Article[] = [];
  const digests = new Map<ArticleId, Digest>();
  const problems: Problem[] = files.filter(({ name }) => TEXT_FILE.test(name) && !isMedia(name)).map(ignoredFile);
  const found = files.filter(isArticleFile);
  for (const file of found) {
    const entry = entries.get(file.name);
    if (!isParsable(file) || entry === undefined) {
      problems.push(refusal(file));
      continue;
    }
    problems.push(...entry.problems);
    const image = entry.article?.image;
    const shown = [...(image === undefined ? [] : [{ src: image.src, line: 1 }]), ...(entry.article?.pictures ?? [])];
    const lost = shown.filter(({ src }) => src.startsWith('/media/') && !media.has(plainPath(src).slice(1)));
    if (lost.length > 0) problems.push(...lost.map(({ src, line }) => lostImage(file.name, src, line)));
    else if (entry.article !== undefined) {
      articles.push(entry.article instanceof KeptArticle ? entry.article : withBody(folder, entry.article, entry.digest));
      digests.set(entry.article.id, entry.digest);
    }
  }
  return { articles, digests, problems, files: found.length };
}

function isArticleFile({ name }: ScannedFile): boolean {
  return name.endsWith('.md') && !isMedia(name);
}

function isParsable(file: ScannedFile): boolean {
  return isArticleFile(file) && !file.link && file.fault === undefined;
}

/** Files that somebody may take for articles. */
const TEXT_FILE = /\.(?:txt|text|markdown|mdown|html?|docx?|rtf)$/iu;

function ignoredFile({ name }: ScannedFile): Problem {
  return { code: 'file-ignored', severity: 'warning', file: name, line: 1, field: 'file', got: 'a file that is not read', expected: 'article files whose names end in .md', fix: 'make an article file of it (docs/article-format.md), or move it elsewhere' };
}

function refusal({ name, link, fault }: ScannedFile): Problem {
  const place = { severity: 'error', file: name, line: 1, field: 'file' } as const;
  if (link) return { ...place, code: 'file-link', got: 'a symbolic link', expected: 'a file', fix: 'copy the file itself into the folder' };
  return { ...place, code: 'file-unreadable', got: fault ?? 'nothing', expected: 'a file that can be read', fix: "check the file's permissions" };
}

function lostImage(file: string, src: string, line: number): Problem {
  return { code: 'image-missing', severity: 'error', file, line, field: line === 1 ? 'image.src' : 'body', got: `"${src}"`, expected: `a file in the folder ${MEDIA_FOLDER} beside the articles`, fix: 'put the image there, or correct the path' };
}
