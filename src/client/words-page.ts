/** The page that follows words through time. It asks the search's worker, so it needs no files of its own. */
import type { DigitShape } from '../arabic/digits.ts';
import { formatNumber, shapeDigits } from '../arabic/digits.ts';
import { formatCount, nouns } from '../arabic/plural.ts';
import { offlineSentence, searchSentence, searchText, siteText, wordsText } from '../arabic/strings.ts';
import type { MonthNames } from '../calendar/months.ts';
import { connectSearch } from './connect-search.ts';
import { download } from './download.ts';
import { button, element, elementById, isolated } from './elements.ts';
import type { Timeline } from './protocol.ts';
import type { DateStyle } from './time-chart.ts';
import { countPeriods, countsOccurrences, formatWordsCsv, relativeOf, MEASURES, MOST_WORDS, readWordsState, splitWords, STEPS, suitableStep, valueOf, writeWordsState, type PeriodCounts, type WordsState } from './word-series.ts';
import { DASHES, drawWords, periodName, valueText } from './words-chart.ts';

const [form, input, measureBox, stepBox, status, found] = ['words-form', 'words-input', 'words-measure', 'words-step', 'words-status', 'words-found'].map(elementById) as [HTMLFormElement, HTMLInputElement, HTMLSelectElement, HTMLSelectElement, HTMLElement, HTMLElement];
const { worker = '', bundle = '', search = '/search/' } = form.dataset;
const style: DateStyle = { digits: (form.dataset['digits'] ?? 'western') as DigitShape, months: (form.dataset['months'] ?? 'gulf') as MonthNames };
const ask = connectSearch(worker, new URL(bundle, location.href).href);
/** On the narrowest screens the chart scrolls. */
const LEAST_ROOM = 280;
let state: WordsState = readWordsState(location.search);
let latest = 0;

function searchAddress(word: string, period?: string): string {
  const parameters = new URLSearchParams({ q: word, ...(period === undefined ? {} : { from: period, to: period }) });
  return `${search}?${parameters.toString()}`;
}

async function show(): Promise<void> {
  const turn = ++latest;
  input.value = state.words.join(siteText.comma);
  measureBox.value = state.measure;
  const words = state.words.slice(0, MOST_WORDS);
  if (words.length === 0) {
    found.hidden = true;
    status.textContent = '';
    return;
  }
  status.textContent = wordsText.loading;
  try {
    const timelines = await Promise.all(words.map((text) => ask(countsOccurrences(state.measure) ? 'occurrences' : 'timeline', { text })));
    if (turn === latest) draw(words, timelines);
  } catch (error) {
    if (turn !== latest) return;
    console.error(error);
    found.hidden = true;
    status.replaceChildren(typeof DecompressionStream === 'undefined' ? searchText.tooOld : searchText.failed, ' ', button(searchText.retry, () => void show(), { class: 'act' }));
  }
}

/** @param given by word; nothing where occurrences are not counted */
function draw(asked: readonly string[], given: readonly (Timeline | undefined)[]): void {
  const counted = asked.flatMap((word, place) => (given[place] === undefined ? [] : [{ word, timeline: given[place] }]));
  const [words, timelines] = [counted.map(({ word }) => word), counted.map(({ timeline }) => timeline)];
  const uncounted = asked.filter((word) => !words.includes(word));
  const left = state.words.slice(MOST_WORDS);
  const covers = timelines[0]?.covers;
  const notes = [
    ...(uncounted.length === 0 ? [] : [wordsText.uncounted(uncounted)]),
    ...(left.length === 0 ? [] : [wordsText.tooMany(left)]),
    ...(covers === undefined ? [] : [offlineSentence.covers([...covers.years.map((year) => shapeDigits(year, style.digits)), ...covers.topics])]),
  ].map((note) => element('p', {}, ...isolated(note)));
  if (words.length === 0) {
    found.hidden = true;
    status.replaceChildren(...notes);
    return;
  }
  const all = timelines[0]?.all ?? [];
  const step = state.step ?? suitableStep(all);
  stepBox.value = step;
  const periods = countPeriods(all, timelines.map(({ months }) => months), step);
  const counts = timelines.map(({ total }) => formatCount(total, countsOccurrences(state.measure) ? nouns.occurrence : nouns.article, style.digits));
  // Who sees the page has the numbers beside the words.
  status.replaceChildren(element('span', { class: 'visually-hidden' }, `${words.map((word, place) => searchSentence.counted(word, counts[place] ?? '')).join('؛ ')}. `), ...notes);
  const chart = element('div', { class: 'scrolling', tabindex: '0', role: 'group', 'aria-label': wordsText.chart });
  chart.append(drawWords(periods, words.map((word) => ({ word, addressOf: (period) => searchAddress(word, period) })), state.measure, step, style, Math.max(LEAST_ROOM, found.parentElement?.clientWidth ?? 0)));
  found.replaceChildren(legend(words, counts), chart, table(periods, words), button(wordsText.csv, () => {
    download('words.csv', 'text/csv', formatWordsCsv(periods, words, relativeOf(state.measure), { period: wordsText.period, all: headingOfAll(), measures: wordsText.measures }));
  }, { class: 'act' }));
  found.hidden = false;
  // The newest periods are in sight.
  chart.scrollLeft = document.documentElement.dir === 'rtl' ? -chart.scrollWidth : chart.scrollWidth;
}

function headingOfAll(): string {
  return countsOccurrences(state.measure) ? wordsText.allWords : wordsText.all;
}

function legend(words: readonly string[], counts: readonly string[]): HTMLElement {
  const items = words.map((word, place) => {
    const sample = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    sample.setAttribute('viewBox', '0 0 36 10');
    sample.setAttribute('aria-hidden', 'true');
    sample.setAttribute('class', `line s${String(place + 1)}`);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', 'M0 5H36');
    path.setAttribute('stroke-dasharray', DASHES[place] ?? '');
    sample.append(path);
    const remove = button('×', () => { go({ ...state, words: state.words.filter((other) => other !== word) }); }, { class: 'remove', 'aria-label': searchSentence.remove(word) });
    return element('li', {}, sample, element('a', { href: searchAddress(word) }, ...isolated(word)), element('small', {}, counts[place] ?? ''), remove);
  });
  return element('ul', { class: 'words-legend' }, ...items);
}

/** Periods in which none of the words stands are left out of the table, but not of the file. */
function table(periods: readonly PeriodCounts[], words: readonly string[]): HTMLElement {
  const head = element('tr', {}, ...[wordsText.period, headingOfAll(), ...words].map((text) => element('th', { scope: 'col' }, ...isolated(text))));
  const relative = relativeOf(state.measure);
  const rows = periods.filter(({ counts }) => counts.some((count) => count > 0)).reverse().map((period) => element('tr', {},
    element('th', { scope: 'row' }, periodName(period.period, style)),
    element('td', {}, formatNumber(period.all, style.digits)),
    ...words.map((word, place) => {
      const count = period.counts[place] ?? 0;
      return count === 0 ? element('td', {}, formatNumber(0, style.digits)) : element('td', {}, element('a', { href: searchAddress(word, period.period) }, formatNumber(count, style.digits)), ' ', element('small', {}, `(${valueText(valueOf(period, place, relative), relative, style)})`));
    }),
  ));
  const made = element('table', { class: 'gaps' }, element('caption', {}, wordsText.inBrackets(wordsText.measures[relative === 'rate' ? 'times' : 'count'], wordsText.measures[relative])), element('thead', {}, head), element('tbody', {}, ...rows));
  return element('details', {}, element('summary', {}, wordsText.table), element('div', { class: 'scrolling' }, made));
}

function go(next: WordsState): void {
  state = next;
  history.pushState(null, '', location.pathname + writeWordsState(next));
  void show();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  go({ ...state, words: splitWords(input.value) });
});
measureBox.addEventListener('change', () => {
  go({ ...state, measure: MEASURES.find((measure) => measure === measureBox.value) ?? 'count' });
});
stepBox.addEventListener('change', () => {
  go({ ...state, step: STEPS.find((step) => step === stepBox.value) });
});
addEventListener('popstate', () => {
  state = readWordsState(location.search);
  void show();
});
form.hidden = false;
void show();
