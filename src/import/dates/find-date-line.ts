/** A line that says when the article was published and nothing else: `نشر في 4 مايو 2021`, `الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس`. */
import { normalForm, splitWords } from '../../arabic/words.ts';
import { readBylineLine } from '../news/byline-line.ts';
import { readDateline, type Dateline, type Names } from '../news/dateline.ts';
import { isSectionName } from '../news/sections.ts';
import { findDates, type WrittenDate } from './find-dates.ts';
import { foldText } from './fold-text.ts';
import { weekdays } from './month-words.ts';

export interface DateLine {
  readonly date: WrittenDate;
  /** `آخر تحديث`: not the day of publication. */
  readonly updated: boolean;
  readonly dateline: Dateline | undefined;
  /** `تاريخ النشر: … | أخبار العالم` */
  readonly section?: string;
}

const AROUND: ReadonlySet<string> = new Set(
  'إلى على تاريخ التاريخ بتاريخ النشر نشر نشرت نشره منشور أضيف كتب في يوم اليوم الموافق شهر م ه هـ ميلادي هجري ميلادية هجرية الساعة ص صباحا مساء ظهرا عصرا ليلا فجرا am pm بتوقيت غرينتش جرينتش تحديث آخر التحديث حدث GMT published on at updated last posted'.split(' ').map(normalForm),
);

/** What else such lines say: the clock of which place, the number of the paper, how long it takes to read. */
const BESIDE = /بتوقيت\s+\p{L}+(?:\s+(?:المكرمة|المتحدة))?|\((?:بتوقيت\s+)?(?:مكة المكرمة|مكة|غرينتش|جرينتش|GMT)\)|(?:رقم\s+)?العدد\s*:?\s*[[(]?\s*[\d٠-٩]{1,6}\s*[\])]?|(?:(?:مدة|وقت)\s+)?(?:ال|لل)?(?:قراءة\s*:?\s*)?[\d٠-٩]{1,2}\s*(?:دقائق|دقيقة|دقايق)(?:\s+(?:للقراءة|قراءة))?|[+-]?\s*حجم الخط\s*[+-]?|(?<!\p{L})[AأT][+-](?:\s*[AأT][+-])?|[\d٠-٩.,٬]+\s*(?:مشاهدة|مشاهدات|قراءة|قراءات|زيارة|تعليق|تعليقات)(?!\p{L})/gu;

/** The longest such line. */
const MOST_WORDS = 20;

export function findDateLine(written: string, names: Names): DateLine | undefined {
  // `18/5/202110:35`: the year and the clock have run together.
  const line = written.replace(/((?:19|20)\d{2})(?=\d{1,2}:\d{2}(?!\d))/gu, '$1 ');
  if (line.length > 160 || !/[\d٠-٩۰-۹]/u.test(line)) return undefined;
  const folded = foldText(line);
  const dates = findDates(line, folded);
  const date = dates.find(({ calendar }) => calendar === 'gregorian') ?? dates[0];
  if (date === undefined || date.date.precision === 'month' || splitWords(line).length > MOST_WORDS) return undefined;
  let rest = '';
  let end = 0;
  for (const found of dates) {
    rest += `${folded.written(end, found.start)} | `;
    end = found.end;
  }
  rest += folded.written(end, folded.text.length);
  const change = /(?<!\p{L})(?:تحديث|التحديث|updated)(?!\p{L})/iu.exec(folded.text)?.index;
  // What stands before `آخر تحديث` is the day of publication.
  const updated = change !== undefined && !(dates.length > 1 && date.start < change);
  const around = rest.replace(BESIDE, ' ').replace(/(?<!\p{L})كتبت?\s*:/u, '| بقلم:').replace(/[\p{L}\p{M}]+/gu, (word) => (AROUND.has(normalForm(word)) || weekdays.numberOf(normalForm(word)) !== undefined ? ' ' : word)).replace(/\d{1,2}:\d{2}(?::\d{2})?/gu, ' ');
  if (!/[\p{L}\p{N}]/u.test(around)) return { date, updated, dateline: undefined };
  const dateline = readDateline(around.replace(/[\s|,،:()-]+/gu, ' | ').replace(/ \| /gu, ' - '), names, false) ?? readDateline(around, names, false);
  if (dateline !== undefined) return { date, updated, dateline };
  const parts = around.split('|').map((part) => part.replace(/^[\s:,،-]+|[\s:,،-]+$/gu, '')).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length === 1 && isSectionName(parts[0] ?? '')) return { date, updated, dateline: undefined, section: parts[0] ?? '' };
  const byline = parts.map((part) => readBylineLine(part, names, undefined)).find((own) => own !== undefined);
  if (byline !== undefined) return { date, updated, dateline: byline };
  // Behind a bar, and with a word that says what the date is, stands the section.
  const [section] = parts;
  const labelled = /(?<!\p{L})(?:تاريخ|النشر|نشر|نشرت)(?!\p{L})/u.test(line) && line.includes('|');
  return labelled && parts.length === 1 && section !== undefined && section.split(/\s+/u).length <= 3 && !/\d/u.test(section) ? { date, updated, dateline: undefined, section } : undefined;
}
