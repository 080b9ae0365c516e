/** The reader's today in both calendars. The page carries no clock, so the browser fills it in. */
import { periodText } from '../arabic/strings.ts';
import type { DigitShape } from '../arabic/digits.ts';
import { formatBoth } from '../calendar/format-date.ts';
import type { MonthNames } from '../calendar/months.ts';

const line = document.querySelector<HTMLElement>('#today');
if (line !== null) {
  const now = new Date();
  const day = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  const { label = '', months = 'gulf', digits = 'western' } = line.dataset;
  const { gregorian, hijri } = formatBoth(day, { months: months as MonthNames, digits: digits as DigitShape });
  line.append(`${label}: ${gregorian} ${periodText.equals} ${hijri}`);
}
