/** Problems that no single file shows: ids used twice, names that differ only in spelling, addresses that collide. */
import { slugify } from '../arabic/slug.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import { dayNumber, isoDay, type Day } from '../calendar/day.ts';
import { buildArchive, type Archive } from './archive.ts';
import { NAME_FILES, TOPIC_KINDS, type Settings, type TopicKind } from './settings.ts';
import { namesOf, topicKeys, type Topic } from './topics.ts';

/** Finds the problems of the archive as a whole. Lines are those of the files' beginnings: the fault lies between files. @param topics those of the pages themselves, so that the addresses checked are those that will be written */
export function checkArchive(articles: readonly Article[], settings: Settings, topics: Archive['topics'] = buildArchive(articles, settings).topics): readonly Problem[] {
  return [...findDoubleIds(articles), ...TOPIC_KINDS.flatMap((kind) => [...findLookalikes(kind, articles, topics[kind], settings), ...findSlugClashes(kind, topics[kind], settings)])];
}

const NONE: readonly Problem[] = [];

/** Articles of the days to come: published like any other, but their editor should know. The caller brings the clock. */
export function checkFuture(articles: readonly Article[], today: Day): readonly Problem[] {
  const tomorrow = (dayNumber(today) + 1) * 86_400_000;
  return articles
    .filter(({ date }) => date.sort >= tomorrow)
    .map(({ file, date }) => ({ code: 'date-future', severity: 'warning', file, line: 1, field: 'date', got: date.iso, expected: `a date up to ${isoDay(today)}`, fix: 'check the year; such an article is published as it is' }));
}

function findDoubleIds(articles: readonly Article[]): readonly Problem[] {
  if (new Set(articles.map(({ id }) => id)).size === articles.length) return [];
  const first = new Map<string, string>();
  return articles.flatMap(({ id, file }): readonly Problem[] => {
    const owner = first.get(id);
    if (owner === undefined) first.set(id, file);
    return owner === undefined ? NONE : [{ code: 'id-twice', severity: 'error', file, line: 1, field: 'id', got: `"${id}", which ${owner} has too`, expected: 'an id that no other article has', fix: 'give the newer of the two a fresh id from: npm run new' }];
  });
}

const FIELD: Readonly<Record<TopicKind, string>> = { section: 'section', tag: 'tags', source: 'source', author: 'authors', person: 'people', place: 'places' };

/** Spellings of one name that the editor has not declared as aliases: they share a page, and the rarer ones are reported. */
function findLookalikes(kind: TopicKind, articles: readonly Article[], topics: readonly Topic[], settings: Settings): readonly Problem[] {
  const declared = new Set([...settings.names[kind]].flatMap(([name, { aliases = [] }]) => [name, ...aliases]));
  const keyOf = topicKeys(settings.names[kind]);
  // Topics know of what is published; nearly all names are spelled in one way.
  const unpublished = articles.filter(({ draft, withdrawn }) => draft || withdrawn !== undefined);
  const wanted = new Set([...topics.filter(({ spellings }) => spellings.length > 1).flatMap(({ spellings }) => spellings), ...unpublished.flatMap((article) => namesOf(article, kind))].map(keyOf));
  if (wanted.size === 0) return NONE;
  return [...spellingsByKey(kind, articles, keyOf, wanted).values()].flatMap((spellings) => {
    if (spellings.size === 1) return NONE;
    const ranked = [...spellings].sort(([a, own], [b, other]) => Number(declared.has(b)) - Number(declared.has(a)) || other.times - own.times || compareCare(a, b));
    const [main, ...rest] = ranked;
    const [name = '', { times = 0 } = {}] = main ?? [];
    return rest
      .filter(([other]) => !declared.has(other))
      .map(([other, { file, times: own }]): Problem => ({
        code: 'tag-spelling',
        severity: 'warning',
        file,
        line: 1,
        field: FIELD[kind],
        got: `"${other}"`,
        expected: declared.has(name) || times > own ? `"${name}", as other articles write it` : `one spelling: as many articles write "${name}"`,
        fix: `use one spelling, or list the other under aliases in _data/${NAME_FILES[kind]}`,
      }));
  });
}

/**
 * Of spellings that are as common the careful one stands first: hamza, madda, alef maqsura's and ta marbuta's own letters are written
 * out, nothing is stretched. It is what a reader finds in a dictionary; the code points of letters say nothing of that.
 */
function compareCare(a: string, b: string): number {
  return careOf(b) - careOf(a) || a.length - b.length || (a < b ? -1 : 1);
}

function careOf(name: string): number {
  const count = (letters: RegExp): number => name.normalize('NFC').match(letters)?.length ?? 0;
  // Within a word a final ه for ة and ي for ى is the careless form; a stretched or a marked word is written for the eye.
  return count(/[أإآؤئةى]/gu) - count(/\u0640|\p{M}|_/gu);
}

interface Spelling {
  /** The first article that has it. */
  readonly file: string;
  times: number;
}

/** @param wanted the keys that are looked at */
function spellingsByKey(kind: TopicKind, articles: readonly Article[], keyOf: (name: string) => string, wanted: ReadonlySet<string>): ReadonlyMap<string, ReadonlyMap<string, Spelling>> {
  const byKey = new Map<string, Map<string, Spelling>>();
  for (const article of articles) {
    for (const name of namesOf(article, kind)) {
      const key = keyOf(name);
      if (!wanted.has(key)) continue;
      const spellings = byKey.get(key) ?? new Map<string, Spelling>();
      byKey.set(key, spellings);
      const known = spellings.get(name);
      if (known === undefined) spellings.set(name, { file: article.file, times: 1 });
      else known.times += 1;
    }
  }
  return byKey;
}

/**
 * Names without an address of their own. Two that the editor gave the same one are an error; where names only happen to
 * come to the same, or to none, the site has found another, and the editor may choose a better one.
 */
function findSlugClashes(kind: TopicKind, topics: readonly Topic[], settings: Settings): readonly Problem[] {
  const owners = new Map<string, string>();
  return topics.flatMap(({ name, slug, articles: [first] }): Problem[] => {
    const owner = owners.get(slug);
    owners.set(slug, owner ?? name);
    const place = { file: first?.file ?? '', line: 1, field: FIELD[kind], fix: `give it a slug of its own in _data/${NAME_FILES[kind]}` } as const;
    if (owner !== undefined) return [{ ...place, severity: 'error', code: 'slug-twice', got: `"${name}" at the address ${slug}, which "${owner}" has`, expected: 'an address for each name' }];
    const plain = slugify(name);
    if (slug === plain || settings.names[kind].get(name)?.slug !== undefined) return [];
    if (plain === '') return [{ ...place, severity: 'warning', code: 'slug-empty', got: `"${name}", which stands at ${slug}`, expected: 'a name with a letter or digit' }];
    return [{ ...place, severity: 'warning', code: 'slug-twice', got: `"${name}" at ${slug}, since another name has ${plain}`, expected: 'an address that can be read' }];
  });
}
