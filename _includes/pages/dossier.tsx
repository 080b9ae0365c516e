/** Dossiers, and the list of them. */
import type { DossiersView, DossierView } from '../../src/site/views/dossier.ts';
import { Card } from '../components/card.tsx';
import { DateText } from '../components/date.tsx';
import { Headline, languageAttributes, Text } from '../components/text.tsx';
import type { PageContext } from '../context.ts';
import { useWords } from '../components/language.ts';

interface Props<View> {
  readonly view: View;
  readonly context: PageContext;
}

export function DossiersPage({ view, context }: Props<DossiersView>) {
  const { dossierText } = useWords();
  return (
    <>
      <h1>{view.heading}</h1>
      <p class="lede"><span>{dossierText.lead}</span></p>
      <div class="sections">
        {view.entries.map(({ path, text, count, summary }) => (
          <section>
            <h2><a href={context.href(path)}><Text value={text} /></a> <small>{count}</small></h2>
            {summary !== undefined && <p><Text value={summary} /></p>}
          </section>
        ))}
      </div>
    </>
  );
}

export function DossierPage({ view, context }: Props<DossierView>) {
  const { dossierText } = useWords();
  // What the archive says of itself is Arabic, whatever the language of the page.
  const own = languageAttributes('ar');
  return (
    <div class="dossier">
      <h1 {...own}><Text value={view.heading} language="ar" /></h1>
      <p class="lede"><span>{view.count}</span>{view.span !== undefined && <span data-dated>{view.span}</span>}</p>
      {view.summary !== undefined && <p class="subtitle" {...own}><Text value={view.summary} language="ar" /></p>}
      {view.parts.map((part) => ('html' in part
        ? <div class="body" {...own} dangerouslySetInnerHTML={{ __html: part.html }} />
        : <div class="cards dossier-cards">{part.cards.map((card) => <Card card={card} context={context} level={2} />)}</div>))}
      {view.timeline.length > 0 && (
        <section class="timeline">
          <h2>{dossierText.timeline}</h2>
          {view.timeline.map(({ year, cards }) => (
            <section>
              <h3>{year}</h3>
              <ol>{cards.map((card) => <li><DateText date={card.date} short /> <a href={context.href(card.path)}><Headline text={card.text} language={card.language} /></a></li>)}</ol>
            </section>
          ))}
        </section>
      )}
    </div>
  );
}
