/**
 * The forms of a segment as numbers, with how often each is met: its shards have forms of their own, most of them the same. Shards are read one after the
 * other and let go, since all of them together would be the most that a build holds.
 */
import { NAMED_BIT, type ShardArticle, type ShardIndex } from './shard-index.ts';

export interface SegmentForms {
  /** Of each shard. */
  readonly articles: readonly (readonly ShardArticle[])[];
  /** Each once, as its shards have them, the oldest first. Their places are their numbers in all lists below. */
  readonly forms: readonly string[];
  /** How each was written when it was met first. */
  readonly spellings: readonly string[];
  /** Of each shard the numbers of its forms. */
  readonly numbers: readonly Uint32Array[];
  /** All numbers, in the order of their forms by code units. */
  readonly sorted: Uint32Array;
  /** How often each form stands in headlines, summaries and texts. */
  readonly counts: Uint32Array;
  /** How many articles hold it. */
  readonly holders: Uint32Array;
  /** How many places it has. */
  readonly places: Uint32Array;
}

/** @param shards read when it is their turn, oldest first */
export function numberForms(shards: readonly (() => ShardIndex)[]): SegmentForms {
  const known = new Map<string, number>();
  const forms: string[] = [];
  const spellings: string[] = [];
  const [counts, holders, places] = [new Counters(), new Counters(), new Counters()];
  const read = shards.map((readShard) => {
    const shard = readShard();
    const own = new Uint32Array(shard.forms.length);
    for (let place = 0; place < own.length; place += 1) {
      const form = shard.forms[place] ?? '';
      let number = known.get(form);
      if (number === undefined) {
        known.set(form, (number = forms.push(form) - 1));
        spellings.push(shard.spellings[place] ?? form);
      }
      own[place] = number;
    }
    for (const list of [counts, holders, places]) list.reach(forms.length);
    const { form, text, head, held } = shard.entries;
    for (let at = 0; at < form.length; at += 1) {
      const number = own[form[at] ?? 0] ?? 0;
      counts.add(number, (text[at] ?? 0) + ((head[at] ?? 0) & (NAMED_BIT - 1)));
      holders.add(number, 1);
      places.add(number, held[at] ?? 0);
    }
    return { articles: shard.articles, own };
  });
  const order = [...forms.keys()].sort((a, b) => ((forms[a] ?? '') < (forms[b] ?? '') ? -1 : 1));
  return {
    articles: read.map(({ articles }) => articles),
    forms,
    spellings,
    numbers: read.map(({ own }) => own),
    sorted: Uint32Array.from(order),
    counts: counts.values,
    holders: holders.values,
    places: places.values,
  };
}

/** Numbers that are counted up while there come more of them. */
class Counters {
  #values = new Uint32Array(0);
  #length = 0;

  get values(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }

  reach(length: number): void {
    this.#length = length;
    if (length <= this.#values.length) return;
    const larger = new Uint32Array(length * 2);
    larger.set(this.#values);
    this.#values = larger;
  }

  add(number: number, more: number): void {
    this.#values[number] = (this.#values[number] ?? 0) + more;
  }
}
