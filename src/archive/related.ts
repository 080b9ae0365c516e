/**
 * Related articles: older ones that share rare names or rare words of the headline. Only looking back keeps the past as it
 * is: a new article changes no older page. Each name is followed back through a few articles only, and how rare it is
 * is told from the articles before, in powers of two, so that one put in late moves few others and the time stays linear.
 */
import { stem } from '../arabic/stem.ts';
import { isStopWord } from '../arabic/stop-words.ts';
import { normalForm, splitWords } from '../arabic/words.ts';
import type { Article } from '../article/article.ts';
import type { Archive } from './archive.ts';
import type { Settings, TopicKind } from './settings.ts';
import { namesOf, topicKeys } from './topics.ts';

export interface Related {
  readonly article: Article;
  /** What both share, the rarest first: names as this article spells them, words of its headline. */
  readonly shared: readonly string[];
}

/** Places of the articles that have a name or word, newest first, as in `archive.articles`. */
type Postings = ReadonlyMap<string, readonly number[]>;

export interface RelatedIndex {
  readonly postings: Postings;
  readonly featuresOf: (article: Article) => readonly Feature[];
}

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

export function buildRelatedIndex({ articles }: Archive, settings: Settings): RelatedIndex {
  const keys = NAME_WEIGHTS.map(([kind, weight]) => ({ kind, weight, keyOf: remember(topicKeys(settings.names[kind])) }));
  const wordKey = remember((word) => (isStopWord(word) ? '' : stem(normalForm(word))));
  const featuresOf = (article: Article): readonly Feature[] => {
    // A country may be tag, place and word of the headline at once: it is one thing that two articles share.
    const names = distinct(keys.flatMap(({ kind, weight, keyOf }) => namesOf(article, kind).map((text) => ({ key: `name ${keyOf(text)}`, text, weight }))));
    const said = new Set(names.flatMap(({ text }) => splitWords(text).map(wordKey)));
    const words = splitWords(article.title).flatMap((text) => {
      const key = wordKey(text);
      return key.length < 3 || /\d/u.test(key) || said.has(key) ? [] : [{ key: `word ${key}`, text, weight: WORD_WEIGHT }];
    });
    return [...names, ...distinct(words)];
  };
  const postings = new Map<string, number[]>();
  for (const [position, article] of articles.entries()) {
    for (const { key } of featuresOf(article)) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [position]);
      else if (list.at(-1) !== position) list.push(position);
    }
  }
  for (const [key, list] of postings) if (list.length === 1) postings.delete(key);
  return { postings, featuresOf };
}

/** The articles related to one, the nearest first. */
export function findRelated({ articles, positions }: Archive, { postings, featuresOf }: RelatedIndex, article: Article): readonly Related[] {
  const position = positions.get(article.id);
  if (position === undefined) return [];
  const found = new Map<number, { score: number; readonly shared: { readonly text: string; readonly rarity: number }[] }>();
  for (const { key, text, weight } of featuresOf(article)) {
    const list = postings.get(key) ?? [];
    const at = placeIn(list, position);
    const older = list.length - 1 - at;
    if (older < 1 || (key.startsWith('word ') && older > COMMON_WORD)) continue;
    const rarity = weight / (1 + Math.floor(Math.log2(older + 1)));
    for (const other of list.slice(at + 1, at + 1 + REACH)) {
      const entry = found.get(other) ?? { score: 0, shared: [] };
      found.set(other, entry);
      entry.score += rarity;
      entry.shared.push({ text, rarity });
    }
  }
  return [...found]
    .filter(([, { score }]) => score >= LEAST_SCORE)
    .sort(([a, { score: scoreA }], [b, { score: scoreB }]) => scoreB - scoreA || a - b)
    .slice(0, MOST_RELATED)
    .flatMap(([other, { shared }]) => {
      const related = articles[other];
      return related === undefined ? [] : [{ article: related, shared: reasons(shared) }];
    });
}

function reasons(shared: readonly { readonly text: string; readonly rarity: number }[]): readonly string[] {
  return [...shared].sort((a, b) => b.rarity - a.rarity).slice(0, MOST_REASONS).map(({ text }) => text);
}

/** Place of a number in an ascending list that has it. */
function placeIn(list: readonly number[], wanted: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
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
