/** Pairs of a query and a text that it should find, or should not: how well the analysis knows Arabic. */
import { readFileSync } from 'node:fs';
import type { Analyser } from '../../src/arabic/analyser.ts';
import { queryClasses, textClasses } from './tokens.ts';

export interface WordPair {
  readonly group: string;
  readonly query: string;
  readonly document: string;
  readonly wanted: boolean;
}

export interface WordScore {
  /** Pairs that should be found. */
  readonly wanted: number;
  readonly found: number;
  /** Pairs that should not be found. */
  readonly unwanted: number;
  readonly false: number;
  /** The pairs that go wrong. */
  readonly wrong: readonly WordPair[];
}

const COLUMNS = 'group\tquery\tdocument\twanted';

/** Reads a table: tab-separated, first line `group query document wanted`, the last column `match` or `no-match`, `#` for remarks. @throws on any other line */
export function readWordPairs(file: string): readonly WordPair[] {
  const lines = readFileSync(file, 'utf8').split('\n').map((text, index) => ({ text, place: `${file}:${String(index + 1)}` }));
  const [head, ...rows] = lines.filter(({ text }) => text !== '' && !text.startsWith('#'));
  if (head?.text !== COLUMNS) throw new Error(`${file}: the first line must name the columns group, query, document and wanted`);
  return rows.map(({ text, place }) => {
    const [group, query, document, wanted, ...more] = text.split('\t').map((cell) => cell.replace(/\\u([0-9A-F]{4})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
    if (group === undefined || query === undefined || document === undefined || more.length > 0 || (wanted !== 'match' && wanted !== 'no-match')) throw new Error(`${place}: expected four cells, the last of them match or no-match`);
    return { group, query, document, wanted: wanted === 'match' };
  });
}

/** True when a search for the query finds a document of that text: it has all the words. */
export function finds(query: string, document: string, analyser?: Analyser): boolean {
  const wanted = queryClasses(query, analyser);
  const held = textClasses(document, analyser);
  return wanted.length > 0 && wanted.every((name) => held.has(name));
}

export function scoreWords(pairs: readonly WordPair[], analyser?: Analyser): WordScore {
  const wrong = pairs.filter(({ query, document, wanted }) => finds(query, document, analyser) !== wanted);
  const wanted = pairs.filter((pair) => pair.wanted).length;
  const missed = wrong.filter((pair) => pair.wanted).length;
  return { wanted, found: wanted - missed, unwanted: pairs.length - wanted, false: wrong.length - missed, wrong };
}
