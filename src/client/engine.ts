/** Loads Pagefind from the site's own bundle, once; a failed attempt may be repeated. */
import { createAnalyser, type WordLists } from '../arabic/analyser.ts';
import { BUNDLE_LIST, WORD_LISTS, type BundleList } from '../search/bundle-list.ts';
import type { Engine } from '../search/query/run-query.ts';
import { ENGINE_RANKING } from '../search/query/ranking.ts';
import { createTokens, type Tokens } from '../search/tokens.ts';

export interface ResultData {
  readonly url: string;
  /** The article's original text, tokens a space apart, with `<` and `>` written as entities. */
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface PagefindModule extends Engine<ResultData> {
  mergeIndex(bundle: string, options: { readonly baseUrl: string; readonly ranking: typeof ENGINE_RANKING }): Promise<void>;
  options(options: { readonly baseUrl: string; readonly ranking: typeof ENGINE_RANKING }): Promise<void>;
  init(): Promise<void>;
}

let loading: Promise<PagefindModule> | undefined;
let attempt = 0;

let reading: Promise<Tokens> | undefined;

/** The analysis of this site's index. */
export async function loadTokens(bundle: string): Promise<Tokens> {
  reading ??= fetchJson<WordLists>(`${bundle}${WORD_LISTS}`).then((lists) => createTokens(createAnalyser(lists)));
  return reading;
}

export async function loadEngine(bundle: string, base: string): Promise<Engine<ResultData>> {
  loading ??= load(bundle, base);
  const pagefind = await loading;
  return {
    search: async (text) => {
      const answer = await pagefind.search(text);
      // A part of the index that it cannot fetch is for Pagefind one without the word: believe “nothing” only of a host that answers.
      if (answer.results.length === 0) await fetchBundles(bundle);
      return answer;
    },
  };
}

/** After a failure: Pagefind may have kept a part that did not arrive, so the next attempt begins anew. */
export function forgetEngine(): void {
  loading = undefined;
  reading = undefined;
}

async function load(bundle: string, base: string): Promise<PagefindModule> {
  // A module that once failed to load stays failed under its address; another query string asks anew.
  const suffix = attempt === 0 ? '' : `?attempt=${String(attempt)}`;
  attempt += 1;
  const [newest, ...others] = await fetchBundles(bundle);
  if (newest === undefined) throw new Error('The site has no search bundle');
  const pagefind = (await import(`${bundle}${newest}/pagefind.js${suffix}`)) as PagefindModule;
  await pagefind.options({ baseUrl: base, ranking: ENGINE_RANKING });
  await pagefind.init();
  await Promise.all(others.map((key) => pagefind.mergeIndex(`${bundle}${key}/`, { baseUrl: base, ranking: ENGINE_RANKING })));
  return pagefind;
}

async function fetchBundles(bundle: string): Promise<readonly string[]> {
  const { bundles } = await fetchJson<BundleList>(`${bundle}${BUNDLE_LIST}`);
  return bundles;
}

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.url}: ${String(response.status)}`);
  return (await response.json()) as T;
}
