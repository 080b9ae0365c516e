/** The articles that a clause of a query hits, with what it gives to each. */
import { frequencyOf, headlineOf, isNamed, zoneOf, ZONE_LENGTH, type FormPostings } from '../format/postings.ts';
import { AFTER_LEAD, CLASS, EXACT, HEADLINE, LEAD, NAMED, rarity, saturated, STEM } from './ranking.ts';

/** Lists of one length, by article in ascending order. */
export interface Hits {
  readonly articles: Int32Array;
  readonly scores: Float32Array;
  readonly zones: Uint16Array;
  /** The forms that hit, for marking. */
  readonly forms: ReadonlySet<string>;
  /** How telling the clause is. */
  readonly rarity: number;
}

export const NO_HITS: Hits = { articles: new Int32Array(0), scores: new Float32Array(0), zones: new Uint16Array(0), forms: new Set(), rarity: 0 };

const FIRST_ZONE = 1 << zoneOf(0);
const SECOND_ZONE = 1 << zoneOf(ZONE_LENGTH);

export interface Numbering {
  /** Number of articles in the archive. */
  readonly articles: number;
  /** Number of the first article of each segment. */
  readonly starts: readonly number[];
}

/**
 * The hits of a class, or of some of its forms.
 * @param segments the class's forms in each segment
 * @param form what was typed: weighs more than its class
 * @param only when given, these forms alone hit
 */
export function collectHits(segments: readonly (readonly FormPostings[])[], { articles: total, starts }: Numbering, form: string, only?: ReadonlySet<string>): Hits {
  const [own, ofStem, ofClass] = [new Frequencies(total), new Frequencies(total), new Frequencies(total)];
  const zones = new Uint16Array(total);
  const forms = new Set<string>();
  // A form that the archive does not have is of no stem in particular.
  const stem = segments.flat().find((postings) => postings.form === form)?.stem;
  for (const [segment, postings] of segments.entries()) {
    const start = starts[segment] ?? 0;
    for (const { form: held, stem: heldStem, articles, weights, zones: masks } of postings) {
      if (only !== undefined && !only.has(held)) continue;
      forms.add(held);
      const levels = [ofClass, ...(stem === undefined || heldStem === stem ? [ofStem] : []), ...(held === form ? [own] : [])];
      for (const [at, article] of articles.entries()) {
        const weight = weights[at] ?? 0;
        const mask = masks[at] ?? 0;
        const worth = frequencyOf(weight) + HEADLINE * headlineOf(weight) + (isNamed(weight) ? NAMED : 0) + (mask & FIRST_ZONE ? LEAD : 0) + (mask & SECOND_ZONE ? AFTER_LEAD : 0);
        const number = start + article;
        for (const level of levels) level.add(number, worth);
        zones[number] = (zones[number] ?? 0) | mask;
      }
    }
  }
  if (ofClass.holders === 0) return NO_HITS;
  const [ownRarity, stemRarity, classRarity] = [own, ofStem, ofClass].map(({ holders }) => rarity(holders, total));
  const hits = { articles: new Int32Array(ofClass.holders), scores: new Float32Array(ofClass.holders), zones: new Uint16Array(ofClass.holders) };
  let at = 0;
  for (const [number, worth] of ofClass.values.entries()) {
    if (worth === 0) continue;
    hits.articles[at] = number;
    hits.scores[at] = CLASS * (classRarity ?? 0) * saturated(worth) + STEM * (stemRarity ?? 0) * saturated(ofStem.values[number] ?? 0) + EXACT * (ownRarity ?? 0) * saturated(own.values[number] ?? 0);
    hits.zones[at] = zones[number] ?? 0;
    at += 1;
  }
  return { ...hits, forms, rarity: classRarity ?? 0 };
}

/** How often something stands in each article, and in how many it stands. */
class Frequencies {
  readonly values: Float32Array;
  holders = 0;

  constructor(articles: number) {
    this.values = new Float32Array(articles);
  }

  add(article: number, worth: number): void {
    const before = this.values[article] ?? 0;
    if (before === 0) this.holders += 1;
    this.values[article] = before + worth;
  }
}

/** Articles that both hit, with the sum of what they give. */
export function bothHit(first: Hits, second: Hits, isNear: (firstZones: number, secondZones: number) => boolean = () => true): Hits {
  const articles: number[] = [];
  const scores: number[] = [];
  const zones: number[] = [];
  let other = 0;
  for (const [at, article] of first.articles.entries()) {
    while (other < second.articles.length && (second.articles[other] ?? 0) < article) other += 1;
    if (second.articles[other] !== article) continue;
    const [mine, theirs] = [first.zones[at] ?? 0, second.zones[other] ?? 0];
    if (!isNear(mine, theirs)) continue;
    articles.push(article);
    scores.push((first.scores[at] ?? 0) + (second.scores[other] ?? 0));
    zones.push(theirs);
  }
  return toHits(articles, scores, zones, [first, second]);
}

/** Articles that any hits, with what the best gives. */
export function anyHits(lists: readonly Hits[]): Hits {
  if (lists.length === 1 && lists[0] !== undefined) return lists[0];
  const best = new Map<number, { score: number; zones: number }>();
  for (const { articles, scores, zones } of lists) {
    for (const [at, article] of articles.entries()) {
      const known = best.get(article);
      best.set(article, { score: Math.max(known?.score ?? 0, scores[at] ?? 0), zones: (known?.zones ?? 0) | (zones[at] ?? 0) });
    }
  }
  const articles = [...best.keys()].sort((a, b) => a - b);
  return toHits(articles, articles.map((article) => best.get(article)?.score ?? 0), articles.map((article) => best.get(article)?.zones ?? 0), lists);
}

/** Only the hits on articles that a test lets through. */
export function keepHits(hits: Hits, keep: (article: number) => boolean): Hits {
  const places = [...hits.articles.keys()].filter((at) => keep(hits.articles[at] ?? 0));
  return { ...hits, articles: Int32Array.from(places, (at) => hits.articles[at] ?? 0), scores: Float32Array.from(places, (at) => hits.scores[at] ?? 0), zones: Uint16Array.from(places, (at) => hits.zones[at] ?? 0) };
}

function toHits(articles: readonly number[], scores: readonly number[], zones: readonly number[], from: readonly Hits[]): Hits {
  return {
    articles: Int32Array.from(articles),
    scores: Float32Array.from(scores),
    zones: Uint16Array.from(zones),
    forms: new Set(from.flatMap(({ forms }) => [...forms])),
    rarity: Math.max(...from.map(({ rarity: own }) => own)),
  };
}
