/**
 * Charts drawn as SVG. A mouse or finger reaches each cell; the keyboard and screen readers have the same as a table or as
 * the calendars below, so the drawing is hidden from them.
 */
import type { HeatMap as HeatMapView } from '../../src/site/views/heat-map.ts';
import { STRIP_YEARS, type ChartStrip, type MonthChart as MonthChartView } from '../../src/site/views/month-chart.ts';
import type { PageContext } from '../context.ts';
import { useLanguage, useWords } from './language.ts';

const BAR = 10;
const WIDTH = STRIP_YEARS * 12 * BAR;
const HEIGHT = 90;

/** Articles a month. */
export function MonthChart({ chart, context }: { readonly chart: MonthChartView; readonly context: PageContext }) {
  const { chartText } = useWords();
  return (
    <figure class="chart">
      <figcaption>{chartText.months} <small>({chartText.highest}: {chart.highest})</small></figcaption>
      <div class="strips">{chart.strips.map((strip) => <Strip strip={strip} context={context} />)}</div>
      {chart.rows.length > 0 && (
        <details>
          <summary>{chartText.table}</summary>
          <table class="gaps">
            <thead><tr><th scope="col">{chartText.month}</th><th scope="col">{chartText.count}</th></tr></thead>
            <tbody>{chart.rows.map(({ path, month, count }) => <tr><th scope="row"><a href={context.href(path)}>{month}</a></th><td>{count}</td></tr>)}</tbody>
          </table>
        </details>
      )}
    </figure>
  );
}

function Strip({ strip, context }: { readonly strip: ChartStrip; readonly context: PageContext }) {
  const year = WIDTH / STRIP_YEARS;
  const { direction } = useLanguage();
  /** From where the line begins. @param width of what stands there */
  const from = (start: number, width = 0): number => (direction === 'rtl' ? WIDTH - start - width : start);
  return (
    <svg class="bars" viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT + 34)}`} aria-hidden="true">
      <path class="axis" d={`M0 ${String(HEIGHT + 2)}H${String(WIDTH)}${strip.years.map((_, index) => `M${String(from(index * year))} ${String(HEIGHT + 2)}v8`).join('')}`} />
      {strip.bars.map(({ path, label, column, height }) => {
        const x = String(from(column * BAR, BAR) + 1);
        // A month with few articles beside one with many is still to be seen.
        const size = Math.max(3, Math.round(height * HEIGHT));
        return (
          <a href={context.href(path)} tabIndex={-1}>
            <title>{label}</title>
            <path class="hit" d={`M${x} 0h9v${String(HEIGHT)}h-9z`} />
            <path d={`M${x} ${String(HEIGHT - size)}h8v${String(size)}h-8z`} />
          </a>
        );
      })}
      {strip.years.map((name, index) => <text x={from((index + 0.5) * year)} y={HEIGHT + 30}>{name}</text>)}
    </svg>
  );
}

const CELL = 12;

/** The days of a year. */
export function HeatMap({ map, context }: { readonly map: HeatMapView; readonly context: PageContext }) {
  const { direction } = useLanguage();
  const width = map.weeks * CELL;
  const place = (week: number, row: number): string => `M${String((direction === 'rtl' ? width - (week + 1) * CELL : week * CELL) + 1)} ${String(18 + row * CELL)}h10v10h-10z`;
  return (
    <figure class="chart heat">
      <svg viewBox={`0 0 ${String(width)} ${String(18 + 7 * CELL)}`} aria-hidden="true">
        {map.months.map(({ name, week }) => <text x={direction === 'rtl' ? width - week * CELL - 1 : week * CELL + 1} y="11">{name}</text>)}
        <path class="h0" d={map.cells.flatMap(({ week, row, day }) => (day === undefined ? [place(week, row)] : [])).join('')} />
        {map.cells.map(({ week, row, day }) => day !== undefined && <a href={context.href(day.path)} tabIndex={-1}><title>{day.label}</title><path class={`h${String(day.weight)}`} d={place(week, row)} /></a>)}
      </svg>
      <figcaption><ul class="legend">{map.legend.map(({ weight, label }) => <li><svg viewBox="0 0 10 10" aria-hidden="true"><path class={`h${String(weight)}`} d="M0 0h10v10H0z" /></svg> {label}</li>)}</ul></figcaption>
    </figure>
  );
}
