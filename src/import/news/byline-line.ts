/** Lines that name who wrote: `كتب محمد حسن`, `بقلم: …`, `محمد حسن - القاهرة`, `محمد حسن`. */
import { normalForm } from '../../arabic/words.ts';
import { readDateline, type Dateline, type Names } from './dateline.ts';
import { isNamedPerson } from './person.ts';

/** Words that open a byline and nothing else. */
const SURE = 'بقلم|شعر الشاعر|كتبه|كتبها|كتبت|أعده|أعدها|أعدته|أجرى الحوار|أجرت الحوار|حاوره|حاورها|حاورته|By';
/** Words that open sentences too: `كتب مدرسية جديدة`. */
const UNSURE = 'كتب|شعر|قصة|كاريكاتير|إعداد|اعداد|تقرير|ترجمة|حوار|تحقيق|متابعة|تحرير|المحرر|الكاتب|مراسل|مراسلة|تغطية';
const BY = new RegExp(`^\\s*(?:(?<sure>${SURE})|(?<unsure>${UNSURE}))(?<sign>\\s*[:/ـ–—-]+\\s*|\\s+)(?<who>\\p{L}.*)$`, 'u');
const MOST_LETTERS = 80;

/** @param elsewhere the headline and the text: a lone name that stands there too is what a picture shows, and no byline */
export function readBylineLine(line: string, names: Names, elsewhere: string | undefined): Dateline | undefined {
  if (line.length > MOST_LETTERS || /[.!؟?]\s*$/u.test(line)) return undefined;
  const groups = BY.exec(line)?.groups;
  const who = groups?.['who'] ?? line;
  const read = readDateline(who.replace(/\s+و(?=\p{L}{2,}\s)/gu, (and, at: number) => (isNamedPerson(who.slice(at + and.length), names.givenNames) ? '، ' : and)), names, true);
  if (read === undefined || read.people.length === 0) return undefined;
  const named = read.people.every((person) => isNamedPerson(person, names.givenNames));
  if (groups?.['sure'] !== undefined) return read;
  if (groups?.['unsure'] !== undefined) return named || (groups['sign']?.trim() !== '' && normalForm(groups['unsure']) === normalForm('كتب')) ? read : undefined;
  // Without such a word only names that are known as names are taken for them.
  if (!named || elsewhere === undefined || read.people.length > 3 || /[()[\]]/u.test(line) || line.split(/\s+/u).length > 8) return undefined;
  return read.people.some((person) => mentions(elsewhere, person)) ? undefined : read;
}

/** `ناصر الجديع: …` as a headline names who writes; anywhere else it names who is written about. */
function mentions(text: string, person: string): boolean {
  return text.includes(person) && !text.startsWith(`${person}:`);
}
