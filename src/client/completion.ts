/** The list under the search box that completes what is typed (the combobox pattern of WAI-ARIA, with a list of whole queries). */
import { searchText, topicText } from '../arabic/strings.ts';
import type { Suggestion } from '../search/query/suggest.ts';
import { element, isolated } from './elements.ts';

const PAUSE_MS = 80;

export interface Completion {
  /** Closes the list, and drops what is still being asked for. */
  readonly close: () => void;
  /** True when a key was meant for the list. */
  readonly takeKey: (event: KeyboardEvent) => boolean;
}

interface CompletionParts {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly suggest: (text: string) => Promise<readonly Suggestion[]>;
  readonly onChoose: (suggestion: Suggestion) => void;
}

export function attachCompletion({ input, list, suggest, onChoose }: CompletionParts): Completion {
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let active = -1;
  let shown: readonly Suggestion[] = [];

  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) input.setAttribute(name, value);
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', searchText.suggestions);

  const options = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const activate = (place: number): void => {
    active = place;
    for (const [at, option] of options().entries()) option.setAttribute('aria-selected', String(at === place));
    const option = options()[place];
    option?.scrollIntoView({ block: 'nearest' });
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', option.id);
  };
  const show = (suggestions: readonly Suggestion[]): void => {
    shown = suggestions;
    list.replaceChildren(...suggestions.map((suggestion, place) => renderOption(suggestion, `${list.id}-${String(place)}`)));
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    activate(-1);
  };
  const close = (): void => {
    turn += 1;
    clearTimeout(timer);
    show([]);
  };
  const complete = async (): Promise<void> => {
    const own = ++turn;
    // Completions are a help: without them the search goes on, and it tells what failed.
    const suggestions = await suggest(input.value).catch(() => []);
    if (own === turn && document.activeElement === input) show(suggestions);
  };
  const choose = (option: HTMLElement | undefined): void => {
    const suggestion = shown[option === undefined ? -1 : options().indexOf(option)];
    if (suggestion === undefined) return;
    close();
    onChoose(suggestion);
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void complete(), PAUSE_MS);
  });
  input.addEventListener('blur', close);
  // The focus stays in the box, so that its blur does not take the list away before the click.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    choose(target instanceof Element ? target.closest<HTMLElement>('[role=option]') ?? undefined : undefined);
  });

  return {
    close,
    takeKey: ({ key, isComposing }) => {
      if (list.hidden || isComposing) return false;
      const last = options().length - 1;
      if (key === 'ArrowDown') activate(active === last ? -1 : active + 1);
      else if (key === 'ArrowUp') activate(active === -1 ? last : active - 1);
      else if (key === 'Escape') close();
      else if (key === 'Enter' && active >= 0) choose(options()[active]);
      else return false;
      return true;
    },
  };
}

function renderOption({ query, kind }: Suggestion, id: string): HTMLElement {
  const label = kind === 'word' ? [] : [element('small', {}, topicText[kind].one)];
  return element('li', { id, role: 'option', 'aria-selected': 'false' }, element('span', {}, ...isolated(query)), ...label);
}
