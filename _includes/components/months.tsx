import type { MonthCell, YearRow } from '../../src/site/views/periods.ts';
import type { PageContext } from '../context.ts';

/** The twelve months of a year, each with its number of articles. */
export function Months({ months, context }: { readonly months: readonly MonthCell[]; readonly context: PageContext }) {
  return (
    <ol class="months">
      {months.map(({ name, path, shown, label, weight }) => (
        <li class={`w${String(weight)}`}>
          {path === undefined
            ? <span>{name}</span>
            : <a href={context.href(path)}><span class="visually-hidden">{label}</span><span aria-hidden="true">{name}</span> <b aria-hidden="true">{shown}</b></a>}
        </li>
      ))}
    </ol>
  );
}

/** All years, newest first, each with its months. */
export function Years({ years, context }: { readonly years: readonly YearRow[]; readonly context: PageContext }) {
  return (
    <>
      {years.map((year) => (
        <section class="year-row">
          <h2><a href={context.href(year.path)}>{year.text}</a> <small>{year.count}</small></h2>
          <Months months={year.months} context={context} />
        </section>
      ))}
    </>
  );
}
