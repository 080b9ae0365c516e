/**
 * Related articles: older ones that share rare names or rare words of the headline. Only looking back keeps the past as it
 * is: a new article changes no older page. Each name is followed back through a few articles only, and how rare it is
 * is told from the articles before, in powers of two, so that one put in late moves few others and the time stays linear.
 */
import { stem } from '../arabic/stem.ts';
import { isStopWord } from '../arabic/stop-words.ts';
import { normalForm, splitWords } from '../arabic/words.ts';
import type { Article, ArticleId } from '../article/article.ts';
import type { Archive } from './archive.ts';
import type { Settings, TopicKind } from './settings.ts';
import { namesOf, topicKeys } from './topics.ts';

export interface Related {
  readonly article: Article;
  /** What both share, the rarest first: names as this article spells them, words of its headline. */
  readonly shared: readonly string[];
}

/** Of each article that has any. */
export type RelatedArticles = ReadonlyMap<ArticleId, readonly Related[]>;

interface Feature {
  readonly key: string;
  /** As written. */
  readonly text: string;
  readonly weight: number;
}

const NAME_WEIGHTS: readonly (readonly [kind: TopicKind, weight: number])[] = [['person', 3], ['tag', 3], ['place', 2]];
const WORD_WEIGHT = 1.5;
/** How far back a name is followed. */
const REACH = 6;
/** A word that so many older headlines have says nothing of two articles. */
const COMMON_WORD = 500;
/** One rare name, or two that are less rare. */
const LEAST_SCORE = 1;
const MOST_RELATED = 4;
const MOST_REASONS = 3;

/** Where names and words were met in the oldest articles of an archive: all that later ones have to know of those. */
export interface RelatedPast {
  /** Number of the oldest articles that it tells of. */
  readonly articles: number;
  readonly trails: ReadonlyMap<string, Readonly<Trail>>;
}

export interface RelateOptions {
  /** What is known already: its articles are not looked at, and what they are related to is not told. */
  readonly past?: RelatedPast | undefined;
  /** Receives what is known after so many of the oldest articles. */
  readonly keep?: { readonly after: number; readonly receive: (past: RelatedPast) => void };
}

/** Finds what each article is related to, in one pass from the oldest on: what has been passed is what is older. */
export function relateArticles({ articles }: Archive, settings: Settings, { past, keep }: RelateOptions = {}): RelatedArticles {
  const featuresOf = createFeatures(settings);
  const trails = copyTrails(past?.trails ?? []);
  const related = new Map<ArticleId, readonly Related[]>();
  const at = (number: number): Article | undefined => articles[articles.length - 1 - number];
  for (let number = past?.articles ?? 0; number < articles.length; number += 1) {
    if (number === keep?.after) keep.receive({ articles: number, trails: copyTrails(trails) });
    const article = at(number);
    if (article === undefined) continue;
    const features = featuresOf(article);
    const nearest = findNearest(features, trails);
    if (nearest.length > 0) {
      related.set(article.id, nearest.flatMap(([other, { shared }]) => {
        const older = at(other);
        return older === undefined ? [] : [{ article: older, shared: reasons(shared) }];
      }));
    }
    for (const { key } of features) {
      const trail = trails.get(key);
      if (trail === undefined) trails.set(key, { count: 1, last: [number] });
      else {
        trail.count += 1;
        trail.last.unshift(number);
        if (trail.last.length > REACH) trail.last.pop();
      }
    }
  }
  return related;
}

function copyTrails(trails: Iterable<readonly [key: string, trail: Readonly<Trail>]>): Map<string, Trail> {
  return new Map([...trails].map(([key, { count, last }]): [string, Trail] => [key, { count, last: [...last] }]));
}

function createFeatures(settings: Settings): (article: Article) => readonly Feature[] {
  const keys = NAME_WEIGHTS.map(([kind, weight]) => ({ kind, weight, keyOf: remember(topicKeys(settings.names[kind])) }));
  const wordKey = remember((word) => (isStopWord(word) ? '' : stem(normalForm(word))));
  return (article) => {
    // A country may be tag, place and word of the headline at once: it is one thing that two articles share.
    const names = distinct(keys.flatMap(({ kind, weight, keyOf }) => namesOf(article, kind).map((text) => ({ key: `name ${keyOf(text)}`, text, weight }))));
    const said = new Set(names.flatMap(({ text }) => splitWords(text).map(wordKey)));
    const words = splitWords(article.title).flatMap((text) => {
      const key = wordKey(text);
      return key.length < 3 || /\d/u.test(key) || said.has(key) ? [] : [{ key: `word ${key}`, text, weight: WORD_WEIGHT }];
    });
    return [...names, ...distinct(words)];
  };
}

/** Where a name or word was met so far. */
interface Trail {
  count: number;
  /** The last articles that have it, the newest first, counted from the oldest of the archive. */
  readonly last: number[];
}

interface Found {
  score: number;
  readonly shared: { readonly text: string; readonly rarity: number }[];
}

function findNearest(features: readonly Feature[], trails: ReadonlyMap<string, Trail>): readonly (readonly [number: number, found: Found])[] {
  const found = new Map<number, Found>();
  for (const { key, text, weight } of features) {
    const trail = trails.get(key);
    if (trail === undefined || (key.startsWith('word ') && trail.count > COMMON_WORD)) continue;
    const rarity = weight / (1 + Math.floor(Math.log2(trail.count + 1)));
    for (const other of trail.last) {
      const entry = found.get(other) ?? { score: 0, shared: [] };
      found.set(other, entry);
      entry.score += rarity;
      entry.shared.push({ text, rarity });
    }
  }
  return [...found]
    .filter(([, { score }]) => score >= LEAST_SCORE)
    .sort(([a, { score: scoreA }], [b, { score: scoreB }]) => scoreB - scoreA || b - a)
    .slice(0, MOST_RELATED);
}

function reasons(shared: readonly { readonly text: string; readonly rarity: number }[]): readonly string[] {
  return [...shared].sort((a, b) => b.rarity - a.rarity).slice(0, MOST_REASONS).map(({ text }) => text);
}

/** The first of each key. */
function distinct(features: readonly Feature[]): readonly Feature[] {
  return [...new Map([...features].reverse().map((feature) => [feature.key, feature])).values()].reverse();
}

/** Names and words come again and again. */
function remember(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? compute(text);
    known.set(text, found);
    return found;
  };
}
