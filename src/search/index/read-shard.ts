/** The records of a shard cut into tokens, whose words are numbers: once for all that needs them, the bundle and the word index. */
import type { Word } from '../../arabic/forms.ts';
import { readToken, storedText } from '../tokens.ts';
import type { SearchRecord } from './search-record.ts';

export interface ReadShard {
  /** Each form once, in the order in which they are met, as it was written there. */
  readonly words: readonly Word[];
  readonly records: readonly ReadRecord[];
}

export interface ReadRecord {
  readonly record: SearchRecord;
  readonly title: ReadField;
  readonly summary: ReadField;
  readonly names: ReadField;
  readonly text: ReadField;
}

export interface ReadField {
  /** The tokens as they were written, a space apart. */
  readonly stored: string;
  readonly tokens: readonly ShardToken[];
}

export interface ShardToken {
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
  const tokenOf = (written: string): ShardToken => {
    const found = known.get(written);
    if (found !== undefined) return found;
    const { words: own, usual } = readToken(written);
    const token = { words: own.map(numberOf), usual };
    known.set(written, token);
    return token;
  };
  const read = (text: string): ReadField => {
    const stored = storedText(text);
    return { stored, tokens: stored === '' ? [] : stored.split(' ').map(tokenOf) };
  };
  return { records: records.map((record) => ({ record, title: read(record.title), summary: read(record.summary), names: read(record.names), text: read(record.text) })), words };
}
