/** The search of a copy on a disk, in the page itself: no worker starts from a file. Stands in for `../connect-search.ts`. */
import { shapeDigits, type DigitShape } from '../../arabic/digits.ts';
import { searchSentence } from '../../arabic/strings.ts';
import type { Result } from '../../search/query/search.ts';
import { element } from '../elements.ts';
import type { Ask, Kind, Protocol, Question } from '../protocol.ts';
import { createSearchService } from '../search-service.ts';
import { openSiteFiles } from './site-files.ts';

type Handlers = { readonly [K in Kind]: (asked: Protocol[K]['asked']) => Promise<Protocol[K]['given']> };

/** @param bundle full address of the folder of the bundles */
export function connectSearch(_script: string, bundle: string): Ask {
  const ask = createSearchService(openSiteFiles(bundle));
  // A copy of one year has the index of the whole archive, and the pages of that year.
  const page = document.querySelector<HTMLElement>('#search');
  const { year, digits = 'western' } = page?.dataset ?? {};
  if (year !== undefined) page?.before(element('p', {}, searchSentence.onlyYear(shapeDigits(year, digits as DigitShape))));
  const here = (question: Question): Question => (year === undefined ? question : withinYear(question, year));
  const handlers: Handlers = {
    search: async ({ question, length }) => {
      const found = await ask('search', { question: here(question), length });
      return { ...found, months: found.months.filter(({ value }) => year === undefined || value.startsWith(year)), results: found.results.map(nameFile) };
    },
    results: async ({ question, start, length }) => (await ask('results', { question: here(question), start, length })).map(nameFile),
    facet: ({ question, facet }) => ask('facet', { question: here(question), facet }),
    correction: ({ question }) => ask('correction', { question: here(question) }),
    timeline: (asked) => ask('timeline', asked),
    occurrences: (asked) => ask('occurrences', asked),
    suggest: (asked) => ask('suggest', asked),
  };
  return (kind, asked) => handlers[kind](asked);
}

function withinYear(question: Question, year: string): Question {
  const { from, to, facets } = question.choice ?? { facets: {} };
  return { ...question, choice: { facets, from: from?.startsWith(year) === true ? from : year, to: to?.startsWith(year) === true ? to : year } };
}

/** Without a host nobody puts the name of the file behind that of its folder. */
function nameFile(result: Result): Result {
  return { ...result, url: result.url.replace(/\/$/u, '/index.html') };
}
