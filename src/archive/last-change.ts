/** When an article last changed: by its publisher, or by a correction of the archive. */
import type { Article } from '../article/article.ts';
import type { ArchiveDate } from '../calendar/archive-date.ts';

export function lastChange({ date, updated, corrections }: Article): ArchiveDate {
  return [updated ?? date, ...corrections.map((note) => note.date)].reduce((latest, other) => (other.sort > latest.sort ? other : latest));
}
