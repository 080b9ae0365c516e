/** One article file as a build keeps it: parsed, without its body, which is read from the file again when a page needs it. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { parseArticle, parseBody, type ParsedFile } from '../article/parse-article.ts';
import type { Problem } from '../article/problem.ts';
import { digestOf, type Digest } from '../plan/digest.ts';

/** An article without most of its text, which a build does not look at. */
export type ArticleCard = Omit<Article, 'body'>;

export interface ParsedEntry {
  /** Of the file's bytes. */
  readonly digest: Digest;
  /** Absent when a problem is an error. */
  readonly article?: ArticleCard;
  readonly problems: readonly Problem[];
}

/** @param digest what a scan found the content to be; a file that has changed since belongs to the next build. @throws FileChanged, or when the file cannot be read */
export function parseFile(folder: string, name: string, digest: Digest): ParsedEntry {
  const { article, problems } = parseWhole(folder, name, digest);
  if (article === undefined) return { digest, problems };
  // Through JSON, since a piece that V8 has cut from a text keeps the whole text in memory.
  return JSON.parse(JSON.stringify({ digest, article: withoutBody(article), problems })) as ParsedEntry;
}

/** As `parseFile`, with the body. */
export function parseWhole(folder: string, name: string, digest: Digest): ParsedFile {
  return parseArticle(name, readSame(folder, name, digest));
}

function withoutBody(article: Article): ArticleCard {
  const rest: ArticleCard & { body?: string } = { ...article };
  delete rest.body;
  return rest;
}

/** An article whose body is read when it is asked for. */
export function withBody(folder: string, entry: ArticleCard, digest: Digest): Article {
  return {
    ...entry,
    get body(): string {
      return readBody(folder, entry.file, digest);
    },
  };
}

/** The body of an article, from its file. @throws FileChanged */
export function readBody(folder: string, file: string, digest: Digest): string {
  const body = lastBodies.get(digest) ?? parseBody(readSame(folder, file, digest)) ?? '';
  lastBodies.delete(digest);
  lastBodies.set(digest, body);
  const [oldest] = lastBodies.keys();
  if (lastBodies.size > KEPT_BODIES && oldest !== undefined) lastBodies.delete(oldest);
  return body;
}

/** An article's page and its other forms are made one after the other and ask for the same text. What is kept for longer outlives V8's quick collections, and fills the memory until a slow one. */
const lastBodies = new Map<Digest, string>();
const KEPT_BODIES = 8;

/** Room for nearly any article: the memory of one file is used for the next. */
const room = new Uint8Array(256 * 1024);

/** The bytes are good until the next file is read. */
function readBytes(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    // Several times as fast as reading whole files of unknown size, each into memory of its own.
    const length = readSync(file, room, 0, room.length, 0);
    return length < room.length ? room.subarray(0, length) : readFileSync(path);
  } finally {
    closeSync(file);
  }
}

function readSame(folder: string, name: string, digest: Digest): Uint8Array {
  const bytes = readBytes(join(folder, name));
  if (digestOf(bytes) !== digest) throw new FileChanged(name);
  return bytes;
}

/** A source was edited while the build ran. */
export class FileChanged extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} was changed while the site was built; build again`);
    this.file = file;
  }
}
