/** The search page: what stands there before a search, and the places that its script fills. */
import { paths } from '../../src/site/urls.ts';
import type { SearchView } from '../../src/site/views/utility.ts';
import { LinkRow } from '../components/links.tsx';
import { NoScript, SearchForm } from '../components/search-form.tsx';
import { Text } from '../components/text.tsx';
import type { PageContext } from '../context.ts';
import { useWords } from '../components/language.ts';

interface Props {
  readonly view: SearchView;
  readonly context: PageContext;
}

export function SearchPage({ view, context }: Props) {
  const { searchText, sortText, topicText } = useWords();
  const { assets, href } = context;
  const data = { 'data-worker': assets.searchWorker, 'data-bundle': href(paths.searchBundle), 'data-base': href(paths.home), 'data-digits': view.digits, 'data-months': view.months };
  return (
    <>
      <h1>{view.heading}</h1>
      <div class="search-box">
        <SearchForm context={context} id="search-input" />
        <ul id="search-suggestions" class="suggestions" hidden />
      </div>
      <Help />
      <NoScript><LinkRow links={view.ways} context={context} /></NoScript>
      <div id="search" class="search" {...data}>
        <p id="search-status" class="status" role="status" />
        <div id="search-notes" class="search-notes" />
        <ul id="search-chips" class="chosen" hidden />
        <div id="search-found" class="search-found" hidden>
          <details id="search-time" class="narrowing time">
            <summary>{searchText.time}</summary>
            <p class="span">
              <label>{searchText.from} <select id="search-from" /></label>
              <label>{searchText.to} <select id="search-to" /></label>
            </p>
            <div id="search-years" class="years scrolling" role="group" aria-label={searchText.time} />
            <div id="search-months" class="year-months" role="group" aria-label={searchText.chooseMonth} hidden />
          </details>
          <details id="search-narrowing" class="narrowing">
            <summary>{searchText.narrow}</summary>
            {view.facets.map((kind) => (
              <details class="facet" data-facet={kind} open={kind === 'section' || kind === 'source'}>
                <summary>{topicText[kind].all}</summary>
                <div class="values" />
              </details>
            ))}
          </details>
          <section class="search-list" aria-label={searchText.results}>
            <p class="sort">
              <label>{searchText.sort} <select id="search-sort">{Object.entries(sortText).map(([sort, text]) => <option value={sort}>{text}</option>)}</select></label>
            </p>
            <div id="search-results" />
          </section>
        </div>
      </div>
    </>
  );
}

function Help() {
  const { searchHelp } = useWords();
  return (
    <details class="search-help">
      <summary>{searchHelp.title}</summary>
      <dl>{searchHelp.rows.map(([typed, finds]) => <div><dt><Text value={typed} /></dt><dd>{finds}</dd></div>)}</dl>
      <p>{searchHelp.keys}</p>
    </details>
  );
}
