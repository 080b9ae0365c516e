/**
 * Parsed files on the disk: a line that seals the rest, a line of columns, which are read several times faster than records, and behind it, one after
 * the other, what is read of an article only when somebody asks.
 */
import { crc32 } from 'node:zlib';
import type { ArticleId } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import { reviveDate, type ArchiveDate } from '../calendar/archive-date.ts';
import type { Digest } from '../plan/digest.ts';
import { KeptArticle, ORDER_FIELDS, RARE_FIELDS, type RareFields } from './kept-article.ts';
import type { ArticleCard, ParsedEntry } from './parse-file.ts';

/** To be counted up with any change of what is written here: the digest of the code that parses does not tell of it. */
const FORMAT = 4;
const LISTS = ['tags', 'authors', 'people', 'places'] as const;

interface Column {
  /** How many each article has. */
  readonly counts: number[];
  /** Places in `strings`. */
  readonly of: number[];
}

interface Seal {
  readonly format: typeof FORMAT;
  /** Digest of the code that parsed the files. */
  readonly code: Digest;
  /** CRC-32 of all that comes behind. */
  readonly sum: number;
}

interface Columns {
  /** Names of the files; so many rows there are. */
  readonly files: string[];
  readonly digests: Digest[];
  /** Empty for a file that is no article. */
  readonly ids: string[];
  readonly dates: string[];
  readonly sorts: number[];
  /** Each name once. */
  readonly strings: string[];
  /** Places in `strings`; -1 for none. */
  readonly sections: number[];
  readonly sources: number[];
  /** Of the originals; empty for none. */
  readonly urls: string[];
  readonly lists: Readonly<Record<(typeof LISTS)[number], Column>>;
  /** By row. */
  readonly rare: Readonly<Record<string, RareFields>>;
  readonly problems: Readonly<Record<string, readonly Problem[]>>;
  /** Where the rest of each article ends. */
  readonly ends: number[];
}

const NEWLINE = 10;
const NONE = -1;

export function writeBucket(code: Digest, entries: Iterable<readonly [name: string, entry: ParsedEntry]>): Buffer {
  const strings = new Map<string, number>();
  const placeOf = (name: string | undefined): number => {
    if (name === undefined) return NONE;
    const place = strings.get(name) ?? strings.size;
    strings.set(name, place);
    return place;
  };
  const column = (): Column => ({ counts: [], of: [] });
  const lists = { tags: column(), authors: column(), people: column(), places: column() };
  const rare: Record<string, RareFields> = {};
  const problems: Record<string, readonly Problem[]> = {};
  const rests: Buffer[] = [];
  const [files, digests, ids, dates, sorts, sections, sources, urls, ends]: [string[], string[], string[], string[], number[], number[], number[], string[], number[]] = [[], [], [], [], [], [], [], [], []];
  let end = 0;
  for (const [name, entry] of entries) {
    const { article } = entry;
    const row = files.length;
    files.push(name);
    digests.push(entry.digest);
    ids.push(article?.id ?? '');
    dates.push(article?.date.iso ?? '');
    sorts.push(article?.date.sort ?? 0);
    sections.push(placeOf(article?.section));
    sources.push(placeOf(article?.source));
    urls.push(article?.original_url ?? '');
    for (const list of LISTS) {
      const names = article?.[list] ?? [];
      lists[list].counts.push(names.length);
      for (const own of names) lists[list].of.push(placeOf(own));
    }
    if (entry.problems.length > 0) problems[row] = entry.problems;
    if (article !== undefined) {
      const few = rareOf(article);
      if (few !== undefined) rare[row] = few;
      const rest = KeptArticle.restOf(article) ?? Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(article).filter(([field]) => !IN_HEAD.has(field)))));
      rests.push(rest);
      end += rest.length;
    }
    ends.push(end);
  }
  const columns: Columns = { files, digests, ids, dates, sorts, strings: [...strings.keys()], sections, sources, urls, lists, rare, problems, ends };
  const sealed = Buffer.concat([Buffer.from(`${JSON.stringify(columns)}\n`), ...rests]);
  const seal: Seal = { format: FORMAT, code, sum: crc32(sealed) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(seal)}\n`), sealed]);
}

const IN_HEAD: ReadonlySet<string> = new Set([...ORDER_FIELDS, ...RARE_FIELDS]);

function rareOf({ draft, withdrawn, corrections, image, pictures = [] }: ArticleCard): RareFields | undefined {
  if (!draft && withdrawn === undefined && corrections.length === 0 && image === undefined && pictures.length === 0) return undefined;
  return { ...(draft && { draft }), ...(withdrawn && { withdrawn }), ...(corrections.length > 0 && { corrections }), ...(image && { image }), ...(pictures.length > 0 && { pictures }) };
}

/** @param folder of the articles. @returns undefined for what another code has made, and for what is not whole */
export function readBucket(content: Buffer, code: Digest, folder: string): ReadonlyMap<string, ParsedEntry> | undefined {
  const begin = content.indexOf(NEWLINE) + 1;
  const sealed = content.subarray(begin);
  const seal = parseJson(content.toString('utf8', 0, begin)) as Seal | undefined;
  if (seal?.format !== FORMAT || seal.code !== code || crc32(sealed) !== seal.sum) return undefined;
  const end = sealed.indexOf(NEWLINE) + 1;
  // Written by this program alone and sealed with a sum: looking at each field again would cost more than reading them.
  const head = JSON.parse(sealed.toString('utf8', 0, end)) as Columns;
  const behind = sealed.subarray(end);
  const strings = head.strings.map(shared);
  const nextOf = Object.fromEntries(LISTS.map((list) => [list, createTaker(head.lists[list], strings)])) as Record<(typeof LISTS)[number], (row: number) => readonly string[]>;
  const entries = new Map<string, ParsedEntry>();
  for (const [row, file] of head.files.entries()) {
    const [tags, authors, people, places] = [nextOf.tags(row), nextOf.authors(row), nextOf.people(row), nextOf.places(row)];
    const digest = head.digests[row] ?? '';
    const problems = head.problems[row] ?? NO_PROBLEMS;
    const id = head.ids[row] ?? '';
    const url = head.urls[row] ?? '';
    if (id === '') {
      entries.set(file, { digest, problems });
      continue;
    }
    const order = { id: id as ArticleId, file, date: dateOf(head.dates[row] ?? '', head.sorts[row] ?? 0), section: strings[head.sections[row] ?? NONE], source: strings[head.sources[row] ?? NONE], tags, authors, people, places, original_url: url === '' ? undefined : url };
    const article = new KeptArticle(order, head.rare[row] ?? NOTHING_RARE, { folder, digest, rests: behind, begin: head.ends[row - 1] ?? 0, end: head.ends[row] ?? 0 });
    entries.set(file, { digest, article, problems });
  }
  return entries;
}

const NO_PROBLEMS: readonly Problem[] = [];
const NOTHING_RARE: RareFields = {};
const NO_NAMES: readonly string[] = [];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes the names of one row after the other. */
function createTaker({ counts, of }: Column, strings: readonly string[]): (row: number) => readonly string[] {
  let at = 0;
  return (row) => {
    const count = counts[row] ?? 0;
    if (count === 0) return NO_NAMES;
    const names = of.slice(at, at + count).map((place) => strings[place] ?? '');
    at += count;
    return names;
  };
}

/** Tens of thousands of articles have the same names and days. */
const names = new Map<string, string>();
const dates = new Map<string, ArchiveDate>();

function shared(name: string): string {
  const known = names.get(name);
  if (known === undefined) names.set(name, name);
  return known ?? name;
}

function dateOf(iso: string, sort: number): ArchiveDate {
  const known = dates.get(iso) ?? reviveDate(iso, sort);
  dates.set(iso, known);
  return known;
}
