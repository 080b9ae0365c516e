/** «في مثل هذا اليوم»: all days of the year, and one of them. */
import type { AnniversaryView, OnThisDayView } from '../../src/site/views/on-this-day.ts';
import { CardGroups } from '../components/card.tsx';
import { Neighbours } from '../components/links.tsx';
import type { PageContext } from '../context.ts';
import { useWords } from '../components/language.ts';

interface Props<View> {
  readonly view: View;
  readonly context: PageContext;
}

export function OnThisDayPage({ view, context }: Props<OnThisDayView>) {
  const { onThisDayText } = useWords();
  return (
    <>
      <h1>{view.heading}</h1>
      <p class="lede"><span>{onThisDayText.lead}</span></p>
      {view.calendars.map(({ heading, months }) => (
        <section>
          <h2>{heading}</h2>
          <div class="year-days">
            {months.map(({ name, days }) => (
              <section>
                <h3>{name}</h3>
                <ol>{days.map(({ path, text }) => <li><a href={context.href(path)}>{text}<span class="visually-hidden"> {name}</span></a></li>)}</ol>
              </section>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

export function AnniversaryPage({ view, context }: Props<AnniversaryView>) {
  const { onThisDayText } = useWords();
  return (
    <>
      <h1>{view.heading}</h1>
      <p class="lede"><span>{view.groups.length === 0 ? onThisDayText.none : view.count}</span></p>
      <Neighbours neighbours={view.neighbours} context={context} />
      <CardGroups groups={view.groups} context={context} />
    </>
  );
}
