/**
 * Exact words side by side, by Pagefind: the word index knows which articles could have them, Pagefind's bundles know where in
 * an article each word stands. Only bundles with such articles are asked.
 */
import { writtenForm } from '../tokens.ts';
import type { IndexFiles } from './index-files.ts';
import { holdsPhrase } from './mark-hits.ts';
import type { PhraseEngine } from './match-query.ts';

/** What is used of a bundle's `pagefind.js`. */
export interface Pagefind {
  search(text: string): Promise<{ readonly results: readonly { readonly id: string }[] }>;
  mergeIndex(bundle: string): Promise<void>;
}

/** Opens Pagefind on a bundle. @param key its folder. @throws when it cannot be had */
export type OpenPagefind = (key: string) => Promise<Pagefind>;

/** So few articles of one bundle are read themselves: that costs less than a bundle's index, and a result's text is wanted anyway. */
const READ_UP_TO = 12;

/**
 * @param addressOf the address of a bundle's folder, with a slash at its end
 * @param readsAll true when texts may be at hand without the bundle that they belong to
 */
export function createPhraseEngine(files: IndexFiles, open: OpenPagefind, addressOf: (key: string) => string, readsAll: () => boolean = () => false): PhraseEngine {
  let pagefind: Promise<Pagefind> | undefined;
  const merged = new Map<string, Promise<void>>();

  const reach = async (key: string): Promise<Pagefind> => {
    if (pagefind === undefined) {
      merged.set(key, Promise.resolve());
      pagefind = open(key);
      pagefind.catch(() => {
        pagefind = undefined;
        merged.clear();
      });
    }
    const engine = await pagefind;
    const merging = merged.get(key) ?? engine.mergeIndex(addressOf(key));
    merged.set(key, merging);
    merging.catch(() => merged.delete(key));
    await merging;
    return engine;
  };

  const ask = async (forms: readonly string[], bundles: readonly BundlePart[]): Promise<readonly number[]> => {
    const parts = await Promise.all(bundles.map(async (part) => ({ ...part, engine: await reach(part.key), names: await files.fragmentNames(part.bundle) })));
    const engine = parts[0]?.engine;
    if (engine === undefined) return [];
    const { results } = await engine.search(`"${forms.map(writtenForm).join(' ')}"`);
    const found = new Set(results.map(({ id }) => id.replace(/^unknown_/u, '')));
    return parts.flatMap(({ names, places, start }) => places.filter((place) => found.has(names[place] ?? '')).map((place) => start + place));
  };

  const read = async (forms: readonly string[], { bundle, places, start }: BundlePart): Promise<readonly number[]> => {
    const held = await Promise.all(places.map(async (place) => holds(await files.article(bundle, place), forms)));
    return places.filter((_, at) => held[at]).map((place) => start + place);
  };

  return {
    findPhrase: async (forms, articles) => {
      const parts = byBundle(articles, (await files.manifest()).bundles);
      const most = readsAll() ? Infinity : READ_UP_TO;
      const few = parts.filter(({ places }) => places.length <= most);
      const many = parts.filter(({ places }) => places.length > most);
      const found = await Promise.all([ask(forms, many), ...few.map((part) => read(forms, part))]);
      return new Set(found.flat());
    },
  };
}

interface BundlePart {
  readonly bundle: number;
  readonly key: string;
  /** Number of the bundle's first article. */
  readonly start: number;
  /** Articles by their place in the bundle. */
  readonly places: readonly number[];
}

function byBundle(articles: Int32Array, bundles: readonly { readonly key: string; readonly articles: number }[]): readonly BundlePart[] {
  const parts: BundlePart[] = [];
  let start = 0;
  let at = 0;
  for (const [bundle, { key, articles: length }] of bundles.entries()) {
    const places: number[] = [];
    for (; at < articles.length && (articles[at] ?? 0) < start + length; at += 1) places.push((articles[at] ?? 0) - start);
    if (places.length > 0) parts.push({ bundle, key, start, places });
    start += length;
  }
  return parts;
}

function holds({ content, meta }: { readonly content: string; readonly meta: Readonly<Record<string, string>> }, forms: readonly string[]): boolean {
  return [content, meta['title'] ?? '', meta['names'] ?? '', meta['summary'] ?? ''].some((text) => holdsPhrase(text, forms));
}
