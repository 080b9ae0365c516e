/** Pages about the archive, and those that help a reader on. */
import { paths } from '../../src/site/urls.ts';
import type { AboutView } from '../../src/site/views/about.ts';
import type { NotFoundView, OfflineView } from '../../src/site/views/utility.ts';
import { LinkRow } from '../components/links.tsx';
import { Years } from '../components/months.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { Headline, Text } from '../components/text.tsx';
import type { PageContext } from '../context.ts';
import { useWords } from '../components/language.ts';

interface Props<View> {
  readonly view: View;
  readonly context: PageContext;
}

export function AboutPage({ view, context }: Props<AboutView>) {
  const { aboutText, dataText, historyText, siteText, wordsText } = useWords();
  const { href } = context;
  return (
    <div class="about-page">
      <h1>{view.heading}</h1>
      {view.paragraphs.map((paragraph) => <p><Text value={paragraph} /></p>)}
      <h2>{aboutText.inNumbers}</h2>
      <dl class="figures">
        {view.figures.map(({ label, value, path }) => <div><dt>{label}</dt><dd>{path === undefined ? value : <a href={href(path)}>{value}</a>}</dd></div>)}
      </dl>
      <dl class="details">
        {view.first !== undefined && <><dt>{aboutText.firstDate}</dt><dd><time datetime={view.first.date.iso}>{view.first.date.gregorian}</time>: <a href={href(view.first.path)}><Headline text={view.first.text} language={view.first.language} /></a></dd></>}
        {view.last !== undefined && <><dt>{aboutText.lastDate}</dt><dd><time datetime={view.last.date.iso}>{view.last.date.gregorian}</time>: <a href={href(view.last.path)}><Headline text={view.last.text} language={view.last.language} /></a></dd></>}
      </dl>
      <h2>{aboutText.gaps}</h2>
      {view.gaps.length === 0 ? <p>{aboutText.noGaps}</p> : (
        <div class="scrolling"><table class="gaps">
          <caption>{aboutText.gapsNote}</caption>
          <thead><tr><th scope="col">{aboutText.from}</th><th scope="col">{aboutText.to}</th><th scope="col">{aboutText.length}</th></tr></thead>
          <tbody>{view.gaps.map(({ from, to, length }) => <tr><td><a href={href(from.path)}>{from.text}</a></td><td><a href={href(to.path)}>{to.text}</a></td><td>{length}</td></tr>)}</tbody>
        </table></div>
      )}
      {view.years.length > 0 && <><h2>{aboutText.distribution}</h2><div class="nested"><Years years={view.years} context={context} /></div></>}
      {view.rights !== undefined && <><h2>{aboutText.rights}</h2><p><Text value={view.rights} /></p></>}
      <h2>{aboutText.data}</h2>
      <LinkRow links={[{ path: paths.data, text: dataText.title }, { path: paths.words, text: wordsText.title }, { path: paths.history, text: historyText.title }]} context={context} />
      <LinkRow links={[{ path: paths.atom, text: siteText.feedAtom }, { path: paths.jsonFeed, text: siteText.feedJson }, { path: paths.sitemapIndex, text: aboutText.sitemap }]} context={context} />
      <p>{aboutText.dataNote}</p>
    </div>
  );
}

export function NotFoundPage({ view, context }: Props<NotFoundView>) {
  const { notFoundText } = useWords();
  return (
    <>
      <h1>{view.heading}</h1>
      <p>{notFoundText.lead}</p>
      <SearchForm context={context} id="not-found-search" />
      <h2>{notFoundText.try}</h2>
      <LinkRow links={view.ways} context={context} />
    </>
  );
}

export function OfflinePage({ view, context }: Props<OfflineView>) {
  const { href, language, serviceWorker } = context;
  const { offlineText } = language.texts;
  return (
    <div class="offline-page">
      <h1>{view.heading}</h1>
      {view.offered ? (
        <>
          <p>{offlineText.lead}</p>
          <noscript><p>{offlineText.needsScript}</p><LinkRow links={view.ways} context={context} /></noscript>
          <div id="offline" data-base={href(paths.home)} data-digits={view.digits} data-months={view.months} data-offered={String(serviceWorker !== undefined)} />
        </>
      ) : <p>{offlineText.switchedOff}</p>}
    </div>
  );
}
