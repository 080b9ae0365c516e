/** The search page: takes the search from the address, the box and the controls, asks for the answer, shows it. */
import { shapeDigits, type DigitShape } from '../arabic/digits.ts';
import { formatCount, nouns } from '../arabic/plural.ts';
import { offlineSentence, offlineText, searchSentence, searchText, sentence, topicText } from '../arabic/strings.ts';
import type { MonthNames } from '../calendar/months.ts';
import { FACETS } from '../search/format/manifest.ts';
import { isNarrowed, NO_CHOICE, type Choice } from '../search/query/choice.ts';
import { attachCompletion } from './completion.ts';
import { connectSearch } from './connect-search.ts';
import { button, element, elementById, isolated } from './elements.ts';
import { createFacetPanels } from './facet-panels.ts';
import type { Found, Question } from './protocol.ts';
import { readerDates } from './reader-dates.ts';
import { createResultList, PAGE_SIZE } from './result-list.ts';
import { addValue, chooseTime, readState, SORTS, toggleValue, writeState, type SearchState } from './search-state.ts';
import { moveAmongYears, renderTime, timeName, type DateStyle } from './time-chart.ts';

const TYPING_PAUSE_MS = 200;

/** A search that is quicker says nothing of loading while older results stand. */
const LOADING_AFTER_MS = 400;

/** So many results are shown again at once to a reader who comes back. */
const MOST_RESTORED = 200;

/** A query with so few results may have been misspelt. */
const FEW = 3;

/** What the page remembers of its place in the history: how much was shown, and where the reader was. */
interface Place {
  readonly shown: number;
  readonly top: number;
}

const input = document.querySelector<HTMLInputElement>('#search-input');
const form = input?.form;
const sortBox = document.querySelector<HTMLSelectElement>('#search-sort');
if (input && form && sortBox) start(input, form, sortBox);

function start(input: HTMLInputElement, form: HTMLFormElement, sortBox: HTMLSelectElement): void {
  const [root, status, notes, chips, found] = ['search', 'search-status', 'search-notes', 'search-chips', 'search-found'].map(elementById) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const { worker = '', bundle = '', base = '/' } = root.dataset;
  const site: DateStyle = { digits: (root.dataset['digits'] ?? 'western') as DigitShape, months: (root.dataset['months'] ?? 'gulf') as MonthNames };
  const dates = readerDates(site);
  const style: DateStyle = dates ?? site;
  const ask = connectSearch(worker, new URL(bundle, location.href).href);
  const pageTitle = document.title;
  let state = readState(location.search);
  let question: Question = { ...state, typing: false };
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The last search that was meant, not one that was being typed. */
  let settled = state;

  const fail = (error: unknown): void => {
    console.error(error);
    status.textContent = typeof DecompressionStream === 'undefined' ? searchText.tooOld : searchText.failed;
    const again = button(searchText.retry, () => void search(question.typing === true));
    if (navigator.onLine) notes.replaceChildren(again);
    else notes.replaceChildren(element('p', {}, `${offlineText.searchNotKept} `, element('a', { href: `${base}offline/` }, offlineText.title), '.'), again);
    root.removeAttribute('aria-busy');
  };
  const list = createResultList({ list: elementById('search-results'), base, dates, input, more: (start, length) => ask('results', { question, start, length }), onError: fail });
  const panels = createFacetPanels(elementById('search-narrowing'), {
    count: (facet) => ask('facet', { question, facet }),
    toggle: (facet, value) => { narrow(toggleValue(state.choice, facet, value)); },
    onError: fail,
    digits: style.digits,
  });
  const completion = attachCompletion({
    input,
    list: elementById('search-suggestions'),
    suggest: (text) => ask('suggest', { text }),
    // A name of the archive narrows: an article that is filed under it need not say it.
    onChoose: ({ query, kind }) => { go(kind === 'word' ? { ...state, text: query } : { ...state, text: '', choice: addValue(state.choice, kind, query) }); },
  });

  const search = async (typing: boolean, place?: Place): Promise<void> => {
    const turn = ++latest;
    const { text } = state;
    question = { ...state, typing };
    document.title = text.trim() === '' ? pageTitle : pageTitle.replace(searchText.title, () => `${searchText.title}: ${text.trim()}`);
    renderChips();
    // A query without a letter or digit asks for nothing, and nothing is fetched for it; what was chosen alone asks for all that has it.
    if (!/[\p{L}\p{N}]/u.test(text) && !isNarrowed(state.choice)) {
      clear();
      return;
    }
    root.setAttribute('aria-busy', 'true');
    const sayLoading = (): void => {
      if (turn === latest) status.textContent = searchText.loading;
    };
    if (found.hidden) sayLoading();
    const loading = setTimeout(sayLoading, LOADING_AFTER_MS);
    try {
      const answer = await ask('search', { question, length: Math.min(MOST_RESTORED, Math.max(PAGE_SIZE, place?.shown ?? 0)) });
      clearTimeout(loading);
      if (turn !== latest) return;
      show(answer);
      if (place !== undefined) scrollTo(0, place.top);
      await Promise.all([panels.update(state.choice), typing || (answer.unknown.length === 0 && answer.total > FEW) ? undefined : correct(turn)]);
    } catch (error) {
      clearTimeout(loading);
      if (turn !== latest) return;
      list.clear();
      found.hidden = true;
      fail(error);
    }
  };

  const clear = (): void => {
    status.textContent = '';
    notes.replaceChildren();
    list.clear();
    found.hidden = true;
    root.removeAttribute('aria-busy');
  };

  const show = ({ mode, total, complete, unknown, instead, months, covers, results }: Found): void => {
    const count = formatCount(total, nouns.result, style.digits);
    const narrowed = isNarrowed(state.choice);
    if (total === 0) status.textContent = narrowed ? searchText.nothingLeft : sentence.nothingFound(state.text.trim());
    else if (instead.length > 0) status.textContent = count;
    else if (mode === 'any') status.textContent = `${searchText.partial} ${count}`;
    else status.textContent = complete > 0 && complete < total ? searchSentence.someComplete(count, formatCount(complete, nouns.article, style.digits, { oblique: true })) : count;
    const said = [...(unknown.length === 0 ? [] : [searchSentence.unknown(unknown)]), ...(instead.length === 0 ? [] : [searchSentence.instead(instead)])];
    notes.replaceChildren(
      ...(covers === undefined ? [] : [element('p', { class: 'covers' }, ...isolated(offlineSentence.covers([...covers.years.map((year) => shapeDigits(year, style.digits)), ...covers.topics])))]),
      ...(said.length === 0 ? [] : [element('p', {}, ...isolated(said.join(' ')))]),
    );
    found.hidden = total === 0 && !narrowed;
    renderTime(months, state.choice, style, (from, to) => { narrow(chooseTime(state.choice, from, to)); });
    list.show(results, total);
    root.removeAttribute('aria-busy');
  };

  const correct = async (turn: number): Promise<void> => {
    const better = await ask('correction', { question });
    if (turn !== latest || better === undefined) return;
    const meant = { ...state, text: better };
    const link = element('a', { href: writeState(meant) }, ...isolated(better));
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(meant);
    });
    notes.prepend(element('p', { class: 'meant' }, `${searchText.meant} «`, link, '»؟'));
  };

  const renderChips = (): void => {
    const { choice } = state;
    const time = timeName(choice, style);
    const chosen: (readonly [name: string, without: Choice])[] = time === '' ? [] : [[time, chooseTime(choice, undefined, undefined)]];
    for (const facet of FACETS) for (const value of choice.facets[facet] ?? []) chosen.push([sentence.labelled(topicText[facet].one, value), toggleValue(choice, facet, value)]);
    const items = chosen.map(([name, without]) => button(name, () => { narrow(without); }, { 'aria-label': searchSentence.remove(name) }));
    if (items.length > 1) items.push(button(searchText.clear, () => { narrow(NO_CHOICE); }, { class: 'all' }));
    chips.replaceChildren(...items.map((item) => element('li', {}, item)));
    chips.hidden = items.length === 0;
  };

  const addressOf = (of: SearchState): string => location.pathname + writeState(of);
  const type = (text: string): void => {
    state = { ...state, text };
    if (addressOf(state) !== location.pathname + location.search) history.replaceState(null, '', addressOf(state));
    void search(true);
  };
  /** What was typed becomes a step of the history, and the search that stood there before the typing keeps its own. */
  const settle = (): void => {
    clearTimeout(timer);
    completion.close();
    if (settled.text !== '' && addressOf(settled) !== addressOf(state)) {
      history.replaceState(null, '', addressOf(settled));
      history.pushState(null, '', addressOf(state));
    }
    settled = state;
  };
  const go = (next: SearchState): void => {
    settle();
    state = settled = next;
    if (input.value !== next.text) input.value = next.text;
    if (addressOf(next) !== location.pathname + location.search) history.pushState(null, '', addressOf(next));
    void search(false);
  };
  const narrow = (choice: Choice): void => {
    // The button that was pressed may be gone afterwards.
    const onChip = chips.contains(document.activeElement);
    go({ ...state, choice });
    if (onChip) (chips.querySelector('button') ?? input).focus();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    state = { ...state, text: input.value };
    if (settled.text === '') history.replaceState(null, '', addressOf(state));
    settle();
    void search(false);
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      type(input.value);
    }, TYPING_PAUSE_MS);
  });
  input.addEventListener('keydown', (event) => {
    if (!completion.takeKey(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  sortBox.addEventListener('change', () => {
    const sort = SORTS.find((name) => name === sortBox.value);
    if (sort !== undefined) go({ ...state, sort });
  });
  addEventListener('popstate', ({ state: place }) => {
    clearTimeout(timer);
    completion.close();
    restore(isPlace(place) ? place : undefined);
  });
  addEventListener('pagehide', () => {
    history.replaceState({ shown: list.shown(), top: scrollY } satisfies Place, '');
  });

  const restore = (place: Place | undefined): void => {
    state = settled = readState(location.search);
    input.value = state.text;
    sortBox.value = state.sort;
    void search(false, place);
  };

  chips.setAttribute('aria-label', searchText.chosen);
  moveAmongYears(elementById('search-years'));
  unfoldWhereWide();
  const place: unknown = history.state;
  restore(isPlace(place) ? place : undefined);
  if (state.text === '') input.focus();
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'shown' in value && 'top' in value && typeof value.shown === 'number' && typeof value.top === 'number';
}

/** On a narrow screen what narrows is folded away. */
function unfoldWhereWide(): void {
  const wide = matchMedia('(min-width: 56rem)');
  const fold = (): void => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details.narrowing')) details.open = wide.matches;
  };
  fold();
  wide.addEventListener('change', fold);
}
