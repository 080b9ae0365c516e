/** Lines at either end of a text that hold a date and nothing else. */
import type { Remark } from '../foreign-article.ts';
import type { Block } from '../news/blocks.ts';
import type { Dateline, Names } from '../news/dateline.ts';
import { findDateLine } from './find-date-line.ts';
import type { WrittenDate } from './find-dates.ts';

export interface Dated {
  readonly blocks: readonly Block[];
  readonly date: WrittenDate | undefined;
  readonly dateline: Dateline | undefined;
}

export function takeDateLines(blocks: readonly Block[], names: Names, remarks: Remark[]): Dated {
  for (const index of [...new Set([0, 1, 2, blocks.length - 1, blocks.length - 2])]) {
    const block = blocks[index];
    if (block?.bare !== true || blocks.length < 2) continue;
    const found = findDateLine(block.plain, names);
    if (found === undefined) continue;
    remarks.push({ kind: 'moved', code: 'date-line', text: block.plain });
    if (found.date.note === 'day-before-month') remarks.push({ kind: 'cleaned', code: 'date-day-before-month', text: `${block.plain} → ${found.date.date.iso}` });
    return { blocks: blocks.filter((_, at) => at !== index), date: { ...found.date, written: block.plain }, dateline: found.dateline };
  }
  return { blocks, date: undefined, dateline: undefined };
}
