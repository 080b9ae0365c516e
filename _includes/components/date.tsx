import type { DateView } from '../../src/site/date-text.ts';
import { useWords } from './language.ts';

/** A date in both calendars: the Gregorian one, then the Hijri one where the day is known. */
export function DateText({ date, short = false }: { readonly date: DateView; readonly short?: boolean }) {
  const { periodText, siteText } = useWords();
  return (
    <time datetime={date.iso}>
      {date.gregorian}
      {date.time !== undefined && !short && <>{siteText.comma}<bdi>{date.time}</bdi></>}
      {date.hijri !== undefined && !short && <> {periodText.equals} {date.hijri}</>}
    </time>
  );
}
