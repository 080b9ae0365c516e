/** The words of a shard's articles: a pure function of its records, so that it can be kept until they change. */
import type { Word } from '../../arabic/forms.ts';
import { readTokens } from '../tokens.ts';
import { HEADLINE_ZONE, weightOf, zoneOf } from '../format/postings.ts';
import type { SearchRecord } from './search-record.ts';

/** What stands in the articles of a shard. The last four lists have one length: an entry for each form of each article. */
export interface ShardWords {
  readonly articles: number;
  /** Every form, in the order in which it was met. */
  readonly forms: readonly string[];
  /** How often each form stands in the shard. */
  readonly counts: Uint32Array;
  /** How each form was written when it was met first. */
  readonly spellings: readonly string[];
  /** Place in `forms`. */
  readonly form: Int32Array;
  /** Place of the article in the shard; ascending. */
  readonly article: Int32Array;
  readonly weight: Uint8Array;
  readonly zones: Uint16Array;
}

/** Share of a text's length that speaks against its words (the b of BM25). */
const LENGTH_SHARE = 0.75;

/**
 * Words of an archive's average text, to the nearest of a scale whose steps are √2: the articles of tomorrow should not change
 * the weights of today's.
 */
export function averageLength(records: readonly SearchRecord[]): number {
  const letters = records.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, records.length);
  return 2 ** (Math.round(2 * Math.log2(Math.max(16, letters / LETTERS_OF_A_WORD))) / 2);
}

/** Of an Arabic word, with the space behind it. */
const LETTERS_OF_A_WORD = 5.8;

interface Hit {
  readonly spelling: string;
  text: number;
  headline: number;
  named: boolean;
  zones: number;
}

/** @param averageLength words of an average text; weights are relative to it */
export function collectWords(records: readonly SearchRecord[], averageLength: number): ShardWords {
  const places = new Map<string, number>();
  const counts: number[] = [];
  const spellings: string[] = [];
  const form = new Growing(Int32Array);
  const article = new Growing(Int32Array);
  const weight = new Growing(Uint8Array);
  const zones = new Growing(Uint16Array);
  for (const [number, record] of records.entries()) {
    const hits = new Map<string, Hit>();
    const length = collect(record, hits);
    const norm = 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / averageLength;
    for (const [word, hit] of hits) {
      let place = places.get(word);
      if (place === undefined) {
        places.set(word, (place = counts.push(0) - 1));
        spellings.push(hit.spelling);
      }
      counts[place] = (counts[place] ?? 0) + hit.text + hit.headline;
      form.push(place);
      article.push(number);
      weight.push(weightOf(hit.text / norm, hit.headline, hit.named));
      zones.push(hit.zones);
    }
  }
  return { articles: records.length, forms: [...places.keys()], counts: Uint32Array.from(counts), spellings, form: form.finish(), article: article.finish(), weight: weight.finish(), zones: zones.finish() };
}

/** @returns number of words in the text */
function collect({ title, summary, text, names }: SearchRecord, hits: Map<string, Hit>): number {
  const hitOf = ({ form, spelling }: Word): Hit => {
    const known = hits.get(form);
    if (known !== undefined) return known;
    const hit: Hit = { spelling, text: 0, headline: 0, named: false, zones: 0 };
    hits.set(form, hit);
    return hit;
  };
  for (const { words } of [...readTokens(title), ...readTokens(summary)]) {
    for (const word of words) {
      const hit = hitOf(word);
      hit.headline += 1;
      hit.zones |= 1 << HEADLINE_ZONE;
    }
  }
  let length = 0;
  for (const { words } of readTokens(text)) {
    for (const word of words) {
      const hit = hitOf(word);
      hit.text += 1;
      hit.zones |= 1 << zoneOf(length);
    }
    if (words.length > 0) length += 1;
  }
  for (const { words } of readTokens(names)) {
    for (const word of words) {
      const hit = hitOf(word);
      hit.named = true;
      hit.zones |= 1 << HEADLINE_ZONE;
    }
  }
  return length;
}

interface NumberArray<T> {
  readonly length: number;
  [place: number]: number;
  set(values: T): void;
  slice(start: number, end: number): T;
}

/** A typed array that is filled without knowing its length. */
class Growing<T extends NumberArray<T>> {
  readonly #make: new (length: number) => T;
  #values: T;
  #length = 0;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#values = new make(1024);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new this.#make(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  finish(): T {
    return this.#values.slice(0, this.#length);
  }
}
