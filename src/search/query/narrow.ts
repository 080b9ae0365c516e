/** Narrowing what was found: by time and by section, source, tag, author; and how many articles each choice would leave. */
import type { FacetColumn } from '../format/facet-column.ts';
import { FACETS, type Facet, type SearchManifest } from '../format/manifest.ts';
import type { Choice } from './choice.ts';
import type { IndexFiles } from './index-files.ts';

export interface Count {
  readonly value: string;
  readonly articles: number;
}

/** An article's number in, whether it is left. */
export type Test = (article: number) => boolean;

export interface Narrowing {
  /** Number of articles of the archive. */
  readonly articles: number;
  /** The articles that are left by all choices but that of one facet or of the time. */
  readonly keep: (articles: Int32Array, except?: Facet | 'time') => Int32Array;
  /** Values with their numbers of articles, the most first; those that were chosen always. */
  readonly count: (articles: Int32Array, facet: Facet) => Promise<readonly Count[]>;
  /** Months (or years where no month is known) with their numbers of articles, in order of time. */
  readonly countMonths: (articles: Int32Array) => readonly Count[];
}

/** @param atHand tells the only articles that are; all when not said */
export async function createNarrowing(choice: Choice, files: IndexFiles, atHand?: Test): Promise<Narrowing> {
  const manifest = await files.manifest();
  const labels = monthLabels(manifest);
  const tests = new Map<Facet | 'time' | 'at hand', Test>();
  if (atHand !== undefined) tests.set('at hand', atHand);
  if (choice.from !== undefined || choice.to !== undefined) tests.set('time', timeTest(choice, labels));
  for (const facet of FACETS) {
    const values = choice.facets[facet] ?? [];
    if (values.length > 0) tests.set(facet, facetTest(await files.facet(facet), manifest, values));
  }
  return {
    articles: manifest.articles,
    keep: (articles, except) => {
      const active = [...tests].filter(([name]) => name !== except).map(([, test]) => test);
      return active.length === 0 ? articles : articles.filter((article) => active.every((test) => test(article)));
    },
    count: async (articles, facet) => countFacet(articles, await files.facet(facet), manifest, choice.facets[facet] ?? []),
    countMonths: (articles) => countMonths(articles, labels),
  };
}

/** A number for a month, or for a year of which no more is known. */
export type MonthSum = readonly [month: string, sum: number];

/** The words of the texts of each month, in order of time. @param years of which something is counted; all when not said */
export function monthWords({ segments }: SearchManifest, years?: readonly string[]): readonly MonthSum[] {
  const runs = segments.flatMap(({ months }) => months);
  return sumByMonth(runs.filter(([month]) => years === undefined || years.includes(month.slice(0, 4))).map(([month, , words]) => [month, words]));
}

/** The sums of numbers that belong to articles, in order of time; months whose sum is 0 are left out. @param numbers by article */
export function monthSums(manifest: SearchManifest, numbers: Uint32Array): readonly MonthSum[] {
  const { labels, places } = monthLabels(manifest);
  const sums = new Float64Array(labels.length);
  for (const [article, number] of numbers.entries()) sums[places[article] ?? 0] = (sums[places[article] ?? 0] ?? 0) + number;
  return sumByMonth(labels.map((label, place) => [label, sums[place] ?? 0])).filter(([, sum]) => sum > 0);
}

/** The same month may come again in the next segment. */
function sumByMonth(parts: readonly MonthSum[]): readonly MonthSum[] {
  const sums = new Map<string, number>();
  for (const [month, number] of parts) sums.set(month, (sums.get(month) ?? 0) + number);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}

interface MonthLabels {
  readonly labels: readonly string[];
  /** Place in `labels` of each article. */
  readonly places: Uint16Array;
}

function monthLabels({ segments, articles }: SearchManifest): MonthLabels {
  const labels: string[] = [];
  const places = new Uint16Array(articles);
  let at = 0;
  for (const [label, length] of segments.flatMap(({ months }) => months)) {
    if (labels.at(-1) !== label) labels.push(label);
    places.fill(labels.length - 1, at, (at += length));
  }
  return { labels, places };
}

/** An article of which only the year is known is within every span that touches its year. */
function timeTest({ from = '', to = '9999' }: Choice, { labels, places }: MonthLabels): Test {
  const within = labels.map((label) => {
    const length = (bound: string): number => Math.min(label.length, bound.length);
    return label.slice(0, length(from)) >= from.slice(0, length(from)) && label.slice(0, length(to)) <= to.slice(0, length(to));
  });
  return (article) => within[places[article] ?? 0] === true;
}

/** What of an archive is at hand, where not all of it is. */
export interface AtHand {
  readonly years: readonly string[];
  /** Texts of single articles: `BUNDLE/NAME OF THE FRAGMENT`. */
  readonly texts: readonly string[];
}

/** Whether an article is of such a year, or its text there alone. */
export async function atHandTest({ years, texts }: AtHand, files: IndexFiles): Promise<Test> {
  const manifest = await files.manifest();
  const { labels, places } = monthLabels(manifest);
  const within = labels.map((label) => years.includes(label.slice(0, 4)));
  const single = new Set<number>();
  let start = 0;
  for (const [bundle, { key, articles }] of manifest.bundles.entries()) {
    const own = new Set(texts.flatMap((text) => (text.startsWith(`${key}/`) ? [text.slice(key.length + 1)] : [])));
    if (own.size > 0) for (const [place, name] of (await files.fragmentNames(bundle)).entries()) if (own.has(name)) single.add(start + place);
    start += articles;
  }
  return (article) => within[places[article] ?? 0] === true || single.has(article);
}

function facetTest(columns: readonly FacetColumn[], { segments }: SearchManifest, values: readonly string[]): Test {
  const kept = new Set<number>();
  let start = 0;
  for (const [segment, { values: own, starts, items }] of columns.entries()) {
    const chosen = new Set(values.map((value) => own.indexOf(value)).filter((place) => place >= 0));
    const length = segments[segment]?.articles ?? 0;
    for (let article = 0; chosen.size > 0 && article < length; article += 1) {
      for (let item = starts[article] ?? 0; item < (starts[article + 1] ?? 0); item += 1) if (chosen.has(items[item] ?? -1)) kept.add(start + article);
    }
    start += length;
  }
  return (article) => kept.has(article);
}

function countFacet(articles: Int32Array, columns: readonly FacetColumn[], { segments }: SearchManifest, chosen: readonly string[]): readonly Count[] {
  const counts = new Map<string, number>(chosen.map((value) => [value, 0]));
  const ordered = articles.slice().sort();
  let at = 0;
  let start = 0;
  for (const [segment, { values, starts, items }] of columns.entries()) {
    const own = new Uint32Array(values.length);
    const end = start + (segments[segment]?.articles ?? 0);
    for (; at < ordered.length && (ordered[at] ?? 0) < end; at += 1) {
      const article = (ordered[at] ?? 0) - start;
      for (let item = starts[article] ?? 0; item < (starts[article + 1] ?? 0); item += 1) own[items[item] ?? 0] = (own[items[item] ?? 0] ?? 0) + 1;
    }
    for (const [place, value] of values.entries()) if ((own[place] ?? 0) > 0) counts.set(value, (counts.get(value) ?? 0) + (own[place] ?? 0));
    start = end;
  }
  return [...counts].map(([value, number]) => ({ value, articles: number })).sort((a, b) => b.articles - a.articles || (a.value < b.value ? -1 : 1));
}

function countMonths(articles: Int32Array, { labels, places }: MonthLabels): readonly Count[] {
  const counts = new Uint32Array(labels.length);
  for (const article of articles) counts[places[article] ?? 0] = (counts[places[article] ?? 0] ?? 0) + 1;
  return sumByMonth(labels.map((label, place) => [label, counts[place] ?? 0])).filter(([, number]) => number > 0).map(([value, number]) => ({ value, articles: number }));
}
