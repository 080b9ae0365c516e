/** Where an article lies in the archive. */
import type { ArchiveDate } from '../../calendar/archive-date.ts';
import { pad2, pad4 } from '../../calendar/day.ts';

/** Where drafts without a date wait; no build looks into hidden folders. */
export const DRAFTS = '.drafts';

/** `2021/05/<id>.md`, with less where less is known; a draft without a date. */
export function articleFile(id: string, date: ArchiveDate | undefined): string {
  if (date === undefined) return `${DRAFTS}/${id}.md`;
  return [pad4(date.year), ...(date.month === undefined ? [] : [pad2(date.month)]), `${id}.md`].join('/');
}
