/** Pages that a script fills: what stands there before it, and the places that it fills. */
import { USUAL_WORDS } from '../../src/arabic/usual-words.ts';
import { paths } from '../../src/site/urls.ts';
import type { ReadingListView, WordsView } from '../../src/site/views/reader-tools.ts';
import { useWords } from '../components/language.ts';
import { LinkRow } from '../components/links.tsx';
import { languageAttributes } from '../components/text.tsx';
import type { PageContext } from '../context.ts';

interface Props<View> {
  readonly view: View;
  readonly context: PageContext;
}

export function WordsPage({ view, context }: Props<WordsView>) {
  const { wordsText } = useWords();
  const { assets, href } = context;
  const data = { 'data-worker': assets.searchWorker, 'data-bundle': href(paths.searchBundle), 'data-search': href(paths.search), 'data-digits': view.digits, 'data-months': view.months };
  return (
    <div class="words-page">
      <h1>{view.heading}</h1>
      <p class="hint">{wordsText.lead}</p>
      <noscript><p>{wordsText.needsScript}</p><LinkRow links={view.ways} context={context} /></noscript>
      <form id="words-form" class="words-form" {...data} hidden>
        <label for="words-input">{wordsText.input}</label>
        <span class="line">
          <input id="words-input" type="search" autocomplete="off" placeholder={wordsText.example} enterkeyhint="search" />
          <button type="submit" class="act">{wordsText.show}</button>
        </span>
        <span class="line">
          <label>{wordsText.measure} <select id="words-measure">{Object.entries(wordsText.measures).map(([value, text]) => <option value={value}>{text}</option>)}</select></label>
          <label>{wordsText.step} <select id="words-step">{Object.entries(wordsText.steps).map(([value, text]) => <option value={value}>{text}</option>)}</select></label>
        </span>
      </form>
      <p class="hint note">{wordsText.help}</p>
      <details class="hint"><summary>{wordsText.whatCounts}</summary><p>{wordsText.counted}</p><p>{wordsText.countedTimes} {wordsText.uncountedWords} <span {...languageAttributes('ar')}>{USUAL_WORDS.join('، ')}</span>.</p></details>
      <p id="words-status" class="status" role="status" />
      <div id="words-found" hidden />
    </div>
  );
}

export function ReadingListPage({ view, context }: Props<ReadingListView>) {
  const { readingListText } = useWords();
  return (
    <div class="reading-list">
      <h1>{view.heading}</h1>
      <p class="hint">{readingListText.lead}</p>
      <noscript><p>{readingListText.needsScript}</p><LinkRow links={view.ways} context={context} /></noscript>
      <div id="reading-list" data-digits={view.digits} data-months={view.months} />
    </div>
  );
}
