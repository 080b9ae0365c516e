import type { CalendarView } from '../../src/site/views/calendar.ts';
import type { PageContext } from '../context.ts';

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
        {calendar.weeks.map((week) => (
          <tr>
            {week.map((cell) => {
              if (cell === undefined) return <td />;
              const numbers = <>{cell.number}{!small && <small> {cell.other}</small>}</>;
              return (
                <td class={cell.weight > 0 ? `w${String(cell.weight)}` : undefined}>
                  {cell.path === undefined
                    ? <span>{numbers}</span>
                    : <a href={context.href(cell.path)} aria-label={cell.label} aria-current={cell.current ? 'date' : undefined}>{numbers}</a>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
