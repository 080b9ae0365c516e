/** Which articles answer a query, and how well. */
import { isStopWord } from '../../arabic/stop-words.ts';
import { nearZones } from '../format/postings.ts';
import { articlesOf } from '../format/vocabulary.ts';
import { findPhraseByPlaces } from './find-phrase.ts';
import { anyHits, bothHit, collectHits, keepHits, NO_HITS, type Hits, type Numbering } from './hits.ts';
import type { IndexFiles } from './index-files.ts';
import { formOf, nearestWord } from './nearest-word.ts';
import type { Clause, Query } from './parse-query.ts';
import { ALL_WORDS_UP_TO, COMPLETE_FIRST_UP_TO, LEAST_SHARE, MOST_ASKED, NEARNESS, NEARNESS_OF_A_QUESTION } from './ranking.ts';
import { resolveForm } from './resolve-forms.ts';

/** Finds exact words in the order in which they stand: the part of the engine that knows places. */
export interface PhraseEngine {
  /** Which of these articles have the forms side by side. @param articles ascending */
  findPhrase(forms: readonly string[], articles: Int32Array): Promise<ReadonlySet<number>>;
}

export interface Matches {
  /** `all` when at least one article has all that was asked; `any` when the best have only some. */
  readonly mode: 'all' | 'any';
  /** Best first. */
  readonly articles: Int32Array;
  /** By place in `articles`. */
  readonly scores: Float32Array;
  /** How many of them have all; they come first. */
  readonly complete: number;
  /** The forms that hit, for marking. */
  readonly forms: ReadonlySet<string>;
  /** Exact words that are marked only where they stand together. */
  readonly phrases: readonly (readonly string[])[];
  /** What was typed and stands nowhere in the archive. */
  readonly unknown: readonly string[];
  /** Words that were taken in the place of unknown ones, since nothing was found; as they are written. */
  readonly instead: readonly string[];
}

export interface Sources {
  readonly files: IndexFiles;
  readonly phrases: PhraseEngine;
}

/** What one part of a query hits. */
interface PartHits {
  /** The articles that have what was asked. */
  readonly having: Hits;
  /** What speaks for an article, also for one that has only words of a phrase. */
  readonly scoring: readonly Hits[];
}

/**
 * Where nothing has any of the words, the words that come nearest to them are asked for.
 * @param typing the last word may not be finished: where nothing has it as it is, what it may become counts
 */
export async function matchQuery(query: Query, sources: Sources, typing = false): Promise<Matches> {
  if (query.wanted.length === 0 && query.unwanted.length > 0) return matchAllBut(query.unwanted, sources);
  const wanted = await tellingParts(query.wanted, sources.files);
  return matchOrNearest({ ...query, wanted }, sources, typing);
}

async function matchOrNearest(query: Query, sources: Sources, typing: boolean): Promise<Matches> {
  const matches = await matchWords(query, sources, typing);
  if (matches.articles.length > 0 || matches.unknown.length === 0 || typing) return matches;
  const wanted = await Promise.all(query.wanted.map(async (clauses) => nearestClauses(clauses, sources.files)));
  const instead = wanted.flat().map(({ typed }) => typed);
  if (instead.length === 0) return matches;
  const near = await matchWords({ ...query, wanted: wanted.filter(({ length }) => length > 0) }, sources, false);
  return { ...near, mode: 'any', complete: 0, unknown: matches.unknown, instead };
}

/** All articles, newest first: what is narrowed where no word is asked for. */
export async function matchAll({ files }: Sources): Promise<Matches> {
  const { articles: total } = await files.manifest();
  const articles = Int32Array.from({ length: total }, (_, at) => total - 1 - at);
  return { mode: 'all', articles, scores: new Float32Array(total), complete: total, forms: new Set(), phrases: [], unknown: [], instead: [] };
}

/** Whoever only says what is not wanted gets all else. */
async function matchAllBut(unwanted: readonly Clause[], sources: Sources): Promise<Matches> {
  const [all, numbering] = await Promise.all([matchAll(sources), numberingOf(sources.files)]);
  const left = new Set<number>();
  for (const clause of unwanted) for (const article of (await clauseHits(clause, numbering, sources, false)).having.articles) left.add(article);
  const articles = all.articles.filter((article) => !left.has(article));
  return { ...all, articles, complete: articles.length };
}

/** Of a pasted text the words that tell most: those that the fewest articles have. */
async function tellingParts(wanted: Query['wanted'], files: IndexFiles): Promise<Query['wanted']> {
  if (wanted.length <= MOST_ASKED) return wanted;
  const holders = await Promise.all(wanted.map(async (clauses) => {
    const entries = await Promise.all(clauses.map(({ forms }) => Promise.all(forms.map((form) => files.entryOf(form)))));
    return Math.max(...entries.map((own) => Math.min(...own.map((entry) => articlesOf(entry?.step ?? 0)))));
  }));
  const kept = new Set([...wanted.keys()].sort((a, b) => (holders[a] ?? 0) - (holders[b] ?? 0) || a - b).slice(0, MOST_ASKED));
  return wanted.filter((_, at) => kept.has(at));
}

export async function numberingOf(files: IndexFiles): Promise<Numbering> {
  const { segments, articles } = await files.manifest();
  return { articles, starts: segments.map((_, at) => segments.slice(0, at).reduce((sum, segment) => sum + segment.articles, 0)) };
}

async function nearestClauses(clauses: readonly Clause[], files: IndexFiles): Promise<readonly Clause[]> {
  const words = await Promise.all(clauses.flatMap(({ forms }) => forms.map((form) => nearestWord(form, files))));
  return words.flatMap((typed): readonly Clause[] => (typed === undefined ? [] : [{ kind: 'word', forms: [formOf(typed)], typed }]));
}

async function matchWords({ wanted, unwanted, question }: Query, sources: Sources, typing: boolean): Promise<Matches> {
  const numbering = await numberingOf(sources.files);
  const parts = await Promise.all(wanted.map(async (clauses, at) => partHits(clauses, numbering, sources, typing && at === wanted.length - 1)));
  const left = await Promise.all(unwanted.map(async (clause) => (await clauseHits(clause, numbering, sources, false)).having));
  const unknown = wanted.flatMap((clauses, at) => (parts[at]?.having.articles.length === 0 ? clauses.map(({ typed }) => typed) : []));
  const phrases = wanted.flat().filter(({ kind, forms }) => kind === 'exact' && forms.length > 1).map(({ forms }) => forms);
  const combined = combine(parts, left, question, numbering);
  // Words of a phrase are marked alone only where the phrase itself is not to be had.
  const forms = new Set(parts.flatMap(({ having, scoring }) => (combined.mode === 'all' ? [...having.forms] : scoring.flatMap((hits) => [...hits.forms]))));
  return { ...combined, forms, phrases, unknown, instead: [] };
}

async function partHits(clauses: readonly Clause[], numbering: Numbering, sources: Sources, typing: boolean): Promise<PartHits> {
  const alternatives = await Promise.all(clauses.map((clause) => clauseHits(clause, numbering, sources, typing)));
  const [only, ...others] = alternatives;
  if (only !== undefined && others.length === 0) return only;
  return { having: anyHits(alternatives.map(({ having }) => having)), scoring: [anyHits(alternatives.flatMap(({ scoring }) => scoring))] };
}

async function clauseHits({ kind, forms }: Clause, numbering: Numbering, sources: Sources, typing: boolean): Promise<PartHits> {
  const [form = ''] = forms;
  if (kind === 'word') {
    const whole = await wordHits(form, numbering, sources);
    // A form that stands nowhere is hardly a word yet, though it may look like another form of one.
    const unfinished = typing && (whole.articles.length === 0 || (await sources.files.entryOf(form)) === undefined);
    const hits = unfinished ? anyHits([whole, await completedHits(form, numbering, sources)]) : whole;
    return { having: hits, scoring: [hits] };
  }
  const having = forms.length === 1 ? await exactHits(form, numbering, sources) : await phraseHits(forms, numbering, sources);
  const telling = forms.filter((word) => !isStopWord(word));
  return { having, scoring: await Promise.all((telling.length > 0 ? telling : forms).map((word) => wordHits(word, numbering, sources))) };
}

async function wordHits(form: string, numbering: Numbering, { files }: Sources): Promise<Hits> {
  const classes = await resolveForm(form, files);
  const parts = await Promise.all(classes.map(async (name) => collectHits(await files.classIn(name), numbering, form)));
  return parts.length === 0 ? NO_HITS : parts.reduce((first, second) => bothHit(first, second));
}

async function exactHits(form: string, numbering: Numbering, { files }: Sources): Promise<Hits> {
  const entry = await files.entryOf(form);
  const [name] = entry?.classes ?? [];
  return name === undefined ? NO_HITS : collectHits(await files.classIn(name), numbering, form, new Set([form]));
}

/** Places tell which articles have the words side by side. Where they do not, the words do, with the engine for the order. */
async function phraseHits(forms: readonly string[], numbering: Numbering, sources: Sources): Promise<Hits> {
  const placed = await findPhraseByPlaces(forms, numbering, sources.files);
  if (placed !== undefined) {
    const found = placed.sure || placed.articles.length === 0 ? undefined : await sources.phrases.findPhrase(forms, placed.articles);
    return wholeHits(found === undefined ? placed.articles : placed.articles.filter((article) => found.has(article)));
  }
  const parts = await Promise.all(forms.map((form) => exactHits(form, numbering, sources)));
  const possible = parts.reduce((first, second) => bothHit(first, second, (a, b) => a === 0 || b === 0 || (nearZones(a) & b) !== 0));
  if (possible.articles.length === 0) return possible;
  const found = await sources.phrases.findPhrase(forms, possible.articles);
  return { ...keepHits(possible, (article) => found.has(article)), forms: new Set() };
}

/** Articles that have all, without saying how well. */
function wholeHits(articles: Int32Array): Hits {
  return { ...NO_HITS, articles, scores: new Float32Array(articles.length), zones: new Uint16Array(articles.length) };
}

/** Completions that are taken for an unfinished word, the most usual first. */
const COMPLETIONS = 6;

async function completedHits(prefix: string, numbering: Numbering, sources: Sources): Promise<Hits> {
  const entries = [...(await sources.files.entriesOfPrefix(prefix))].sort((a, b) => b.step - a.step || (a.form < b.form ? -1 : 1)).slice(0, COMPLETIONS);
  const hits = await Promise.all(entries.map(({ form }) => wordHits(form, numbering, sources)));
  return hits.length === 0 ? NO_HITS : anyHits(hits);
}

function combine(parts: readonly PartHits[], unwanted: readonly Hits[], question: boolean, { articles: total }: Numbering): Pick<Matches, 'mode' | 'articles' | 'scores' | 'complete'> {
  const scores = new Float32Array(total);
  const weights = new Float32Array(total);
  const counts = new Uint8Array(total);
  const scoring = parts.flatMap((part) => part.scoring);
  for (const { articles, scores: own, rarity } of scoring) {
    for (const [at, article] of articles.entries()) {
      scores[article] = (scores[article] ?? 0) + (own[at] ?? 0);
      weights[article] = (weights[article] ?? 0) + rarity;
    }
  }
  for (const [place, first] of scoring.entries()) addNearness(first, scoring[place + 1], question ? NEARNESS_OF_A_QUESTION : NEARNESS, scores);
  for (const { having } of parts) for (const article of having.articles) counts[article] = (counts[article] ?? 0) + 1;
  for (const { articles } of unwanted) for (const article of articles) counts[article] = weights[article] = 0;
  const all = parts.length;
  const complete: number[] = [];
  const some: number[] = [];
  const least = LEAST_SHARE * scoring.reduce((sum, { rarity }) => sum + rarity, 0);
  for (let article = 0; article < total; article += 1) {
    const weight = weights[article] ?? 0;
    if (weight > 0 && counts[article] === all) complete.push(article);
    else if (weight > 0 && weight >= least) some.push(article);
  }
  // Of equals the older: what is the same word for word is the original and its copies.
  const better = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  const following = complete.length === 0 || question || all > ALL_WORDS_UP_TO ? some.sort(better) : [];
  const ordered = question || all > COMPLETE_FIRST_UP_TO ? [...complete, ...following].sort(better) : [...complete.sort(better), ...following];
  const articles = Int32Array.from(ordered);
  return { mode: complete.length > 0 || following.length === 0 ? 'all' : 'any', articles, scores: Float32Array.from(articles, (article) => scores[article] ?? 0), complete: complete.length };
}

/** Words that follow each other in the query and stand near each other in an article speak for it. */
function addNearness(first: Hits, second: Hits | undefined, nearness: number, scores: Float32Array): void {
  if (second === undefined) return;
  const worth = nearness * Math.min(first.rarity, second.rarity);
  let other = 0;
  for (const [at, article] of first.articles.entries()) {
    while (other < second.articles.length && (second.articles[other] ?? 0) < article) other += 1;
    if (second.articles[other] !== article) continue;
    const [mine, theirs] = [first.zones[at] ?? 0, second.zones[other] ?? 0];
    if ((mine & theirs) !== 0) scores[article] = (scores[article] ?? 0) + worth;
    else if ((nearZones(mine) & theirs) !== 0) scores[article] = (scores[article] ?? 0) + worth / 2;
  }
}
