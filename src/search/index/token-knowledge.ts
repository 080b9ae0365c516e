/** What is known of tokens that were met: in a shard and, since news repeats its words, in the shards before it. */
import { readToken } from '../tokens.ts';
import { TextTable } from './text-table.ts';

/** Between two tokens of a stored text. */
const SPACE = 0x20;

/** Tokens and their words, each with the number under which it stands in the lists. */
export class TokenKnowledge {
  readonly #table = new TextTable();
  readonly #formNumbers = new Map<string, number>();
  /** Every form once. */
  readonly forms: string[] = [];
  /** Where the words of each token begin in the two lists below, and where those of the last end. */
  readonly starts: number[] = [0];
  /** Of each word of each token the number of its form. */
  readonly words: number[] = [];
  /** How the token writes it. */
  readonly spellings: string[] = [];
  /** Of each token, as in `Token`. */
  readonly usual: number[] = [];

  get size(): number {
    return this.#table.size;
  }

  /** @param stored one of `storedText`. @returns the numbers of its tokens */
  numbersOf(stored: string): Uint32Array {
    return this.#table.numbersOf(stored, SPACE, (token) => {
      this.#learn(token);
    });
  }

  #learn(token: string): void {
    const { words, usual } = readToken(token);
    for (const { form, spelling } of words) {
      const number = this.#numberOf(form);
      this.words.push(number);
      // Most words are written as their form: one string for both.
      this.spellings.push(spelling === form ? (this.forms[number] ?? form) : spelling);
    }
    this.starts.push(this.words.length);
    this.usual.push(usual);
  }

  #numberOf(form: string): number {
    const known = this.#formNumbers.get(form);
    if (known !== undefined) return known;
    this.#formNumbers.set(form, this.forms.length);
    return this.forms.push(form) - 1;
  }
}
