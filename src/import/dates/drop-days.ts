/** Days that stand in datelines (`إربد 4 أيار (بترا)`, `نابلس 4-5-2021 وفا`), out of the way of the names. */
import { normalForm } from '../../arabic/words.ts';
import { findDates } from './find-dates.ts';
import { foldText } from './fold-text.ts';
import { gregorianMonths, hijriMonths, weekdays } from './month-words.ts';

const DAY_OF_MONTH = new RegExp(`(?<![\\p{L}\\p{N}])(?:في\\s+|يوم\\s+)?\\d{1,2}\\s*(?:[-/]\\s*)?(?:من\\s+)?(?:شهر\\s+)?(?:(?:${gregorianMonths.pattern}|${hijriMonths.pattern})(?:\\s*[/(-]\\s*(?:${gregorianMonths.pattern})\\)?)?|[-/]\\s*\\d{1,2})(?![\\p{L}\\p{N}])`, 'u');
const AROUND: ReadonlySet<string> = new Set(['الموافق', 'يوم', 'اليوم', 'م', 'ه'].map(normalForm));

/** The text with a stroke in the place of each day, so that what stood around it is parted. */
export function dropDays(text: string): string {
  if (!/[\d٠-٩]/u.test(text)) return text;
  const cut = (value: string): string => {
    const folded = foldText(value);
    const [date] = findDates(value, folded);
    const found = date ?? dayOf(folded.text);
    if (found === undefined) return value;
    // Places of folded text are those of the written one but within words, which are never cut.
    const before = folded.written(0, found.start);
    return cut(`${before} - ${folded.written(found.end, folded.text.length)}`);
  };
  const rest = cut(text);
  return rest === text ? text : rest.replace(/\s+/gu, ' ').replace(/[\p{L}\p{M}\u0640]+/gu, (word) => (isAround(word) ? ' ' : word)).replace(/(?<!\p{L})في(?=\s*-)/gu, ' ');
}

function isAround(word: string): boolean {
  const form = normalForm(word);
  return AROUND.has(form) || weekdays.numberOf(form) !== undefined;
}

function dayOf(folded: string): { readonly start: number; readonly end: number } | undefined {
  const found = DAY_OF_MONTH.exec(folded);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}
