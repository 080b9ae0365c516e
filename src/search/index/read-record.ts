/** A record cut into tokens, once for all that needs them: Pagefind, the texts that results are shown from, and the word index. */
import { readTokens, type Token } from '../tokens.ts';
import type { SearchRecord } from './search-record.ts';

export interface ReadRecord {
  readonly record: SearchRecord;
  readonly title: readonly Token[];
  readonly summary: readonly Token[];
  readonly names: readonly Token[];
  readonly text: readonly Token[];
}

export function readRecord(record: SearchRecord): ReadRecord {
  const { title, summary, names, text } = record;
  return { record, title: readTokens(title), summary: readTokens(summary), names: readTokens(names), text: readTokens(text) };
}

/** The tokens as they are stored for showing. */
export function originalOf(tokens: readonly Token[]): string {
  return tokens.map(({ original }) => original).join(' ');
}
