/** What has changed in the archive, by days. */
import type { HistoryDayView, HistoryList, HistoryPeriodView, HistoryView } from '../../src/site/views/history.ts';
import { useWords } from '../components/language.ts';
import { DateText } from '../components/date.tsx';
import { LinkRow, Neighbours } from '../components/links.tsx';
import { Headline, Text } from '../components/text.tsx';
import type { PageContext } from '../context.ts';

interface Props<View> {
  readonly view: View;
  readonly context: PageContext;
}

export function HistoryPage({ view, context }: Props<HistoryView>) {
  const { historyText } = useWords();
  return (
    <div class="history">
      <h1>{view.heading}</h1>
      <p class="lede"><span>{historyText.lead}</span> <span data-dated>{view.note}</span></p>
      {view.days.length === 0 && <p>{historyText.nothing}</p>}
      <Days days={view.days} context={context} />
      {view.periods.length > 0 && <><h2>{historyText.byPeriod}</h2><LinkRow links={view.periods} context={context} /></>}
    </div>
  );
}

export function HistoryPeriodPage({ view, context }: Props<HistoryPeriodView>) {
  return (
    <div class="history">
      <h1>{view.heading}</h1>
      <Neighbours neighbours={view.neighbours} context={context} />
      <Days days={view.days} context={context} />
    </div>
  );
}

function Days({ days, context }: { readonly days: readonly HistoryDayView[]; readonly context: PageContext }) {
  return (
    <>
      {days.map(({ date, lists }) => (
        <section class="group">
          <h2 class="group-title"><DateText date={date} /></h2>
          {lists.map((list) => <Changes list={list} context={context} />)}
        </section>
      ))}
    </>
  );
}

function Changes({ list, context }: { readonly list: HistoryList; readonly context: PageContext }) {
  return (
    <div class="changes" id={list.id}>
      <h3>{list.heading}</h3>
      {list.hint !== undefined && <p class="note">{list.hint}</p>}
      {list.items.length > 0 && (
        <ul>
          {list.items.map(({ link, note }) => (
            <li>
              {link !== undefined && <a href={context.href(link.path)}><Headline text={link.text} language={link.language} /></a>}
              {note !== undefined && <p><Text value={note} /></p>}
            </li>
          ))}
        </ul>
      )}
      {list.more !== undefined && <p class="note">{list.more}</p>}
    </div>
  );
}
