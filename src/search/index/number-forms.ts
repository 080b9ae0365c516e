/** The forms of a segment as numbers: its shards have forms of their own, most of them the same. */
import { NAMED_BIT, type ShardIndex } from './shard-index.ts';

export interface SegmentForms {
  /** Each once, as its shards have them, the oldest first. */
  readonly forms: readonly string[];
  /** How each was written when it was met first. */
  readonly spellings: readonly string[];
  /** Of each shard the numbers of its forms. */
  readonly numbers: readonly Uint32Array[];
  /** All numbers, in the order of their forms by code units. */
  readonly sorted: Uint32Array;
}

export function numberForms(shards: readonly ShardIndex[]): SegmentForms {
  const known = new Map<string, number>();
  const forms: string[] = [];
  const spellings: string[] = [];
  const numbers = shards.map((shard) => {
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
    return own;
  });
  const order = [...forms.keys()].sort((a, b) => ((forms[a] ?? '') < (forms[b] ?? '') ? -1 : 1));
  return { forms, spellings, numbers, sorted: Uint32Array.from(order) };
}

export interface FormCounts {
  /** How often each form stands in headlines, summaries and texts; by number. */
  readonly counts: Uint32Array;
  /** How many articles hold it. */
  readonly holders: Uint32Array;
}

export function countForms(shards: readonly ShardIndex[], { forms, numbers }: SegmentForms): FormCounts {
  const [counts, holders] = [new Uint32Array(forms.length), new Uint32Array(forms.length)];
  for (const [shard, { entries }] of shards.entries()) {
    const own = numbers[shard] ?? new Uint32Array();
    for (let at = 0; at < entries.form.length; at += 1) {
      const number = own[entries.form[at] ?? 0] ?? 0;
      counts[number] = (counts[number] ?? 0) + (entries.text[at] ?? 0) + ((entries.head[at] ?? 0) & (NAMED_BIT - 1));
      holders[number] = (holders[number] ?? 0) + 1;
    }
  }
  return { counts, holders };
}
