/**
 * What has changed in the archive itself. Corrections and withdrawals are dated in the articles; what was added or edited is told from
 * a record that the editor keeps beside the settings: one line for each change, `date⇥change⇥id⇥digest`, appended by
 * `npm run history`. The build only reads it, so that it needs no clock and two builds are the same.
 */
import type { Article, ArticleId } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import { quote } from '../article/problem.ts';
import { parseArchiveDate, type ArchiveDate } from '../calendar/archive-date.ts';

export const HISTORY_FILE = 'history.tsv';

/** `explained`: the file changed, and a note of correction or withdrawal in it says why. */
export type Change = 'added' | 'edited' | 'explained' | 'removed';

export interface RecordedChange {
  /** `2026-11-23` */
  readonly date: string;
  readonly change: Change;
  readonly id: ArticleId;
  /** Beginning of the digest of the article's file; `-` when it is gone. */
  readonly digest: string;
}

const DIGEST_LENGTH = 16;
const LINE = /^(\d{4}-\d{2}-\d{2})\t(added|edited|explained|removed)\t([^\t]+)\t([0-9a-f]{16}|-)$/u;

/** Reads the record. Lines that are none are problems: a change that is left out in silence would be a false record. */
export function parseHistory(text: string): { readonly changes: readonly RecordedChange[]; readonly problems: readonly Problem[] } {
  const changes: RecordedChange[] = [];
  const problems: Problem[] = [];
  let last = '';
  for (const [index, row] of text.split('\n').entries()) {
    const line = row.replace(/\r$/u, '');
    if (line === '' || line.startsWith('#')) continue;
    const [, date = '', change = 'added', id = '', digest = ''] = LINE.exec(line) ?? [];
    const problem = (got: string, expected: string, fix: string): Problem => ({ code: 'settings-field', severity: 'error', file: HISTORY_FILE, line: index + 1, field: 'line', got, expected, fix });
    if ('reason' in parseArchiveDate(date)) problems.push(problem(quote(line.slice(0, 80)), 'date, change, id and digest, a tab apart', 'bring the line back as npm run history wrote it, or delete it'));
    else if (date < last) problems.push(problem(`${date} after ${last}`, 'lines in order of their dates', 'put the line where its date belongs'));
    else {
      last = date;
      changes.push({ date, change: change as Change, id: id as ArticleId, digest });
    }
  }
  return { changes, problems };
}

export function formatChange({ date, change, id, digest }: RecordedChange): string {
  return `${date}\t${change}\t${id}\t${digest}\n`;
}

/**
 * What is to be added to a record, so that it says what is there now.
 * @param date the day on which this is written down
 */
export function findChanges(recorded: readonly RecordedChange[], { byId }: { readonly byId: ReadonlyMap<ArticleId, Article> }, date: string): readonly RecordedChange[] {
  const last = new Map<ArticleId, RecordedChange>(recorded.map((change) => [change.id, change]));
  const changes: RecordedChange[] = [];
  // In order of ids, so that the record does not depend on the order of files.
  for (const article of [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const before = last.get(article.id);
    const digest = article.sha256.slice(0, DIGEST_LENGTH);
    if (before === undefined || before.change === 'removed') changes.push({ date, change: 'added', id: article.id, digest });
    else if (before.digest !== digest) changes.push({ date, change: isExplained(article, before.date) ? 'explained' : 'edited', id: article.id, digest });
  }
  for (const [id, { change }] of last) if (change !== 'removed' && !byId.has(id)) changes.push({ date, change: 'removed', id, digest: '-' });
  return changes;
}

function isExplained({ corrections, withdrawn }: Article, since: string): boolean {
  return [...corrections, ...(withdrawn === undefined ? [] : [withdrawn])].some(({ date }) => dayKey(date) >= since);
}

/** Everything that happened on one day, or in a month or year where no more is known. */
export interface HistoryDay {
  /** `2026-11-23`, `2026-11` or `2026`: sortable. */
  readonly key: string;
  readonly date: ArchiveDate;
  /** The first day of the record: what was there when it began. */
  readonly began: boolean;
  readonly added: readonly ArticleId[];
  readonly edited: readonly ArticleId[];
  readonly removed: readonly ArticleId[];
  readonly corrected: readonly { readonly article: Article; readonly text: string }[];
  readonly withdrawn: readonly { readonly article: Article; readonly reason: string }[];
}

type Growing = { -readonly [K in keyof HistoryDay]: HistoryDay[K] extends readonly (infer T)[] ? T[] : HistoryDay[K] };

/** All that happened, newest first. */
export function buildHistory({ articles, withdrawn }: { readonly articles: readonly Article[]; readonly withdrawn: readonly Article[] }, recorded: readonly RecordedChange[]): readonly HistoryDay[] {
  const days = new Map<string, Growing>();
  const began = recorded[0]?.date;
  const dayOf = (key: string): Growing | undefined => {
    const date = parseArchiveDate(key);
    if ('reason' in date) return undefined;
    const day = days.get(key) ?? { key, date, began: key === began, added: [], edited: [], removed: [], corrected: [], withdrawn: [] };
    days.set(key, day);
    return day;
  };
  for (const { date, change, id } of recorded) if (change !== 'explained') dayOf(date)?.[change].push(id);
  for (const article of articles) for (const { date, text } of article.corrections) dayOf(dayKey(date))?.corrected.push({ article, text });
  for (const article of withdrawn) if (article.withdrawn !== undefined) dayOf(dayKey(article.withdrawn.date))?.withdrawn.push({ article, reason: article.withdrawn.reason });
  return [...days.values()].sort((a, b) => (a.key < b.key ? 1 : -1));
}

/** The date without its clock. */
function dayKey({ iso }: ArchiveDate): string {
  return iso.slice(0, 10);
}
