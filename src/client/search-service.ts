/** Answers what the search page asks: in its worker, or in the page where there is none. */
import { countOccurrences } from '../search/query/count-occurrences.ts';
import { IndexFiles } from '../search/query/index-files.ts';
import type { Sources } from '../search/query/match-query.ts';
import { atHandTest, monthSums, monthWords, type Count, type MonthSum } from '../search/query/narrow.ts';
import { createPhraseEngine } from '../search/query/pagefind-phrases.ts';
import { runSearch, type Answer } from '../search/query/search.ts';
import { suggest } from '../search/query/suggest.ts';
import type { Ask, Covers, Kind, Protocol, Question } from './protocol.ts';
import type { SiteFiles } from './site-files.ts';

/** The page has no use for the texts. */
function namesOf(coverage: Covers | undefined): Covers | undefined {
  return coverage === undefined ? undefined : { years: coverage.years, topics: coverage.topics };
}

function sumOf({ value, articles }: Count): MonthSum {
  return [value, articles];
}

type Handlers = { readonly [K in Kind]: (asked: Protocol[K]['asked']) => Promise<Protocol[K]['given']> };

export function createSearchService({ load, openPagefind, addressOf, covers }: SiteFiles): Ask {
  let sources: Sources | undefined;
  let last: { readonly key: string; readonly answer: Promise<Answer> } | undefined;

  const open = (): Sources => {
    if (sources === undefined) {
      const files = new IndexFiles(load);
      sources = { files, phrases: createPhraseEngine(files, openPagefind, addressOf, () => (covers?.()?.texts.length ?? 0) > 0) };
    }
    return sources;
  };
  // More results, counts and corrections are asked of the answer that stands.
  const answer = ({ text, ...options }: Question): Promise<Answer> => {
    const key = JSON.stringify([text, options]);
    if (last?.key !== key) last = { key, answer: search(text, options) };
    return last.answer;
  };

  const search = async (text: string, options: Omit<Question, 'text'>): Promise<Answer> => {
    const { files, phrases } = open();
    // It is the first file that says what is at hand.
    await files.manifest();
    const coverage = covers?.();
    return runSearch(text, { files, phrases }, { ...options, atHand: coverage === undefined ? undefined : await atHandTest(coverage, files) });
  };

  const handlers: Handlers = {
    search: async ({ question, length }) => {
      const { mode, total, complete, unknown, instead, months, results } = await answer(question);
      return { mode, total, complete, unknown, instead, months: months(), covers: namesOf(covers?.()), results: await results(0, length) };
    },
    results: async ({ question, start, length }) => (await answer(question)).results(start, length),
    facet: async ({ question, facet }) => (await answer(question)).facet(facet),
    correction: async ({ question }) => (await answer(question)).correction(),
    timeline: async ({ text }) => {
      const { complete, completeMonths, allMonths } = await answer({ text });
      return { total: complete, months: completeMonths().map(sumOf), all: allMonths().map(sumOf), covers: namesOf(covers?.()) };
    },
    occurrences: async ({ text }) => {
      const { files } = open();
      const manifest = await files.manifest();
      const coverage = covers?.();
      const times = await countOccurrences(text, files);
      if (times === undefined) return undefined;
      // How many words the texts have is known of whole months: single texts that are at hand beside whole years do not count.
      const years = coverage?.years;
      const months = monthSums(manifest, times).filter(([month]) => years === undefined || years.includes(month.slice(0, 4)));
      return { total: months.reduce((sum, [, own]) => sum + own, 0), months, all: monthWords(manifest, years), covers: years === undefined ? undefined : { years, topics: [] } };
    },
    suggest: ({ text }) => suggest(text, open().files),
  };

  const forget = (): void => {
    sources = undefined;
    last = undefined;
  };

  return async (kind, asked) => {
    try {
      return await handlers[kind](asked);
    } catch {
      // The site may have been published anew, and the files of its older index be gone; or the network, and only what is kept is at hand.
      // Asked again, the question begins with the manifest.
      forget();
    }
    try {
      return await handlers[kind](asked);
    } catch (error) {
      forget();
      throw error;
    }
  };
}
