/** The list of results: more of them as one scrolls or asks, and the keyboard's way through them. */
import { searchText } from '../arabic/strings.ts';
import type { Result } from '../search/query/search.ts';
import { button, element } from './elements.ts';
import type { ReaderDates } from './reader-dates.ts';
import { renderResult } from './render-result.ts';

export const PAGE_SIZE = 10;

/** After so many results scrolling stops and the button asks, so that the end of the page can be reached. */
const SCROLLED = 50;

/** How far below the screen the next results are fetched. */
const AHEAD = '400px';

export interface ResultList {
  readonly show: (results: readonly Result[], total: number) => void;
  readonly clear: () => void;
  /** How many results stand there. */
  readonly shown: () => number;
}

interface ResultListParts {
  readonly list: HTMLElement;
  readonly base: string;
  /** How the reader wants dates, where it is not as the site writes them. */
  readonly dates?: ReaderDates | undefined;
  /** From where the arrow leads into the results, and back. */
  readonly input: HTMLInputElement;
  readonly more: (start: number, length: number) => Promise<readonly Result[]>;
  readonly onError: (error: unknown) => void;
}

export function createResultList({ list, base, dates, input, more, onError }: ResultListParts): ResultList {
  let items = element('ol');
  let total = 0;
  let adding = false;

  const next = button(searchText.more, () => { void add(true); }, { class: 'more-results' });
  const place = (): void => {
    if (items.childElementCount < total) list.append(next);
    else next.remove();
  };
  const add = async (asked: boolean): Promise<void> => {
    const own = items;
    const start = own.childElementCount;
    if (adding || start >= total) return;
    adding = true;
    try {
      const results = await more(start, PAGE_SIZE);
      if (own !== items) return;
      own.append(...results.map((result) => renderResult(result, base, dates)));
      place();
      // The button moves down; whoever pressed it goes on reading where the new results begin.
      if (asked) own.children[start]?.querySelector('a')?.focus({ preventScroll: true });
    } catch (error) {
      if (own === items) onError(error);
    } finally {
      adding = false;
    }
    observe();
  };
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting) && items.childElementCount % SCROLLED !== 0) void add(false);
  }, { rootMargin: `0px 0px ${AHEAD} 0px` });
  // Observing anew tells at once whether the button is in sight: after each page it may still be.
  const observe = (): void => {
    observer.unobserve(next);
    if (next.isConnected) observer.observe(next);
  };

  document.addEventListener('keydown', (event) => {
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = [...items.querySelectorAll<HTMLAnchorElement>('h2 a')];
    const at = links.findIndex((link) => link === document.activeElement);
    if (at < 0 && document.activeElement !== input) return;
    const target = event.key === 'ArrowDown' ? links[at + 1] : at > 0 ? links[at - 1] : at === 0 ? input : undefined;
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  });

  return {
    show: (results, all) => {
      total = all;
      items = element('ol', {}, ...results.map((result) => renderResult(result, base, dates)));
      list.replaceChildren(items);
      place();
      observe();
    },
    clear: () => {
      total = 0;
      items = element('ol');
      list.replaceChildren();
    },
    shown: () => items.childElementCount,
  };
}
