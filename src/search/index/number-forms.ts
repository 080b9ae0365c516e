/**
 * The forms of a segment as numbers, with how often each is met: its shards have forms of their own, most of them the same. Shards are read one after the
 * other and let go, since all of them together would be the most that a build holds.
 */
import { orderTexts } from './order-texts.ts';
import { FORM_END, NAMED_BIT, type ShardArticle, type ShardIndex } from './shard-index.ts';
import { TextTable } from './text-table.ts';

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
  const [known, knownSpellings] = [new TextTable(), new TextTable()];
  const forms: string[] = [];
  /** Each once, and of each form its number. */
  const spellings: string[] = [];
  const spellingNumbers: number[] = [];
  const [counts, holders, places] = [new Counters(), new Counters(), new Counters()];
  const read = shards.map((readShard) => {
    const shard = readShard();
    const ownSpellings = knownSpellings.numbersOf(shard.spellings, END, (spelling) => spellings.push(spelling));
    const before = forms.length;
    const own = known.numbersOf(shard.forms, END, (form) => forms.push(form));
    for (let place = 0; place < own.length; place += 1) if ((own[place] ?? 0) >= before) spellingNumbers[own[place] ?? 0] ??= ownSpellings[place] ?? NONE;
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
  return {
    articles: read.map(({ articles }) => articles),
    forms,
    spellings: forms.map((form, number) => {
      const spelling = spellings[spellingNumbers[number] ?? NONE] ?? '';
      return spelling === '' ? form : spelling;
    }),
    numbers: read.map(({ own }) => own),
    sorted: orderTexts(forms),
    counts: counts.values,
    holders: holders.values,
    places: places.values,
  };
}

const END = FORM_END.charCodeAt(0);

/** The number of no spelling. */
const NONE = -1;

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
