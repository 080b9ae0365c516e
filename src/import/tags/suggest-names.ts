/** Tags, people and places that the archive knows already, found in a text by the analyser that the search uses. */
import type { Analyser } from '../../arabic/analyser.ts';
import { readTokenWords, readWords } from '../../arabic/forms.ts';
import { isStopWord } from '../../arabic/stop-words.ts';
import { splitWords } from '../../arabic/words.ts';

export type NameKind = 'tags' | 'people' | 'places';

/** Names of the archive by kind; of a tag also its aliases, under the name that is kept. */
export interface Vocabulary {
  readonly names: readonly { readonly kind: NameKind; readonly name: string; readonly spelling: string }[];
}

export interface Suggestion {
  readonly kind: NameKind;
  readonly name: string;
  /** Times it stands in the text; its headline counts thrice. */
  readonly times: number;
}

export type NameFinder = (title: string, body: string) => readonly Suggestion[];

/** Suggested for one article, at most. */
const MOST = 10;
const TITLE_WEIGHT = 3;
/** A single word needs more evidence than a name of several. */
const LEAST_SINGLE = 2;
const MOST_CACHED = 200_000;

export function createNameFinder({ names }: Vocabulary, analyser: Analyser): NameFinder {
  const cache = new Map<string, readonly string[]>();
  const classesOf = (word: string): readonly string[] => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    if (cache.size >= MOST_CACHED) cache.clear();
    const classes = readTokenWords(word).flatMap(({ form }) => analyser.classesOf(form));
    cache.set(word, classes);
    return classes;
  };
  const entries = names.flatMap(({ kind, name, spelling }) => {
    const classes = readWords(spelling).flatMap(({ form }) => analyser.classesOf(form));
    const single = classes.length === 1;
    return classes.length === 0 || (single && (isStopWord(spelling) || (classes[0] ?? '').length < 3)) ? [] : [{ kind, name, classes, single }];
  });
  const byFirst = new Map<string, typeof entries>();
  for (const entry of entries) byFirst.set(entry.classes[0] ?? '', [...(byFirst.get(entry.classes[0] ?? '') ?? []), entry]);

  return (title, body) => {
    if (byFirst.size === 0) return [];
    const times = new Map<string, { suggestion: Suggestion; single: boolean }>();
    const count = (text: string, weight: number): void => {
      const words = splitWords(text).map(classesOf);
      for (const [index, classes] of words.entries()) {
        for (const first of classes) {
          for (const entry of byFirst.get(first) ?? []) {
            if (!entry.classes.every((part, step) => words[index + step]?.includes(part) === true)) continue;
            const key = `${entry.kind}\u0000${entry.name}`;
            const before = times.get(key)?.suggestion.times ?? 0;
            times.set(key, { suggestion: { kind: entry.kind, name: entry.name, times: before + weight }, single: entry.single });
          }
        }
      }
    };
    count(title, TITLE_WEIGHT);
    count(body, 1);
    return [...times.values()]
      .filter(({ suggestion, single }) => !single || suggestion.times >= LEAST_SINGLE)
      .map(({ suggestion }) => suggestion)
      .sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1))
      .slice(0, MOST);
  };
}
