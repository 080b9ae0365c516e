/** The analysis with the program's own lists, as a site without an editor's additions has it. */
import { createAnalyser } from '../../src/arabic/analyser.ts';
import { loadWordLists } from '../../src/build/load-word-lists.ts';
import { parseQuery as parse, type Query } from '../../src/search/query/parse-query.ts';
import { createTokens, type Tokens } from '../../src/search/tokens.ts';

export const { lists } = await loadWordLists();
export const tokens: Tokens = createTokens(createAnalyser(lists));
export const { analysedText, queryTerms } = tokens;

export function parseQuery(text: string): Query {
  return parse(text, tokens);
}
