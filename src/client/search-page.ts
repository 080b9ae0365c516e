/** The search page: takes the query from the address or the box, asks the engine, shows the results. */
import { nouns, formatCount } from '../arabic/plural.ts';
import { searchText, sentence } from '../arabic/strings.ts';
import { parseQuery } from '../search/query/parse-query.ts';
import { runQuery, type Answer } from '../search/query/run-query.ts';
import { forgetEngine, loadEngine, loadTokens, type ResultData } from './engine.ts';
import { renderResult } from './render-result.ts';

const PAGE_SIZE = 10;
const TYPING_PAUSE_MS = 250;

const form = document.querySelector<HTMLFormElement>('main form[role=search]');
const input = form?.querySelector<HTMLInputElement>('input[type=search]');
const status = document.querySelector<HTMLElement>('#search-status');
const list = document.querySelector<HTMLElement>('#search-results');

if (form && input && status && list) start({ form, input, status, list });

interface SearchParts {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly status: HTMLElement;
  readonly list: HTMLElement;
}

function start({ form, input, status, list }: SearchParts): void {
  const pageTitle = document.title;
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const search = async (text: string): Promise<void> => {
    const turn = ++latest;
    list.replaceChildren();
    document.title = text.trim() === '' ? pageTitle : pageTitle.replace(searchText.title, () => `${searchText.title}: ${text.trim()}`);
    // A query without a letter or digit asks for nothing, and nothing is fetched for it.
    status.textContent = /[\p{L}\p{N}]/u.test(text) ? searchText.loading : '';
    if (status.textContent === '') return;
    try {
      const bundle = list.dataset['bundle'] ?? '';
      const [engine, tokens] = await Promise.all([loadEngine(bundle, list.dataset['base'] ?? '/'), loadTokens(bundle)]);
      const answer = await runQuery(engine, parseQuery(text, tokens));
      if (turn === latest) await show(text, answer, turn);
    } catch (error) {
      forgetEngine();
      if (turn !== latest) return;
      console.error(error);
      status.textContent = searchText.failed;
      list.replaceChildren(button(searchText.retry, () => void search(text)));
    }
  };

  const show = async (text: string, { results, partial }: Answer<ResultData>, turn: number): Promise<void> => {
    if (results.length === 0) {
      status.textContent = sentence.nothingFound(text.trim());
      return;
    }
    const count = formatCount(results.length, nouns.result, list.dataset['digits'] === 'arabic' ? 'arabic' : 'western');
    status.textContent = partial ? `${searchText.partial} ${count}` : count;
    const items = document.createElement('ol');
    list.replaceChildren(items);
    const more = async (): Promise<void> => {
      const shown = results.slice(items.childElementCount, items.childElementCount + PAGE_SIZE);
      const next = await Promise.all(shown.map(async (result) => renderResult(await result.data(), result.words)));
      if (turn !== latest) return;
      items.append(...next);
      list.querySelector(':scope > button')?.remove();
      if (items.childElementCount < results.length) list.append(button(searchText.more, () => void more().catch(() => (status.textContent = searchText.failed))));
    };
    await more();
  };

  const go = (text: string): void => {
    const address = new URL(location.href);
    if (text.trim() === '') address.searchParams.delete('q');
    else address.searchParams.set('q', text);
    history.replaceState(null, '', address);
    void search(text);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go(input.value);
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      go(input.value);
    }, TYPING_PAUSE_MS);
  });

  input.value = new URLSearchParams(location.search).get('q') ?? '';
  if (input.value === '') input.focus();
  else void search(input.value);
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}
