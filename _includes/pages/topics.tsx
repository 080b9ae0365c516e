/** Pages of sections, tags, sources and authors. */
import type { TopicIndexView, TopicPeriodView, TopicView } from '../../src/site/views/topics.ts';
import { Card, CardGroups } from '../components/card.tsx';
import { MonthChart } from '../components/charts.tsx';
import { CountedLinks, Neighbours } from '../components/links.tsx';
import { Headline, Text } from '../components/text.tsx';
import type { PageContext } from '../context.ts';
import { useWords } from '../components/language.ts';

interface Props<View> {
  readonly view: View;
  readonly context: PageContext;
}

export function TopicIndexPage({ view, context }: Props<TopicIndexView>) {
  return (
    <>
      <h1>{view.heading}</h1>
      <p class="lede"><span>{view.count}</span></p>
      {view.topic === 'section' ? <Sections view={view} context={context} /> : <Letters view={view} context={context} />}
    </>
  );
}

function Sections({ view, context }: Props<TopicIndexView>) {
  return (
    <div class="sections">
      {view.groups.flatMap(({ entries }) => entries).map((entry) => (
        <section>
          <h2><a href={context.href(entry.path)}><Text value={entry.text} /></a> <small>{entry.count}</small></h2>
          {entry.description !== undefined && <p><Text value={entry.description} /></p>}
          <ul>{entry.newest.map((card) => <li><a href={context.href(card.path)}><Headline text={card.text} language={card.language} /></a></li>)}</ul>
        </section>
      ))}
    </div>
  );
}

function Letters({ view, context }: Props<TopicIndexView>) {
  const { listText } = useWords();
  return (
    <>
      {view.groups.length > 0 && (
        <nav class="letters" aria-label={listText.letters}>
          <ul>{view.groups.map(({ letter = '' }, index) => <li><a href={`#letter-${String(index)}`}><Text value={letter} /></a></li>)}</ul>
        </nav>
      )}
      <div class="letter-groups">
        {view.groups.map(({ letter = '', entries }, index) => (
          <section id={`letter-${String(index)}`}>
            <h2><Text value={letter} /></h2>
            <CountedLinks links={entries} context={context} />
          </section>
        ))}
      </div>
    </>
  );
}

export function TopicPage({ view, context }: Props<TopicView>) {
  const { listText, siteText } = useWords();
  return (
    <>
      <h1><Text value={view.heading} /></h1>
      <p class="lede"><span>{view.count}</span>{view.url !== undefined && <> <a rel="external" href={view.url}>{view.topic === 'source' ? listText.visitSource : listText.ownSite}</a></>}{view.authorities.map(({ label, url }) => <> <a rel="external" href={url}>{label}</a></>)}</p>
      {view.aliases.length > 0 && <p class="about">{listText.otherNames}: {view.aliases.map((name, index) => <>{index > 0 && siteText.comma}<Text value={name} /></>)}</p>}
      {view.about !== undefined && <p class="about"><Text value={view.about} /></p>}
      {view.chart !== undefined && <MonthChart chart={view.chart} context={context} />}
      <div class="columns">
        <div>
          <h2 class="visually-hidden">{listText.newest}</h2>
          <div class="cards">{view.newest.map((card) => <Card card={card} context={context} />)}</div>
        </div>
        <aside>
          <section><h2>{listText.byYear}</h2><CountedLinks links={view.years} context={context} /></section>
          {view.together.length > 0 && <section><h2>{listText.together}</h2><CountedLinks links={view.together} context={context} /></section>}
        </aside>
      </div>
    </>
  );
}

export function TopicPeriodPage({ view, context }: Props<TopicPeriodView>) {
  const { listText } = useWords();
  return (
    <>
      <h1><Text value={view.heading} /></h1>
      <p class="lede"><span>{view.count}</span></p>
      <Neighbours neighbours={view.neighbours} context={context} />
      {view.months.length > 0 && <><h2>{listText.byMonth}</h2><CountedLinks links={view.months} context={context} /></>}
      <CardGroups groups={view.groups} context={context} dated />
    </>
  );
}
