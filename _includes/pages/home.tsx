import { paths, topicIndexPath } from '../../src/site/urls.ts';
import type { HomeView } from '../../src/site/views/home.ts';
import { Card, CardGroups } from '../components/card.tsx';
import { CountedLinks } from '../components/links.tsx';
import { Text } from '../components/text.tsx';
import type { PageContext } from '../context.ts';
import { useWords } from '../components/language.ts';

export function HomePage({ view, context }: { readonly view: HomeView; readonly context: PageContext }) {
  const { dossierText, homeText, onThisDayText } = useWords();
  return (
    <>
      <div class="home-line">
        {view.tagline !== undefined && <p class="tagline"><Text value={view.tagline} /></p>}
        {/* The browser fills in the reader's day; until then the line keeps its height. */}
        <p class="today" id="today" data-months={view.style.months} data-digits={view.style.digits} data-label={homeText.today} />
      </div>
      <div class="columns">
        <div>
          <h2 class="visually-hidden">{homeText.latest}</h2>
          {view.lead !== undefined && <Card card={view.lead} context={context} lead />}
          <CardGroups groups={view.groups} context={context} />
        </div>
        <aside>
          <section class="on-this-day" id="on-this-day" data-base={context.href(paths.onThisDay)}>
            <h2>{onThisDayText.title}</h2>
            <p class="more"><a href={context.href(paths.onThisDay)}>{onThisDayText.all}</a></p>
          </section>
          {view.dossiers.length > 0 && <section><h2>{dossierText.title}</h2><CountedLinks links={view.dossiers} context={context} /><p class="more"><a href={context.href(paths.dossiers)}>{dossierText.all}</a></p></section>}
          {view.sections.length > 0 && <section><h2>{homeText.browseBySection}</h2><CountedLinks links={view.sections} context={context} /></section>}
          {view.years.length > 0 && <section><h2>{homeText.browseByYear}</h2><CountedLinks links={view.years} context={context} /><p class="more"><a href={context.href(paths.dates)}>{homeText.allDates}</a></p></section>}
          {view.tags.length > 0 && <section><h2>{homeText.frequentTags}</h2><CountedLinks links={view.tags} context={context} /><p class="more"><a href={context.href(topicIndexPath('tag'))}>{homeText.allTags}</a></p></section>}
        </aside>
      </div>
    </>
  );
}
