/** The fields of one line: cleaned, without markup, and no longer than an article file takes. */
import type { ForeignArticle, LineField, Remark } from '../foreign-article.ts';
import { decodeEntities, hasEntities } from '../read/html-entities.ts';
import { oneLine, type Cleaner } from './cleaner.ts';

/** Longest values that an article file takes; see `src/article/schema.ts`. */
const LENGTHS: Readonly<Partial<Record<LineField, number>>> = { title: 500, kicker: 300, subtitle: 500, summary: 1000, source: 200, section: 100, dateline: 200, rights: 500, datePrinted: 200, imageAlt: 500, imageCredit: 200 };

export type Lines = Readonly<Partial<Record<LineField, string>>>;

export function cleanLines({ lines }: ForeignArticle, clean: Cleaner, remarks: Remark[]): Lines {
  const result: Partial<Record<LineField, string>> = {};
  for (const [name, raw] of Object.entries(lines) as readonly (readonly [LineField, string])[]) {
    const plain = hasEntities(raw) || /<[a-z/][^<>]*>/iu.test(raw) ? decodeEntities(raw.replace(/<\/?[a-z][^<>]*>/giu, ' ')).text : raw;
    const text = oneLine(clean(plain));
    if (text === '') continue;
    const most = LENGTHS[name];
    if (most !== undefined && text.length > most && name !== 'title') remarks.push({ kind: 'removed', code: 'field-long', text: `${name}: ${text}` });
    else result[name] = text;
  }
  return result;
}
