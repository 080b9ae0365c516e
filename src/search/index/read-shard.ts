/** The records of a shard cut into tokens, whose words are numbers: once for all that needs them, the bundle and the word index. */
import type { Word } from '../../arabic/forms.ts';
import { readToken, splitTokens } from '../tokens.ts';
import type { SearchRecord } from './search-record.ts';

export interface ReadShard {
  /** Each form once, in the order in which they are met, as it was written there. */
  readonly words: readonly Word[];
  readonly records: readonly ReadRecord[];
}

export interface ReadRecord {
  readonly record: SearchRecord;
  readonly title: readonly ShardToken[];
  readonly summary: readonly ShardToken[];
  readonly names: readonly ShardToken[];
  readonly text: readonly ShardToken[];
}

export interface ShardToken {
  /** As it was written. */
  readonly original: string;
  /** Under what it is found: numbers of words of the shard. */
  readonly words: readonly number[];
  /** As in `Token`. */
  readonly usual: number;
}

export function readShard(records: readonly SearchRecord[]): ReadShard {
  const words: Word[] = [];
  const numbers = new Map<string, number>();
  const known = new Map<string, ShardToken>();
  const numberOf = (word: Word): number => {
    const found = numbers.get(word.form);
    if (found !== undefined) return found;
    numbers.set(word.form, words.length);
    return words.push(word) - 1;
  };
  const read = (text: string): readonly ShardToken[] =>
    splitTokens(text).map((written) => {
      const found = known.get(written);
      if (found !== undefined) return found;
      const { original, words: own, usual } = readToken(written);
      const token = { original, words: own.map(numberOf), usual };
      known.set(original, token);
      return token;
    });
  return { records: records.map((record) => ({ record, title: read(record.title), summary: read(record.summary), names: read(record.names), text: read(record.text) })), words };
}

/** The tokens as they are stored for showing. */
export function originalOf(tokens: readonly { readonly original: string }[]): string {
  return tokens.map(({ original }) => original).join(' ');
}
