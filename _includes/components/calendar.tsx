import type { CalendarView } from '../../src/site/views/calendar.ts';
import type { PageContext } from '../context.ts';
import { rememberParts } from './kept.ts';

interface CalendarProps {
  readonly calendar: CalendarView;
  readonly context: PageContext;
  /** Without the numbers of the other calendar, for overviews. */
  readonly small?: boolean;
}

/** A month as a table of weeks; days with articles are links that say how many. */
export function Calendar({ calendar, context, small = false }: CalendarProps) {
  return (
    <table class={small ? 'calendar small' : 'calendar'}>
      <caption class={small ? 'visually-hidden' : undefined}>{calendar.caption}</caption>
      <thead>
        <tr>{calendar.weekdays.map(({ name, short }) => <th scope="col"><abbr title={name}>{short}</abbr></th>)}</tr>
      </thead>
      <tbody>
        {calendar.weeks.map((week) => (small ? <Week week={week} context={context} small /> : wholeWeek(week, context)))}
      </tbody>
    </table>
  );
}

type WeekView = CalendarView['weeks'][number];

/** The pages of a month's days come one after the other, and all weeks but that of the day are the same on them. */
const wholeWeek = rememberParts(12, (week: WeekView, context) => <Week week={week} context={context} small={false} />);

function Week({ week, context, small }: Pick<CalendarProps, 'context'> & { readonly week: WeekView; readonly small: boolean }) {
  return (
    <tr>
      {week.map((cell) => {
        if (cell === undefined) return <td />;
        return (
          <td class={cell.weight > 0 ? `w${String(cell.weight)}` : undefined}>
            {cell.path === undefined
              ? <span>{cell.number}{!small && <small> {cell.other}</small>}</span>
              : <a href={context.href(cell.path)} aria-current={cell.current ? 'date' : undefined}><span class="visually-hidden">{cell.label}</span><span aria-hidden="true">{cell.number}</span>{!small && <small aria-hidden="true"> {cell.other}</small>}</a>}
          </td>
        );
      })}
    </tr>
  );
}
