/** Pages of the two calendars. */
import { paths } from '../../src/site/urls.ts';
import type { Link } from '../../src/site/views/common.ts';
import type { HijriMonthView, HijriView, HijriYearView } from '../../src/site/views/hijri.ts';
import type { DatesView, DayView, MonthView, YearView } from '../../src/site/views/periods.ts';
import { Calendar } from '../components/calendar.tsx';
import { HeatMap, MonthChart } from '../components/charts.tsx';
import { Card, CardGroups } from '../components/card.tsx';
import { Neighbours } from '../components/links.tsx';
import { Months, Years } from '../components/months.tsx';
import type { PageContext } from '../context.ts';
import { useWords } from '../components/language.ts';

interface Props<View> {
  readonly view: View;
  readonly context: PageContext;
}

export function DayPage({ view, context }: Props<DayView>) {
  return (
    <>
      <h1>{view.heading}</h1>
      <p class="lede"><a href={context.href(view.hijri.path)}>{view.hijri.text}</a> <span>{view.count}</span></p>
      <Neighbours neighbours={view.neighbours} context={context} />
      <div class="columns">
        <div class="cards">{view.cards.map((card) => <Card card={card} context={context} level={2} dated={false} />)}</div>
        <aside><Calendar calendar={view.calendar} context={context} /></aside>
      </div>
    </>
  );
}

export function MonthPage({ view, context }: Props<MonthView>) {
  const { periodText } = useWords();
  return <AnyMonth view={view} context={context} label={periodText.inHijri} others={view.hijri} />;
}

export function YearPage({ view, context }: Props<YearView>) {
  return (
    <>
      <h1>{view.heading}</h1>
      <p class="lede"><span>{view.count}</span></p>
      <Neighbours neighbours={view.neighbours} context={context} />
      {/* Of some years no article’s day is known. */}
      {view.heatMap.cells.some(({ day }) => day !== undefined) && <HeatMap map={view.heatMap} context={context} />}
      <div class="year-calendar">
        {view.months.map(({ cell, calendar }) => (
          <section class={cell.count === 0 ? 'empty' : undefined}>
            <h2>{cell.path === undefined ? cell.name : <a href={context.href(cell.path)}>{cell.name}</a>}</h2>
            <Calendar calendar={calendar} context={context} small />
          </section>
        ))}
      </div>
      <CardGroups groups={view.groups} context={context} dated />
    </>
  );
}

export function DatesPage({ view, context }: Props<DatesView>) {
  const { onThisDayText, siteText } = useWords();
  return (
    <>
      <h1>{view.heading}</h1>
      <p class="lede"><a href={context.href(paths.hijri)}>{siteText.hijriDates}</a> <a href={context.href(paths.onThisDay)}>{onThisDayText.title}</a></p>
      {view.chart !== undefined && <MonthChart chart={view.chart} context={context} />}
      <Years years={view.years} context={context} />
    </>
  );
}

export function HijriPage({ view, context }: Props<HijriView>) {
  const { periodText } = useWords();
  return (
    <>
      <h1>{view.heading}</h1>
      <p class="lede"><a href={context.href(paths.dates)}>{periodText.gregorianMonths}</a></p>
      <Years years={view.years} context={context} />
    </>
  );
}

export function HijriYearPage({ view, context }: Props<HijriYearView>) {
  const { periodText } = useWords();
  return (
    <>
      <h1>{view.heading}</h1>
      <p class="lede"><span>{view.count}</span></p>
      <Neighbours neighbours={view.neighbours} context={context} />
      <h2 class="visually-hidden">{periodText.hijriMonths}</h2>
      <Months months={view.months} context={context} />
    </>
  );
}

export function HijriMonthPage({ view, context }: Props<HijriMonthView>) {
  const { periodText } = useWords();
  return <AnyMonth view={view} context={context} label={periodText.inGregorian} others={view.gregorian} />;
}

interface AnyMonthProps extends Props<MonthView | HijriMonthView> {
  /** What introduces the months of the other calendar. */
  readonly label: string;
  readonly others: readonly Link[];
}

/** A month of either calendar. */
function AnyMonth({ view, context, label, others }: AnyMonthProps) {
  return (
    <>
      <h1>{view.heading}</h1>
      <p class="lede"><Others label={label} links={others} context={context} /> <span>{view.count}</span></p>
      <Neighbours neighbours={view.neighbours} context={context} />
      <div class="columns">
        <div><CardGroups groups={view.groups} context={context} /></div>
        <aside><Calendar calendar={view.calendar} context={context} /></aside>
      </div>
    </>
  );
}

/** The months of the other calendar. */
function Others({ label, links, context }: { readonly label: string; readonly links: readonly Link[]; readonly context: PageContext }) {
  const { siteText } = useWords();
  if (links.length === 0) return null;
  return <span>{label}: {links.map((link, index) => <>{index > 0 && siteText.comma}<a href={context.href(link.path)}>{link.text}</a></>)}</span>;
}
