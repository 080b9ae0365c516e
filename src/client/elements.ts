/** Elements for what the search knows. Text goes in as text, so nothing of an index or an address can become markup. */
import { splitRuns } from '../arabic/bidi.ts';

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Attributes that are false or undefined are left out; those that are true are empty. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  made.append(...children);
  return made;
}

export function button(text: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...isolated(text));
  made.addEventListener('click', onClick);
  return made;
}

/** A text whose names of the other direction are isolated, so that punctuation and numbers beside them stay in place. @param base of the line; the page’s */
export function isolated(text: string, base = document.documentElement.dir === 'ltr' ? 'ltr' as const : 'rtl' as const): readonly Node[] {
  const isolate = (foreign: string): Node => (base === 'rtl' ? element('bdi', {}, foreign) : element('bdi', { lang: 'ar', dir: 'rtl' }, ...isolated(foreign, 'rtl')));
  return splitRuns(text, base).map((run) => (run.foreign ? isolate(run.text) : document.createTextNode(run.text)));
}

/** Puts new children in, and the focus on the one that stands for the same `data-value` as the one that had it. */
export function replaceKeepingFocus(parent: Element, ...children: readonly Node[]): void {
  const { activeElement } = document;
  const value = activeElement instanceof HTMLElement && parent.contains(activeElement) ? activeElement.dataset['value'] : undefined;
  parent.replaceChildren(...children);
  if (value === undefined) return;
  const same = [...parent.querySelectorAll<HTMLElement>('[data-value]')].find((candidate) => candidate.dataset['value'] === value);
  same?.focus({ preventScroll: true });
}

/** An element that the page has. @throws when it has not */
export function elementById(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element ${id}`);
  return found;
}
