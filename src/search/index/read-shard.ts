/** The records of a shard cut into tokens, whose words are numbers: once for all that needs them, the bundle and the word index. */
import type { Word } from '../../arabic/forms.ts';
import { storedText } from '../tokens.ts';
import type { SearchRecord } from './search-record.ts';
import { TokenKnowledge } from './token-knowledge.ts';

export interface ReadShard {
  /** Each form once, in the order in which they are met, as it was written there. */
  readonly words: readonly Word[];
  readonly tokens: ShardTokens;
  readonly records: readonly ReadRecord[];
}

/** Each token of the shard once, in the order in which they are met. */
export interface ShardTokens {
  /** Where the words of each token begin in `words`, and where those of the last end. */
  readonly starts: Uint32Array;
  /** Under what each token is found: numbers of words of the shard. */
  readonly words: Uint32Array;
  /** As in `Token`. */
  readonly usual: Uint8Array;
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
  /** Their numbers among the tokens of the shard. */
  readonly tokens: Uint32Array;
}

/** Tokens that are kept for the shards to come: about as many as 10,000 articles have, in some 50 MB. */
const MOST_KNOWN = 300_000;

let known = new TokenKnowledge();

export function readShard(records: readonly SearchRecord[]): ReadShard {
  if (known.size > MOST_KNOWN) known = new TokenKnowledge();
  const knowledge = known;
  const read = (text: string): ReadField => {
    const stored = storedText(text);
    return { stored, tokens: knowledge.numbersOf(stored) };
  };
  const all = records.map((record): ReadRecord => ({ record, title: read(record.title), summary: read(record.summary), names: read(record.names), text: read(record.text) }));
  const { renumber, words, finish } = createNumbering(knowledge);
  const own = all.map(({ record, title, summary, names, text }): ReadRecord => ({ record, title: renumber(title), summary: renumber(summary), names: renumber(names), text: renumber(text) }));
  return { words, tokens: finish(), records: own };
}

/** The numbers that tokens and words have in one shard, whatever was met in others. */
function createNumbering(knowledge: TokenKnowledge) {
  // Of each token and form that is known: its number in the shard, and 1.
  const tokenNumbers = new Uint32Array(knowledge.size);
  const formNumbers = new Uint32Array(knowledge.forms.length);
  const words: Word[] = [];
  const [starts, tokenWords, usual]: [number[], number[], number[]] = [[0], [], []];
  const meet = (token: number): number => {
    for (let at = knowledge.starts[token] ?? 0; at < (knowledge.starts[token + 1] ?? 0); at += 1) {
      const form = knowledge.words[at] ?? 0;
      if (formNumbers[form] === 0) formNumbers[form] = words.push({ form: knowledge.forms[form] ?? '', spelling: knowledge.spellings[at] ?? '' });
      tokenWords.push((formNumbers[form] ?? 0) - 1);
    }
    starts.push(tokenWords.length);
    return usual.push(knowledge.usual[token] ?? 0);
  };
  /** @param field with the numbers of `knowledge` */
  const renumber = ({ stored, tokens }: ReadField): ReadField => {
    const own = new Uint32Array(tokens.length);
    for (let at = 0; at < own.length; at += 1) {
      const token = tokens[at] ?? 0;
      own[at] = (tokenNumbers[token] ||= meet(token)) - 1;
    }
    return { stored, tokens: own };
  };
  return { renumber, words, finish: (): ShardTokens => ({ starts: Uint32Array.from(starts), words: Uint32Array.from(tokenWords), usual: Uint8Array.from(usual) }) };
}
