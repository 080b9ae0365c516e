/** Measures of ranked retrieval, as trec_eval defines them, for binary judgements. */

/** What is relevant to each query. */
export type Judgements = ReadonlyMap<string, ReadonlySet<string>>;
/** The documents that a run gives for each query, best first. */
export type Run = ReadonlyMap<string, readonly string[]>;

export interface Scores {
  readonly queries: number;
  readonly mrr10: number;
  readonly ndcg10: number;
  readonly hit10: number;
  readonly recall100: number;
  /** Share of queries to which the run has no answer at all. */
  readonly empty: number;
}

/** Means over all judged queries; a query without an answer counts as 0. */
export function scoreRun(run: Run, judgements: Judgements): Scores {
  const rows = [...judgements].map(([query, relevant]) => scoreQuery(run.get(query) ?? [], relevant));
  const mean = (value: (row: Omit<Scores, 'queries'>) => number): number => rows.reduce((sum, row) => sum + value(row), 0) / rows.length;
  return { queries: rows.length, mrr10: mean((row) => row.mrr10), ndcg10: mean((row) => row.ndcg10), hit10: mean((row) => row.hit10), recall100: mean((row) => row.recall100), empty: mean((row) => row.empty) };
}

function scoreQuery(ranked: readonly string[], relevant: ReadonlySet<string>): Omit<Scores, 'queries'> {
  const top = ranked.slice(0, 10);
  const first = top.findIndex((id) => relevant.has(id));
  const gain = top.reduce((sum, id, index) => (relevant.has(id) ? sum + 1 / Math.log2(index + 2) : sum), 0);
  const ideal = Array.from({ length: Math.min(10, relevant.size) }, (_, index) => 1 / Math.log2(index + 2)).reduce((a, b) => a + b, 0);
  const found = ranked.slice(0, 100).filter((id) => relevant.has(id)).length;
  return { mrr10: first === -1 ? 0 : 1 / (first + 1), ndcg10: ideal === 0 ? 0 : gain / ideal, hit10: first === -1 ? 0 : 1, recall100: relevant.size === 0 ? 0 : found / relevant.size, empty: ranked.length === 0 ? 1 : 0 };
}

/** Reads a TREC run (`query Q0 document rank score name`); lines are ranked by their score. */
export function parseRun(text: string): Run {
  const lines = text.split('\n').flatMap((line) => {
    const [query, , document, , score] = line.trim().split(/\s+/u);
    return query === undefined || document === undefined ? [] : [{ query, document, score: Number(score) }];
  });
  const byQuery = new Map<string, { document: string; score: number }[]>();
  for (const { query, ...hit } of lines) byQuery.set(query, [...(byQuery.get(query) ?? []), hit]);
  return new Map([...byQuery].map(([query, hits]) => [query, hits.sort((a, b) => b.score - a.score).map(({ document }) => document)]));
}

/** Reads judgements: `query document relevance`, or TREC's form with a second column that is not used. */
export function parseJudgements(text: string): Judgements {
  const judgements = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const columns = line.trim().split(/\s+/u);
    if (columns.length < 3) continue;
    const [query = '', document = '', relevance = ''] = columns.length > 3 ? [columns[0], columns[2], columns[3]] : columns;
    if (Number(relevance) > 0) judgements.set(query, (judgements.get(query) ?? new Set()).add(document));
  }
  return judgements;
}
