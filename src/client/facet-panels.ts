/** The panels that narrow a search by section, source, tag and author. Counts are asked for when a panel is open and the results stand. */
import { formatNumber, type DigitShape } from '../arabic/digits.ts';
import { searchText } from '../arabic/strings.ts';
import { FACETS, type Facet } from '../search/format/manifest.ts';
import type { Choice } from '../search/query/choice.ts';
import type { Count } from '../search/query/narrow.ts';
import { button, element, isolated, replaceKeepingFocus } from './elements.ts';

/** Values shown at first, and more with each press. */
const FIRST = 8;
const STEP = 24;

export interface FacetPanels {
  /** Fetches the counts of the open panels anew. */
  readonly update: (choice: Choice) => Promise<void>;
}

interface FacetSource {
  readonly count: (facet: Facet) => Promise<readonly Count[]>;
  readonly toggle: (facet: Facet, value: string) => void;
  readonly onError: (error: unknown) => void;
  readonly digits: DigitShape;
}

interface Panel {
  readonly facet: Facet;
  readonly details: HTMLDetailsElement;
  /** How many values are shown. */
  shown: number;
  /** The choice whose counts it shows. */
  of: Choice | undefined;
}

export function createFacetPanels(parent: Element, { count, toggle, onError, digits }: FacetSource): FacetPanels {
  const panels = FACETS.flatMap((facet): readonly Panel[] => {
    const details = parent.querySelector<HTMLDetailsElement>(`details[data-facet=${facet}]`);
    return details === null ? [] : [{ facet, details, shown: FIRST, of: undefined }];
  });
  let current: Choice | undefined;

  const fill = async (panel: Panel): Promise<void> => {
    const choice = current;
    if (choice === undefined || !panel.details.open || panel.of === choice) return;
    const counts = await count(panel.facet);
    if (choice !== current) return;
    panel.of = choice;
    render(panel, counts, choice.facets[panel.facet] ?? []);
  };
  const render = (panel: Panel, counts: readonly Count[], chosen: readonly string[]): void => {
    const more = button(searchText.moreValues, () => {
      panel.shown += STEP;
      render(panel, counts, chosen);
    }, { class: 'more-values', 'data-value': ' more' });
    const rows = counts.slice(0, panel.shown).map(({ value, articles }) => renderValue(panel.facet, value, articles, chosen.includes(value)));
    const content = rows.length === 0 ? [element('p', {}, searchText.noValues)] : [element('ul', {}, ...rows), ...(counts.length > panel.shown ? [more] : [])];
    const values = panel.details.querySelector('.values');
    if (values !== null) replaceKeepingFocus(values, ...content);
  };
  const renderValue = (facet: Facet, value: string, articles: number, checked: boolean): HTMLElement => {
    const box = element('input', { type: 'checkbox', checked, 'data-value': value });
    box.addEventListener('change', () => { toggle(facet, value); });
    return element('li', {}, element('label', {}, box, element('span', { class: 'name' }, ...isolated(value)), ' ', element('span', { class: 'number' }, formatNumber(articles, digits))));
  };

  for (const panel of panels) panel.details.addEventListener('toggle', () => void fill(panel).catch(onError));
  return {
    update: async (choice) => {
      // A new search is a new object, even if it is narrowed as the last one was.
      current = { ...choice };
      for (const panel of panels) panel.of = undefined;
      await Promise.all(panels.map(fill));
    },
  };
}
